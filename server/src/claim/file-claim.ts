// Filing: a judged claim becomes a row that is filed, with its proof, or one that is held, with its findings.
import { claimNumberOf } from './claim-number.ts'
import type { Tx } from '../database/tx.ts'
import { wake } from '../jobs/wake.ts'
import type { Services } from '../services.ts'
import { touchSealed } from '../trail/seal.ts'
import { putEvents } from './event-store.ts'
import {
  type ClaimRow,
  type ClaimSubject,
  type Judged,
  insertClaim,
  rejudgeHeld,
  supersede,
} from './filing-store.ts'

type Makers = Pick<Services, 'makeId' | 'sha256'>

/** The id and the number of a claim that is to be made: it is judged under its number. */
export interface ClaimName {
  readonly id: string
  readonly claimNumber: string
}

export const nameClaim = ({ makeId }: Pick<Services, 'makeId'>): ClaimName => {
  const id = makeId()
  return { id, claimNumber: claimNumberOf(id) }
}

/** `because`: why it was sent again although it tells the payer nothing new; kept with the filing. */
const tell = async (
  tx: Tx,
  services: Makers,
  row: ClaimRow,
  because: string | null = null,
): Promise<void> => {
  const { id, claim, version } = row
  tx.touch('claim', id)
  if (claim === null) {
    await putEvents(tx, services, [{ claimId: id, key: `held:${id}:${version}`, kind: 'held' }])
    return
  }
  touchSealed(tx, 'claim', id, claim, services.sha256)
  await putEvents(tx, services, [
    {
      claimId: id,
      key: `filed:${id}`,
      kind: 'filed',
      ...(because === null ? {} : { document: { reason: because } }),
    },
  ])
  wake(tx)
}

/** Keeps a claim under its name: filed when it was made, held when only findings came of it. */
export const fileClaim = async (
  tx: Tx,
  services: Makers,
  name: ClaimName,
  subject: ClaimSubject,
  judged: Judged,
  because: string | null = null,
): Promise<ClaimRow> => {
  const row = await insertClaim(tx, { ...name, subject, judged, superseded: false })
  await tell(tx, services, row, because)
  return row
}

/** The same for a claim that was held: it keeps its number. */
export const fileHeldClaim = async (
  tx: Tx,
  services: Makers,
  held: ClaimRow,
  subject: ClaimSubject,
  judged: Judged,
  because: string | null = null,
): Promise<ClaimRow> => {
  const row = await rejudgeHeld(tx, held, subject, judged)
  await tell(tx, services, row, because)
  return row
}

/** Files the void (frequency 8) of a claim: a claim of its own that never stands for the session. */
export const fileVoid = async (
  tx: Tx,
  services: Makers,
  name: ClaimName,
  subject: ClaimSubject,
  judged: Judged,
  because: string | null = null,
): Promise<ClaimRow> => {
  const row = await insertClaim(tx, { ...name, subject, judged, superseded: true })
  await tell(tx, services, row, because)
  return row
}

/** Takes a claim that never left out of the way. */
export const voidClaimRow = async (tx: Tx, services: Makers, { id }: ClaimRow): Promise<void> => {
  await supersede(tx, { id }, true)
  await putEvents(tx, services, [{ claimId: id, key: `voided:${id}`, kind: 'voided' }])
}

// Makes a practice: its row, the beginning of its trail, its first owner with a link to choose a password.
import type { Practice } from '@goldenthread/core/people/provider.ts'
import { addSeconds } from '../clock.ts'
import { inPractice } from '../database/in-practice.ts'
import type { Tx } from '../database/tx.ts'
import { type NewMember, type WayIn, addMember } from '../people/add-member.ts'
import type { Services } from '../services.ts'
import { beginTrail } from '../trail/store.ts'
import { insertPractice } from './store.ts'

export interface NewPractice {
  readonly document: Practice
  /** IANA, `America/New_York`: the practice's location's. */
  readonly zone: string
  /** ISA05, ISA06: who sends. */
  readonly senderQualifier: string
  readonly senderId: string
  /** ISA15: `T` test, `P` production. */
  readonly usage: 'T' | 'P'
  readonly demo: boolean
  readonly owner: NewMember
}

export interface PracticeCreated {
  readonly practiceId: string
  /** The first owner. */
  readonly personId: string
  /** For the link by which the owner comes in; null when they are in at once. */
  readonly way: WayIn | null
  readonly setUpToken: string | null
}

/** How long a set-up link can be used, in seconds: three days. */
export const setUpSeconds = 259_200

/** Makes a practice with its first owner. `first` is asked before, inside the same unit of work, and may throw. */
export const createPractice = async (
  services: Services,
  given: NewPractice,
  first: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<PracticeCreated> => {
  const practiceId = services.makeId()
  const order = { practiceId, actor: { kind: 'program', name: 'set-up' }, act: 'create-practice' } as const
  const created = await inPractice(services, order, async (tx) => {
    await first(tx)
    await insertPractice(tx, given)
    await beginTrail(tx.db, practiceId, tx.at, services.sha256)
    tx.touch('practice', practiceId)
    const until = addSeconds(tx.at, setUpSeconds)
    const { personId, way, token } = await addMember(tx, services, { ...given.owner, role: 'owner' }, until)
    return { practiceId, personId, way, setUpToken: token }
  }) // The first head lies outside the database before anybody is told of the practice.
  await services.heads.flush()
  return created
}

// The act of approving a refused remittance: what balances of it is posted, and the difference stands in suspense.
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import { type Result, accepted, refused } from '@goldenthread/core/values/result.ts'
import type { Tx } from '../database/tx.ts'
import { conflict, notFound } from '../http/problem.ts'
import { lockUnit, remittanceById, unitOf } from '../remit/remittance-store.ts'
import type { Services } from '../services.ts'
import { type DecisionRow, putDecision } from './decision-store.ts'
import { postRemittance } from './post-remittance.ts'

const cutOff: Finding = {
  code: 'posting:cut-off',
  severity: 'holds-claim',
  whose: 'platform',
  place: field('remittance'),
  says: 'The remittance was cut off, so that nobody knows which claims it pays.',
  remedy: 'Ask the payer for the whole file; it is posted when it comes.',
  source: '999 IK5: a set without its end',
  evidence: {},
}

/** Refused for a remittance that is not whole. Throws 404, and 409 for one that was posted. */
export const approveRemittance = async (
  tx: Tx,
  services: Pick<Services, 'facts' | 'makeId' | 'sha256'>,
  { id, says }: { readonly id: string; readonly says: string },
): Promise<Result<DecisionRow>> => {
  const found = await remittanceById(tx, id)
  if (found === null) throw notFound()
  const { remittance, fileId, paid } = found
  await lockUnit(tx, remittance.unit.key)
  if ((await unitOf(tx, remittance.unit.key))?.status !== 'refused')
    throw conflict('posted', 'This remittance was posted; there is nothing to approve.')
  const posted = await postRemittance(tx, services, { fileId, remittance, approved: true })
  if (posted.outcome !== 'posted') return refused([cutOff])
  const made = { kind: 'approve-remittance', remittanceId: id, amount: paid, document: { says } } as const
  return accepted(await putDecision(tx, services, services.makeId(), made))
}

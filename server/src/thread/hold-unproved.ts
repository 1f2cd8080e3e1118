// A claim that could not be judged again before it was to leave: it waits for a person, and keeps no other one back.
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import { readClaim } from '../claim/filing-store.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { lockSession } from '../session/store.ts'
import { holdFiled } from './withdraw-filed.ts'

const notProved: Finding = {
  code: 'claim:could-not-be-proved',
  severity: 'holds-claim',
  whose: 'platform',
  place: field('claim'),
  says: 'This claim could not be judged again before it was to leave.',
  remedy:
    'Look through its session, note and coverage, then release it. If it is held again, tell whoever keeps this server.',
  source: 'A claim leaves only after it was judged once more',
  evidence: {},
}

/**
 * Takes a filed claim out of the way of the others: it is withdrawn, and one that is held stands in its place until a
 * person releases it. Nothing is done to one that does not stand as filed.
 */
export const holdUnproved = async (tx: Tx, services: Services, claimId: string): Promise<void> => {
  const found = await readClaim(tx, claimId)
  if (found === null) throw new Error('a claim that is to leave is there')
  await lockSession(tx, found.sessionId)
  const row = await readClaim(tx, claimId)
  if (row === null || row.status !== 'filed') return
  if (row.frequency === '8') throw new Error('a void says what was said before and is not judged again')
  await holdFiled(tx, services, row, notProved)
}

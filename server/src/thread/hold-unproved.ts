// A claim that could not be judged again before it was to leave: it waits for a person, and keeps no other one back.
import { readClaim } from '../claim/filing-store.ts'
import { notProved } from '../claim/held-by-hand.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { lockSession } from '../session/store.ts'
import { holdFiled } from './withdraw-filed.ts'

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

// Claims that were filed and are held back: by a person who took them back, or because they could not be judged again.
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import type { ClaimRow } from './filing-store.ts'

export const takenBack: Finding = {
  code: 'claim:taken-back',
  severity: 'holds-claim',
  whose: 'platform',
  place: field('claim'),
  says: 'This claim was taken back before it left.',
  remedy: 'Mend what was amiss, then release it: it is judged anew and filed.',
  source: 'A filed claim can be taken back until it is put into a file',
  evidence: {},
}

export const notProved: Finding = {
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

const byHand: readonly string[] = [takenBack.code, notProved.code]

/** True of a held claim that only a person lets go: what is signed or co-signed meanwhile does not. */
export const isHeldByHand = ({ status, findings }: Pick<ClaimRow, 'status' | 'findings'>): boolean =>
  status === 'held' && findings.some(({ code }) => byHand.includes(code))

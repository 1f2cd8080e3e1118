// Proves that a claim whose replacement came to nothing is owed as before, and can be answered and taken back again.
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { instant } from '../values/day.ts'
import { balanceOf, trialBalance } from '../ledger/balance.ts'
import { account } from '../ledger/chart.ts'
import type { Entry } from '../ledger/entry.ts'
import { appendAll } from '../ledger/journal.ts'
import { reverse } from '../ledger/reversal.ts'
import { from835 } from '../remit/from-835.ts'
import { answerSegments, inventedClaim, inventedFile } from '../remit/invented-remittance.test-support.ts'
import { matchRemittance } from '../remit/match.ts'
import { postFiled } from './post-filed.ts'
import { postRemitted } from './post-remitted.ts'
import { filingStanding, putBackFiled } from './put-back-filed.ts'

const sha256 = (utf8: string): string => createHash('sha256').update(utf8, 'utf8').digest('hex')
const moment = { at: instant('2026-02-24T17:00:00Z'), sha256 }
const terms = { payerClass: 'commercial', provider: '2000002024', payContract: null } as const
const claim = inventedClaim('C1', [{ code: '90837', charge: 20000, allowed: 15500, client: 3000 }])

const stand = (entries: readonly Entry[], more: readonly Entry[]): readonly Entry[] => {
  const journal = appendAll({ entries }, more)
  if (!journal.ok) throw new Error(journal.findings.map((each) => each.says).join())
  expect(trialBalance(journal.value.entries).holds).toBe(true)
  return journal.value.entries
}
const takenBack = (entries: readonly Entry[]): readonly Entry[] => {
  const filed = filingStanding(entries, 'C1')
  const back = filed === null ? null : reverse(filed, { at: moment.at, says: 'It was replaced.', sha256 })
  return back?.ok ? stand(entries, [back.value]) : entries
}
const putBack = (entries: readonly Entry[], replacement: string): readonly Entry[] => {
  const entry = putBackFiled(entries, 'C1', replacement, moment)
  return entry === null ? entries : stand(entries, [entry])
}
const owed = (entries: readonly Entry[]): number =>
  balanceOf(entries, account('receivable-payer', claim.payer.id))

const first = (): readonly Entry[] => {
  const filed = postFiled(claim, terms, moment)
  if (!filed.ok) throw new Error('the invented claim can be filed')
  return stand([], [filed.value])
}

describe('the filing of a claim whose replacement came to nothing', () => {
  test('stands again, once for each replacement, and never twice at once', () => {
    const filed = first()
    expect(putBackFiled(filed, 'C1', 'R1', moment)).toBeNull()
    const again = putBack(takenBack(filed), 'R1')
    expect([owed(filed), owed(takenBack(filed)), owed(again)]).toEqual([12500, 0, 12500])
    expect(putBackFiled(again, 'C1', 'R2', moment)).toBeNull()
    const twice = putBack(takenBack(again), 'R2')
    expect([owed(takenBack(again)), owed(twice)]).toEqual([0, 12500])
  })

  test('is nobody else’s', () => {
    expect(putBackFiled(takenBack(first()), 'C2', 'R1', moment)).toBeNull()
  })

  test('is answered as if it had stood all the time', () => {
    const entries = putBack(takenBack(first()), 'R1')
    const { segments, paid } = answerSegments(claim, [{ adjustments: [['CO', '197', 20000]] }])
    const payment = { trace: 'T1', paid: String(paid / 100), handling: 'H', method: 'NON', segments }
    const [remittance] = from835(inventedFile([payment]), sha256).remittances
    if (remittance === undefined) throw new Error('the invented file is read')
    const matching = matchRemittance(remittance, [{ claim, payerClaimNumbers: [] }])
    const run = (standing: readonly Entry[]) =>
      postRemitted({ remittance, matching, termsOf: () => terms, entries: standing }, moment)
    const codesOf = (standing: readonly Entry[]) => run(standing).findings.map(({ code }) => code)
    expect(codesOf(takenBack(first()))).toContain('remit:unapplied')
    expect(codesOf(entries)).not.toContain('remit:unapplied')
  })
})

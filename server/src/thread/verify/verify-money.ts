// Proves money on a person's word: each decision and each charge is as sealed, and has the entries it must have.
import type { Kysely } from 'kysely'
import type { PrivateCharge } from '@goldenthread/core/posting/private-charge.ts'
import { filedKey } from '@goldenthread/core/posting/post-filed.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { Tables } from '../../database/generated.tables.ts'
import { decisionOf } from '../../posting/decision-store.ts'
import { type Proven, fault } from './fault.ts'
import type { Seals } from './seals.ts'
import { chargesAfter, decisionsAfter, entriesOfDecision, unappliedSums } from './money-store.ts'
import { entryOfKey } from './store.ts'

/** A mark and an approval move nothing by themselves; everything else that was decided stands in the ledger. */
const movesMoney = (kind: string): boolean => kind !== 'refund-due' && kind !== 'approve-remittance'

const verifyDecisions = async (db: Kysely<Tables>, practiceId: string, seals: Seals): Promise<Proven> => {
  const findings: Finding[] = []
  let after: string | null = null
  let decisions = 0
  for (;;) {
    const page = await decisionsAfter(db, practiceId, after)
    for (const row of page) {
      after = row.id
      findings.push(...seals.hold('money_decision', row.id, decisionOf(row)))
      if (movesMoney(row.kind) && (await entriesOfDecision(db, practiceId, row.id)) === 0)
        findings.push(
          fault('decision-entry', `money_decision.${row.id}`, 'This was decided and never posted.'),
        )
    }
    decisions += page.length
    if (page.length === 0) return { counts: { decisions }, findings }
  }
}

const verifyCharges = async (db: Kysely<Tables>, practiceId: string, seals: Seals): Promise<Proven> => {
  const findings: Finding[] = []
  let after: string | null = null
  let charges = 0
  for (;;) {
    const page = await chargesAfter(db, practiceId, after)
    for (const { id, charge_number: number, status, document } of page) {
      after = id
      const path = `private_charge.${id}`
      findings.push(...seals.hold('private_charge', id, document))
      if ((document as PrivateCharge).number !== number)
        findings.push(fault('charge-copy', path, 'The number beside the charge is not the charge’s own.'))
      const key = filedKey(number)
      if ((await entryOfKey(db, practiceId, key)) === null)
        findings.push(fault('charge-entry', path, 'This was charged and never posted.'))
      const back = await entryOfKey(db, practiceId, `reversed:${key}`)
      if ((back !== null) !== (status === 'reversed'))
        findings.push(fault('charge-entry', path, 'The ledger and the charge disagree on whether it stands.'))
    }
    charges += page.length
    if (page.length === 0) return { counts: { charges }, findings }
  }
}

/** What stands unapplied in the ledger is what people can still decide of, or have decided to give back. */
const verifyUnapplied = async (db: Kysely<Tables>, practiceId: string): Promise<readonly Finding[]> => {
  const { ledger, told } = await unappliedSums(db, practiceId)
  if (ledger === told) return []
  const says = 'The unapplied money in the ledger is not what is left to be decided of it.'
  return [fault('unapplied', 'entry_line.unapplied', says, { ledger: String(ledger), told: String(told) })]
}

/** Proves every decision on money, every charge to a client of a practice, and its unapplied money as a whole. */
export const verifyMoney = async (db: Kysely<Tables>, practiceId: string, seals: Seals): Promise<Proven> => {
  const decisions = await verifyDecisions(db, practiceId, seals)
  const charges = await verifyCharges(db, practiceId, seals)
  return {
    counts: { ...decisions.counts, ...charges.counts },
    findings: [...decisions.findings, ...charges.findings, ...(await verifyUnapplied(db, practiceId))],
  }
}

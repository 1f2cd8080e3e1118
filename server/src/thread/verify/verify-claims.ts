// Proves the claims and remittances: each is as sealed, and every claim that was filed has its proof and its entry.
import type { Kysely } from 'kysely'
import { filedKey } from '@goldenthread/core/posting/post-filed.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import { type ClaimProof, claimInputHash } from '../../claim/claim-proof.ts'
import type { Tables } from '../../database/generated.tables.ts'
import { type Proven, fault } from './fault.ts'
import type { Seals } from './seals.ts'
import { type FiledClaim, claimsAfter, entryOfKey, remittancesAfter } from './store.ts'

type Sha256 = (utf8: string) => string

/** The proof as it was kept; null when it is none. */
const proofIn = (proof: unknown): Pick<ClaimProof, 'rules' | 'noteHash' | 'inputHash'> | null => {
  if (typeof proof !== 'object' || proof === null) return null
  const kept = proof as Partial<ClaimProof>
  return Array.isArray(kept.rules) &&
    kept.rules.length > 0 &&
    typeof kept.noteHash === 'string' &&
    typeof kept.inputHash === 'string'
    ? { rules: kept.rules, noteHash: kept.noteHash, inputHash: kept.inputHash }
    : null
}

/** What lists show beside the claim must be what the claim says. */
const copyFaults = ({ id, claimNumber, charge, claim }: FiledClaim): readonly Finding[] =>
  claim === null || (claim.claimNumber === claimNumber && claim.charge === charge)
    ? []
    : [fault('claim-copy', `claim.${id}`, 'The number or charge beside the claim is not the claim’s own.')]

const proofFaults = (row: FiledClaim, sha256: Sha256): readonly Finding[] => {
  const { id, status, claim, noteHash } = row
  if (claim === null) {
    return status === 'held' || status === 'void'
      ? []
      : [fault('claim-gone', `claim.${id}`, 'This claim was filed, and its content is not there.')]
  }
  const path = `claim.${id}.proof`
  const proof = proofIn(row.proof)
  if (proof === null) {
    return [fault('claim-proof', path, 'This claim was filed without the proof of what judged it.')]
  }
  const found = claimInputHash(claim, noteHash, sha256)
  return found === proof.inputHash && noteHash === proof.noteHash
    ? []
    : [
        fault('claim-proof', path, 'The proof of this claim is of another claim or another note.', {
          kept: proof.inputHash,
          found,
        }),
      ]
}

const verifyRemittances = async (db: Kysely<Tables>, practiceId: string, seals: Seals): Promise<Proven> => {
  const findings: Finding[] = []
  let after: string | null = null
  let remittances = 0
  for (;;) {
    const page = await remittancesAfter(db, practiceId, after)
    for (const { id, document } of page) {
      findings.push(...seals.hold('remittance', id, document))
      after = id
    }
    remittances += page.length
    if (page.length === 0) return { counts: { remittances }, findings }
  }
}

/** Proves every claim and every remittance of a practice. */
export const verifyClaims = async (
  db: Kysely<Tables>,
  practiceId: string,
  seals: Seals,
  sha256: Sha256,
): Promise<Proven> => {
  const findings: Finding[] = []
  let after: string | null = null
  let claims = 0
  let proofs = 0
  for (;;) {
    const page = await claimsAfter(db, practiceId, after)
    for (const row of page) {
      findings.push(...copyFaults(row), ...proofFaults(row, sha256))
      after = row.id
      if (row.claim === null) continue
      proofs += 1
      findings.push(...seals.hold('claim', row.id, row.claim))
      const filed = await entryOfKey(db, practiceId, filedKey(row.claimNumber))
      if (filed === null && row.claim.frequency === '1') {
        findings.push(fault('claim-entry', `claim.${row.id}`, 'This claim was filed and never posted.'))
      }
    }
    claims += page.length
    if (page.length === 0) break
  }
  const remitted = await verifyRemittances(db, practiceId, seals)
  return {
    counts: { claims, 'claim proofs': proofs, ...remitted.counts },
    findings: [...findings, ...remitted.findings],
  }
}

// The one judgement of a case, the same on the page, in the terminal and where claims are filed.
import { holdsClaim } from '../values/finding.ts'
import { document837P } from '../claim/to-837p.ts'
import { type Documents, makeDocuments } from './make-documents.ts'
import type { Ports } from './ports.ts'
import type { ThreadCase } from './thread-case.ts'

/**
 * What the stages make of a case, what the rules say to it, and whether its claim can be written as an 837P. The claim
 * is null while anything holds it. Control numbers are not looked at: they come when the file is made.
 */
export const judgeThread = (given: ThreadCase, ports: Ports): Documents => {
  const documents = makeDocuments(given, ports)
  if (documents.claim === null) return documents
  const written = document837P(documents.claim, given.envelope, ports.at)
  const findings = [...documents.findings, ...written.findings]
  return { ...documents, claim: findings.some(holdsClaim) ? null : documents.claim, findings }
}

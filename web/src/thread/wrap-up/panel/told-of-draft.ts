// Findings on a signature that was not given yet, in words that fit: what signing now would be.
import type { Finding } from '@goldenthread/core/values/finding.ts'

const isOfSigning = ({ code, place }: Finding): boolean =>
  code === 'signature-before-claim' && place.kind === 'field' && place.path === 'note.signature.signedAt'

const daysLate = (finding: Finding): Finding => ({
  ...finding,
  says: `Signed now, it is signed ${finding.evidence['days']} days after the session.`,
  remedy: 'Nothing else can be done about it now: it is marked as signed late.',
})

const tooEarly = (finding: Finding): Finding => ({
  ...finding,
  says: 'The session has not ended yet.',
  remedy: 'Sign after it has ended; write on until then.',
})

/** A draft is judged as if it were signed now; what that says of the signature is told as what it would be. */
export const toldOfDraft = (finding: Finding): Finding => {
  if (!isOfSigning(finding)) return finding
  return finding.evidence['days'] === undefined ? tooEarly(finding) : daysLate(finding)
}

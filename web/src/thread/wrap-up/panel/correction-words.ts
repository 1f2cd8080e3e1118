// How a correction is done, in a sentence.
import type { CorrectionKind } from '@goldenthread/core/thread/plan-correction.ts'

const words: Readonly<Record<CorrectionKind, string>> = {
  edit: 'The session is changed; nothing of it has left.',
  withdraw: 'The claim has not left: it is taken back, judged again and filed as it is then.',
  resend: 'The rejected claim is made anew and sent again.',
  replace: 'The payer has judged the claim: a replacement is filed that names it.',
  'void-and-new': 'The payer has judged the claim for somebody else: it is voided, and a new one is filed.',
  void: 'Nothing is billed any more: the claim that the payer has judged is voided.',
  wait: 'The claim is on its way. Correct the session when the payer has answered.',
}

export const correctionWords = (kind: CorrectionKind): string => words[kind]

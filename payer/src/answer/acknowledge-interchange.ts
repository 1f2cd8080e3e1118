// The TA1 to one interchange. Its number, day and time go back just as they came, for they may be what is wrong with it.
import type { InterchangeNote } from '@goldenthread/core/x12/sets/ta1/codes.ts'
import { writeInterchange } from '@goldenthread/core/x12/syntax/write-interchange.ts'
import type { AnswerFile } from './plan.ts'
import { type Address, answerFile, envelopeOf, writable } from './write-answer.ts'

/** Accepted with note 000, rejected with any other. The file holds nothing but the TA1. */
export const acknowledgeInterchange = (
  address: Address,
  control: number,
  note: InterchangeNote,
): AnswerFile => {
  const sent = (n: number, longest: number): string => writable(address.isa[n] ?? '', longest)
  const acknowledgment = [
    'TA1',
    sent(13, 9),
    sent(9, 6),
    sent(10, 4),
    note === '000' ? 'A' : 'R',
    note,
  ] as const
  const envelope = envelopeOf(address, control)
  return answerFile(
    'ta1',
    control,
    writeInterchange({ envelope, groups: [], acknowledgments: [acknowledgment] }),
  )
}

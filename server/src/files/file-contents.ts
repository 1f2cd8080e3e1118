// What stands in a file that came: its interchanges, to whom each is addressed, and which sets it holds. By content alone.
import type { Finding } from '@goldenthread/core/values/finding.ts'
import { field } from '@goldenthread/core/values/finding.ts'
import { fileKind } from '@goldenthread/core/thread/file-kind.ts'
import { readInterchangesLeniently } from '@goldenthread/core/x12/syntax/interchange.ts'
import { splitLeniently } from '@goldenthread/core/x12/syntax/split.ts'
import type { FileKind } from './store.ts'

export interface InterchangeContents {
  /** ISA05, ISA06: who wrote it. */
  readonly senderQualifier: string
  readonly sender: string
  readonly receiverQualifier: string
  readonly receiver: string
  /** Whether it carries a TA1. */
  readonly acknowledges: boolean
  /** ST01 of each set. */
  readonly sets: readonly string[]
}

export interface FileContents {
  readonly kind: FileKind
  readonly interchanges: readonly InterchangeContents[]
}

/** What a file holds, however badly it is written. */
export const fileContents = (bytes: Uint8Array): FileContents => {
  const { interchanges } = readInterchangesLeniently(splitLeniently(bytes).segments)
  return {
    kind: fileKind(bytes),
    interchanges: interchanges.map((each) => ({
      senderQualifier: each.senderQualifier,
      sender: each.sender,
      receiverQualifier: each.receiverQualifier,
      receiver: each.receiver,
      acknowledges: each.acknowledgments.length > 0,
      sets: each.groups.flatMap((group) => group.sets.map(({ set }) => set)),
    })),
  }
}

/** How the practice is named as a receiver (ISA07, ISA08). */
export interface OwnAddress {
  readonly qualifier: string
  readonly id: string
}

/** True when every interchange of a file is addressed to this practice, and there is one. */
export const isAddressedTo = ({ interchanges }: FileContents, own: OwnAddress): boolean =>
  interchanges.length > 0 &&
  interchanges.every(
    ({ receiverQualifier, receiver }) =>
      receiver.trim() === own.id.trim() && receiverQualifier.trim() === own.qualifier.trim(),
  )

/** Why a file stands in quarantine. Nothing of it was used. */
export const quarantineFinding = (
  code: 'other-receiver' | 'other-payee' | 'unknown' | 'broken',
): Finding => ({
  code: `file:${code}`,
  severity: 'holds-claim',
  whose: 'platform',
  place: field('file'),
  says: {
    'other-receiver': 'This file is addressed to another receiver than the practice; nothing of it was used.',
    'other-payee': 'This file pays another provider than the practice; nothing of it was used.',
    unknown: 'This file is no TA1, 999, 277CA or 835; nothing of it was used.',
    broken:
      'This file is broken, so that nobody can tell what belongs together in it; nothing of it was used.',
  }[code],
  remedy: {
    'other-receiver': 'Tell the clearinghouse that a file of somebody else came to this mailbox.',
    'other-payee': 'Tell its sender, and do not hand it on: it may hold what belongs to others.',
    unknown: 'Look at it by hand; a report written for people can be set aside.',
    broken: 'Ask its sender for the whole file again; what it answers waits until then.',
  }[code],
  source: {
    'other-receiver': 'ISA07 and ISA08 against the practice: a mailbox belongs to one practice',
    'other-payee': '835 payee (N104 of N1*PE) against the practice: a mailbox belongs to one practice',
    unknown: 'the content of the file: ISA, ST01, GS08',
    broken: 'X12.5 interchange control structures, and the loops of the guide',
  }[code],
  evidence: {},
})

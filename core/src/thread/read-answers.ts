// Reads what came from a payer: each file by its content, as events of the claim or as remittances.
import { type Finding, field } from '../values/finding.ts'
import type { AnswerFile, AnswerRead, ClaimEvent, SentClaim } from '../claim/claim-event.ts'
import { from277ca } from '../claim/from-277ca.ts'
import { from999 } from '../claim/from-999.ts'
import { fromTa1 } from '../claim/from-ta1.ts'
import { from835 } from '../remit/from-835.ts'
import type { Remittance } from '../remit/remittance.ts'
import { fileKind } from './file-kind.ts'
import type { ThreadFile } from './outcome.ts'
import type { Ports } from './ports.ts'

export interface AnswersRead {
  readonly files: readonly ThreadFile[]
  readonly events: readonly ClaimEvent[]
  readonly remittances: readonly Remittance[]
  readonly findings: readonly Finding[]
}

const unknownFile = (name: string): Finding => ({
  code: 'answer:unknown',
  severity: 'warns',
  whose: 'platform',
  place: field(`answers.${name}`),
  says: 'This file is no TA1, 999, 277CA or 835; nothing of it was used.',
  remedy: 'Look at it by hand; a report written for people can be set aside.',
  source: 'the content of the file: ISA, ST01, GS08',
  evidence: {},
})

type Reader = (
  file: AnswerFile,
  sent: SentClaim,
  ports: Ports,
) => Pick<AnswersRead, 'events' | 'remittances' | 'findings'>

const asEvents = (read: AnswerRead): ReturnType<Reader> => ({ ...read, remittances: [] })
const nothingUsed: Reader = ({ name }) => ({ events: [], remittances: [], findings: [unknownFile(name)] })

const readers: Readonly<Record<ThreadFile['kind'], Reader>> = {
  TA1: (file, sent, ports) => asEvents(fromTa1(file, sent, ports)),
  '999': (file, sent, ports) => asEvents(from999(file, sent, ports)),
  '277CA': (file, sent, ports) => asEvents(from277ca(file, sent, ports)),
  '835': ({ bytes }, _sent, { sha256 }) => ({ events: [], ...from835(bytes, sha256) }),
  '837P': nothingUsed,
  unknown: nothingUsed,
}

/** A segment's place means little without its file: with several in, the finding names the one it is of. */
const inFile = (finding: Finding, file: ThreadFile | undefined): Finding =>
  finding.place.kind === 'segment' && file !== undefined
    ? { ...finding, evidence: { ...finding.evidence, file: file.name } }
    : finding

/** Reads every file; what could not be read, or is not ours, is said and loses nothing of the others. */
export const readAnswers = (answers: readonly AnswerFile[], sent: SentClaim, ports: Ports): AnswersRead => {
  const files = answers.map(
    ({ name, bytes }): ThreadFile => ({ name, direction: 'in', kind: fileKind(bytes), bytes }),
  )
  const read = files.map((file) => readers[file.kind](file, sent, ports))
  return {
    files,
    events: read.flatMap((each) => each.events),
    remittances: read.flatMap((each) => each.remittances),
    findings: read.flatMap((each, at) =>
      [...each.findings, ...each.events.flatMap((event) => event.findings)].map((finding) =>
        inFile(finding, files[at]),
      ),
    ),
  }
}

// `goldenthread thread FILE.json`: follows one session, asks the payer, follows it again with what came.
import { shippedFacts } from '@goldenthread/core/facts/shipped/shipped.ts'
import { follow, isHeld } from '@goldenthread/core/thread/follow.ts'
import type { Outcome } from '@goldenthread/core/thread/outcome.ts'
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import { type Result, accepted } from '@goldenthread/core/values/result.ts'
import { answer } from '@goldenthread/payer/answer/answer.ts'
import { readOrFinding, readText, writeOrFinding } from '../read-input.ts'
import { readOptions } from '../read-options.ts'
import { wrongUse } from '../usage.ts'
import { printFindings, printOutcome, printable } from './print-outcome.ts'
import { type CaseFile, readCaseFile } from './read-case-file.ts'
import {
  type NamedFile,
  type PlainFile,
  readFolder,
  sha256,
  withHash,
  writeAllOrNone,
} from './thread-files.ts'

/** What the payer said: from a folder, from the stand-in payer, or nothing yet. */
const answersTo = (
  given: CaseFile,
  sent: readonly PlainFile[],
  folder: string | undefined,
): Result<readonly PlainFile[]> => {
  if (folder !== undefined) return readOrFinding(folder, () => readFolder(folder))
  if (given.payer === null || sent.length === 0) return accepted([])
  const files = sent.map(({ name, bytes }) => ({ name, bytes }))
  return accepted(answer({ ...given.payer, files, at: given.at, facts: shippedFacts }).files)
}

interface Followed {
  readonly outcome: Outcome
  readonly files: readonly NamedFile[]
}

const followWithAnswers = (given: CaseFile, folder: string | undefined): Result<Followed> => {
  const ports = { facts: shippedFacts, sha256, at: given.at }
  const first = follow(given.thread, [], ports)
  const answers = answersTo(given, first.outgoing, folder)
  if (!answers.ok) return answers
  const outcome = answers.value.length === 0 ? first : follow(given.thread, answers.value, ports)
  return accepted({ outcome, files: [...outcome.outgoing, ...outcome.incoming].map(withHash) })
}

const asJson = ({ outcome, files }: Followed): string =>
  JSON.stringify(
    {
      links: outcome.links,
      findings: outcome.findings,
      notices: outcome.notices,
      procedures: outcome.coding?.procedures ?? [],
      claim: outcome.claim,
      files: files.map(({ name, direction, kind, sha256 }) => ({ name, direction, kind, sha256 })),
      entries: outcome.entries,
      clientOwes: outcome.clientOwes,
      providerEarns: outcome.providerEarns,
      payerExpected: outcome.payerExpected,
      payerPaid: outcome.payerPaid,
    },
    null,
    2,
  )

/** The same object as `asJson` for input that was refused: nothing was made, the findings say why. */
const refusedAsJson = (findings: readonly Finding[]): string =>
  JSON.stringify(
    {
      links: [],
      findings,
      notices: [],
      procedures: [],
      claim: null,
      files: [],
      entries: [],
      clientOwes: null,
      providerEarns: null,
      payerExpected: null,
      payerPaid: null,
    },
    null,
    2,
  )

const refuse = (findings: readonly Finding[], json: boolean): number => {
  process.stdout.write(`${json ? refusedAsJson(findings) : printable(printFindings(findings))}\n`)
  return 1
}

const inTheWay = (folder: string, names: readonly string[]): Finding => ({
  code: 'output:in-the-way',
  severity: 'holds-claim',
  whose: 'platform',
  place: field(folder),
  says: 'Files of the same name with other contents stand in that folder; nothing was written.',
  remedy: 'Name another folder, or move those files away.',
  source: 'docs/case-file.md',
  evidence: { files: names.join(', ') },
})

/** Writes to `--out` when asked; the findings of a folder that could not be written, none when all is well. */
const writeOut = (folder: string | undefined, files: readonly NamedFile[]): readonly Finding[] => {
  if (folder === undefined) return []
  const written = writeOrFinding(folder, () => writeAllOrNone(folder, files))
  if (!written.ok) return written.findings
  return written.value.length === 0 ? [] : [inTheWay(folder, written.value)]
}

/** Runs `thread`; the exit status. */
export const threadCommand = (argv: readonly string[]): number => {
  const options = readOptions(argv, ['json'], ['out', 'answers'])
  if (typeof options === 'string') return wrongUse(options)
  const json = options.flags.has('json')
  const text = readText(options.file)
  if (!text.ok) return refuse(text.findings, json)
  const given = readCaseFile(text.value)
  if (!given.ok) return refuse(given.findings, json)
  const followed = followWithAnswers(given.value, options.values.get('answers'))
  if (!followed.ok) return refuse(followed.findings, json)
  const unwritten = writeOut(options.values.get('out'), followed.value.files)
  const { outcome, files } = followed.value
  const whole = { files, outcome: { ...outcome, findings: [...outcome.findings, ...unwritten] } }
  const print = json ? asJson(whole) : printable(printOutcome(given.value.about, whole.outcome, files))
  process.stdout.write(`${print}\n`)
  return isHeld(whole.outcome) ? 1 : 0
}

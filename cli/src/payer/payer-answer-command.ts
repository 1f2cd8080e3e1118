// `goldenthread payer answer FILE.837 --plan PLAN.json --out DIR`: asks the stand-in payer alone.
import path from 'node:path'
import { shippedFacts } from '@goldenthread/core/facts/shipped/shipped.ts'
import { type Instant, parseInstant } from '@goldenthread/core/values/day.ts'
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import { type Result, accepted, refused } from '@goldenthread/core/values/result.ts'
import { readInterchanges } from '@goldenthread/core/x12/syntax/interchange.ts'
import { splitStrictly } from '@goldenthread/core/x12/syntax/split.ts'
import { answer } from '@goldenthread/payer/answer/answer.ts'
import { readBytes, readText, writeOrFinding } from '../read-input.ts'
import { readOptions } from '../read-options.ts'
import { checkPlanShape } from '../thread/case-schema.ts'
import { parseJson } from '../thread/parse-json.ts'
import { printFindings } from '../thread/print-outcome.ts'
import type { PayerPlan } from '../thread/read-case-file.ts'
import { writeAllOrNone } from '../thread/thread-files.ts'
import { wrongUse } from '../usage.ts'

interface Plan extends PayerPlan {
  readonly at: Instant
}

const fault = (code: string, place: string, says: string, remedy: string): Finding => ({
  code,
  severity: 'holds-claim',
  whose: 'platform',
  place: field(place),
  says,
  remedy,
  source: 'docs/case-file.md',
  evidence: {},
})

/** A plan file is the `payer` part of a case file with the `at` of the answer beside it; a whole case file will do. */
const readPlan = (text: string): Result<Plan> => {
  const parsed = parseJson(text.normalize('NFC'))
  if (!parsed.ok) return parsed
  const document = (parsed.value ?? {}) as { at?: unknown; payer?: unknown }
  const { at: _at, ...beside } = document
  if (document.payer === undefined && 'envelope' in beside) {
    return refused([
      fault(
        'plan:no-payer',
        'payer',
        'This case has no payer part, so there is nobody to answer.',
        'Add "payer" to the case, or name a plan file.',
      ),
    ])
  }
  const shape = checkPlanShape(document.payer ?? beside)
  const at = typeof document.at === 'string' ? parseInstant(document.at) : null
  const noInstant = fault(
    'plan:at',
    'at',
    'The plan does not say when the payer answers.',
    'Add "at": "YYYY-MM-DDTHH:MM:SSZ".',
  )
  if (shape.length > 0 || at === null) return refused([...shape, ...(at === null ? [noInstant] : [])])
  return accepted({ ...((document.payer ?? beside) as PayerPlan), at })
}

const refuse = (findings: readonly Finding[]): number => {
  process.stdout.write(`${printFindings(findings).join('\n')}\n`)
  return 1
}

/** What is broken in the file itself: the payer refuses it with a TA1, and the one who sent it wants to know where. */
const brokenFile = (bytes: Uint8Array): readonly Finding[] => {
  const segments = splitStrictly(bytes)
  return segments.ok ? readInterchanges(segments.value).findings : segments.findings
}

/** Runs `payer answer`; the exit status. The payer's state after its answers is written as `state.json`. */
export const payerAnswerCommand = (argv: readonly string[]): number => {
  const options = readOptions(argv, [], ['plan', 'out'])
  if (typeof options === 'string') return wrongUse(options)
  const [planFile, out] = [options.values.get('plan'), options.values.get('out')]
  if (planFile === undefined || out === undefined)
    return wrongUse('Name the plan with --plan and a folder with --out.')
  const bytes = readBytes(options.file)
  const text = readText(planFile)
  if (!bytes.ok || !text.ok) return refuse([...bytes.findings, ...text.findings])
  const plan = readPlan(text.value)
  if (!plan.ok) return refuse(plan.findings)
  const answered = answer({
    ...plan.value,
    files: [{ name: path.basename(options.file), bytes: bytes.value }],
    facts: shippedFacts,
  })
  const state = {
    name: 'state.json',
    bytes: new Uint8Array(Buffer.from(`${JSON.stringify(answered.state, null, 2)}\n`)),
  }
  const written = writeOrFinding(out, () => writeAllOrNone(out, [...answered.files, state]))
  if (!written.ok) return refuse(written.findings)
  if (written.value.length > 0) {
    return refuse([
      fault(
        'output:in-the-way',
        out,
        'Files of the same name with other contents stand there; nothing was written.',
        'Name another folder.',
      ),
    ])
  }
  const broken = brokenFile(bytes.value)
  const names = answered.files.map((file) => `${file.name}  ${file.bytes.length} bytes`)
  process.stdout.write(`${[...names, ...printFindings(broken)].join('\n')}\n`)
  return broken.length > 0 ? 1 : 0
}

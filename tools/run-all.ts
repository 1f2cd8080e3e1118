// `npm test` and, with --fast, `npm run check`: runs the parts, prints each with its seconds, and counts truly.
import { dirname } from 'node:path'
import type { Outcome, Part } from './parts.ts'
import { fastParts, slowParts } from './parts.ts'
import { eachOf } from './run-command.ts'
import { addReports, closingLines, isGood } from './test-report.ts'

const root = dirname(import.meta.dirname)

const secondsSince = (started: number): string => `${((performance.now() - started) / 1000).toFixed(1)} s`

type Ended = Outcome & { readonly line: string }

const lineOf = (name: string, good: boolean, seconds: string, says = ''): string =>
  `${name.padEnd(7)} ${good ? 'good' : 'BAD '} ${seconds.padStart(8)}   ${says}`.trimEnd()

// A part that cannot even run has failed; the others still count.
const outcomeOf = (part: Part): Promise<Outcome> =>
  part.run(root).catch((fault: unknown) => ({
    report: { passed: 0, failed: [`${part.name} could not be run`], skipped: [] },
    detail: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
  }))

// A part speaks only when it has ended, so that parts running at once stay readable.
const runPart = async (part: Part): Promise<Ended> => {
  const started = performance.now()
  const { report, detail } = await outcomeOf(part)
  const { passed, failed, skipped } = report
  const counts = `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`
  const line = lineOf(part.name, failed.length === 0, secondsSince(started), counts)
  console.log(failed.length === 0 ? line : `${detail}\n${line}`)
  return { report, detail, line }
}

const started = performance.now()
const given = process.argv.slice(2)
const unknown = given.filter((each) => each !== '--fast')
if (unknown.length > 0) {
  console.error(`${unknown.join(' ')} is not known here; --fast leaves out the slow tests.`)
  process.exitCode = 2
} else {
  const fast = await eachOf(fastParts, runPart)
  const ended = [...fast]
  // One after the other: each has both cores to itself.
  for (const part of given.includes('--fast') ? [] : slowParts) ended.push(await runPart(part))
  const report = addReports(ended.map((outcome) => outcome.report))
  console.log()
  for (const { line } of ended) console.log(line)
  console.log(`${lineOf('all', isGood(report), secondsSince(started))}\n`)
  for (const line of closingLines(report)) console.log(line)
  process.exitCode = isGood(report) ? 0 : 1
}

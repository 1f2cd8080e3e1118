// A server in a process of its own, to be killed: the app, its port and its sweeps, under a clock that runs faster.
// `node serve-process.ts START.json`; it says where it serves in one line, and ends when its parent is gone.
import { readFileSync } from 'node:fs'
import { shippedFacts } from '@goldenthread/core/facts/shipped/shipped.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import { makeApp } from '../../src/app.ts'
import { type Clock, instantOf, millisecondsOf } from '../../src/clock.ts'
import { runSweeps } from '../../src/jobs/run-sweeps.ts'
import { type ServerStart, openServices } from '../../src/open-services.ts'
import { startStep, sweepSteps } from '../../src/thread/sweep-steps.ts'

/** A moment of the story that began at a moment of the machine; from there each second is `pace` seconds. */
export interface StoryClock {
  readonly story: Instant
  /** Milliseconds since 1970 by the machine. */
  readonly machine: number
  readonly pace: number
}

export interface ProcessStart {
  readonly start: ServerStart
  readonly clock: StoryClock
}

const storyClock = ({ story, machine, pace }: StoryClock): Clock => {
  const milliseconds = (): number => millisecondsOf(story) + Math.round((Date.now() - machine) * pace)
  return { now: () => instantOf(milliseconds()), milliseconds }
}

const serve = async ({ start, clock }: ProcessStart): Promise<void> => {
  const opened = await openServices(start, storyClock(clock), shippedFacts)
  if (!opened.ok) throw new Error(opened.says)
  const app = await makeApp(opened.services)
  const address = await app.listen({ host: start.settings.host, port: 0 })
  runSweeps(opened.services, {
    steps: sweepSteps,
    first: [startStep],
    everySeconds: 5,
    everyMilliseconds: 100,
  })
  process.stdin.on('end', () => process.exit(0)).resume()
  process.stdout.write(`${JSON.stringify({ address, setUpToken: opened.setUpToken })}\n`)
}

const [, , path] = process.argv
if (path === undefined) throw new Error('name the file that says what to start with')
await serve(JSON.parse(readFileSync(path, 'utf8')) as ProcessStart)

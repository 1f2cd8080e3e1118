// The sweep: does what is due, practice by practice. The truth of what is due stands in the practices' own tables.
import type { Instant } from '@goldenthread/core/values/day.ts'
import { addSeconds } from '../clock.ts'
import { outsidePractice } from '../database/in-practice.ts'
import type { Services } from '../services.ts'
import { allWakes, dueWakes, putTurn, restTurn, takeTurn } from './wake-store.ts'

/**
 * One thing a sweep does for a practice, as a value: what is done is the stages' business. Each step does what is due
 * by keys of its own, so that done twice, or by two processes at once, it is done once.
 */
export interface Step {
  readonly name: string
  readonly run: (services: Services, practiceId: string) => Promise<void>
}

export interface SweepSettings {
  readonly steps: readonly Step[]
  /** What goes before the steps when all are swept, as at a start. */
  readonly first?: readonly Step[]
  /** True once a stop was asked for: what is in hand is finished, and no other step is begun. */
  readonly halted?: () => boolean
  /** Seconds from one sweep of a practice to its next, unless something wakes it sooner. */
  readonly everySeconds: number
  /** Seconds to the next one where all went well and nothing is due before; left out, as ever. */
  readonly restSeconds?: number
  /** When something of a practice is due next; null where nothing is known to be. */
  readonly nextDue?: (services: Services, practiceId: string) => Promise<Instant | null>
}

export interface Swept {
  readonly practices: number
  /** Steps that threw; they are done again the next time. */
  readonly failed: number
}

/** Practices looked for at once. */
const mostPractices = 100

/** Practices swept side by side: one whose payer does not answer must not keep the others waiting. */
const sideBySide = 4

/** A step that fails is logged by its kind and keeps neither the later steps nor the other practices back. */
const sweepPractice = async (
  services: Services,
  practiceId: string,
  steps: readonly Step[],
  halted: () => boolean,
): Promise<number> => {
  let failed = 0
  for (const { name, run } of steps) {
    if (halted()) break
    try {
      await run(services, practiceId)
    } catch (fault) {
      failed += 1
      services.log.error({ err: fault, practiceId, step: name }, 'a step of the sweep failed')
    }
  }
  return failed
}

/**
 * Lets a practice rest until something of it is due, where all went well. The time it was to be swept at stands until
 * then, so that a process that dies on the way, or anything that was overlooked, costs a wait and no work.
 */
const rest = async (
  services: Services,
  practiceId: string,
  { restSeconds, nextDue }: Pick<SweepSettings, 'restSeconds' | 'nextDue'>,
  until: Instant,
): Promise<void> => {
  if (restSeconds === undefined || nextDue === undefined) return
  const latest = addSeconds(services.clock.now(), restSeconds)
  const due = await nextDue(services, practiceId)
  const soonest = due !== null && due < latest ? due : latest
  const next = soonest > until ? soonest : until
  await outsidePractice(services, (db) => restTurn(db, practiceId, until, next))
}

/** Where what is due next cannot be asked, the practice is simply swept again soon. */
const tryRest: typeof rest = async (services, practiceId, resting, until) => {
  try {
    await rest(services, practiceId, resting, until)
  } catch (fault) {
    services.log.warn({ err: fault, practiceId }, 'what is due next could not be asked')
  }
}

/**
 * Sweeps every practice that is due, or (`all`) every one that was ever woken. Taking a practice's turn puts its next
 * one off, so that several processes share the work.
 */
export const sweepOnce = async (
  services: Services,
  { steps, first = [], halted = () => false, everySeconds, ...resting }: SweepSettings,
  which: 'due' | 'all' = 'due',
): Promise<Swept> => {
  const now = services.clock.now()
  const until = addSeconds(now, everySeconds)
  const practices = await outsidePractice(services, (db) =>
    which === 'all' ? allWakes(db) : dueWakes(db, now, mostPractices),
  )
  const takes = (practiceId: string): Promise<boolean> =>
    outsidePractice(services, (db) =>
      which === 'all' ? putTurn(db, practiceId, until) : takeTurn(db, practiceId, now, until),
    )
  const due = practices[Symbol.iterator]()
  let [done, failed] = [0, 0]
  const lane = async (): Promise<void> => {
    for (const practiceId of due) {
      if (halted()) return
      if (!(await takes(practiceId))) continue
      const all = which === 'all' ? [...first, ...steps] : steps
      const failedHere = await sweepPractice(services, practiceId, all, halted)
      if (failedHere === 0 && !halted()) await tryRest(services, practiceId, resting, until)
      failed += failedHere
      done += 1
    }
  }
  await Promise.all(Array.from({ length: sideBySide }, lane))
  return { practices: done, failed }
}

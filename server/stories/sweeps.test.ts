// Sweeps: woken by a filing, by the timer, at the start; a step that fails keeps nothing else back.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Instant } from '@goldenthread/core/values/day.ts'
import { addSeconds } from '../src/clock.ts'
import { runSweeps } from '../src/jobs/run-sweeps.ts'
import { type Step, type SweepSettings, sweepOnce } from '../src/jobs/sweep.ts'
import { wake } from '../src/jobs/wake.ts'
import { type Signed, type TestServer, makeTestServer } from './test-server.ts'

let server: TestServer
let owner: Signed
let swept: string[]
let note: Step

beforeEach(async () => {
  server = await makeTestServer()
  owner = await server.makePractice()
  // A practice is due when it is made; from here on it is due in an hour.
  await sweepOnce(server.services, { steps: [], everySeconds: 3600 }, 'all')
  swept = []
  note = {
    name: 'note',
    run: async (_services, practiceId) => {
      swept.push(practiceId)
    },
  }
})
afterEach(() => server.close())

const woken = (signed: Signed, inSeconds = 0) =>
  signed.work('wake', async (tx) => wake(tx, addSeconds(tx.at, inSeconds)))

const until = async (holds: () => boolean): Promise<void> => {
  for (let tried = 0; tried < 200 && !holds(); tried += 1)
    await new Promise((resolve) => setTimeout(resolve, 10))
}

test('a practice is swept when it is due, and not before', async () => {
  await woken(owner, 30)
  const settings = { steps: [note], everySeconds: 5 }
  expect(await sweepOnce(server.services, settings)).toEqual({ practices: 0, failed: 0 })
  server.clock.moveTo(addSeconds(server.clock.now(), 30))
  expect(await sweepOnce(server.services, settings)).toEqual({ practices: 1, failed: 0 })
  expect(await sweepOnce(server.services, settings)).toEqual({ practices: 0, failed: 0 })
  server.clock.moveTo(addSeconds(server.clock.now(), 5))
  expect(await sweepOnce(server.services, settings)).toEqual({ practices: 1, failed: 0 })
})

test('of several processes one takes the turn of a practice', async () => {
  await woken(owner)
  const settings = { steps: [note], everySeconds: 5 }
  const all = await Promise.all(Array.from({ length: 6 }, () => sweepOnce(server.services, settings)))
  expect(all.reduce((sum, { practices }) => sum + practices, 0)).toBe(1)
  expect(swept).toEqual([owner.practiceId])
})

test('an earlier waking stands, a later one does not put it off', async () => {
  await woken(owner, 10)
  await woken(owner, 600)
  server.clock.moveTo(addSeconds(server.clock.now(), 10))
  expect((await sweepOnce(server.services, { steps: [note], everySeconds: 5 })).practices).toBe(1)
})

test('a waking is undone with the unit of work it belongs to', async () => {
  await expect(
    owner.work('wake', async (tx) => {
      await wake(tx)
      throw new Error('changed our mind')
    }),
  ).rejects.toThrow('changed our mind')
  expect((await sweepOnce(server.services, { steps: [note], everySeconds: 5 })).practices).toBe(0)
})

test('a step that fails is told in the log by practice and step, and the next step and the next practice go on', async () => {
  const other = await server.makePractice('Second Row Counseling PLLC')
  await woken(owner)
  await woken(other)
  const failing: Step = {
    name: 'failing',
    run: async () => {
      throw new Error('quotes Maribel')
    },
  }
  const done = await sweepOnce(server.services, { steps: [failing, note], everySeconds: 5 })
  expect(done).toEqual({ practices: 2, failed: 2 })
  expect(swept.toSorted()).toEqual([owner.practiceId, other.practiceId].toSorted())
  const told = server.logged.filter((line) => line.includes('a step of the sweep failed'))
  expect(told).toHaveLength(2)
  expect(told.join()).toContain('"step":"failing"')
  expect(server.logged.join()).not.toContain('Maribel')
})

test('sweeps that run hear of a filing long before the timer', async () => {
  const sweeps = runSweeps(server.services, { steps: [note], everySeconds: 5, everyMilliseconds: 600_000 })
  await until(() => server.services.database.pool.idleCount > 0)
  await woken(owner)
  await until(() => swept.length > 0)
  await sweeps.stop()
  expect(swept).toEqual([owner.practiceId])
})

test('a start sweeps every practice, whenever it was due, and begins with what only a start does', async () => {
  await woken(owner, 600)
  const order: string[] = []
  const step = (name: string): Step => ({ name, run: async () => void order.push(name) })
  const settings = {
    steps: [step('usual')],
    first: [step('first')],
    everySeconds: 5,
    everyMilliseconds: 600_000,
  }
  const sweeps = runSweeps(server.services, settings)
  await until(() => order.length > 1)
  await sweeps.stop()
  expect(order).toEqual(['first', 'usual'])
})

test('sweeps that run find by the timer what another process has made due', async () => {
  const settings = { steps: [note], everySeconds: 5, everyMilliseconds: 50 }
  const sweeps = runSweeps(server.services, settings)
  await until(() => swept.length > 0)
  swept.length = 0
  await server.database.asAdministrator(
    `UPDATE wake_up SET due_at = '2026-01-01' WHERE practice_id = '${owner.practiceId}'`,
  )
  await until(() => swept.length > 0)
  await sweeps.stop()
  expect(swept).toEqual([owner.practiceId])
})

describe('a practice at rest', () => {
  const resting = (due: () => Instant | null, steps: readonly Step[] = [note]) => ({
    steps,
    everySeconds: 5,
    restSeconds: 60,
    nextDue: async () => due(),
  })
  const laterBy = (seconds: number): void => server.clock.moveTo(addSeconds(server.clock.now(), seconds))
  const sweptBy = async (settings: SweepSettings): Promise<number> =>
    (await sweepOnce(server.services, settings)).practices

  test('is swept again when something of it is due, and after a minute whatever is known', async () => {
    await woken(owner)
    const dueIn20 = addSeconds(server.clock.now(), 20)
    expect(await sweptBy(resting(() => dueIn20))).toBe(1)
    laterBy(19)
    expect(await sweptBy(resting(() => null))).toBe(0)
    laterBy(1)
    expect(await sweptBy(resting(() => null))).toBe(1)
    laterBy(59)
    expect(await sweptBy(resting(() => null))).toBe(0)
    laterBy(1)
    expect(await sweptBy(resting(() => null))).toBe(1)
  })

  test('is not put off by a sweep during which it was woken', async () => {
    await woken(owner)
    const waking: Step = { name: 'waking', run: () => woken(owner) }
    expect(await sweptBy(resting(() => null, [waking]))).toBe(1)
    expect(await sweptBy(resting(() => null))).toBe(1)
    expect(await sweptBy(resting(() => null))).toBe(0)
  })

  test('is swept again in five seconds where a step failed, or what is due could not be asked', async () => {
    const failing: Step = {
      name: 'failing',
      run: async () => {
        throw new Error('not today')
      },
    }
    await woken(owner)
    expect(await sweptBy(resting(() => null, [failing]))).toBe(1)
    laterBy(5)
    const unasked = {
      ...resting(() => null),
      nextDue: async () => {
        throw new Error('not today')
      },
    }
    expect(await sweptBy(unasked)).toBe(1)
    laterBy(5)
    expect(await sweptBy(resting(() => null))).toBe(1)
  })

  test('whose due work lies behind it is not swept without end', async () => {
    await woken(owner)
    const past = addSeconds(server.clock.now(), -600)
    expect(await sweptBy(resting(() => past))).toBe(1)
    expect(await sweptBy(resting(() => past))).toBe(0)
    laterBy(5)
    expect(await sweptBy(resting(() => past))).toBe(1)
  })
})

// What ends by itself is brought back; what is told to stop is not.
import { describe, expect, test } from 'vitest'
import { keepRunning } from './keep-running.ts'

interface Worker {
  readonly number: number
  readonly end: () => void
  readonly ended: Promise<void>
}

const makeWorker = (number: number): Worker => {
  let end = (): void => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return { number, end: () => end(), ended }
}

const until = async (holds: () => boolean): Promise<void> => {
  for (let tried = 0; tried < 400 && !holds(); tried += 1)
    await new Promise((resolve) => setTimeout(resolve, 10))
  expect(holds()).toBe(true)
}

const kept = (again: (before: Worker) => Promise<Worker>) => {
  const said: string[] = []
  const keeping = keepRunning({
    name: 'The worker',
    first: makeWorker(1),
    ended: (worker) => worker.ended,
    again,
    log: (sentence) => said.push(sentence),
  })
  return { keeping, said }
}

describe('a process that is kept running', () => {
  test('is brought back at growing pauses, each told', async () => {
    const { keeping, said } = kept(({ number }) => Promise.resolve(makeWorker(number + 1)))
    keeping.now().end()
    await until(() => keeping.now().number === 2)
    keeping.now().end()
    await until(() => keeping.now().number === 3)
    expect(said).toEqual([
      'The worker ended by itself; it is started again in 100 ms.',
      'The worker ended by itself; it is started again in 200 ms.',
    ])
    await keeping.stop(() => Promise.resolve())
  })

  test('is tried again when it could not be brought back', async () => {
    let tries = 0
    const { keeping, said } = kept(async () => {
      tries += 1
      if (tries === 1) throw new Error('no room')
      return makeWorker(2)
    })
    keeping.now().end()
    await until(() => keeping.now().number === 2)
    expect(said).toContain('no room')
    await keeping.stop(() => Promise.resolve())
  })

  test('stays ended once it was told to stop', async () => {
    const { keeping, said } = kept(({ number }) => Promise.resolve(makeWorker(number + 1)))
    await keeping.stop(async (worker) => worker.end())
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect([keeping.now().number, said]).toEqual([1, []])
  })

  test('that is being started while it is told to stop is ended too', async () => {
    let come: (worker: Worker) => void = () => undefined
    const starting = new Promise<Worker>((resolve) => {
      come = resolve
    })
    let asked = false
    const { keeping } = kept(() => {
      asked = true
      return starting
    })
    keeping.now().end()
    await until(() => asked)
    const ends: number[] = []
    const stopped = keeping.stop(async (worker) => void ends.push(worker.number))
    const second = makeWorker(2)
    come(second)
    await stopped
    expect(ends).toEqual([2])
    second.end()
  })
})

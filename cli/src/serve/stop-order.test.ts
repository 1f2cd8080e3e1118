// What was started is stopped in the order turned round, whatever happens on the way.
import { describe, expect, test } from 'vitest'
import { makeStopOrder } from './stop-order.ts'

describe('the order of stopping', () => {
  test('is that of starting turned round, each once', async () => {
    const stopped: string[] = []
    const stops = makeStopOrder(() => undefined)
    for (const name of ['database', 'payer', 'server'])
      stops.undoneBy(name, async () => void stopped.push(name))
    expect(await stops.stopAll()).toBe(true)
    expect(await stops.stopAll()).toBe(true)
    expect(stopped).toEqual(['server', 'payer', 'database'])
  })

  test('goes on past what cannot be stopped, and says so', async () => {
    const stopped: string[] = []
    const told: string[] = []
    const stops = makeStopOrder((sentence) => told.push(sentence))
    stops.undoneBy('The database', () => void stopped.push('database'))
    stops.undoneBy('The payer', () => {
      throw new Error('it does not listen')
    })
    expect(await stops.stopAll()).toBe(false)
    expect([stopped, told]).toEqual([['database'], ['The payer could not be stopped: it does not listen']])
  })
})

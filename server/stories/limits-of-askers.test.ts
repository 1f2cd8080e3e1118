// How often one may ask: strangers are counted by address, those who are signed in each for themselves.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asked, type TestServer, makeTestServer, ours } from './test-server.ts'

describe('how often one may ask', () => {
  const most = 20
  // One after another: the counter of the limits takes those of one instant together, and puts all of them off.
  const manyTimes = async (ask: (at: number) => Promise<Asked>): Promise<readonly Asked[]> => {
    const answers: Asked[] = []
    for (let at = 0; at < most + 5; at += 1) answers.push(await ask(at))
    return answers
  }
  const putOff = (answers: readonly Asked[]): number => answers.filter(({ status }) => status === 429).length
  let small: TestServer
  let proxied: TestServer
  beforeAll(async () => {
    small = await makeTestServer({ settings: { requestsPerMinute: most } })
    proxied = await makeTestServer({
      settings: { requestsPerMinute: most, trustProxy: 1, host: '0.0.0.0' },
    })
  })
  afterAll(async () => {
    await small.close()
    await proxied.close()
  })
  const from = (there: TestServer, remoteAddress: string, headers = {}, url = '/api/people/me') =>
    there.ask({ method: 'GET', url, remoteAddress, headers: { ...ours, ...headers } })

  test.each<[string, (at: number) => Promise<Asked>, number]>([
    ['a stranger is put off by address', () => from(small, '10.0.0.1'), 5],
    ['also where there is nothing', (at) => from(small, '10.0.0.2', {}, `/api/nothing/${at}`), 5],
    ['also for the description', () => from(small, '10.0.0.3', {}, '/openapi.json'), 5],
    [
      'also when every request brings another cookie',
      (at) => from(small, '10.0.0.4', { cookie: `golden-thread=${String(at).padStart(43, 'x')}` }),
      5,
    ],
    [
      'also when every request names another sender',
      (at) => from(small, '10.0.0.5', { 'x-forwarded-for': `10.1.0.${at}` }),
      5,
    ],
    ['but not for what others ask', (at) => from(small, `10.2.0.${at}`), 0],
    [
      'behind a proxy by whom it passes on',
      (at) => from(proxied, '10.0.0.6', { 'x-forwarded-for': `10.3.0.${at}` }),
      0,
    ],
    ['and there too when it is one', () => from(proxied, '10.0.0.7', { 'x-forwarded-for': '10.4.0.1' }), 5],
  ])('%s', async (_name, ask, expected) => {
    expect(putOff(await manyTimes(ask))).toBe(expected)
  })

  test('is told with the seconds to wait, as a problem', async () => {
    const answers = await manyTimes(() => from(small, '10.0.0.8'))
    const put = answers.find(({ status }) => status === 429)
    expect(put?.json()).toMatchObject({ status: 429, code: 'too-many' })
    expect(Number(put?.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(put?.headers['retry-after'])).toBeLessThanOrEqual(60)
  })

  test('those who are signed in are counted each for themselves, though they sit in one office', async () => {
    const practice = await small.makePractice()
    const others = await Promise.all(Array.from({ length: 3 }, () => small.join(practice, 'biller')))
    for (const person of others) {
      const answers: Asked[] = []
      for (let at = 0; at < most - 2; at += 1) answers.push(await person.ask('GET', '/api/people/me'))
      expect(putOff(answers)).toBe(0)
    }
  })
})

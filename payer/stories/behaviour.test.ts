// How a payer behaves by plan data, on a clock the test moves: late, twice, out of order, silent.
import { instant } from '@goldenthread/core/values/day.ts'
import { describe, expect, test } from 'vitest'
import type { Behaviour } from '../src/behaviour.ts'
import type { ClaimTaken } from '../src/books.ts'
import { fileText, interchange, setSegments } from './claim-file.ts'
import {
  type Replied,
  ask,
  inFolder,
  kindOf,
  moveClock,
  pickUpAll,
  segmentsIn,
  settingsIn,
  submit,
  withPayer,
} from './payer-client.ts'

const behaving = <T>(behaviour: Behaviour, use: (url: string) => Promise<T>, seed = 'stories'): Promise<T> =>
  inFolder((folder) => withPayer(settingsIn(folder, behaviour, { seed }), ({ url }) => use(url)))

/** One file for each number, each with one claim of its own day. */
const files = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) =>
    fileText({
      control: String(101 + n).padStart(9, '0'),
      claims: [
        {
          number: `C${n + 1}`,
          lines: [
            {
              procedure: 'HC:90837:95',
              charge: '200',
              day: `202602${String((n % 28) + 1).padStart(2, '0')}`,
            },
          ],
        },
      ],
    }),
  )

const submitAll = async (url: string, texts: readonly string[]): Promise<readonly Replied[]> => {
  for (const text of texts) await submit(url, text)
  return pickUpAll(url)
}

describe('late', () => {
  const behaviour = { delayMinutes: { '277ca': 60, '835': 14 * 1440 } }

  test('each kind of answer waits its own time by the payer’s clock', () =>
    behaving(behaviour, async (url) => {
      expect((await submitAll(url, [fileText()])).map(kindOf)).toEqual(['ta1', '999'])
      await moveClock(url, '2026-03-11T13:01:59Z')
      expect(await pickUpAll(url)).toEqual([])
      await moveClock(url, '2026-03-11T13:02:00Z')
      expect((await pickUpAll(url)).map(kindOf)).toEqual(['277ca'])
      await moveClock(url, '2026-03-25T12:02:00Z')
      expect((await pickUpAll(url)).map(kindOf)).toEqual(['835'])
    }))

  test('a late 835 is dated the day it goes out, and the claim is judged by the day it came', () =>
    behaving({ delayMinutes: { '835': 80 * 1440 } }, async (url) => {
      await submit(url, fileText())
      await moveClock(url, '2026-06-30T00:00:00Z')
      const remittance = (await pickUpAll(url)).find((each) => kindOf(each) === '835')
      expect(segmentsIn(remittance?.text ?? '', 'BPR', 'CAS')).toEqual([
        'BPR*I*125*C*CHK************20260530',
        'CAS*CO*45*45',
        'CAS*PR*3*30',
      ])
    }))

  test('jitter spreads answers over its minutes, the same way for the same seed', async () => {
    const spread = (seed: string) =>
      behaving(
        { jitterMinutes: 9 },
        async (url) => {
          const found: number[] = [(await submitAll(url, files(10))).length]
          for (let minute = 3; minute <= 9; minute += 1) {
            await moveClock(url, `2026-03-11T12:${String(minute + 2).padStart(2, '0')}:00Z`)
            found.push((await pickUpAll(url)).length)
          }
          return found
        },
        seed,
      )
    const [one, again, other] = [await spread('a'), await spread('a'), await spread('b')]
    expect(one).toEqual(again)
    expect(one).not.toEqual(other)
    expect(one.reduce((sum, each) => sum + each, 0)).toBe(40)
    expect(one.filter((each) => each > 0).length).toBeGreaterThan(4)
  })

  test('a clock goes neither back nor, once it is the machine’s, anywhere else', () =>
    behaving({}, async (url) => {
      expect((await moveClock(url, '2026-03-11T12:01:59Z')).status).toBe(409)
      expect((await moveClock(url, 'tomorrow')).status).toBe(400)
      expect((await moveClock(url, '2026-03-12T00:00:00Z')).status).toBe(200)
      expect((await moveClock(url, 'real')).status).toBe(200)
      expect((await moveClock(url, '2026-03-13T00:00:00Z')).status).toBe(409)
    }))

  test('seconds count too', () =>
    behaving({ delayMinutes: { '277ca': 1 }, delaySeconds: { '277ca': 15, '835': 76 } }, async (url) => {
      await submit(url, fileText())
      await pickUpAll(url)
      await moveClock(url, '2026-03-11T12:03:14Z')
      expect(await pickUpAll(url)).toEqual([])
      await moveClock(url, '2026-03-11T12:03:15Z')
      expect((await pickUpAll(url)).map(kindOf)).toEqual(['277ca'])
      await moveClock(url, '2026-03-11T12:03:16Z')
      expect((await pickUpAll(url)).map(kindOf)).toEqual(['835'])
    }))

  test('a payer that is let go by the machine’s clock behaves as it was told for that', () =>
    inFolder((folder) => {
      const options = settingsIn(folder, { delayMinutes: { '277ca': 60, '835': 60 } })
      const plans = options.plans.map((each) => ({ ...each, behaviourByRealClock: {} }))
      return withPayer({ ...options, plans }, async ({ url }) => {
        const [before, after] = files(2)
        await submit(url, before ?? '')
        expect((await pickUpAll(url)).map(kindOf)).toEqual(['ta1', '999'])
        // Judged by the machine's day: what the claim comes to does not matter here, only that all is said at once.
        await moveClock(url, '2026-03-11T12:10:00Z')
        await moveClock(url, 'real')
        await pickUpAll(url)
        await submit(url, after ?? '')
        expect((await pickUpAll(url)).map(kindOf)).toEqual(['ta1', '999', '277ca', '835'])
      })
    }))

  test('a payer on the machine’s clock cannot be moved', () =>
    inFolder((folder) =>
      withPayer(settingsIn(folder, {}, { clock: 'real' }), async ({ url }) => {
        expect((await moveClock(url, '2026-03-12T00:00:00Z')).status).toBe(409)
      }),
    ))
})

describe('twice', () => {
  test('an answer that goes out again has the same bytes, another name and another PayloadID', () =>
    behaving({ twice: { kinds: ['835'], ofHundred: 100, laterMinutes: 30 } }, async (url) => {
      const first = await submitAll(url, [fileText()])
      expect(first.map(kindOf)).toEqual(['ta1', '999', '277ca', '835'])
      await moveClock(url, '2026-03-11T12:32:00Z')
      const [again, ...others] = await pickUpAll(url)
      expect(others).toEqual([])
      expect(kindOf(again ?? { name: '' })).toBe('835-again')
      expect(again?.text).toBe(first[3]?.text)
      expect(again?.id).not.toBe(first[3]?.id)
    }))

  test('of a hundred so many come twice, drawn from the seed', () =>
    behaving({ twice: { kinds: ['999'], ofHundred: 50, laterMinutes: 0 } }, async (url) => {
      const kinds = (await submitAll(url, files(20))).map(kindOf)
      const twice = kinds.filter((kind) => kind === '999-again').length
      expect(twice).toBeGreaterThan(3)
      expect(twice).toBeLessThan(17)
      expect(kinds.filter((kind) => kind.endsWith('-again'))).toHaveLength(twice)
    }))
})

describe('out of order', () => {
  test('reversed, the payment comes before the acknowledgments', () =>
    behaving({ order: 'reversed' }, async (url) => {
      expect((await submitAll(url, [fileText()])).map(kindOf)).toEqual(['835', '277ca', '999', 'ta1'])
    }))

  test('shuffled, files come in an order of the seed and none is missing', async () => {
    const shuffle = (seed: string) =>
      behaving(
        { order: 'shuffled' },
        async (url) => (await submitAll(url, files(5))).map(({ name }) => name),
        seed,
      )
    const [one, again, other] = [await shuffle('a'), await shuffle('a'), await shuffle('b')]
    expect(one).toEqual(again)
    expect(one).not.toEqual(other)
    expect(one.toSorted()).toEqual(other.toSorted())
    expect(one).not.toEqual(one.toSorted())
    expect(one).toHaveLength(20)
  })
})

describe('silent', () => {
  const three = interchange([
    setSegments({
      claims: [
        {
          number: 'C1',
          lines: [{ procedure: 'HC:90837:95', charge: '200', day: '20260302' }],
        },
        {
          number: 'C2',
          lines: [{ procedure: 'HC:90834:95', charge: '200', day: '20260303' }],
        },
        {
          number: 'C3',
          lines: [{ procedure: 'HC:90837:95', charge: '200', day: '20260304' }],
        },
      ],
    }),
  ])
  const outcomesOf = async (url: string) =>
    (await ask<readonly ClaimTaken[]>(url, '/control/claims')).map(
      ({ claimNumber, payerClaimNumber, outcome }) => `${claimNumber} ${payerClaimNumber} ${outcome}`,
    )

  test('of a claim it loses the payer says not a word after the 999', () =>
    behaving({ silent: [{ what: 'all', ofHundred: 100, claimNumbers: ['C2'] }] }, async (url) => {
      const [, , acknowledged, paid] = await submitAll(url, [three])
      expect(segmentsIn(acknowledged?.text ?? '', 'REF')).toEqual(['REF*1K*880121', 'REF*1K*880122'])
      expect(segmentsIn(paid?.text ?? '', 'CLP').map((segment) => segment.slice(0, 6))).toEqual([
        'CLP*C1',
        'CLP*C3',
      ])
      expect(await outcomesOf(url)).toEqual(['C1 880121 judged', 'C2  silent', 'C3 880122 judged'])
    }))

  test('a claim may be accepted and then never paid', () =>
    behaving({ silent: [{ what: 'payment', ofHundred: 100, codes: ['90834'] }] }, async (url) => {
      const [, , acknowledged, paid] = await submitAll(url, [three])
      expect(segmentsIn(acknowledged?.text ?? '', 'REF')).toHaveLength(3)
      expect(segmentsIn(paid?.text ?? '', 'CLP')).toHaveLength(2)
      expect(await outcomesOf(url)).toEqual(['C1 880121 judged', 'C2 880122 silent', 'C3 880123 judged'])
    }))

  test('a member of whose claims nothing is heard leaves a file with its 999 alone', () =>
    behaving({ silent: [{ what: 'all', ofHundred: 100, memberNumbers: ['LKM482207715'] }] }, async (url) => {
      expect((await submitAll(url, [three])).map(kindOf)).toEqual(['ta1', '999'])
    }))

  test('a claim that was lost and is sent again under a new number is paid', () =>
    behaving({ silent: [{ what: 'payment', ofHundred: 100, claimNumbers: ['C1001'] }] }, async (url) => {
      await submitAll(url, [fileText()])
      const again = await submitAll(url, [fileText({ control: '000000102', claims: [{ number: 'C1002' }] })])
      expect(segmentsIn(again[3]?.text ?? '', 'CLP')).toEqual(['CLP*C1002*1*200*125*30*CI*880122*10*1'])
    }))
})

test('a given clock stands until it is moved', () =>
  behaving({}, async (url) => {
    const { now } = await ask<{ now: string }>(url, '/health')
    expect(now).toBe(instant('2026-03-11T12:02:00Z'))
  }))

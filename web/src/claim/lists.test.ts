// Tries the lists, typed amounts, moments and standings.
import { describe, expect, test } from 'vitest'
import { centsOfText } from './cents-of-text.ts'
import { type Counted, cleanShare, firstList, shownLists, stuckCents } from './lists.ts'
import { dayIn, momentText } from './moment-text.ts'
import { standingOf } from './work.ts'

const counted = (name: Counted['name'], claims: number, atStake = 0): Counted => ({
  name,
  claims,
  atStake,
  leavesAt: null,
})

describe('the lists', () => {
  test('begin with the first that has something in it, and show rare ones only then', () => {
    const counts = [counted('rejected', 0), counted('denied', 2), counted('late', 1), counted('by-hand', 0)]
    expect(firstList(counts)).toBe('denied')
    const names = shownLists(counts, null).map(({ name }) => name)
    expect(names).toContain('late')
    expect(names).not.toContain('by-hand')
    expect(shownLists(counts, 'by-hand').map(({ name }) => name)).toContain('by-hand')
  })

  test('count money that is stuck once, and nothing that only waits to leave', () => {
    const counts = [
      counted('rejected', 1, 100),
      counted('late', 1, 100),
      counted('ready', 3, 500),
      counted('ageing', 1, 7),
    ]
    expect(stuckCents(counts)).toBe(107)
  })

  test('say the share of clean claims to a tenth, and nothing where none was decided', () => {
    expect(cleanShare({ decided: 336, clean: 329 })).toBe('97.9%')
    expect(cleanShare({ decided: 0, clean: 0 })).toBe(null)
  })
})

test.each([
  ['12.50', 1250],
  ['$1,204', 120400],
  ['7.5', 750],
  ['0', null],
  ['12.505', null],
  ['1,20', null],
  ['-3', null],
  ['', null],
])('the amount “%s” is %s cents', (text, cents) => {
  expect(centsOfText(text)).toBe(cents)
})

const spaced = (text: string): string => text.replaceAll('\u00a0', ' ')

test('a moment is told on the practice’s clock, with the year where it is another', () => {
  const instant = '2026-03-10T02:06:00Z'
  expect(dayIn(Date.parse(instant), 'America/New_York')).toBe('2026-03-09')
  expect(spaced(momentText(instant, 'America/New_York', '2026-04-01'))).toBe('Mar 9, 10:06 pm')
  expect(spaced(momentText(instant, 'America/New_York', '2027-01-01'))).toBe('Mar 9, 2026, 10:06 pm')
})

test.each([
  ['filed', 'electronic', null, 'ready'],
  ['filed', 'mail', null, 'by-hand'],
  ['accepted', 'electronic', null, 'waiting'],
  ['answered', 'electronic', 'rejected', 'denied'],
  ['answered', 'electronic', 'partly', 'denied'],
  ['answered', 'electronic', 'accepted', 'underpaid'],
  ['answered', 'electronic', null, 'settled'],
] as const)(
  'a claim that is %s (%s, %s) with money at stake stands as %s',
  (status, channel, verdict, standing) => {
    expect(standingOf({ status, channel, findings: [], supersededAt: null } as never, 100, verdict)).toBe(
      standing,
    )
  },
)

test('a claim of which nothing is at stake any more is paid, or was decided', () => {
  const answered = { status: 'answered', channel: 'electronic', findings: [], supersededAt: null } as never
  expect(standingOf(answered, 0, 'accepted')).toBe('paid')
  expect(standingOf(answered, 0, 'rejected')).toBe('settled')
})

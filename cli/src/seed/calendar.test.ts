// The demo's calendar and its people: whole, free of collisions, and the same for the same seed.
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { shippedFacts } from '@goldenthread/core/facts/shipped/shipped.ts'
import { day } from '@goldenthread/core/values/day.ts'
import { type Appointment, demoCalendar } from './calendar.ts'
import { demoClients } from './clients.ts'
import { makeDice } from './dice.ts'
import { payers } from './payers.ts'
import { providers } from './staff.ts'
import { themeOf } from './themes.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const today = day('2026-03-10')

const cast = (seed: string, on = today) => {
  const dice = makeDice(seed, sha256)
  const clients = demoClients(on, dice)
  return { clients, calendar: demoCalendar(clients, on, dice) }
}

const { clients, calendar } = cast('fernbrook')

describe('the calendar', () => {
  test('reaches twelve weeks back and four ahead', () => {
    const offsets = calendar.map(({ offset }) => offset)
    expect([Math.min(...offsets), Math.max(...offsets)]).toEqual([-84, 28])
  })

  test('never has a provider in two sessions at once', () => {
    // The calendar is in the order of days and times.
    const last = new Map<string, Appointment>()
    for (const next of calendar) {
      const { provider } = next.client.row
      const before = last.get(provider)
      const clash = before !== undefined && before.day === next.day && before.stop > next.start
      expect(clash, `${provider} ${next.day} ${next.start}`).toBe(false)
      last.set(provider, next)
    }
  })

  test.each(['2026-03-08', '2026-03-10', '2026-03-14'])('has sessions on today, be it %s', (on) => {
    const todays = cast('fernbrook', day(on)).calendar.filter(({ offset }) => offset === 0)
    expect(todays.length).toBeGreaterThanOrEqual(6)
  })

  test('is the same for the same seed, and another for another', () => {
    expect(cast('fernbrook').calendar).toEqual(calendar)
    expect(cast('elsewhere').calendar).not.toEqual(calendar)
  })

  test('leaves work of the last days to be done, and one session that nobody has confirmed for weeks', () => {
    const past = calendar.filter(({ offset }) => offset < 0)
    const waiting = past.filter(({ progress }) => progress === 'draft' || progress === 'unconfirmed')
    expect(waiting.length).toBeGreaterThan(2)
    const older = waiting.filter(({ offset }) => offset < -3)
    expect(older.map(({ client, progress }) => [client.row.last, progress])).toEqual([
      ['Quill', 'unconfirmed'],
    ])
  })

  test('has a Medicaid client who did not come', () => {
    const missed = calendar.filter(({ attendance }) => attendance === 'no-show')
    expect(missed.some(({ client }) => client.row.payer === 'medicaid')).toBe(true)
  })
})

describe('the people', () => {
  test('are sixty clients of six providers with six different licences, an associate among them', () => {
    expect(clients).toHaveLength(60)
    expect(new Set(providers.map(({ document }) => document.credentials)).size).toBe(6)
    const classes = providers.map(
      ({ document }) => shippedFacts.credential(document.credentials, today)?.licenceClass,
    )
    expect(new Set(classes)).toEqual(new Set(['prescriber', 'psychologist', 'masters', 'associate']))
    expect(providers.filter(({ supervisor }) => supervisor !== null)).toHaveLength(1)
  })

  test('are paid for by six payers of six classes', () => {
    expect(new Set(payers.map(({ payer }) => payer.class)).size).toBe(6)
    const used = new Set(clients.flatMap(({ coverages }) => coverages.map(({ payer }) => payer)))
    expect(used.size).toBe(6)
  })

  const named: readonly (readonly [who: string, of: (client: (typeof clients)[number]) => boolean])[] = [
    [
      'a child of two households',
      ({ contacts }) =>
        contacts.filter(({ relation, mayConsent }) => relation === 'parent' && mayConsent).length === 2 &&
        contacts.some(({ address }) => address !== undefined),
    ],
    ['a couple', ({ contacts }) => contacts.some(({ relation }) => relation === 'partner')],
    [
      'a Medicare client with Medicaid behind it',
      ({ coverages }) => coverages.map(({ payer }) => payer).join() === 'medicare,medicaid',
    ],
    [
      'a client of an employee assistance program, with an authorization',
      ({ coverages: [first] }) => first?.payer === 'lantern' && first.authorization !== null,
    ],
    [
      'a client whose plan leaves therapy to the state',
      ({ coverages }) => coverages.map(({ payer }) => payer).join() === 'tidewater,medicaid',
    ],
    ['a client who pays alone', ({ coverages }) => coverages.length === 0],
  ]
  test.each(named)('%s is among them', (_, is) => {
    expect(clients.some(is)).toBe(true)
  })

  test('have each a name and, with each payer, a member number of their own', () => {
    expect(new Set(clients.map(({ key }) => key)).size).toBe(60)
    const numbers = clients.flatMap(({ coverages }) => coverages.map((each) => each.memberNumber))
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test('come for what has a complete code', () => {
    for (const { row } of clients)
      for (const { code } of themeOf(row.theme).diagnoses)
        expect(shippedFacts.diagnosis(code, today)?.billable, code).toBe(true)
  })
})

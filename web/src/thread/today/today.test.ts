// Today's words: the sentence of a row, the greeting, which session is raised, what needs a person.
import { describe, expect, test } from 'vitest'
import type { SessionToday, Waiting } from './asked.ts'
import { greetingOf } from './greeting.ts'
import { needsOf } from './needs-you-words.ts'
import { placesOf, raisedOf } from './place-in-day.ts'
import { sentenceOf } from './sentence.ts'
import { amountOf, amountWords, howWords } from './session-words.ts'

const now = Date.parse('2026-03-12T15:00:00Z') // 11:00 in New York

const names = ['session', 'note', 'code', 'claim', 'pay'] as const
const expected = { payer: 8740, client: 2500, isOpen: false, basis: 'last-time', codes: ['90834'] } as const
const planned: SessionToday = {
  id: 'a',
  status: 'scheduled',
  day: '2026-03-12',
  start: '11:30',
  stop: '12:20',
  startsAt: '2026-03-12T15:30:00Z',
  stopsAt: '2026-03-12T16:20:00Z',
  zone: 'America/New_York',
  modality: 'audio-video',
  with: 'individual',
  client: { id: 'c', name: 'Maya Ruiz', chosenName: null },
  provider: { id: 'p', name: 'Nora Adeyemi' },
  payer: 'Harbor Health',
  noteId: null,
  note: null,
  missing: 0,
  claimId: null,
  claim: null,
  expected: { ...expected, codes: [...expected.codes] },
  version: 1,
  links: names.map((name) => ({ name, state: 'not-yet', says: `${name} says` })),
}

const over = (minutesAgo: number): Partial<SessionToday> => ({
  startsAt: '2026-03-12T14:00:00Z',
  stopsAt: new Date(now - minutesAgo * 60_000).toISOString(),
})
const with_ = (changed: Partial<SessionToday>): SessionToday => ({ ...planned, ...changed })
const linked = (name: string, state: SessionToday['links'][number]['state'], says: string) =>
  planned.links.map((link) => (link.name === name ? { ...link, state, says } : link))
const onItsWay = (
  status: NonNullable<SessionToday['claim']>['status'],
  changed: Partial<NonNullable<SessionToday['claim']>> = {},
): Partial<SessionToday> => ({
  ...over(60),
  status: 'confirmed',
  note: 'signed',
  claimId: 'm',
  claim: { status, byHand: false, departsAt: null, lastAt: '2026-03-12T14:31:00Z', ...changed },
})

describe('the sentence of a session', () => {
  test.each<readonly [string, Partial<SessionToday>, string]>([
    ['planned, with a copay', {}, 'Covered. Maya pays $25.00.'],
    [
      'planned, the plan stating nothing',
      { expected: { ...expected, codes: [...expected.codes], isOpen: true } },
      'Covered by Harbor Health. What Maya pays is not stated.',
    ],
    [
      'planned, paid privately',
      {
        links: linked('claim', 'not-used', ''),
        expected: { payer: 0, client: 14000, isOpen: false, basis: 'planned', codes: ['90834'] },
      },
      'Maya pays $140.00.',
    ],
    ['planned, no fee held', { expected: null }, 'Covered by Harbor Health. No fee is held yet.'],
    ['going on', { startsAt: '2026-03-12T14:30:00Z', stopsAt: '2026-03-12T15:20:00Z' }, 'Now, until 11:20.'],
    ['over, nothing written', over(4), 'Ended 4 minutes ago. The note is not begun.'],
    [
      'over, a draft that lacks two things',
      { ...over(1), note: 'draft', missing: 2, status: 'confirmed' },
      'Ended 1 minute ago. Two things are missing from the note.',
    ],
    ['over for hours', { ...over(90), note: 'draft' }, 'Ended at 9:30. The note is not signed.'],
    [
      'filed, to be taken back yet',
      onItsWay('filed', { departsAt: '2026-03-12T15:10:00Z' }),
      'Filed. It leaves at 11:10.',
    ],
    ['filed, for the post', onItsWay('filed', { byHand: true }), 'Filed. A person sends it.'],
    ['sent', onItsWay('sent'), 'Sent at 10:31. No answer yet.'],
    ['accepted', onItsWay('accepted'), 'Harbor Health accepted it at 10:31.'],
    [
      'accepted on a later day',
      onItsWay('accepted', { lastAt: '2026-03-14T14:31:00Z' }),
      'Harbor Health accepted it on Mar\u00A014.',
    ],
    [
      'answered',
      { ...onItsWay('answered'), links: linked('pay', 'holds', 'The payer paid $87.40 as expected.') },
      'Harbor Health paid $87.40 as expected.',
    ],
    [
      'rejected',
      { ...onItsWay('rejected'), links: linked('claim', 'needs-you', 'The member number is not known.') },
      'The member number is not known.',
    ],
    [
      'missed',
      { status: 'no-show', links: linked('session', 'not-used', 'The client did not come.') },
      'The client did not come.',
    ],
  ])('%s', (_name, changed, says) => {
    expect(sentenceOf(with_(changed), now)).toBe(says)
  })
})

const ended = with_({ id: 'over', ...over(4) })
const filed = with_({ id: 'filed', ...onItsWay('sent') })
const missed = with_({ id: 'missed', status: 'no-show' })
const mine = (): boolean => true

describe('the greeting', () => {
  const day = { day: '2026-03-12', today: '2026-03-12' }
  const said = (items: readonly SessionToday[], own = mine): string => {
    const { before, name, after } = greetingOf({ ...day, items }, now, own)
    return `${before}${name ?? ''}${after}`
  }
  test('counts the day and names who waits', () => {
    expect(said([filed, ended, planned])).toBe(
      'Three sessions. One is filed. Maya Ruiz is waiting for a note.',
    )
    expect(said([ended, ended, ended])).toBe('Three sessions. Maya Ruiz and two more are waiting for notes.')
  })
  test('names nobody whose note another one writes', () => {
    expect(said([filed, ended], () => false)).toBe('Two sessions. One is filed. One waits for its note.')
  })
  test('does not count what did not take place', () => {
    expect(said([filed, missed])).toBe('One session. It is filed. One did not take place.')
  })
  test('says that nothing is booked', () => {
    expect(said([])).toBe('Nothing is booked today.')
    expect(greetingOf({ day: '2026-03-01', today: '2026-03-12', items: [] }, now, mine).before).toBe(
      'Nothing was booked that day.',
    )
  })
})

describe('the raised session', () => {
  const goingOn = with_({ id: 'on', startsAt: '2026-03-12T14:30:00Z' })
  test('is the first that waits for its note, else the one that is going on', () => {
    expect(raisedOf([filed, ended, goingOn], now, mine)?.id).toBe('over')
    expect(raisedOf([filed, goingOn, planned], now, mine)?.id).toBe('on')
    expect(raisedOf([filed, planned], now, mine)).toBeNull()
  })
  test('is nobody else’s', () => {
    expect(raisedOf([ended], now, () => false)).toBeNull()
  })
  test('the day is sewn up to the session that began last', () => {
    expect(placesOf([filed, ended, planned], now)).toEqual(['before-now', 'now', 'after-now'])
    expect(placesOf([planned], now)).toEqual(['after-now'])
  })
})

describe('an amount', () => {
  test('says of whom it is expected and by what', () => {
    expect(amountOf(planned)).toBe(11240)
    expect(amountWords(planned)).toBe(
      'Expected: $87.40 from Harbor Health, $25.00 from the client. 90834, by the codes of the last session.',
    )
    expect(amountOf(with_({ expected: null }))).toBeNull()
  })
  test('a missed session is not called self-pay', () => {
    const links = linked('claim', 'not-used', '')
    expect(howWords(with_({ links }))).toBe('Video, individual, self-pay')
    expect(howWords(with_({ links, status: 'no-show' }))).toBe('Video, individual')
  })
})

describe('what needs a person', () => {
  const claim = (id: string) => ({
    id,
    sessionId: `s-${id}`,
    client: { id: 'c', name: 'Tom Lindqvist' },
    payer: 'Prairie Medicaid',
    day: '2026-03-02',
    says: 'The birth date is another one.',
  })
  const list = (
    worklist: Waiting['claims'][number]['worklist'],
    claims: number,
    ...ids: readonly string[]
  ): Waiting['claims'][number] => ({ worklist, claims, expected: 0, first: ids.map(claim) })

  test('each claim has one sentence, whichever lists it stands in', () => {
    const { shown, rest, count } = needsOf(
      { claims: [list('held', 1, 'x'), list('late', 1, 'x')], notes: [] },
      '2026-03-12',
      true,
    )
    expect(shown.map(({ says }) => says)).toEqual([
      'The claim of Mar\u00A02 is held. The birth date is another one.',
    ])
    expect([rest, count]).toEqual([[], 1])
  })
  test('a held claim leads a therapist to its note and a biller to the claim', () => {
    const held = { claims: [list('held', 1, 'x')], notes: [] }
    expect(needsOf(held, '2026-03-12', true).shown[0]?.to).toEqual({ kind: 'session', sessionId: 's-x' })
    expect(needsOf(held, '2026-03-12', false).shown[0]?.to).toEqual({
      kind: 'claim',
      list: 'held',
      claimId: 'x',
    })
  })
  test('what is not told by name is counted', () => {
    const { shown, rest, count } = needsOf(
      { claims: [list('rejected', 9, 'a', 'b', 'c'), list('denied', 4, 'd', 'e', 'f')], notes: [] },
      '2026-03-12',
      true,
    )
    expect(shown).toHaveLength(5)
    expect(rest.map(({ says }) => says)).toEqual(['6 more claims rejected', '2 more claims denied'])
    expect(count).toBe(13)
  })
})

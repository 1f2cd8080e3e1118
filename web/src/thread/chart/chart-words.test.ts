// A chart in words.
import { describe, expect, test } from 'vitest'
import type { ChartSession } from './asked.ts'
import { ageOn, birthText, bodyOf, knotOf, noteWords, spanWords, titleOf } from './chart-words.ts'

const session: ChartSession = {
  id: '0',
  status: 'confirmed',
  day: '2026-03-10',
  start: '09:00',
  stop: '09:51',
  stopsAt: '2026-03-10T13:51:00Z',
  minutes: 51,
  modality: 'audio-video',
  provider: 'Ada Lorne',
  payer: 'Harbor Health',
  codes: ['90834'],
  note: {
    id: '1',
    status: 'signed',
    template: 'dap',
    signedAt: '2026-03-10T13:57:00Z',
    late: null,
    versions: 1,
    coSign: null,
    begins: 'Came in after a second argument.',
  },
  claim: null,
  expected: null,
  paid: null,
  links: [],
}
const note = session.note

test.each([
  ['1992-03-14', '2026-03-13', 33],
  ['1992-03-14', '2026-03-14', 34],
  ['2024-02-29', '2026-02-28', 1],
])('who is born on %s is on %s so many years old', (birth, day, age) => {
  expect(ageOn(birth, day)).toBe(age)
})

test('a birth is told as offices tell it', () => expect(birthText('1992-03-14')).toBe('03/14/1992'))

describe('a note', () => {
  test('is told with how long after the session it was signed', () => {
    expect(noteWords(session)).toBe('Signed, 6 min after')
    expect(noteWords({ ...session, stopsAt: '2026-03-10T09:57:00Z' })).toBe('Signed, 4 h after')
  })
  test('is told as late, amended and waiting for the supervisor where it is', () => {
    if (note === null) throw new Error('the example has a note')
    const late = { hoursAfter: 96, limitHours: 24 }
    const told = noteWords({
      stopsAt: '2026-03-06T13:57:00Z',
      note: { ...note, late, versions: 2, coSign: 'waits' },
    })
    expect(told).toBe('Signed late, 4 days after, amended, waits for co-signature')
  })
  test('that is a draft is open, and none is nothing', () => {
    if (note === null) throw new Error('the example has a note')
    expect(noteWords({ ...session, note: { ...note, status: 'draft', signedAt: null } })).toBe('Open')
    expect(noteWords({ ...session, note: null })).toBeNull()
  })
})

describe('a session along the thread', () => {
  test('says minutes, means and codes; what needs a person comes behind', () => {
    expect(bodyOf(session)).toBe('51 min, video, 90834')
    const link = { name: 'note', state: 'needs-you', says: 'Nobody has signed it.' } as const
    expect(bodyOf({ ...session, links: [link] })).toBe('51 min, video, 90834. Nobody has signed it.')
    expect(knotOf({ ...session, links: [link] })).toBe('needs-you')
  })
  test('that waits for its note says so', () => {
    expect(bodyOf({ ...session, codes: [], note: null })).toBe('51 min, video. Waiting for its note.')
  })
  test('is numbered where it took place, and named by what became of it otherwise', () => {
    expect(titleOf(session, 14)).toBe('Session 14')
    expect(titleOf({ status: 'no-show' }, 14)).toBe('Did not come')
    expect(knotOf({ ...session, status: 'no-show' })).toBe('event')
    expect(knotOf({ ...session, status: 'scheduled' })).toBe('not-yet')
  })
})

test('a diagnosis says since when, or from when to when, and in how many notes', () => {
  const span = {
    code: 'F33.1',
    label: null,
    words: null,
    source: null,
    since: '2026-01-05',
    last: '2026-02-02',
    lastSessionId: '0',
    stands: true,
    notes: 2,
  }
  expect(spanWords(span, '2026-03-10')).toBe('Since Jan\u00A05, in 2 signed notes')
  expect(spanWords({ ...span, stands: false, notes: 1 }, '2026-03-10')).toBe(
    'Jan\u00A05 to Feb\u00A02, in one signed note',
  )
})

// What is said of a session in the sheets: what it may become, and the facts as the server takes them.
import { describe, expect, test } from 'vitest'
import { mayBecome } from './attendance.ts'
import { justEnded, unplannedWritten } from './unplanned.ts'
import { type SessionFacts, minutesTyped, typedOf, heldOtherwise } from './typed-facts.ts'

const facts: SessionFacts = {
  day: '2026-03-12',
  start: '11:00',
  stop: '11:50',
  zone: 'America/New_York',
  startInstant: '2026-03-12T15:00:00Z',
  stopInstant: '2026-03-12T15:50:00Z',
  modality: 'audio-video',
  clientPlace: { setting: 'home', city: 'Albany', state: 'NY' },
  providerPlace: { setting: 'office', city: null, state: 'NY' },
  attendees: [{ role: 'client' }],
  therapyMinutes: null,
  emMinutes: null,
  platform: 'Doxy',
  telehealthConsent: '2026-01-05',
}

describe('what a session may become', () => {
  const at = (time: string) => mayBecome(facts, Date.parse(`2026-03-12T${time}:00Z`))
  test.each([
    ['10:00', ['late-cancel', 'cancelled']],
    ['15:20', ['no-show', 'late-cancel', 'cancelled']],
    ['15:50', ['as-planned', 'otherwise', 'no-show', 'late-cancel', 'cancelled']],
  ])('at %s UTC', (time, may) => {
    expect(at(time)).toEqual(may)
  })
})

describe('a session held otherwise', () => {
  test('keeps what was not changed', () => {
    const written = heldOtherwise(facts, { ...typedOf(facts), stop: '11:40', state: ' nj ' })
    expect(written).toMatchObject({
      start: '11:00',
      stop: '11:40',
      clientPlace: { setting: 'home', city: 'Albany', state: 'NJ' },
      platform: 'Doxy',
    })
    expect(written).not.toHaveProperty('startInstant')
    expect(written).not.toHaveProperty('stopDay')
  })
  test('over midnight it stops on the next day', () => {
    expect(heldOtherwise(facts, { ...typedOf(facts), start: '23:30', stop: '00:15' }).stopDay).toBe(
      '2026-03-13',
    )
    expect(minutesTyped({ start: '23:30', stop: '00:15' })).toBe(45)
    expect(minutesTyped({ start: '', stop: '00:15' })).toBeNull()
  })
})

describe('an unplanned session', () => {
  const now = Date.parse('2026-03-12T15:07:30Z')
  test('has just ended on the practice’s clock, held as the last one was', () => {
    const said = justEnded(now, 'America/New_York', facts)
    expect(said).toEqual({
      day: '2026-03-12',
      typed: { start: '10:17', stop: '11:07', modality: 'audio-video', setting: 'home', state: 'NY' },
    })
    expect(unplannedWritten(said, facts)).toMatchObject({ platform: 'Doxy', telehealthConsent: '2026-01-05' })
  })
  test('without a last one it was in the office', () => {
    const said = justEnded(now, 'America/New_York', null)
    expect(unplannedWritten(said, null)).toMatchObject({
      modality: 'in-person',
      clientPlace: { setting: 'office', city: null, state: null },
      attendees: [{ role: 'client' }],
      platform: null,
    })
  })
})

// What a note is opened with, and how a draft keeps in step with its session.
import { describe, expect, test } from 'vitest'
import { officeCase } from '../rules/example-case.ts'
import type { Session } from '../session/session.ts'
import { clockTime, instant } from '../values/day.ts'
import { beginNote, keepInStep, recordedFrom } from './prefill-note.ts'

const session = officeCase.session as Session
const longer: Session = {
  ...session,
  stop: clockTime('15:00'),
  stopInstant: instant(`${session.day}T22:00:00Z`),
  platform: 'Clearlane Rooms',
}
const { client, provider } = officeCase.people

describe('a note as it is opened', () => {
  const note = beginNote({ template: 'soap', client, provider, session, last: null })

  test('names client, day, times, places and author without anybody typing them', () => {
    expect(note.identity).toEqual({ name: client.name, birthDate: client.birthDate })
    expect(note.author).toEqual({ name: provider.name, credentials: provider.credentials })
    expect(note.recorded).toMatchObject({ day: session.day, start: session.start, stop: session.stop })
    expect(note.recorded.clientPlace).toEqual(session.clientPlace)
  })

  test('assesses nothing, names no procedure and is not signed', () => {
    expect([note.sections, note.picks, note.recorded.procedures]).toEqual([{}, {}, []])
    expect(note.signature).toBeNull()
  })
})

describe('a draft whose session was changed', () => {
  test('follows it where it stood as it was filled in', () => {
    expect(keepInStep(recordedFrom(session), session, longer)).toEqual(recordedFrom(longer))
  })

  test('keeps what its author wrote otherwise', () => {
    const written = { ...recordedFrom(session), stop: clockTime('14:40'), minutes: 40 }
    const kept = keepInStep(written, session, longer)
    expect([kept.stop, kept.minutes, kept.platform]).toEqual(['14:40', 40, 'Clearlane Rooms'])
  })
})

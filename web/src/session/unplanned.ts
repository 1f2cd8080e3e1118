// A session that nobody planned: it has just ended, held as the last one with this client was.
import { addDays, type Day } from '@goldenthread/core/values/day.ts'
import { type SessionFacts, type TypedFacts, settingOptions } from './typed-facts.ts'
import type { WrittenSession } from './written-session.ts'

const minute = 60_000
/** As long as most sessions are planned; whoever records it says how long it was. */
const usualMinutes = 50

/** Day and time on the clock of a zone; without one on this machine's. */
export const clockAt = (
  at: number,
  zone: string | undefined,
): { readonly day: string; readonly time: string } => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).formatToParts(at)
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? ''
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` }
}

export interface Unplanned {
  readonly day: string
  readonly typed: TypedFacts
}

/** What stands in the form at first: it ends now, in whole minutes, and was held as the last one was. */
export const justEnded = (now: number, zone: string | undefined, last: SessionFacts | null): Unplanned => {
  const [began, ended] = [clockAt(now - usualMinutes * minute, zone), clockAt(now, zone)]
  return {
    day: began.day,
    typed: {
      start: began.time,
      stop: ended.time,
      modality: last?.modality ?? 'in-person',
      setting: last?.clientPlace.setting ?? 'office',
      state: last?.clientPlace.state ?? '',
    },
  }
}

const nowhere = { setting: null, city: null, state: null }

/** As the server takes it: attendees, places and consent as they were the last time. */
export const unplannedWritten = ({ day, typed }: Unplanned, last: SessionFacts | null): WrittenSession => {
  const setting = settingOptions.find(({ value }) => value === typed.setting)?.value ?? null
  const state = typed.state.trim().toUpperCase() || null
  return {
    day,
    start: typed.start,
    stop: typed.stop,
    ...(typed.stop < typed.start ? { stopDay: addDays(day as Day, 1) } : {}),
    modality: typed.modality,
    clientPlace: { ...(last?.clientPlace ?? nowhere), setting, state },
    providerPlace: last?.providerPlace ?? { ...nowhere, setting: 'office', state },
    attendees: last?.attendees ?? [{ role: 'client' }],
    therapyMinutes: null,
    emMinutes: null,
    platform: typed.modality === 'in-person' ? null : (last?.platform ?? null),
    telehealthConsent: last?.telehealthConsent ?? null,
  }
}

// The facts of a session as they are typed into a form, and as the server takes them.
import type { components } from '../api/generated.api.ts'
import { addDays, type Day } from '@goldenthread/core/values/day.ts'

export type SessionRecord = components['schemas']['Session']
export type SessionFacts = components['schemas']['SessionFacts']
export type WrittenSession = components['schemas']['WrittenSessionInput']
export type Attendance = 'held' | 'no-show' | 'late-cancel' | 'cancelled'

export const modalityOptions: readonly {
  readonly value: SessionFacts['modality']
  readonly label: string
}[] = [
  { value: 'in-person', label: 'In person' },
  { value: 'audio-video', label: 'Video' },
  { value: 'audio-only', label: 'Telephone' },
]

export const settingOptions: readonly {
  readonly value: NonNullable<SessionFacts['clientPlace']['setting']>
  readonly label: string
}[] = [
  { value: 'office', label: 'Office' },
  { value: 'home', label: 'Home' },
  { value: 'school', label: 'School' },
  { value: 'work', label: 'Work' },
  { value: 'clinic', label: 'Clinic' },
  { value: 'community-mental-health-center', label: 'Community mental health center' },
  { value: 'shelter', label: 'Shelter' },
  { value: 'assisted-living', label: 'Assisted living' },
  { value: 'group-home', label: 'Group home' },
  { value: 'nursing-facility', label: 'Nursing facility' },
  { value: 'hospital-inpatient', label: 'Hospital, inpatient' },
  { value: 'hospital-outpatient', label: 'Hospital, outpatient' },
  { value: 'emergency-room', label: 'Emergency room' },
  { value: 'vehicle', label: 'Vehicle' },
  { value: 'other', label: 'Elsewhere' },
]

/** What a person may change when it was held otherwise. */
export interface TypedFacts {
  readonly start: string
  readonly stop: string
  readonly modality: SessionFacts['modality']
  readonly setting: string
  readonly state: string
}

export const typedOf = ({ start, stop, modality, clientPlace }: SessionFacts): TypedFacts => ({
  start,
  stop,
  modality,
  setting: clientPlace.setting ?? '',
  state: clientPlace.state ?? '',
})

/** The session as it was, the rest as planned. A stop before the start lies on the next day. */
export const writtenOf = (facts: SessionFacts, typed: TypedFacts): WrittenSession => {
  const { startInstant: _start, stopInstant: _stop, ...rest } = facts
  const setting = settingOptions.find(({ value }) => value === typed.setting)?.value ?? null
  return {
    ...rest,
    start: typed.start,
    stop: typed.stop,
    ...(typed.stop < typed.start ? { stopDay: addDays(facts.day as Day, 1) } : {}),
    modality: typed.modality,
    clientPlace: { ...facts.clientPlace, setting, state: typed.state.trim().toUpperCase() || null },
  }
}

/** Minutes between two times of the clock, over midnight where the second is the earlier one; null while one is not typed. */
export const minutesTyped = ({ start, stop }: Pick<TypedFacts, 'start' | 'stop'>): number | null => {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  if (!/^\d\d:\d\d$/.test(start) || !/^\d\d:\d\d$/.test(stop)) return null
  const between = minutes(stop) - minutes(start)
  return between < 0 ? between + 1440 : between
}

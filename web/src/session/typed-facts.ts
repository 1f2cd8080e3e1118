// The facts of a session that may have been otherwise, as they are typed into a form.
import type { components } from '../api/generated.api.ts'
import { type WrittenSession, minutesOf, writtenOf } from './written-session.ts'

export type SessionFacts = components['schemas']['SessionFacts']
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
export const heldOtherwise = (facts: SessionFacts, typed: TypedFacts): WrittenSession => {
  const setting = settingOptions.find(({ value }) => value === typed.setting)?.value ?? null
  const state = typed.state.trim().toUpperCase() || null
  const { start, stop, modality } = typed
  return writtenOf({
    ...facts,
    start,
    stop,
    modality,
    clientPlace: { ...facts.clientPlace, setting, state },
  })
}

/** Minutes between two times of the clock, over midnight where the second is the earlier one; null while one is not typed. */
export const minutesTyped = (times: Pick<TypedFacts, 'start' | 'stop'>): number | null =>
  /^\d\d:\d\d$/.test(times.start) && /^\d\d:\d\d$/.test(times.stop) ? minutesOf(times) : null

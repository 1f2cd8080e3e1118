// A session as it is written: times on the clock of its place, and how it was held.
import { type Day, addDays } from '@goldenthread/core/values/day.ts'
import type { components } from '../api/generated.api.ts'

export type WrittenSession = components['schemas']['WrittenSessionInput']
export type SessionRow = components['schemas']['Session']
type Facts = SessionRow['session']

/** What is written of a session as it stands, to be changed and sent back. */
export const writtenOf = (session: Facts): WrittenSession => {
  const { startInstant: _start, stopInstant: _stop, ...written } = session
  return written.stop < written.start ? { ...written, stopDay: addDays(written.day as Day, 1) } : written
}

export const sameWritten = (one: WrittenSession, other: WrittenSession): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** "10:02 to 10:53 am", as a clock of twelve hours says it. */
export const timesText = ({ start, stop }: Pick<Facts, 'start' | 'stop'>): string => {
  const [from, to] = [twelve(start), twelve(stop)]
  return from.half === to.half
    ? `${from.time} to ${to.time} ${to.half}`
    : `${from.time} ${from.half} to ${to.time} ${to.half}`
}

const twelve = (clock: string): { readonly time: string; readonly half: 'am' | 'pm' } => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  const hour = hours % 12 === 0 ? 12 : hours % 12
  return { time: `${hour}:${String(minutes).padStart(2, '0')}`, half: hours < 12 ? 'am' : 'pm' }
}

const means: Readonly<Record<Facts['modality'], string>> = {
  'in-person': 'In person',
  'audio-video': 'Video',
  'audio-only': 'Telephone',
}

export const modalityText = (modality: Facts['modality']): string => means[modality]

/** "Video, OR and OR": the means, and the states of client and provider. */
export const placesText = ({
  modality,
  clientPlace,
  providerPlace,
}: Pick<Facts, 'modality' | 'clientPlace' | 'providerPlace'>): string => {
  const states = [clientPlace.state, providerPlace.state]
  if (modality === 'in-person')
    return clientPlace.state === null ? means[modality] : `${means[modality]}, ${clientPlace.state}`
  return states.includes(null) ? means[modality] : `${means[modality]}, ${states.join(' and ')}`
}

/** Minutes from start to stop; over midnight counts on. */
export const minutesOf = ({ start, stop }: Pick<Facts, 'start' | 'stop'>): number => {
  const at = (clock: string): number => {
    const [hours = 0, minutes = 0] = clock.split(':').map(Number)
    return hours * 60 + minutes
  }
  return (at(stop) - at(start) + 1440) % 1440
}

// The time rule against a table of bands typed by hand, minute by minute.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { day } from '../values/day.ts'
import type { TimedService } from '../facts/facts.ts'
import { shippedFacts as facts } from '../facts/shipped/shipped.ts'
import { leastMinutes, minutesBeyond, pickBand } from './time-rule.ts'

const on = day('2026-03-10')
const lastMinute = 240

interface WitnessRow {
  readonly service: TimedService
  readonly from: number
  readonly to: number
  readonly codes: string
}

const witness: readonly WitnessRow[] = readFileSync(
  join(import.meta.dirname, 'time-rule.witness.csv'),
  'utf8',
)
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#') && !line.startsWith('service,'))
  .map((line) => {
    const [service = '', from = '', to = '', codes = ''] = line.split(',').map((cell) => cell.trim())
    return {
      service: service as TimedService,
      from: Number(from),
      to: to === '' ? lastMinute : Number(to),
      codes,
    }
  })

const services = [...new Set(witness.map(({ service }) => service))]

/** `90839x1+90840x2`, or `none`, as the witness writes it. */
const picked = (
  service: TimedService,
  minutes: number,
  reading: 'started' | 'midpoint' = 'started',
): string =>
  pickBand(service, minutes, facts, on, reading)
    .codes.map(({ code, units }) => `${code}x${units}`)
    .join('+') || 'none'

test('the witness covers every minute of eight services once', () => {
  expect(services).toHaveLength(8)
  for (const service of services) {
    const minutes = witness
      .filter((row) => row.service === service)
      .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, place) => from + place))
    expect(minutes.sort((one, other) => one - other)).toEqual(
      Array.from({ length: lastMinute + 1 }, (_, minute) => minute),
    )
  }
})

describe.each(services)('every minute of %s', (service) => {
  test.each(witness.filter((row) => row.service === service))(
    'from $from to $to supports $codes',
    ({ from, to, codes }) => {
      for (let minutes = from; minutes <= to; minutes += 1)
        expect(picked(service, minutes), `${minutes} minutes`).toBe(codes)
    },
  )
})

describe('a payer that counts a further block of crisis time only past its midpoint', () => {
  test.each([
    [29, '90832x1'],
    [30, '90839x1'],
    [89, '90839x1'],
    [90, '90839x1+90840x1'],
    [119, '90839x1+90840x1'],
    [120, '90839x1+90840x2'],
    [149, '90839x1+90840x2'],
    [150, '90839x1+90840x3'],
    [240, '90839x1+90840x3'],
  ])('%i minutes support %s', (minutes, codes) => {
    expect(picked('crisis', minutes, 'midpoint')).toBe(codes)
  })
})

describe('minutes no unit stands for', () => {
  test.each<readonly [TimedService, number, number]>([
    ['crisis', 134, 0],
    ['crisis', 164, 0],
    ['crisis', 165, 1],
    ['crisis', 180, 16],
    ['crisis-with-em', 200, 36],
    ['therapy', 120, 0],
    ['family-with-client', 120, 0],
    ['em-established', 120, 0],
  ])('of %s, %i minutes: %i', (service, minutes, beyond) => {
    expect(minutesBeyond(pickBand(service, minutes, facts, on), minutes, facts, on)).toBe(beyond)
  })
})

test.each<readonly [TimedService, number]>([
  ['therapy', 16],
  ['therapy-with-em', 16],
  ['crisis', 16],
  ['family-without-client', 26],
  ['em-new', 15],
  ['em-established', 10],
])('the least %s that is billed is %i minutes', (service, least) => {
  expect(leastMinutes(service, facts, on)).toBe(least)
})

test.each([-1, 0.5, Number.NaN])('%d is no number of minutes', (minutes) => {
  expect(() => pickBand('therapy', minutes, facts, on)).toThrow(RangeError)
})

test('facts that leave a gap are a broken promise', () => {
  const gap = { ...facts, timeBands: () => facts.timeBands('therapy', on, 'started').slice(1) }
  expect(() => pickBand('therapy', 5, gap, on)).toThrow('5 minutes')
})

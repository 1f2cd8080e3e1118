// The scale of minutes and codes.
import { describe, expect, test } from 'vitest'
import { type Band, bandOf, bandScale } from './band-scale.ts'

const therapy: readonly Band[] = [
  { code: '90832', from: 16, to: 37 },
  { code: '90834', from: 38, to: 52 },
  { code: '90837', from: 53, to: null },
]

describe('the recorded minute', () => {
  test.each([
    [16, '90832'],
    [37, '90832'],
    [38, '90834'],
    [52, '90834'],
    [53, '90837'],
    [180, '90837'],
  ])('%d stands inside the band of %s', (minutes, code) => {
    const { places, marker } = bandScale(therapy, minutes)
    const place = places.find((each) => each.code === code)
    expect(bandOf(therapy, minutes)?.code).toBe(code)
    expect(marker).toBeGreaterThan(place?.start ?? 1)
    expect(marker).toBeLessThan((place?.start ?? 0) + (place?.width ?? 0))
  })

  test('stands before the first band when the session was too short for any', () => {
    const { begins, marker } = bandScale(therapy, 9)
    expect(bandOf(therapy, 9)).toBeNull()
    expect(marker).toBeGreaterThan(0)
    expect(marker).toBeLessThan(begins)
  })

  test('has no place when none is recorded', () => {
    expect(bandScale(therapy, null).marker).toBeNull()
  })
})

test('the bands fill the line from where they begin to its end', () => {
  const { begins, places } = bandScale(therapy, 51)
  expect(places[0]?.start).toBeCloseTo(begins)
  expect(begins + places.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1)
  expect(places.map(({ minutes }) => minutes)).toEqual(['16–37', '38–52', '53+'])
})

test('without bands there is nothing to place', () => {
  expect(bandScale([], 51)).toEqual({ begins: 1, places: [], marker: null })
})

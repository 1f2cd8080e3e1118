// The server, its database and the payer are killed hard at named points: afterwards nothing is lost and nothing doubled.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { counted, expected } from './count.ts'
import { type House, openHouse } from './house.ts'
import { killAt } from './kill-round.ts'
import { payerPoints, points, pointsBetween } from './points.ts'
import { type KilledPractice, enterPractice } from './practice.ts'

// Each once; `npm run soak:kills` kills each of them at every point, five times and more.
const killings = [
  ...[...points, ...pointsBetween].map((point) => ({ which: 'server' as const, point })),
  ...points.map((point) => ({ which: 'database' as const, point })),
  ...payerPoints.map((point) => ({ which: 'payer' as const, point })),
].map((each) => ({ ...each, name: each.point.name }))

let house: House
let practice: KilledPractice
let sessions = 0

beforeAll(async () => {
  house = await openHouse()
  practice = await enterPractice(house)
}, 60_000)
afterAll(() => house.close())

describe('nothing is lost and nothing doubled', () => {
  test.each(killings)('with the $which killed $name', { timeout: 60_000 }, async ({ which, point }) => {
    sessions += 1
    await killAt(house, practice, which, point)
    expect(await counted(house)).toEqual(expected(sessions))
  })
})

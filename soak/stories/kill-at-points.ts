// `npm run soak:kills`: kills server, database and payer hard at every named point of a claim's way, again and again.
// After each killing it is counted at the payer and in the ledger, and verified. `npm run soak:kills -- 20` kills 20 times.
import { isDeepStrictEqual } from 'node:util'
import { counted, expected } from '../../server/stories/crash/count.ts'
import { type Process, openHouse } from '../../server/stories/crash/house.ts'
import { killAt } from '../../server/stories/crash/kill-round.ts'
import { type Point, payerPoints, points, pointsBetween } from '../../server/stories/crash/points.ts'
import { enterPractice } from '../../server/stories/crash/practice.ts'

// The invented payer holds sixty days for which a session can be billed.
const times = Math.min(60, Math.max(1, Number(process.argv[2] ?? 5)))
const [begun, all] = [Date.now(), [...points, ...pointsBetween]]
const killings: readonly { readonly which: Process; readonly point: Point }[] = [
  ...all.map((point) => ({ which: 'server' as const, point })),
  ...all.map((point) => ({ which: 'database' as const, point })),
  ...payerPoints.map((point) => ({ which: 'payer' as const, point })),
]

let [killed, atPayer, dollars, faults] = [0, 0, 0, 0]

/** The numbers that are not what they must be, by name. */
const unlike = (found: ReturnType<typeof expected>, must: ReturnType<typeof expected>): string =>
  Object.keys(must)
    .filter((what) => !isDeepStrictEqual(found[what], must[what]))
    .map((what) => `${what} ${found[what]} where ${must[what]} must be`)
    .join(', ')

for (const { which, point } of killings) {
  const house = await openHouse()
  const name = `the ${which} killed ${point.name}`
  try {
    const practice = await enterPractice(house)
    for (let sessions = 1; sessions <= times; sessions += 1) {
      await killAt(house, practice, which, point)
      killed += 1
      const [found, must] = [await counted(house), expected(sessions)]
      if (!isDeepStrictEqual(found, must)) throw new Error(unlike(found, must))
    }
    const found = await counted(house)
    atPayer += Number(found['claims at the payer'])
    dollars += Number(found['bank']) / 100
    console.log(`${times} times ${name}: nothing lost, nothing doubled`)
  } catch (fault) {
    faults += 1
    console.error(`${name}: ${fault instanceof Error ? fault.message : String(fault)}`)
  } finally {
    await house.close()
  }
}

const seconds = Math.round((Date.now() - begun) / 1000)
console.log(
  `${killed} killings at ${killings.length} points in ${seconds} s: ${atPayer} claims at the payer, ` +
    `$${dollars}.00 in the ledger's bank, ${faults} points with faults`,
)
process.exitCode = faults === 0 ? 0 : 1

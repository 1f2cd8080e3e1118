// One killing: a session is signed and filed, something is killed at a point on its way, and all comes to rest.
import { setTimeout as wait } from 'node:timers/promises'
import { settled } from './count.ts'
import type { House, Process } from './house.ts'
import type { Point } from './points.ts'
import type { KilledPractice } from './practice.ts'

/** Kills `which` at the point, brings it back, asks again what was not answered, and waits until nothing is under way. */
export const killAt = async (
  house: House,
  practice: KilledPractice,
  which: Process,
  point: Point,
): Promise<void> => {
  const written = await practice.write()
  const armed = await point.arm(house)
  // What becomes of the asking is known when it is asked again.
  const asked = practice.sign(written).catch(() => null)
  await armed.reached()
  await house.kill(which)
  // Whoever spoke with it finds the line broken before anything goes on.
  await wait(30)
  await armed.letGo()
  await house.raise(which)
  await asked
  await practice.insist(written)
  await settled(house)
}

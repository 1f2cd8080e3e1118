// Dice that fall the same for the same seed and the same question, in whatever order they are thrown.

/** A whole number from 0 to below `sides`, decided by the question alone. */
export type Dice = (question: string, sides: number) => number

/** The first 48 bits of a hash of seed and question: enough that every side is as likely. */
export const makeDice =
  (seed: string, sha256: (utf8: string) => string): Dice =>
  (question, sides) =>
    Number.parseInt(sha256(`${seed}/${question}`).slice(0, 12), 16) % sides

/** One of several, decided by the question. */
export const pick = <T>(dice: Dice, question: string, from: readonly T[]): T => {
  const found = from[dice(question, from.length)]
  if (found === undefined) throw new RangeError('there is nothing to pick from')
  return found
}

// What a list of people is ordered and searched by: last and first name in plain small letters.
import type { PersonName } from '@goldenthread/core/people/person.ts'

/** Marks taken off, everything small, one space: `Quiñones-Vega` is `quinones-vega`. */
export const plainName = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** `quinones, maribel`. */
export const sortName = ({ first, last }: PersonName): string => `${plainName(last)}, ${plainName(first)}`

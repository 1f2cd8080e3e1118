// When two written names are one person's.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PersonName } from '../people/person.ts'
import type { Comparison } from './compare-part.ts'
import { compareNames, showName } from './compare-names.ts'

const name = (first: string, last: string, rest: Partial<PersonName> = {}): PersonName => ({
  first,
  last,
  ...rest,
})

const cases: readonly [string, PersonName, PersonName, Comparison][] = [
  ['case', name('NORA', 'OKAFOR'), name('Nora', 'Okafor'), 'agree'],
  ['marks', name('Rocío', 'Benavídez'), name('Rocio', 'Benavidez'), 'agree'],
  ['letters that are one with their mark', name('Łukasz', 'Sørensen'), name('Lukasz', 'Sorensen'), 'agree'],
  ['a hyphen', name('Caspian', 'Oduya-Reilly'), name('Caspian', 'Oduya Reilly'), 'agree'],
  ['an apostrophe', name('Shane', 'O’Brien'), name('Shane', 'OBRIEN'), 'agree'],
  ['a blank in the family name', name('Dashiell', 'Van Houten'), name('Dashiell', 'VanHouten'), 'agree'],
  ['last name first', name('Kowalczyk,', 'Thaddeus'), name('Thaddeus', 'Kowalczyk'), 'agree'],
  ['a middle name left out', name('Maribel', 'Diaz', { middle: 'Ana' }), name('Maribel', 'Diaz'), 'agree'],
  [
    'a middle initial',
    name('Maribel', 'Diaz', { middle: 'A.' }),
    name('Maribel', 'Diaz', { middle: 'Ana' }),
    'agree',
  ],
  ['a second first name', name('Mary Ann', 'Poe'), name('Mary', 'Poe', { middle: 'Ann' }), 'agree'],
  ['a title', name('Dr. Amos', 'Reyes'), name('Amos', 'Reyes'), 'agree'],
  ['a suffix written as one', name('Otis', 'Barrow', { suffix: 'Jr.' }), name('Otis', 'Barrow Jr'), 'agree'],
  ['an initial that fits', name('G.', 'Mankowski'), name('Gerald', 'Mankowski'), 'unclear'],
  ['two initials', name('T.', 'K.'), name('Thaddeus', 'Kowalczyk'), 'unclear'],
  ['a suffix only one has', name('Otis', 'Barrow', { suffix: 'Jr' }), name('Otis', 'Barrow'), 'unclear'],
  ['no last name', name('Gerald', ''), name('Gerald', 'Mankowski'), 'unclear'],
  ['an initial that does not fit', name('H.', 'Mankowski'), name('Gerald', 'Mankowski'), 'disagree'],
  ['another first name', name('Jon', 'Smith'), name('John', 'Smith'), 'disagree'],
  ['another last name', name('Nora', 'Okoro'), name('Nora', 'Okafor'), 'disagree'],
  ['a short name', name('Ben', 'Okafor'), name('Benjamin', 'Okafor'), 'disagree'],
  ['half of a double name', name('Emiko', 'Tanaka'), name('Emiko', 'Tanaka-Ross'), 'disagree'],
  [
    'another middle name',
    name('Maribel', 'Diaz', { middle: 'Eva' }),
    name('Maribel', 'Diaz', { middle: 'Ana' }),
    'disagree',
  ],
  [
    'father and son',
    name('Otis', 'Barrow', { suffix: 'Sr' }),
    name('Otis', 'Barrow', { suffix: 'Jr' }),
    'disagree',
  ],
]

describe('two names that differ in', () => {
  test.each(cases)('%s', (_, one, other, expected) => {
    expect(compareNames(one, other)).toBe(expected)
    expect(compareNames(other, one)).toBe(expected)
  })
})

const word = fc.stringMatching(/^[A-Z][a-zé]{2,8}$/)

test('a name agrees with itself in capitals, without marks, turned about', () => {
  fc.assert(
    fc.property(word, word, word, (first, middle, last) => {
      const written = name(first, last, { middle })
      const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()
      expect(compareNames(written, name(plain(first), plain(last), { middle: plain(middle) }))).toBe('agree')
      expect(compareNames(written, name(`${last},`, `${first} ${middle}`))).toBe('agree')
    }),
  )
})

test('a name is shown as people read it', () => {
  expect(showName(name('Otis', 'Barrow', { suffix: 'Jr' }))).toBe('Otis Barrow Jr')
})

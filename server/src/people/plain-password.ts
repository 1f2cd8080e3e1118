// Passwords that are guessed first: what NIST SP 800-63B 5.1.1.2 has refused when a password is chosen. No rule of composition.
import { field } from '@goldenthread/core/values/finding.ts'
import { type ProblemError, unfit } from '../http/problem.ts'

/** Words that lists of leaked passwords are full of, and what is said of this program; in small letters. */
const words = [
  'password',
  'passwort',
  'passw',
  'letmein',
  'iloveyou',
  'welcome',
  'administrator',
  'admin',
  'changeme',
  'trustno',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'superman',
  'whatever',
  'monkey',
  'dragon',
  'shadow',
  'master',
  'secret',
  'login',
  'qwerty',
  'goldenthread',
  'therapist',
  'therapy',
  'practice',
  'counseling',
  'winter',
  'spring',
  'summer',
  'autumn',
]

/** Rows of a keyboard, of the alphabet and of the digits, as fingers run along them. */
const rows = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  '1qaz2wsx3edc4rfv',
]
const runs = rows.flatMap((row) => [row, [...row].toReversed().join('')])

/** Signs that stand for letters in the oldest of tricks. */
const standsFor: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
}

const lettersAndDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

const undisguised = (text: string): string =>
  lettersAndDigits([...text].map((sign) => standsFor[sign] ?? sign).join(''))

/** Everything it is made of is one to four signs said again and again. */
const isRepeated = (text: string): boolean => /^(.{1,4}?)\1{2,}.{0,3}$/u.test(text)

/** A piece of at least four signs of one row, from the begin of the text on; its length, or 0. */
const runLength = (text: string): number => {
  let longest = 0
  for (let length = 4; length <= text.length; length += 1) {
    if (!runs.some((run) => run.includes(text.slice(0, length)))) break
    longest = length
  }
  return longest
}

/** One sign said at least three times, from the begin of the text on. */
const sameLength = (text: string): number => /^(.)\1{2,}/u.exec(text)?.[0].length ?? 0

/** What is left of a text when known words, runs and repetitions are taken out of it. */
const leftOf = (text: string, known: readonly string[]): number => {
  let left = 0
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at)
    const word = known.find((each) => rest.startsWith(each))?.length ?? 0
    const length = Math.max(word, runLength(rest), sameLength(rest))
    if (length === 0) left += 1
    at += Math.max(length, 1)
  }
  return left
}

/** So many signs of its own a password has at least, besides what everybody guesses first. */
const leastOwn = 5

/** The words of a name or an e-mail address that are long enough to be one. */
const wordsOf = (text: string): readonly string[] =>
  [lettersAndDigits(text), ...text.split(/[^\p{L}\p{N}]+/u).map(lettersAndDigits)].filter(
    (each) => each.length >= 3,
  )

/** Whether a password is among those that are guessed first; `about` is what is known of whoever chooses it. */
export const isPlain = (password: string, about: readonly string[] = []): boolean => {
  const known = [...words, ...about.flatMap(wordsOf)].sort((one, other) => other.length - one.length)
  const forms = [lettersAndDigits(password), undisguised(password)]
  return forms.some((text) => isRepeated(text) || leftOf(text, known) < leastOwn)
}

/** Throws a problem when a new password is plain. `path` is its field. */
export const refusePlain = (password: string, path: string, about: readonly string[]): void => {
  if (!isPlain(password, about)) return
  throw plain(path)
}

const plain = (path: string): ProblemError =>
  unfit([
    {
      code: 'plain-password',
      severity: 'warns',
      whose: 'platform',
      place: field(path),
      says: 'This password is among those that are guessed first.',
      remedy: 'Take a few words that have nothing to do with you, the practice or each other.',
      source: 'NIST SP 800-63B 5.1.1.2',
      evidence: {},
    },
  ])

// What is said at the door.
import { describe, expect, test } from 'vitest'
import { away, problemError, problemOf } from '../api/problem.ts'
import { faultAtDoor, faultAtLock, shortPassword } from './door-words.ts'
import { initialsOf } from './initials.ts'
import { tokenOf } from './link-token.ts'
import { clockText } from './clock-text.ts'

const fault = (status: number, code: string, title: string) =>
  problemError(problemOf(status, { code, title }))
const wrong = fault(401, 'wrong-sign-in', 'The e-mail or the password is not right.')

describe('at the door', () => {
  test.each<[string, unknown, RegExp]>([
    [
      'a wrong password ends no sitting and says which two may be wrong',
      wrong,
      /^The e-mail or the password/,
    ],
    ['too many tries say how long to wait', fault(429, 'too-many', 'Too many.'), /Wait 15 minutes/],
    ['a lost server says what is safe', problemError(away), /not reached. Nothing was lost/],
    ['a broken one too', fault(500, 'internal', 'x'), /Nothing was changed/],
    [
      'a link that was used says so itself',
      fault(404, 'not-found', 'This link was used already.'),
      /used already/,
    ],
  ])('%s', (_name, failed, says) => {
    expect(faultAtDoor(failed)).toMatch(says)
  })

  test('the locked screen asks for no e-mail and names none', () => {
    expect(wrong.problem.kind).toBe('refused')
    expect(faultAtLock(wrong)).toBe('That is not your password. Try again.')
    expect(faultAtLock(problemError(away))).toBe(faultAtDoor(problemError(away)))
  })

  test('a new password is asked for until it is long', () => {
    expect([shortPassword(''), shortPassword('eleven-sign'), shortPassword('twelve-signs')]).toEqual([
      '12 more signs.',
      '1 more sign.',
      null,
    ])
  })
})

describe('a link', () => {
  const token = 'q3Jr0k-_abcdefghijklmnopqrstuvwxyz'
  test.each<[string, string, string]>([
    ['carries its token after the #', `#${token}`, token],
    ['to join names the practice before it', `#018f2d3c.${token}`, `018f2d3c.${token}`],
    ['that lost its end carries none', '#', ''],
    ['with something else there carries none', '#main', ''],
    ['with signs no token has carries none', `#${token}<b>`, ''],
  ])('%s', (_name, hash, expected) => {
    expect(tokenOf(hash)).toBe(expected)
  })
})

test.each([
  ['Nora Adler', 'NA'],
  ['Maribel (Mari) Quiñones', 'MQ'],
  ['Ödön de Ruyter', 'ÖR'],
  ['Cher', 'C'],
  ['', ''],
])('the mark of %s is %s', (name, expected) => {
  expect(initialsOf(name)).toBe(expected)
})

test('a time is told on the practice’s clock, as Today writes it', () => {
  const at = Date.UTC(2026, 2, 2, 19, 3, 7)
  expect(clockText(at, 'America/New_York')).toBe('2:03')
  expect(clockText(at, 'America/Los_Angeles', true)).toBe('11:03:07')
})

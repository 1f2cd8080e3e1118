// Which new passwords are refused: those that are guessed first, and no others.
import { describe, expect, test } from 'vitest'
import { isPlain } from './plain-password.ts'

const about = ['odette.marsh@practice.example', 'Odette Marsh', 'Alder Row Counseling PLLC']

describe('a new password', () => {
  test.each([
    'aaaaaaaaaaaa',
    'abababababab',
    'abc abc abc abc',
    '123456789012',
    '1234567890123456',
    'qwertyuiopas',
    'asdfghjklqwerty',
    'poiuytrewq12',
    '1qaz2wsx3edc',
    'password1234',
    'Password2026!',
    'P@ssw0rd1234',
    'passwordpassword',
    'Welcome2026!!',
    'letmein12345',
    'odette.marsh1',
    'odettemarsh2026',
    'Alder Row 2026',
    'alderrowcounseling',
    'GoldenThread1',
    'Summer2026!!!',
  ])('%s is refused', (password) => expect(isPlain(password, about)).toBe(true))

  test.each([
    'seven quiet lanterns',
    'a long password',
    'nine patient herons',
    'kaleidoscope under lanterns',
    'marsh reeds at daybreak',
    '四つの静かな灯籠が川を流れる',
    'Xk4-tt9w-Qz7b',
    '8f3a91c07d52',
  ])('%s is taken', (password) => expect(isPlain(password, about)).toBe(false))
})

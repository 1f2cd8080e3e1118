// Keys as they are written and as they are pressed.
import { describe, expect, test } from 'vitest'
import { type Pressed, isStroke, isTyped, leads, strokesOf } from './key-strokes.ts'

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

const isKey = (keys: string, pressed: Pressed): boolean => {
  const [stroke] = strokesOf(keys)
  return stroke !== undefined && isStroke(pressed, stroke)
}

describe('a key', () => {
  test.each<[string, string, Pressed, boolean]>([
    ['is the key it is written as', 'F8', press('F8'), true],
    ['is another one with Shift held', 'F8', press('F8', { shiftKey: true }), false],
    ['with Shift is written so', 'Shift F8', press('F8', { shiftKey: true }), true],
    ['with Ctrl is that with ⌘ too', 'Ctrl Enter', press('Enter', { metaKey: true }), true],
    ['with Ctrl is not the key alone', 'Ctrl Enter', press('Enter'), false],
    ['is the same in capitals of a locked keyboard', 'w', press('W'), true],
    ['is no letter that is held with Shift', 'w', press('W', { shiftKey: true }), false],
    ['stands above Shift on some keyboards', '?', press('?', { shiftKey: true }), true],
    ['with Alt is known by its cap', 'Alt i', press('ˆ', { altKey: true, code: 'KeyI' }), true],
    ['of digits too', 'Alt 3', press('£', { altKey: true, code: 'Digit3' }), true],
    ['with Ctrl is none with Alt held as well', 'Ctrl k', press('k', { ctrlKey: true, altKey: true }), false],
  ])('%s', (_name, keys, pressed, expected) => {
    expect(isKey(keys, pressed)).toBe(expected)
  })

  test('that is typed is one sign without Ctrl or Alt', () => {
    expect([press('g'), press('?'), press('F8'), press('k', { ctrlKey: true })].map(isTyped)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('a row of keys', () => {
  const row = strokesOf('g t')
  test.each<[string, readonly string[], string, 'there' | 'further' | 'nowhere']>([
    ['is begun by its first', [], 'g', 'further'],
    ['is ended by its last', ['g'], 't', 'there'],
    ['is not entered in its middle', [], 't', 'nowhere'],
    ['is left by another key', ['g'], 'x', 'nowhere'],
  ])('%s', (_name, before, key, expected) => {
    expect(
      leads(
        before.map((each) => press(each)),
        press(key),
        row,
      ),
    ).toBe(expected)
  })
})

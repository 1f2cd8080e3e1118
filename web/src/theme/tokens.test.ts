// The tokens can be read: every text on every ground, every sign against what lies behind it, in both schemes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

type Scheme = 'light' | 'dark'
const pairs = [...css.matchAll(/--gt-([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
const tokens: ReadonlyMap<string, Readonly<Record<Scheme, string>>> = new Map(
  pairs.map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
)

const colour = (name: string, scheme: Scheme): string => {
  const found = tokens.get(name)
  if (found === undefined) throw new Error(`no token is named ${name}`)
  return found[scheme]
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)

/** Relative luminance by WCAG 2.2. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const ratio = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['ground', 'surface', 'raised', 'sunk']
const texts = ['ink', 'ink2', 'ink3', 'indigo', 'gold-ink', 'madder']
const signs = ['gold', 'edge', 'madder', 'indigo']
const schemes: readonly Scheme[] = ['light', 'dark']

const needs: readonly (readonly [front: string, back: string, least: number])[] = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground, 4.7] as const)),
  ...signs.flatMap((sign) => grounds.map((ground) => [sign, ground, 3] as const)),
  ['on-action', 'action', 7],
  ['on-action', 'action-hover', 7],
  ['on-madder', 'madder', 4.5],
  ['on-gold', 'gold', 3],
  ['ink', 'indigo-wash', 7],
  ['ink', 'gold-wash', 7],
  ['ink', 'madder-wash', 7],
  ['ink3', 'gold-wash', 4.5],
  ['indigo', 'gold-wash', 4.5],
  ['indigo', 'madder-wash', 4.5],
  ['indigo', 'indigo-wash', 4.5],
  ['madder', 'madder-wash', 4.5],
]

describe.each(schemes)('in the %s scheme', (scheme) => {
  test.each(needs)('%s on %s stands at least %d to 1', (front, back, least) => {
    expect(ratio(colour(front, scheme), colour(back, scheme))).toBeGreaterThanOrEqual(least)
  })
})

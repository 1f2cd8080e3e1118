// Sees that lint and format refuse each kind of fault where it may not stand, and let it pass where it may.
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandFile, runNode } from './run-command.ts'

const root = dirname(import.meta.dirname)
const lines = (count: number, line: string): string => `${line}\n`.repeat(count)

type Plant = readonly [what: string, path: string, text: string, rule: string | undefined]

const plants: readonly Plant[] = [
  ['the clock', 'core/src/claim/clock.ts', 'export const now = new Date()', 'no-restricted-globals'],
  [
    'the clock as a number',
    'core/src/claim/clock-number.ts',
    'export const now = Date.now()',
    'no-restricted-globals',
  ],
  ['dice', 'core/src/claim/dice.ts', 'export const dice = Math.random()', 'no-restricted-properties'],
  ['the locale', 'core/src/claim/locale.ts', 'export const words = Intl', 'no-restricted-globals'],
  [
    'a number in the locale',
    'core/src/claim/number.ts',
    'export const words = (1).toLocaleString()',
    'no-restricted-properties',
  ],
  [
    'an order by locale',
    'core/src/claim/order.ts',
    "export const order = 'a'.localeCompare('b')",
    'no-restricted-properties',
  ],
  ['everything global', 'core/src/claim/global.ts', 'export const all = globalThis', 'no-restricted-globals'],
  [
    'the clock at the payer',
    'payer/src/answer/clock.ts',
    'export const now = Date.now()',
    'no-restricted-globals',
  ],
  ['any', 'cli/src/any.ts', 'export const anything = (given: any) => given', 'no-explicit-any'],
  [
    'an assertion that something is there',
    'cli/src/there.ts',
    'export const first = (given: string[]) => given[0]!',
    'no-non-null-assertion',
  ],
  [
    'a silenced type error',
    'cli/src/silent.ts',
    '// @ts-ignore\nexport const one: number = 1',
    'ban-ts-comment',
  ],
  ['a file of 301 lines', 'cli/src/long.ts', lines(301, 'export {}'), 'max-lines'],
  [
    'a function of 71 lines',
    'cli/src/long-function.ts',
    `export const long = () => {\n${lines(69, '  void 0')}}`,
    'max-lines-per-function',
  ],
  ['a table of 301 lines', 'core/src/x12/sets/837p/table.ts', lines(301, 'export {}'), undefined],
  ['a fact table of 301 lines', 'core/src/facts/shipped/places.ts', lines(301, 'export {}'), undefined],
  ['the clock in a test', 'core/src/claim/clock.test.ts', 'export const now = new Date()', undefined],
  ['the clock at the command line', 'cli/src/clock.ts', 'export const now = new Date()', undefined],
]

type Diagnostic = { readonly filename: string; readonly code: string }

describe('lint', () => {
  let folder: string
  let found: readonly Diagnostic[] = []

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'golden-thread-lint-')))
    cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    for (const [, path, text] of plants) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), `${text}\n`)
    }
    const { output } = await runNode(folder, commandFile(root, 'oxlint', 'bin', 'oxlint'), [
      '--format',
      'json',
      '.',
    ])
    found = (JSON.parse(output) as { diagnostics: Diagnostic[] }).diagnostics
  }, 60_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(plants.filter(([, , , rule]) => rule !== undefined))(
    'refuses %s in %s',
    (_what, path, _text, rule) => {
      const codes = found
        .filter((each) => each.filename === path)
        .map((each) => each.code.replace(/^.*\((.*)\)$/, '$1'))
      expect(codes).toEqual([rule])
    },
  )

  test.each(plants.filter(([, , , rule]) => rule === undefined))('lets %s stand in %s', (_what, path) => {
    expect(found.filter((each) => each.filename === path)).toEqual([])
  })
})

describe('the format', () => {
  test('refuses a file that is not written as the house writes', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'golden-thread-format-')))
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'))
    const seen: number[] = []
    for (const text of ["export const one = 'one'\n", 'export const one = "one";\n']) {
      writeFileSync(join(folder, 'one.ts'), text)
      const { status } = await runNode(folder, commandFile(root, '@biomejs', 'biome', 'bin', 'biome'), [
        'format',
        '.',
      ])
      seen.push(status)
    }
    rmSync(folder, { recursive: true, force: true })
    expect(seen).toEqual([0, 1])
  })
})

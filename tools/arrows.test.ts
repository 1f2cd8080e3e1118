// Sees that the arrows of ARCHITECTURE.md are the ones held, and that each kind of wrong import is refused by name.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readArrowTables } from './arrow-tables.ts'
import type { ArrowFault } from './check-arrows.ts'
import { checkArrows } from './check-arrows.ts'
import type { HouseCopy } from './copy-house.ts'
import { copyHouse } from './copy-house.ts'
import { makeArrows, patternOf } from './make-arrows.ts'

const root = dirname(import.meta.dirname)
const workspaces = ['core', 'server', 'web', 'payer', 'cli', 'bench', 'soak', 'tools']
const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')

const rowOf = (module: string): string => `${module} imports only what its row lists`

// What the planted imports lead to: files that stand where they may.
const grounds: readonly (readonly [path: string, text: string])[] = [
  ['core/src/values/planted.ts', 'export const planted = 1\n'],
  ['core/src/claim/planted.ts', 'export type Planted = { readonly one: 1 }\nexport const planted = 1\n'],
  ['core/src/rules/planted.ts', 'export const planted = 1\n'],
  ['core/src/thread/planted.ts', 'export const planted = 1\n'],
  ['core/src/x12/sets/837p/planted.ts', 'export const planted = 1\n'],
  ['core/src/x12/sets/835/planted.ts', 'export const planted = 1\n'],
  ['core/src/facts/shipped/planted.ts', 'export const planted = 1\n'],
  ['core/src/values/planted.test.ts', 'export const planted = 1\n'],
  ['core/corpus-tests/planted.ts', 'export const planted = 1\n'],
  ['payer/src/answer/planted.ts', 'export const planted = 1\n'],
  ['cli/src/planted.ts', 'export const planted = 1\n'],
  ['tools/planted.ts', 'export const planted = 1\n'],
]

type Plant = readonly [fault: string, path: string, text: string, ban: string]

const plants: readonly Plant[] = [
  [
    'a stage imports a later stage',
    'core/src/coding/later.ts',
    "import '../claim/planted.ts'",
    rowOf('core/coding'),
  ],
  [
    'a stage imports a later stage by import type',
    'core/src/coverage/later-type.ts',
    "import type { Planted } from '../claim/planted.ts'\nexport type One = Planted",
    rowOf('core/coverage'),
  ],
  [
    'a stage imports a later stage by a type written in place',
    'core/src/coverage/later-in-place.ts',
    "export type One = import('../claim/planted.ts').Planted",
    rowOf('core/coverage'),
  ],
  [
    'a stage imports a later stage by package name',
    'core/src/session/later-name.ts',
    "export { planted } from '@goldenthread/core/claim/planted.ts'",
    rowOf('core/session'),
  ],
  [
    'a stage imports a later stage while it runs',
    'core/src/note/later-late.ts',
    "export const late = () => import('../claim/planted.ts')",
    rowOf('core/note'),
  ],
  ['a stage imports a rule', 'core/src/remit/rule.ts', "import '../rules/planted.ts'", rowOf('core/remit')],
  [
    'a stage imports the thread',
    'core/src/posting/thread.ts',
    "import '../thread/planted.ts'",
    rowOf('core/posting'),
  ],
  [
    'the payout imports a stage',
    'core/src/payout/claim.ts',
    "import '../claim/planted.ts'",
    rowOf('core/payout'),
  ],
  [
    'a value imports a stage',
    'core/src/values/claim.ts',
    "import '../claim/planted.ts'",
    rowOf('core/values'),
  ],
  [
    'a set imports another set',
    'core/src/x12/sets/999/other.ts',
    "import '../837p/planted.ts'",
    rowOf('core/x12/sets/<set>'),
  ],
  [
    'the table language imports a set',
    'core/src/x12/sets/planted-language.ts',
    "import './837p/planted.ts'",
    rowOf('core/x12/sets/*.ts'),
  ],
  [
    'the reading of notes imports its stage',
    'core/src/note/reading/planted.ts',
    "import '../planted.ts'",
    rowOf('core/note/reading'),
  ],
  [
    'the payer reads a claim with our own 837P',
    'payer/src/answer/cheat.ts',
    "import '@goldenthread/core/x12/sets/837p/planted.ts'",
    rowOf('payer/answer'),
  ],
  [
    'the payer knows a stage of ours',
    'payer/src/answer/stage.ts',
    "import type { Planted } from '@goldenthread/core/claim/planted.ts'\nexport type One = Planted",
    rowOf('payer/answer'),
  ],
  [
    'the command line goes in by a back door of the payer',
    'cli/src/back-door.ts',
    "import '@goldenthread/payer/answer/planted.ts'",
    rowOf('cli'),
  ],
  [
    'the command line uses a package it has no leave for',
    'cli/src/packages.ts',
    "import 'fast-check'",
    rowOf('cli'),
  ],
  [
    'a stage imports the shipped facts',
    'core/src/coding/shipped.ts',
    "import '../facts/shipped/planted.ts'",
    'facts-are-passed-in',
  ],
  [
    'the deciding part of the payer imports the shipped facts',
    'payer/src/answer/shipped.ts',
    "import '@goldenthread/core/facts/shipped/planted.ts'",
    'facts-are-passed-in',
  ],
  ['core imports a file of Node', 'core/src/values/disk.ts', "import 'node:fs'", 'core-is-pure'],
  ['core imports a package', 'core/src/values/package.ts', "import 'ajv'", 'core-is-pure'],
  [
    'core imports another package of the house',
    'core/src/thread/payer.ts',
    "import '@goldenthread/payer/answer/planted.ts'",
    'core-is-pure',
  ],
  [
    'the deciding part of the payer touches the machine',
    'payer/src/answer/disk.ts',
    "import 'node:fs'",
    'only-edges-touch-the-machine',
  ],
  [
    'the program imports a test',
    'core/src/values/leans.ts',
    "import './planted.test.ts'",
    'only-tests-import-tests',
  ],
  [
    'a tool imports a test of the corpus',
    'tools/leans.ts',
    "import '../core/corpus-tests/planted.ts'",
    'only-tests-import-tests',
  ],
  [
    'the payer imports a tool',
    'payer/src/tool.ts',
    "import '@goldenthread/tools/x'",
    'every-import-resolves',
  ],
  [
    'the command line imports a tool',
    'cli/src/tool.ts',
    "import '../../tools/planted.ts'",
    'nothing-imports-what-checks-it',
  ],
  [
    'the payer imports the command line',
    'payer/src/start.ts',
    "import '../../cli/src/planted.ts'",
    'nothing-imports-the-start',
  ],
  ['two files need each other', 'core/src/claim/one.ts', "import './other.ts'", 'no-circles'],
  [
    'two files need each other by their types',
    'core/src/remit/one.ts',
    "import type { Other } from './other.ts'\nexport type One = { readonly other: Other }",
    'no-circles',
  ],
  [
    'an import leads nowhere',
    'core/src/claim/nowhere.ts',
    "import './not-there.ts'",
    'every-import-resolves',
  ],
  [
    'a file stands where no row names it',
    'core/src/planted.ts',
    'export const planted = 1',
    'every-file-has-a-row',
  ],
  [
    'a file stands where nothing is cruised',
    'docs/planted.ts',
    'export const planted = 1',
    'every-file-is-cruised',
  ],
  [
    'a file that git ignores is part of the program',
    'core/src/values/ignored.log.ts',
    'export const planted = 1',
    'every-file-is-cruised',
  ],
]

// The other halves of the circles.
const halves: readonly (readonly [path: string, text: string])[] = [
  ['core/src/claim/other.ts', "import './one.ts'"],
  [
    'core/src/remit/other.ts',
    "import type { One } from './one.ts'\nexport type Other = { readonly one?: One }",
  ],
  ['core/src/note/planted.ts', 'export const planted = 1'],
  ['.gitignore', 'node_modules/\nignored.log.ts\n'],
]

describe('the arrows of ARCHITECTURE.md', () => {
  test('are what stands in the generated file', () => {
    expect(readFileSync(join(root, 'tools', 'generated.arrows.cjs'), 'utf8')).toBe(makeArrows(page))
  })

  test('name each stage in a row of its own, which lists the stages before it and none after', () => {
    const stages = ['coverage', 'session', 'note', 'coding', 'claim', 'remit', 'posting'].map(
      (each) => `core/${each}`,
    )
    const { rows } = readArrowTables(page)
    for (const [index, stage] of stages.entries()) {
      const may = rows.find((row) => row.module === stage)?.may ?? []
      expect(
        may.filter((path) => stages.includes(path)),
        stage,
      ).toEqual(stages.slice(0, index))
    }
  })

  test('are refused when a cell uses a word that no row explains', () => {
    expect(() =>
      readArrowTables(page.replace('| ground, instruments |', '| ground, tools-of-all |')),
    ).toThrow('tools-of-all')
  })

  test.each([
    ['core/claim', 'core/src/claim/claim.ts', 'core/src/claims/claim.ts'],
    ['core/facts/facts.ts', 'core/src/facts/facts.ts', 'core/src/facts/facts-ts.ts'],
    ['core/x12/sets/*.ts', 'core/src/x12/sets/read.ts', 'core/src/x12/sets/835/read.ts'],
    ['core/corpus-tests', 'core/corpus-tests/typed-notes.ts', 'core/src/corpus-tests/typed-notes.ts'],
  ])('%s is a name for %s and not for %s', (name, inside, outside) => {
    const pattern = new RegExp(patternOf(name))
    expect([pattern.test(inside), pattern.test(outside)]).toEqual([true, false])
  })
})

describe('a copy of the house', () => {
  let copy: HouseCopy
  let clean: readonly ArrowFault[] = []
  let faults: readonly ArrowFault[] = []

  beforeAll(async () => {
    copy = await copyHouse(root, workspaces)
    clean = await checkArrows(copy.root)
    for (const [path, text] of [...grounds, ...halves]) copy.plant(path, text)
    for (const [, path, text] of plants) copy.plant(path, `// Planted.\n${text}\n`)
    faults = await checkArrows(copy.root)
  }, 120_000)

  afterAll(() => copy?.remove())

  test('passes as it is', () => {
    expect(clean.map((fault) => fault.says)).toEqual([])
  })

  test.each(plants)('is refused when %s (%s)', (_fault, path, _text, ban) => {
    expect(faults.filter((fault) => fault.path === path).map((fault) => fault.ban)).toEqual([ban])
  })

  test('is refused for nothing that was planted where it may stand', () => {
    const expected = new Set([...plants.map(([, path]) => path), ...halves.map(([path]) => path)])
    const before = new Set(clean.map((fault) => fault.says))
    const unexpected = faults.filter((fault) => !expected.has(fault.path) && !before.has(fault.says))
    expect(unexpected.map((fault) => fault.says)).toEqual([])
  })

  test('tells the offender which module may not import which, and why', () => {
    const told = faults.find((fault) => fault.path === 'core/src/remit/rule.ts')
    expect(told?.says).toContain('core/remit may not import core/rules: stages make, rules judge')
  })

  test('is refused when the generated file lags behind the page', async () => {
    copy.plant('ARCHITECTURE.md', page.replace('| `core/text` | `core/values` |', '| `core/text` | |'))
    expect((await checkArrows(copy.root)).map((fault) => fault.ban)).toContain('arrows-are-made')
  }, 60_000)
})

// Style as a test: every file of the house against every check, and every check against a fault planted for it.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { listFiles } from './list-files.ts'
import { runCommand } from './run-command.ts'
import type { Check } from './tidy/fault.ts'
import { checkInventedNpis } from './tidy/invented-numbers.ts'
import { checkKebabCase, checkLanguage, checkSubject } from './tidy/names.ts'
import { checkExactVersions, checkLock } from './tidy/packages.ts'
import { checkPurity } from './tidy/purity.ts'
import { checkBarrel, checkFileLength, checkFirstLine, checkFunctionLength } from './tidy/shape.ts'
import { checkTestsRun } from './tidy/tests.ts'
import { checkTradeWords } from './tidy/trade.ts'
import { checkPlaces, checkWords } from './tidy/words.ts'

const root = dirname(import.meta.dirname)

const checks: readonly (readonly [rule: string, check: Check])[] = [
  ['files and folders are named in kebab-case', checkKebabCase],
  ['no name is without a subject', checkSubject],
  ['programs are TypeScript', checkLanguage],
  ['the first line says what stands here', checkFirstLine],
  ['no file is longer than 300 lines', checkFileLength],
  ['no function is longer than 70 lines', checkFunctionLength],
  ['the catalogue of rules is the only barrel', checkBarrel],
  ['no word hides unfinished work', checkWords],
  ['nothing names the places of one machine', checkPlaces],
  ['core reads no clock, dice or locale', checkPurity],
  ['names are the words of the trade', checkTradeWords],
  ['every test runs', checkTestsRun],
  ['every dependency is one version', checkExactVersions],
  ['the lock names no registry', checkLock],
  ['every NPI is invented', checkInventedNpis],
]

type House = readonly (readonly [path: string, text: string])[]

describe('the house', () => {
  let files: House = []

  beforeAll(async () => {
    files = (await listFiles(root)).map((path) => [path, readFileSync(join(root, path), 'utf8')])
  })

  test.each(checks)('%s', (_rule, check) => {
    const faults = files.flatMap(([path, text]) => check(path, text))
    expect(faults.map(({ path, line, says }) => `${path}:${line} ${says}`)).toEqual([])
  })

  test('marks every generated file as generated', async () => {
    const generated = files.map(([path]) => path).filter((path) => /(^|\/)generated\.[^/]+$/.test(path))
    const { output } = await runCommand(root, 'git', ['check-attr', 'linguist-generated', '--', ...generated])
    expect(generated.length).toBeGreaterThan(0)
    expect(output.trim().split('\n')).toEqual(generated.map((path) => `${path}: linguist-generated: true`))
  })
})

const long = (lines: number): string => `// A long file.\n${'export {}\n'.repeat(lines - 1)}`
const longFunction = (lines: number): string =>
  `// Long.\nconst long = () => {\n${'  1\n'.repeat(lines - 2)}}\n`

type Plant = readonly [check: Check, path: string, text: string]

const planted: readonly Plant[] = [
  [checkKebabCase, 'core/src/claim/toClaim.ts', ''],
  [checkKebabCase, 'core/src/Claim/claim.ts', ''],
  [checkKebabCase, 'docs/decisions/0001_node.md', ''],
  [checkSubject, 'core/src/claim/utils.ts', ''],
  [checkSubject, 'core/src/claim/claim-helpers.ts', ''],
  [checkSubject, 'core/src/common/claim.ts', ''],
  [checkSubject, 'server/src/shared/claim.ts', ''],
  [checkSubject, 'web/src/misc/claim.ts', ''],
  [checkSubject, 'server/src/claim/claim-manager.ts', ''],
  [checkLanguage, 'core/src/claim/claim.js', ''],
  [checkLanguage, 'core/src/claim/claim.mts', ''],
  [checkFirstLine, 'core/src/claim/claim.ts', "import '../values/cents.ts'\n"],
  [checkFirstLine, 'core/src/claim/claim.ts', ''],
  [checkFileLength, 'core/src/claim/claim.ts', long(301)],
  [checkFunctionLength, 'core/src/claim/claim.ts', longFunction(71)],
  [checkBarrel, 'core/src/claim/index.ts', '// Claims.\nexport const one = 1\n'],
  [checkBarrel, 'core/src/claim/claims.ts', "// Claims.\nexport * from './claim.ts'\n"],
  [checkWords, 'core/src/claim/claim.ts', '// TODO: the second line\n'],
  [checkWords, 'README.md', 'This is so for now.\n'],
  [checkWords, 'core/src/claim/claim.ts', 'const one = two as any\n'],
  [checkWords, 'core/src/claim/claim.ts', '// @ts-expect-error\n'],
  [checkWords, 'core/src/claim/claim.ts', '// oxlint-disable-next-line\n'],
  [checkPlaces, 'README.md', 'cd /home/someone/golden-thread\n'],
  [checkPlaces, 'tools/x.ts', "const folder = '/work/main'\n"],
  [checkPlaces, 'README.md', 'npm install --registry https://registry.npmjs.org\n'],
  [checkPurity, 'core/src/claim/claim.ts', 'const maths = Math\n'],
  [checkPurity, 'core/src/claim/claim.ts', 'const { random } = Math\n'],
  [checkPurity, 'core/src/claim/claim.ts', "export const one = 'a'?.localeCompare('b')\n"],
  [checkPurity, 'core/src/claim/claim.ts', "export const one = two['toLocaleString']()\n"],
  [checkPurity, 'core/src/claim/claim.ts', 'export type When = Date\n'],
  [checkPurity, 'payer/src/answer/answer.ts', 'export const now = Date.now()\n'],
  [checkTradeWords, 'core/src/claim/claim.ts', 'export type Claim = { readonly patientName: string }\n'],
  [checkTradeWords, 'core/src/claim/claim.ts', 'const paidAmt = 1\n'],
  [checkTestsRun, 'core/src/claim/claim.test.ts', "test.skip('a claim')\n"],
  [checkTestsRun, 'core/src/claim/claim.test.ts', "describe.only('a claim')\n"],
  [checkTestsRun, 'core/src/claim/claim.test.ts', "test.todo('a claim')\n"],
  [checkTestsRun, 'core/src/claim/claim.test.ts', "test.skipIf(true)('a claim')\n"],
  [checkTestsRun, 'core/corpus-tests/notes.test.ts', "describe.skipIf(true)('a note')\n"],
  [checkTestsRun, 'core/src/claim/claim.test.ts', "test('a claim', ({ skip }) => skip())\n"],
  [checkExactVersions, 'cli/package.json', '{ "dependencies": { "ajv": "^8.20.0" } }'],
  [checkExactVersions, 'cli/package.json', '{ "devDependencies": { "ajv": "latest" } }'],
  [checkLock, 'package-lock.json', '"resolved": "https://somewhere/ajv.tgz"'],
  [checkInventedNpis, 'examples/story.json', '{ "npi": "1234567893" }'],
  [checkInventedNpis, 'examples/story.json', '{ "npi": "2234567890" }'],
]

const sound: readonly Plant[] = [
  [checkKebabCase, 'core/src/x12/sets/837p/to-claim.test.ts', ''],
  [checkKebabCase, 'tools/generated.arrows.cjs', ''],
  [checkSubject, 'core/src/claim/claim.ts', ''],
  [checkLanguage, 'cli/bin/goldenthread.mjs', ''],
  [checkFirstLine, 'core/src/claim/claim.ts', '// What a claim is.\n'],
  [checkFileLength, 'core/src/claim/claim.ts', long(300)],
  [checkFileLength, 'core/src/facts/shipped/icd.ts', long(9000)],
  [checkFileLength, 'core/src/x12/sets/837p/table.ts', long(301)],
  [checkFunctionLength, 'core/src/claim/claim.ts', longFunction(70)],
  [checkFunctionLength, 'core/src/claim/claim.test.ts', longFunction(71)],
  [checkBarrel, 'core/src/rules/index.ts', "// Rules.\nexport { rule } from './rule.ts'\n"],
  [checkWords, 'README.md', 'A claim for nowhere else.\n'],
  [checkPlaces, 'README.md', 'Look into ../shared/work/notes and docs/home/page.md.\n'],
  [checkPurity, 'core/src/claim/claim.ts', '// A Date is no Day.\nexport const one = Math.max(1, 2)\n'],
  [checkPurity, 'core/src/claim/claim.test.ts', 'const now = Date.now()\n'],
  [checkTradeWords, 'core/src/remit/from-835.ts', 'const patientControlNumber = 1\n'],
  [checkTradeWords, 'core/src/claim/claim.ts', 'const clientName = transaction.patientName\n'],
  [checkTestsRun, 'core/src/claim/claim.test.ts', "test('a claim is skipped over')\n"],
  [checkTestsRun, 'core/corpus-tests/corpus.ts', "test(name, ({ skip }) => skip(!isThere, 'no corpus'))\n"],
  [checkExactVersions, 'cli/package.json', '{ "dependencies": { "ajv": "8.20.0" } }'],
  [checkLock, 'package-lock.json', '"resolved": "core"'],
  [checkInventedNpis, 'examples/story.json', '{ "npi": "2234567891" }'],
  [
    checkInventedNpis,
    'examples/story.json',
    '{ "started": 1700000000, "company": "1001234567", "telephone": "2175550110" }',
  ],
]

describe('a planted fault', () => {
  test.each(planted)('is refused by %o in %s: %j', (check, path, text) => {
    expect(check(path, text)).toHaveLength(1)
  })

  test.each(sound)('is not seen by %o in %s, which is sound: %j', (check, path, text) => {
    expect(check(path, text)).toEqual([])
  })

  test('is there for every check', () => {
    const unseen = checks.filter(([, check]) => !planted.some(([each]) => each === check))
    expect(unseen.map(([rule]) => rule)).toEqual([])
  })
})

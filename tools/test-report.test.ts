// The counts that close `npm test`: true to what ran, every skip and failure by name, none good without a test.
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandFile, runNode } from './run-command.ts'
import type { TestReport } from './test-report.ts'
import { addReports, closingLines, isGood, reportPathVariable } from './test-report.ts'

const root = dirname(import.meta.dirname)
const one = (passed: number, ...failed: string[]): TestReport => ({ passed, failed, skipped: [] })

describe('the closing lines', () => {
  test('name what failed and what was skipped, and end with the counts alone', () => {
    const report = { passed: 2, failed: ['a claim'], skipped: [{ name: 'a note', reason: 'no corpus' }] }
    expect(closingLines(report)).toEqual([
      'skipped: a note (no corpus)',
      'failed: a claim',
      '2 passed, 1 failed, 1 skipped',
    ])
  })

  test('add up the parts', () => {
    expect(addReports([one(2), one(1, 'a claim')])).toEqual(one(3, 'a claim'))
  })

  test.each([
    ['something passed and nothing failed', one(1), true],
    ['something failed', one(5, 'a claim'), false],
    ['nothing ran', one(0), false],
  ])('are good or not when %s', (_what, report, good) => {
    expect(isGood(report)).toBe(good)
  })
})

const tests: Readonly<Record<string, string>> = {
  'one.test.ts': `
    import { describe, expect, test } from 'vitest'
    test('passes', () => {})
    test('fails', () => expect(1).toBe(2))
    test('has no corpus', (context) => context['skip']('no corpus here'))
  `,
  'broken.test.ts': `import './not-there.ts'`,
  'unready.test.ts': `
    import { beforeAll, describe, test } from 'vitest'
    describe('a set-up', () => { beforeAll(() => { throw new Error('unready') }); test('never runs', () => {}) })
  `,
}

describe('the reporter', () => {
  test('counts what passed, failed, could not be run and was skipped with its reason', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'golden-thread-reporter-')))
    mkdirSync(folder, { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    for (const [name, text] of Object.entries(tests)) writeFileSync(join(folder, name), text)
    const path = join(folder, 'report.json')
    const given = ['run', `--reporter=${join(import.meta.dirname, 'report-tests.ts')}`]
    const { status } = await runNode(folder, commandFile(root, 'vitest', 'vitest.mjs'), given, {
      [reportPathVariable]: path,
    })
    const report = JSON.parse(readFileSync(path, 'utf8')) as TestReport
    rmSync(folder, { recursive: true })
    expect(status).toBe(1)
    expect(report.passed).toBe(1)
    expect(report.failed).toEqual(
      expect.arrayContaining([
        'one.test.ts > fails',
        'broken.test.ts could not be run',
        'unready.test.ts > a set-up: what comes before or after its tests failed',
      ]),
    )
    expect(report.skipped).toContainEqual({ name: 'one.test.ts > has no corpus', reason: 'no corpus here' })
  }, 60_000)
})

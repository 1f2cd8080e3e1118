// The parts of `npm test`: types, arrows, lint, format, tidy and the tests, each run to an outcome.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkArrows } from './check-arrows.ts'
import { listFiles } from './list-files.ts'
import type { Finished } from './run-command.ts'
import { commandFile, eachOf, runNode } from './run-command.ts'
import type { TestReport } from './test-report.ts'
import { reportPathVariable } from './test-report.ts'

/** How a part ended: its counts, and what there is to read when it did not end well. */
export type Outcome = { readonly report: TestReport; readonly detail: string }

export type Part = { readonly name: string; readonly run: (root: string) => Promise<Outcome> }

// Types, arrows, lint and format count as one test each: they hold or they do not.
const asOne = (name: string, holds: boolean, detail: string): Outcome => ({
  report: { passed: holds ? 1 : 0, failed: holds ? [] : [name], skipped: [] },
  detail,
})

const said = ({ output, complaint }: Finished): string => [output, complaint].join('').trimEnd()

// A package that is still empty has no types to check, and tsc calls that an error.
const projectsOf = (files: readonly string[]): string[] => {
  const home = (path: string): string => path.split('/').slice(0, -1)[0] ?? '.'
  const homes = [...new Set(files.map(home))].filter((folder) => folder !== 'docs' && folder !== 'examples')
  return homes.flatMap((folder) =>
    folder === 'core' ? ['core/tsconfig.json', 'core/tsconfig.test.json'] : [join(folder, 'tsconfig.json')],
  )
}

const types: Part = {
  name: 'types',
  run: async (root) => {
    const tsc = commandFile(root, 'typescript', 'bin', 'tsc')
    const projects = projectsOf(await listFiles(root, '*.ts', '*.tsx'))
    const told = await eachOf(projects, async (project) => {
      const finished = await runNode(root, tsc, ['--noEmit', '--pretty', 'false', '--project', project])
      return finished.status === 0 ? [] : [`${project}\n${said(finished)}`]
    })
    return asOne('types', told.flat().length === 0, told.flat().join('\n'))
  },
}

const arrows: Part = {
  name: 'arrows',
  run: async (root) => {
    const faults = await checkArrows(root)
    return asOne('arrows', faults.length === 0, faults.map((fault) => fault.says).join('\n'))
  },
}

const command = (name: string, path: readonly string[], given: readonly string[]): Part => ({
  name,
  run: async (root) => {
    const finished = await runNode(root, commandFile(root, ...path), given)
    return asOne(name, finished.status === 0, said(finished))
  },
})

const lint = command('lint', ['oxlint', 'bin', 'oxlint'], ['--deny-warnings', '.'])
const format = command('format', ['@biomejs', 'biome', 'bin', 'biome'], ['format', '--colors=off', '.'])

const readReport = (name: string, path: string, { status }: Finished): TestReport => {
  if (!existsSync(path)) {
    return {
      passed: 0,
      failed: [`${name}: the runner of tests ended with status ${status} and no report`],
      skipped: [],
    }
  }
  const report = JSON.parse(readFileSync(path, 'utf8')) as TestReport
  // The runner may also fail for what is no test's fault, such as a worker that died.
  const agrees = status === 0 || report.failed.length > 0
  return agrees ? report : { ...report, failed: [`${name}: the runner of tests ended with status ${status}`] }
}

const tests = (name: string, given: readonly string[]): Part => ({
  name,
  run: async (root) => {
    const folder = mkdtempSync(join(tmpdir(), 'golden-thread-report-'))
    const path = join(folder, 'report.json')
    const reporters = ['--reporter=default', `--reporter=${join(root, 'tools', 'report-tests.ts')}`]
    const vitest = commandFile(root, 'vitest', 'vitest.mjs')
    const finished = await runNode(root, vitest, ['run', ...reporters, ...given], {
      [reportPathVariable]: path,
    })
    const report = readReport(name, path, finished)
    rmSync(folder, { recursive: true })
    return { report, detail: said(finished) }
  },
})

// vitest.config.ts says which files are whose.
const tidy = tests('tidy', ['--project=tidy'])
const rest = tests('tests', ['--project=house', '--project=database'])
const browser = tests('browser', ['--project=browser'])

/** The fast parts, none of which leans on another. */
export const fastParts: readonly Part[] = [types, arrows, lint, format, tidy]

/** What takes its time and both cores. */
export const slowParts: readonly Part[] = [rest, browser]

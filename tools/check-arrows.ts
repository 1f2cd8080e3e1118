// Checks every import of the house against the tables of ARCHITECTURE.md, by way of dependency-cruiser.
import { existsSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readArrowTables } from './arrow-tables.ts'
import { listFiles } from './list-files.ts'
import { makeArrows, makeModules } from './make-arrows.ts'
import { commandFile, runNode } from './run-command.ts'

/** One refused thing: the ban's name, the file at fault, and a sentence for whoever wrote it. */
export type ArrowFault = { readonly ban: string; readonly path: string; readonly says: string }

type Violation = {
  readonly from: string
  readonly to: string
  readonly rule: { readonly name: string }
}

type Cruise = {
  readonly modules: readonly { readonly source: string; readonly couldNotResolve?: boolean }[]
  readonly summary: {
    readonly violations: readonly Violation[]
    readonly ruleSetUsed: {
      readonly forbidden: readonly { readonly name: string; readonly comment: string }[]
    }
  }
}

type ModuleOf = (path: string) => string | undefined

const isOurTypeScript = (path: string): boolean => /\.tsx?$/.test(path) && !/(^|\/)node_modules\//.test(path)

const cruise = async (root: string): Promise<Cruise> => {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    workspaces: string[]
  }
  const atRoot = (await readdir(root)).filter((name) => /\.tsx?$/.test(name))
  const given = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const file = commandFile(root, 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
  // Violations make it end with their number; what it prints is read either way.
  const { output, complaint } = await runNode(root, file, [...given, ...workspaces, ...atRoot])
  if (!output.startsWith('{'))
    throw new Error(`dependency-cruiser did not answer: ${complaint.trim() || output}`)
  return JSON.parse(output) as Cruise
}

const violationFault = (
  { from, to, rule }: Violation,
  moduleOf: ModuleOf,
  reasons: ReadonlyMap<string, string>,
): ArrowFault => {
  const [mine, other] = [moduleOf(from), moduleOf(to) ?? to]
  const pair = rule.name.includes(' ') ? `${mine} may not import ${other}` : `${from} imports ${to}`
  return {
    ban: rule.name,
    path: from,
    says: `${from} → ${to} [${rule.name}] ${pair}: ${reasons.get(rule.name)}`,
  }
}

const differenceFaults = (cruised: readonly string[], listed: readonly string[]): ArrowFault[] => {
  const [seen, known] = [new Set(cruised), new Set(listed)]
  return [
    ...listed
      .filter((path) => !seen.has(path))
      .map((path) => ({
        ban: 'every-file-is-cruised',
        path,
        says: `${path} was not seen by dependency-cruiser, so nothing judged its imports`,
      })),
    ...cruised
      .filter((path) => !known.has(path))
      .map((path) => ({
        ban: 'every-file-is-cruised',
        path,
        says: `${path} was cruised and is not a file of the project (ignored by git, or outside it)`,
      })),
  ]
}

const placeFaults = (cruised: readonly string[], moduleOf: ModuleOf): ArrowFault[] =>
  cruised
    .filter((path) => moduleOf(path) === undefined)
    .map((path) => ({
      ban: 'every-file-has-a-row',
      path,
      says: `${path} stands in a place that no row of the arrows in ARCHITECTURE.md names`,
    }))

const generatedFaults = (root: string, page: string): ArrowFault[] => {
  const path = 'tools/generated.arrows.cjs'
  if (existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8') === makeArrows(page)) return []
  return [
    {
      ban: 'arrows-are-made',
      path,
      says: `${path} is not what ARCHITECTURE.md says; run \`npm run arrows\``,
    },
  ]
}

/** All faults of the imports under `root`, an empty list when the house stands as the page says. */
export const checkArrows = async (root: string): Promise<ArrowFault[]> => {
  const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  const modules = makeModules(readArrowTables(page)).map(({ name, pattern }) => ({
    name,
    fits: new RegExp(pattern),
  }))
  const moduleOf: ModuleOf = (path) => modules.find(({ fits }) => fits.test(path))?.name
  const [{ modules: seen, summary }, listed] = await Promise.all([
    cruise(root),
    listFiles(root, '*.ts', '*.tsx'),
  ])
  const cruised = seen.filter((module) => module.couldNotResolve !== true).map((module) => module.source)
  const ours = cruised.filter(isOurTypeScript)
  const reasons = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]))
  return [
    ...generatedFaults(root, page),
    ...summary.violations.map((violation) => violationFault(violation, moduleOf, reasons)),
    ...differenceFaults(ours, listed),
    ...placeFaults(ours, moduleOf),
  ]
}

if (import.meta.main) {
  const faults = await checkArrows(dirname(import.meta.dirname))
  for (const { says } of faults) console.log(says)
  process.exitCode = faults.length === 0 ? 0 : 1
}

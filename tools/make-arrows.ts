// Makes tools/generated.arrows.cjs, the bans dependency-cruiser holds, from the tables of ARCHITECTURE.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ArrowRow, ArrowTables } from './arrow-tables.ts'
import { anything, readArrowTables } from './arrow-tables.ts'

/** A ban in dependency-cruiser's own form, cut to the fields used here. */
export type Ban = {
  readonly name: string
  readonly comment: string
  readonly severity: 'error'
  readonly from: Readonly<Record<string, unknown>>
  readonly to: Readonly<Record<string, unknown>>
}

// These stand in a package beside its src/, not in it.
const besideSource = ['core/corpus-tests']
const setPlaceholder = '<set>'

const escaped = (path: string): string => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const withSource = (name: string): string => {
  const [home, ...rest] = name.split('/')
  if (rest.length === 0 || besideSource.includes(name)) return name
  return [home, 'src', ...rest].join('/')
}

/** The regular expression, as text, of the files a name of the tables stands for (without looking at other rows). */
export const patternOf = (name: string): string => {
  if (name === '**/*.test.ts') return '\\.test\\.tsx?$'
  if (name === '**/stories') return '^[a-z]+/stories/'
  if (name === '*.ts') return '^[^/]+\\.ts$'
  if (name.endsWith('/*.ts')) return `^${escaped(withSource(name.slice(0, -5)))}/[^/]+\\.ts$`
  if (name.endsWith(`/${setPlaceholder}`))
    return `^${escaped(withSource(name.slice(0, -setPlaceholder.length - 1)))}/([^/]+)/`
  if (/\.tsx?$/.test(name)) return `^${escaped(withSource(name))}$`
  return `^${escaped(withSource(name))}/`
}

// A module less the rows that name a part of it more closely.
const closerRows = (name: string, tables: ArrowTables): string[] =>
  tables.rows.map((row) => row.module).filter((other) => other.startsWith(`${name}/`))

const fromModule = (name: string, tables: ArrowTables) => ({
  path: patternOf(name),
  pathNot: [...closerRows(name, tables), ...tables.tests].map(patternOf),
})

const packagePattern = (name: string): string => `(^|/)node_modules/${escaped(name)}/`

// The folder of a set is whichever the importing file stands in.
const ownPattern = (name: string): string => patternOf(name).replace('([^/]+)', '$1')

const outsideOf = (name: string, tables: ArrowTables) =>
  tables.outside.find((row) => row.module === name) ??
  tables.outside.find(
    (row) => name.startsWith(`${row.module}/`) && !closerRows(row.module, tables).includes(name),
  )

const rowBan = (row: ArrowRow, tables: ArrowTables): Ban => {
  const allowed = [
    ownPattern(row.module),
    ...row.may.map(patternOf),
    ...(outsideOf(row.module, tables)?.packages ?? []).map(packagePattern),
    // What another ban refuses by name is left to it, so that one import is one finding.
    ...tables.bans.flatMap((ban) => ban.what).map(patternOf),
  ]
  return {
    name: `${row.module} imports only what its row lists`,
    comment: row.because,
    severity: 'error',
    from: fromModule(row.module, tables),
    to: {
      ...(row.module.startsWith('core/') ? { path: '^core/' } : {}),
      pathNot: allowed,
      dependencyTypesNot: ['core'],
      couldNotResolve: false,
    },
  }
}

const namedBans = (tables: ArrowTables): Ban[] =>
  tables.bans.map(({ name, what, onlyBy, because }) => ({
    name,
    comment: because,
    severity: 'error',
    from: { pathNot: onlyBy.flatMap((each) => exceptCloser(each, tables)) },
    to: { path: what.map(patternOf) },
  }))

// `payer` may import what `payer/answer`, which has a row of its own, may not: the closer row is cut out.
const exceptCloser = (name: string, tables: ArrowTables): string[] => {
  const closer = closerRows(name, tables).map(patternOf)
  if (closer.length === 0) return [patternOf(name)]
  return [`^(?!${closer.map((each) => each.slice(1)).join('|')})${patternOf(name).slice(1)}`]
}

const machineBan = (tables: ArrowTables): Ban => ({
  name: 'only-edges-touch-the-machine',
  comment: "Node's own modules are for the edges; what is pure gets bytes, times and hashes handed in",
  severity: 'error',
  from: {
    pathNot: [
      '^core/',
      ...tables.outside.filter((row) => row.machine).flatMap((row) => exceptCloser(row.module, tables)),
    ],
  },
  to: { dependencyTypes: ['core'] },
})

const fixedBans: readonly Ban[] = [
  {
    name: 'no-circles',
    comment: 'two files that need each other are one thing, or miss a third below them',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'core-is-pure',
    comment: 'core imports nothing outside core, so that it runs in browser, server and terminal alike',
    severity: 'error',
    from: { path: '^core/src/', pathNot: '\\.test\\.tsx?$' },
    to: { pathNot: '^core/', couldNotResolve: false },
  },
  {
    name: 'every-import-resolves',
    comment: 'an import that leads nowhere hides its arrow',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
]

/** Every ban of the page, in the order in which an offender should read them. */
export const makeBans = (tables: ArrowTables): Ban[] => [
  ...fixedBans,
  machineBan(tables),
  ...namedBans(tables),
  ...tables.rows.filter((row) => !row.may.includes(anything)).map((row) => rowBan(row, tables)),
]

/** All modules with the files each stands for, tests first and then the closest: the first that fits owns a file. */
export const makeModules = (tables: ArrowTables): { name: string; pattern: string }[] => {
  const tests = tables.rows.filter((row) => tables.tests.includes(row.module))
  const others = tables.rows.filter((row) => !tables.tests.includes(row.module))
  const depth = (row: ArrowRow): number => row.module.split('/').length
  const ordered = [...tests, ...others.sort((one, other) => depth(other) - depth(one))]
  return ordered.map(({ module }) => ({ name: module, pattern: patternOf(module) }))
}

/** The whole text of tools/generated.arrows.cjs for a page of architecture. */
export const makeArrows = (page: string): string => {
  const tables = readArrowTables(page)
  const content = { forbidden: makeBans(tables), modules: makeModules(tables) }
  return [
    '// Made by tools/make-arrows.ts from the tables of ARCHITECTURE.md; change them there and run `npm run arrows`.',
    `module.exports = ${JSON.stringify(content, null, 2)}`,
    '',
  ].join('\n')
}

if (import.meta.main) {
  const root = dirname(import.meta.dirname)
  const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  writeFileSync(join(root, 'tools', 'generated.arrows.cjs'), makeArrows(page))
}

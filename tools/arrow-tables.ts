// Reads the tables "who may import whom" out of ARCHITECTURE.md.

/** One row of the arrows: a module, what it may import (`anything` for measures, tools and tests) and why. */
export type ArrowRow = { readonly module: string; readonly may: readonly string[]; readonly because: string }

/** What a module may take from outside the house: Node's own modules and npm packages by name. */
export type OutsideRow = {
  readonly module: string
  readonly machine: boolean
  readonly packages: readonly string[]
}

/** A ban that holds whatever a row says: `what` is imported by none but `onlyBy`. */
export type BanRow = {
  readonly name: string
  readonly what: readonly string[]
  readonly onlyBy: readonly string[]
  readonly because: string
}

export type ArrowTables = {
  readonly rows: readonly ArrowRow[]
  readonly outside: readonly OutsideRow[]
  readonly bans: readonly BanRow[]
  readonly tests: readonly string[]
}

/** The one word that is not a path: everything. */
export const anything = 'anything'

type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())

const readTables = (section: string): Table[] =>
  section
    .split(/\n(?!\|)/)
    .map((block) => block.split('\n').filter((line) => line.startsWith('|')))
    .filter((lines) => lines.length > 2)
    .map((lines) => ({ head: cellsOf(lines[0] ?? ''), rows: lines.slice(2).map(cellsOf) }))

const tableUnder = (tables: readonly Table[], ...head: string[]): Table => {
  const found = tables.find((table) => table.head.join('|') === head.join('|'))
  if (found === undefined) throw new Error(`ARCHITECTURE.md has no table with the columns ${head.join(', ')}`)
  return found
}

const cell = (row: readonly string[], index: number): string => {
  const text = row[index]
  if (text === undefined)
    throw new Error(`ARCHITECTURE.md: a row of the arrows lacks column ${index + 1}: ${row.join(' | ')}`)
  return text
}

// A cell is back-ticked paths and bare words in any order; a word stands for the paths of its own row.
const pathsOf = (text: string, words: ReadonlyMap<string, readonly string[]>): string[] =>
  [...text.matchAll(/`([^`]+)`|([a-z-]+)/g)].flatMap(([, path, word]) => {
    if (path !== undefined) return [path]
    if (word === anything) return [anything]
    const meant = words.get(word ?? '')
    if (meant === undefined)
      throw new Error(`ARCHITECTURE.md: the arrows use the word ${word}, which has no row`)
    return meant
  })

const onlyPath = (text: string): string => {
  const [path, ...more] = pathsOf(text, new Map())
  if (path === undefined || more.length > 0)
    throw new Error(`ARCHITECTURE.md: ${text} is not one back-ticked name`)
  return path
}

const refuseDoubles = (rows: readonly ArrowRow[]): readonly ArrowRow[] => {
  const seen = new Set<string>()
  for (const { module } of rows) {
    if (seen.has(module)) throw new Error(`ARCHITECTURE.md: the arrows have two rows for ${module}`)
    seen.add(module)
  }
  return rows
}

/** Reads the four tables; throws with the row's words when a cell cannot be read, since a half-read law is none. */
export const readArrowTables = (page: string): ArrowTables => {
  const section = page.split(/^## /m).find((part) => part.startsWith('Who may import whom'))
  if (section === undefined) throw new Error('ARCHITECTURE.md has no section "Who may import whom"')
  const tables = readTables(section)
  const words = new Map(
    tableUnder(tables, 'word', 'stands for').rows.map((row) => [
      cell(row, 0),
      pathsOf(cell(row, 1), new Map()),
    ]),
  )
  const rows = tableUnder(tables, 'module', 'may import', 'because').rows.map((row) => ({
    module: onlyPath(cell(row, 0)),
    may: pathsOf(cell(row, 1), words),
    because: cell(row, 2),
  }))
  const outside = tableUnder(tables, 'module', "Node's own modules", 'packages').rows.flatMap((row) =>
    pathsOf(cell(row, 0), words).map((module) => ({
      module,
      machine: cell(row, 1) === 'yes',
      packages: pathsOf(cell(row, 2), new Map()),
    })),
  )
  const bans = tableUnder(tables, 'ban', 'what', 'only imported by', 'because').rows.map((row) => ({
    name: onlyPath(cell(row, 0)),
    what: pathsOf(cell(row, 1), words),
    onlyBy: pathsOf(cell(row, 2), words),
    because: cell(row, 3),
  }))
  return { rows: refuseDoubles(rows), outside, bans, tests: words.get('tests') ?? [] }
}

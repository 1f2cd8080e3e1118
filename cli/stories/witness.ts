// What was typed by hand for the examples: codes, positions in the 837P, the payer's sums, entries.
import { readFileSync } from 'node:fs'
import { inRoot, readJson } from './run-command.ts'

export const filedExamples = [
  'telehealth-session',
  'in-person-session',
  'intake',
  'crisis',
  'family-without-client',
  'medication-and-therapy',
  'denial',
] as const

export const examples = [...filedExamples, 'held'] as const

export interface WitnessedCodes {
  readonly procedures: readonly {
    readonly code: string
    readonly units: number
    readonly modifiers: readonly string[]
    readonly placeOfService: string
    readonly pointers: readonly number[]
    readonly band: { readonly from: number; readonly to: number | null; readonly minutes: number } | null
  }[]
  readonly links: Readonly<Record<string, string>>
}

export interface WitnessedLine {
  readonly account: string
  readonly party: string
  readonly side: string
  readonly cents: number
}

export interface WitnessedEntries {
  readonly entries: readonly { readonly act: string; readonly lines: readonly WitnessedLine[] }[]
  readonly clientOwes: number | null
  readonly providerEarns: number | null
  readonly payerExpected: number | null
  readonly payerPaid: number | null
}

export interface WitnessedSums {
  readonly lines: readonly {
    readonly procedure: string
    readonly units: number
    readonly charge: number
    readonly allowed: number
    readonly adjustments: readonly {
      readonly group: string
      readonly reason: string
      readonly cents: number
    }[]
    readonly paid: number
  }[]
  readonly totals: { readonly charge: number; readonly paid: number; readonly clientResponsibility: number }
  readonly expected: { readonly payer: number; readonly client: number; readonly contractAllowance: number }
}

export interface WitnessedClaim {
  readonly values: Readonly<Record<string, string | readonly string[]>>
}

const from = <T>(kind: string, example: string): T =>
  readJson<T>(`cli/stories/witness/${kind}/${example}.json`)
export const witnessedCodes = (example: string): WitnessedCodes => from('codes', example)
export const witnessedEntries = (example: string): WitnessedEntries => from('entries', example)
export const witnessedSums = (example: string): WitnessedSums => from('plan-sums', example)
export const witnessedClaim = (example: string): WitnessedClaim => from('claims', example)

/** Where a value stands, as positions.csv says it in its heading. */
export interface Position {
  readonly position: string
  readonly start: string
  readonly segment: readonly string[]
  readonly until: readonly string[]
  readonly element: number
  readonly component: number | null
  readonly each: 'once' | 'line'
  readonly otherwise: string
}

const either = (cell: string): readonly string[] =>
  cell
    .split('|')
    .map((each) => each.trim())
    .filter((each) => each !== '')

export const positions: readonly Position[] = readFileSync(
  inRoot('cli/stories/witness/positions.csv'),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => {
    const [
      position = '',
      ,
      start = '',
      segment = '',
      until = '',
      element = '',
      component = '',
      each = '',
      otherwise = '',
    ] = line.split(',')
    return {
      position,
      start,
      segment: either(segment),
      until: either(until),
      element: Number(element),
      component: component === '' ? null : Number(component),
      each: each === 'line' ? 'line' : 'once',
      otherwise,
    }
  })

const begins = (segment: string, withAnyOf: readonly string[]): boolean =>
  withAnyOf.some((start) => segment === start || segment.startsWith(`${start}*`))

/** Segments by plain cuts at `~` and `*`: no reader of the project has a part in it. */
export const cut = (text: string): readonly string[] =>
  text
    .split('~')
    .map((each) => each.trim())
    .filter((each) => each !== '')

/** The value at a position (a list for `line`), found by hand's own rule. */
export const valueAt = (text: string, where: Position): string | readonly string[] => {
  const segments = cut(text)
  const first = segments.findIndex((segment) => begins(segment, [where.start]))
  const start =
    first >= 0 || where.otherwise === ''
      ? first
      : segments.findIndex((segment) => begins(segment, [where.otherwise]))
  const wanted = first >= 0 || where.otherwise === '' ? where.segment : [where.otherwise]
  const found: string[] = []
  for (const [at, segment] of segments.entries()) {
    if (at < start) continue
    if (at > start && begins(segment, where.until)) break
    if (!begins(segment, wanted)) continue
    const element = segment.split('*')[where.element] ?? ''
    found.push(where.component === null ? element : (element.split(':')[where.component - 1] ?? ''))
    if (where.each === 'once') break
  }
  return where.each === 'line' ? found : (found[0] ?? '')
}

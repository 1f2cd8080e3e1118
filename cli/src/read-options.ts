// Reads the options of a command, and refuses what it does not know.
import { parseArgs } from 'node:util'

export interface Options {
  readonly file: string
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
}

/** One file and the named options (`values` take a word after them, `flags` none), or a sentence that says what was not understood. */
export const readOptions = (
  argv: readonly string[],
  flags: readonly string[],
  values: readonly string[],
): Options | string => {
  const options = Object.fromEntries([
    ...flags.map((name) => [name, { type: 'boolean' as const }]),
    ...values.map((name) => [name, { type: 'string' as const }]),
  ])
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (error) {
    return error instanceof Error ? error.message : 'The options were not understood.'
  }
  const [file, ...more] = parsed.positionals
  if (file === undefined || more.length > 0) return 'Name exactly one file.'
  const given = Object.entries(parsed.values)
  return {
    file,
    flags: new Set(given.filter(([, value]) => value === true).map(([name]) => name)),
    values: new Map(given.filter((each): each is [string, string] => typeof each[1] === 'string')),
  }
}

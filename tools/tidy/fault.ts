// What a check of style hands back: where, which check, and what to do about it.

/** One fault of style; `line` counts from 1. */
export type TidyFault = {
  readonly check: string
  readonly path: string
  readonly line: number
  readonly says: string
}

/** A check of one file by its path from the root and its text. */
export type Check = (path: string, text: string) => readonly TidyFault[]

export const isTest = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) || path.startsWith('core/corpus-tests/') || /^[a-z]+\/stories\//.test(path)

export const isTypeScript = (path: string): boolean => /\.tsx?$/.test(path)

export const isGenerated = (path: string): boolean => /(^|\/)generated\.[^/]+$/.test(path)

/** Tables of facts and of sets are long by nature: rows, not thoughts. */
export const isTable = (path: string): boolean =>
  path.startsWith('core/src/facts/shipped/') ||
  (path.startsWith('core/src/x12/sets/') && /(^|\/)[a-z0-9-]*table[a-z0-9-]*(\.ts$|\/)/.test(path))

/** The number of the line at an offset of a text, counted from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

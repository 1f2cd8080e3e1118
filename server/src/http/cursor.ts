// Cursors of lists: where the next page goes on, as an opaque text.

/** The cursor after a row, from the values the list is ordered by. */
export const writeCursor = (...values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** The values of a cursor; null when it is none, or one of another list. */
export const readCursor = (text: string | undefined, count: number): readonly string[] | null => {
  if (text === undefined) return null
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    const whole =
      Array.isArray(values) && values.length === count && values.every((each) => typeof each === 'string')
    return whole ? values : null
  } catch {
    return null
  }
}

/**
 * A page out of up to `limit + 1` rows: the rows to show, and the cursor when there are more.
 */
export const pageFrom = <T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => string,
): { readonly items: T[]; readonly next: string | null } => {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}

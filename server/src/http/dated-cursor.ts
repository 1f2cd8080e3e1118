// Cursors of lists that are ordered by a day or an instant, and then by id.
import { readCursor } from './cursor.ts'
import { problem } from './problem.ts'
import { Uuid } from './schemas.ts'

/** The last row of the page before. */
export interface DatedPlace {
  /** A day or an instant, whichever the list is ordered by. */
  readonly at: string
  readonly id: string
}

const badCursor = () =>
  problem({ status: 400, code: 'cursor', title: 'Take `after` from the `next` of the page before.' })

/** Where such a list goes on: `{}` at its begin. A text that is no cursor is a problem of the request. */
export const goingOn = (
  after: string | undefined,
  form: 'day' | 'instant',
): { readonly after?: DatedPlace } => {
  if (after === undefined) return {}
  const [at, id] = readCursor(after, 2) ?? []
  const written = form === 'day' ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/
  if (at === undefined || id === undefined || !written.test(at) || Number.isNaN(Date.parse(at)))
    throw badCursor()
  if (!Uuid.safeParse(id).success) throw badCursor()
  return { after: { at, id } }
}

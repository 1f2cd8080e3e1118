// The same rows again by plain SQL: what the acts wrote for a session, statement by statement, in as many transactions.
import type pg from 'pg'
import type { Row, Rows } from './table-rows.ts'

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** What one unit of work wrote. */
export type Unit = readonly Statement[]

/** Lists and documents travel as JSON texts. */
const asParameter = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value

const insert = (table: string, rows: readonly Row[]): Unit => {
  const [first] = rows
  if (first === undefined) return []
  const columns = Object.keys(first)
  const values = rows.flatMap((row) => columns.map((column) => asParameter(row[column])))
  const places = rows.map(
    (_, at) => `(${columns.map((_column, n) => `$${at * columns.length + n + 1}`).join(', ')})`,
  )
  return [{ text: `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${places.join(', ')}`, values }]
}

/** All columns of a row set to what they became. */
const update = (table: string, row: Row | undefined): Unit => {
  if (row === undefined) return []
  const columns = Object.keys(row).filter((column) => column !== 'practice_id' && column !== 'id')
  const sets = columns.map((column, n) => `${column} = $${n + 3}`)
  return [
    {
      text: `UPDATE ${table} SET ${sets.join(', ')} WHERE practice_id = $1 AND id = $2`,
      values: [row['practice_id'], row['id'], ...columns.map((column) => asParameter(row[column]))],
    },
  ]
}

const moveHead = ({ practice_id, number, hash, at }: Row): Statement => ({
  text: 'UPDATE trail_head SET number = $2, hash = $3, at = $4 WHERE practice_id = $1',
  values: [practice_id, number, hash, at],
})

const wake = ({ practice_id, at }: Row): Statement => ({
  text: 'INSERT INTO wake_up (practice_id, due_at) VALUES ($1, $2) ON CONFLICT (practice_id) DO UPDATE SET due_at = least(wake_up.due_at, excluded.due_at)',
  values: [practice_id, at],
})

const touches = (row: Row, id: string): boolean =>
  (row['touched'] as readonly { readonly id: string }[]).some((each) => each.id === id)

const trailUnit = (rows: Rows, act: string, sessionId: string): { unit: Unit; row: Row } => {
  const row = rows.trail.find((each) => each['act'] === act && touches(each, sessionId))
  if (row === undefined) throw new Error(`the trail knows nothing of ${act}`)
  return { row, unit: [...insert('trail', [row]), moveHead(row)] }
}

const of = (rows: readonly Row[], column: string, ids: readonly unknown[]): readonly Row[] =>
  rows.filter((row) => ids.includes(row[column]))

/** The two units of work of a session, as the acts left them: it was confirmed; it was signed and filed. */
export const unitsOf = (rows: Rows, sessionId: string): readonly [confirmed: Unit, filed: Unit] => {
  const session = rows.session.find((row) => row['id'] === sessionId)
  const notes = of(rows.note, 'session_id', [sessionId])
  const claims = of(rows.claim, 'session_id', [sessionId])
  const claimIds = claims.map((row) => row['id'])
  const noteIds = notes.map((row) => row['id'])
  const entries = of(rows.entry, 'claim_id', claimIds)
  const entryIds = entries.map((row) => row['id'])
  const confirmed = trailUnit(rows, 'confirm-session', sessionId)
  const filed = trailUnit(rows, 'sign-and-file', sessionId)
  return [
    [...update('session', session), ...confirmed.unit],
    [
      ...insert('signed_note', of(rows.signed_note, 'note_id', noteIds)),
      ...notes.flatMap((note) => update('note', note)),
      ...insert('claim', claims),
      ...insert('claim_event', of(rows.claim_event, 'claim_id', claimIds)),
      ...insert('entry', entries),
      ...insert('entry_line', of(rows.entry_line, 'entry_id', entryIds)),
      wake(filed.row),
      ...filed.unit,
    ],
  ]
}

/** How many rows units put in or changed. */
export const rowsIn = (units: readonly Unit[]): number =>
  units
    .flat()
    .reduce((sum, { text }) => sum + (text.startsWith('UPDATE') ? 1 : (text.match(/\(\$/g)?.length ?? 1)), 0)

/** Writes units, each in a transaction of its own, as the app's role inside the practice. */
export const writeUnits = async (
  pool: pg.Pool,
  practiceId: string,
  units: readonly Unit[],
): Promise<void> => {
  for (const unit of units) {
    const client = await pool.connect()
    try {
      await client.query(`BEGIN; SET LOCAL ROLE golden_app; SET LOCAL app.practice = '${practiceId}'`)
      for (const { text, values } of unit) await client.query(text, [...values])
      await client.query('COMMIT')
    } finally {
      client.release()
    }
  }
}

// An attempt: an act inside the unit of work whose failing undoes it alone, so that what stands beside it goes on.
import { sql } from 'kysely'
import type { Touched, Tx } from './tx.ts'

export type Attempted<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: unknown }

/** SQLSTATE classes that blame the rows: data that does not fit, a constraint. Any other one blames the database. */
const ofTheRows = /^2[23]/

/** True when the fault lies in what was worked on; a database that is busy or away fails the whole unit of work. */
const isOfTheRows = (fault: unknown): boolean => {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined
  return typeof code !== 'string' || ofTheRows.test(code)
}

/**
 * Does an act, or undoes it when it throws, and gives which. The trail hears, and the sweep is woken, only by what was
 * done. Contention, and a connection that is lost, are thrown on as ever.
 */
export const attempt = async <T>(tx: Tx, act: (tx: Tx) => Promise<T>): Promise<Attempted<T>> => {
  const touched: Touched[] = []
  const woken: Parameters<Tx['wake']>[0][] = []
  const inner: Tx = {
    ...tx,
    touch: (kind, ...ids) => {
      touched.push(...ids.map((id) => ({ kind, id })))
    },
    wake: (due) => {
      woken.push(due)
    },
  }
  await sql`SAVEPOINT attempt`.execute(tx.db)
  try {
    const value = await act(inner)
    await sql`RELEASE SAVEPOINT attempt`.execute(tx.db)
    for (const { kind, id } of touched) tx.touch(kind, id)
    for (const due of woken) tx.wake(due)
    return { ok: true, value }
  } catch (fault) {
    if (!isOfTheRows(fault)) throw fault
    await sql`ROLLBACK TO SAVEPOINT attempt`.execute(tx.db)
    return { ok: false, fault }
  }
}

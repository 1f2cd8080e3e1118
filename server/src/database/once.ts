// The same key answers the same: an act asked for again under its Idempotency-Key is answered, not done again.
import { type Json, canonicalJson } from '@goldenthread/core/values/canonical-json.ts'
import { addSeconds } from '../clock.ts'
import type { Tx } from './tx.ts'

/** What `once` found: the answer (made now, or kept), or a key that stands for another act or other input. */
export type Once<T> =
  | { readonly kind: 'answer'; readonly answer: T; readonly again: boolean }
  | { readonly kind: 'conflict' }

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json

/**
 * Does an act once by key. The row is put in before the act, so that a second asker waits for the first one's commit
 * and then reads its answer. Key, person, act and input belong together: the same key with another of them is
 * a conflict. The answer is kept as JSON.
 */
export const once = async <T>(
  tx: Tx,
  asked: { readonly key: string; readonly act: string; readonly input: unknown },
  sha256: (utf8: string) => string,
  act: () => Promise<T>,
): Promise<Once<T>> => {
  const { key } = asked
  const who = tx.actor.kind === 'person' ? tx.actor.personId : tx.actor.name
  const inputHash = sha256(canonicalJson(asJson({ who, input: asked.input ?? null })))
  const put = await tx.db
    .insertInto('idempotency')
    .values({
      practice_id: tx.practiceId,
      key,
      act: asked.act,
      input_hash: inputHash,
      answer: null,
      at: tx.at,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'key']).doNothing())
    .executeTakeFirst()
  if ((put.numInsertedOrUpdatedRows ?? 0n) === 0n) {
    const before = await tx.db
      .selectFrom('idempotency')
      .select(['act', 'input_hash', 'answer'])
      .where('practice_id', '=', tx.practiceId)
      .where('key', '=', key)
      .executeTakeFirstOrThrow()
    const same = before.act === asked.act && before.input_hash === inputHash
    return same ? { kind: 'answer', answer: before.answer as T, again: true } : { kind: 'conflict' }
  }
  const answer = await act()
  await tx.db
    .updateTable('idempotency')
    .set({ answer: JSON.stringify(answer) })
    .where('practice_id', '=', tx.practiceId)
    .where('key', '=', key)
    .execute()
  return { kind: 'answer', answer, again: false }
}

/** A request is sent again within minutes; its key, with what was answered, is kept this many seconds: a week. */
const keptSeconds = 604_800

/** Forgets the keys of a practice, and their answers, that are older than a week. */
export const forgetKeys = async (tx: Tx): Promise<void> => {
  await tx.db
    .deleteFrom('idempotency')
    .where('practice_id', '=', tx.practiceId)
    .where('at', '<', addSeconds(tx.at, -keptSeconds))
    .execute()
}

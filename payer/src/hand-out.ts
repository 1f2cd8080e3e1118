// Which answers may leave now, and in what order.
import { type House, enter, nowAt } from './house.ts'
import type { Door, Outgoing } from './journal-record.ts'

const inOrder = (one: Outgoing, other: Outgoing): number => {
  if (one.dueAt !== other.dueAt) return one.dueAt < other.dueAt ? -1 : 1
  return one.rank - other.rank
}

/** Answers that are due at a door, those due earliest first; of one minute by rank, then in the order they were made. */
export const dueAnswers = (house: House, door: Door): readonly Outgoing[] => {
  const now = nowAt(house)
  return [...house.books.waiting.values()]
    .filter(
      (each) => each.door.kind === door.kind && each.door.senderId === door.senderId && each.dueAt <= now,
    )
    .toSorted(inOrder)
}

/** The bytes of an answer, as they are sent every time. */
export const bytesOf = ({ bytes }: Outgoing): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(bytes, 'base64'))

/** The answer is gone for good: it is not handed out again. */
export const letGo = (house: House, kind: 'confirmed' | 'put-out', { payloadId, name }: Outgoing): void => {
  enter(house, { kind, at: nowAt(house), payloadId })
  house.log(kind, { payloadId, name })
}

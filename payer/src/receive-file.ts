// A file comes: it is answered at once, and its answers, with the hour each goes out, are in the journal before anyone hears that it was taken.
import { createHash } from 'node:crypto'
import type { Instant } from '@goldenthread/core/values/day.ts'
import { type Segments, elementText, segmentCount } from '@goldenthread/core/x12/syntax/segments.ts'
import { splitLeniently } from '@goldenthread/core/x12/syntax/split.ts'
import { answer } from './answer/answer.ts'
import type { AnswerFile } from './answer/plan.ts'
import type { AnswerKind } from './answer/write-answer.ts'
import { type Behaviour, delayOf, kinds, rankOf, silenceOn } from './behaviour.ts'
import { payloadKey, stateOf } from './books.ts'
import { addSeconds } from './clock.ts'
import { drawUuid, happens } from './dice.ts'
import { type House, enter, nowAt } from './house.ts'
import type { Door, Outgoing, Received } from './journal-record.ts'
import { loggedNumber } from './log.ts'
import type { PlanSetting } from './settings.ts'
import { changeBetween } from './state-change.ts'

export interface ArrivedFile {
  readonly bytes: Uint8Array
  readonly door: Door
  readonly payloadId: string
}

/** `nothing-to-read`: no X12 that could be answered. `other-bytes`: another file came under this PayloadID before. */
export type Receipt = 'taken' | 'nothing-to-read' | 'other-bytes'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Element `n` of every ISA of a file. */
const isaElements = (segments: Segments, n: number): readonly string[] => {
  const found: string[] = []
  for (let i = 0; i < segmentCount(segments); i += 1) {
    if (elementText(segments, i, 0) === 'ISA') found.push(elementText(segments, i, n).trim())
  }
  return found
}

/** The payer that ISA08 names; the first of the house answers for ids nobody has (TA1 009). */
const planFor = ({ plans }: House, receiver: string): PlanSetting =>
  plans.find(
    ({ planRules }) => planRules.payer.interchangeId.trim().toUpperCase() === receiver.toUpperCase(),
  ) ?? plans[0]

/** How a plan behaves by the clock that the payer goes by now. */
const mannersOf = ({ books }: House, { behaviour = {}, behaviourByRealClock }: PlanSetting): Behaviour =>
  books.clock === 'real' ? (behaviourByRealClock ?? behaviour) : behaviour

const kindOf = (name: string): AnswerKind => {
  const kind = kinds.find((each) => name.endsWith(`-${each}.x12`))
  if (kind === undefined) throw new Error('the payer made an answer of no known kind')
  return kind
}

/** When each kind of answer to this file goes out. */
type DueAt = (kind: AnswerKind) => Instant

interface Planned {
  readonly seed: string
  readonly behaviour: Behaviour
  readonly payerId: string
  readonly door: Door
  readonly dueAt: DueAt
}

/** One answer as it waits; two when this payer sends it twice. File names of several payers are told apart by payer id. */
const outgoing = (file: AnswerFile, n: number, planned: Planned): readonly Outgoing[] => {
  const { seed, behaviour, payerId, door, dueAt } = planned
  const kind = kindOf(file.name)
  const name = `${payerId}-${file.name}`
  const once: Outgoing = {
    payloadId: drawUuid(seed, name),
    name,
    kind,
    payerId,
    door,
    dueAt: dueAt(kind),
    rank: rankOf(behaviour, n, seed, name),
    bytes: Buffer.from(file.bytes).toString('base64'),
  }
  const { twice } = behaviour
  if (twice === undefined || !twice.kinds.includes(kind)) return [once]
  if (!happens(twice.ofHundred, seed, 'twice', name)) return [once]
  const again = name.replace(/\.x12$/, '-again.x12')
  const later = {
    dueAt: addSeconds(once.dueAt, twice.laterMinutes * 60),
    rank: rankOf(behaviour, n, seed, again),
  }
  return [once, { ...once, ...later, name: again, payloadId: drawUuid(seed, again) }]
}

/** What is written of a file, and codes of what in it could not be read; null when all of it could not. */
const answerFile = (
  house: House,
  { bytes, door, payloadId }: ArrivedFile,
  hash: string,
): { readonly record: Received; readonly unread: readonly string[] } | null => {
  const { segments } = splitLeniently(bytes)
  const plan = planFor(house, isaElements(segments, 8)[0] ?? '')
  const { planRules } = plan
  const behaviour = mannersOf(house, plan)
  const payerId = planRules.payer.id
  const state = stateOf(house.books, payerId)
  const at = nowAt(house)
  // The next control number tells this file from every other, even from one of the same bytes.
  const file = `${payerId} ${state.nextInterchangeControl}`
  const dueAt: DueAt = (kind) => addSeconds(at, delayOf(behaviour, kind, house.seed, file))
  const answered = answer({
    files: [{ name: 'file', bytes }],
    planRules,
    state,
    at,
    facts: house.facts,
    paidAt: dueAt('835'),
    silentOn: silenceOn(behaviour, house.seed),
  })
  const unread = (answered.unread ?? []).map(({ code }) => code)
  if (answered.files.length === 0 && unread.length > 0) return null
  const planned = { seed: house.seed, behaviour, payerId, door, dueAt }
  const record: Received = {
    kind: 'received',
    at,
    door,
    payloadId,
    sha256: hash,
    payerId,
    interchangeControls: isaElements(segments, 13),
    change: changeBetween(state, answered.state),
    claims: answered.claims,
    answers: answered.files.flatMap((each, n) => outgoing(each, n, planned)),
  }
  return { record, unread }
}

/** Takes a file. Throws when the journal cannot be written; then nothing was taken. */
export const receiveFile = (house: House, arrived: ArrivedFile): Receipt => {
  const hash = sha256(arrived.bytes)
  const { kind, senderId } = arrived.door
  const before = house.books.payloads.get(payloadKey(senderId, arrived.payloadId))
  if (before !== undefined && before !== hash) return 'other-bytes'
  const answered = answerFile(house, arrived, hash)
  if (answered === null) {
    house.log('refused', { door: kind, payloadId: arrived.payloadId, sha256: hash, code: 'PayloadIllegal' })
    return 'nothing-to-read'
  }
  const { record, unread } = answered
  enter(house, record)
  house.log('received', {
    door: kind,
    payloadId: arrived.payloadId,
    sha256: hash,
    payerId: record.payerId,
    interchangeControls: record.interchangeControls.map(loggedNumber),
    claims: record.claims.length,
    answers: record.answers.map(({ name }) => name),
    unread,
  })
  return 'taken'
}

// How a payer behaves beside what it decides: when its answers go out, how often, in what order, and what it loses. Data of a plan.
import type { Silence } from './answer/plan.ts'
import type { SentClaim } from './answer/sent-claim.ts'
import type { AnswerKind } from './answer/write-answer.ts'
import { draw, happens } from './dice.ts'

/** The kinds of answers, in the order they are made. */
export const kinds: readonly AnswerKind[] = ['ta1', '999', '277ca', '835']

/** Claims that get lost. A claim must fit every list that is given; of those, so many in a hundred are lost. */
export interface Silent {
  /** `all`: not a word after the 999. `payment`: accepted by the 277CA, and then no 835. */
  readonly what: Silence
  readonly ofHundred: number
  readonly claimNumbers?: readonly string[]
  readonly memberNumbers?: readonly string[]
  /** Procedure codes, one of which a line bears. */
  readonly codes?: readonly string[]
}

/** Answers that go out a second time: the same bytes under another name. */
export interface Twice {
  readonly kinds: readonly AnswerKind[]
  readonly ofHundred: number
  readonly laterMinutes: number
}

type Delays = { readonly [K in AnswerKind]?: number }

/** All of it may be left out: then every answer goes out once, at once, in the order it was made. Minutes are of the payer's clock. */
export interface Behaviour {
  readonly delayMinutes?: Delays
  /** So many seconds more. */
  readonly delaySeconds?: Delays
  /** Up to so many minutes more, another number for every answer. */
  readonly jitterMinutes?: number
  /** In what order answers to one file stand that are due at the same minute. */
  readonly order?: 'as-made' | 'reversed' | 'shuffled'
  readonly twice?: Twice
  readonly silent?: readonly Silent[]
}

const isCount = (value: unknown, most = Number.MAX_SAFE_INTEGER): boolean =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most
const isPart = (value: unknown): boolean => isCount(value, 100)
const isTexts = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((each) => typeof each === 'string'))

const areDelays = (given: Delays | undefined): boolean =>
  Object.entries(given ?? {}).every(([kind, delay]) => kinds.includes(kind as never) && isCount(delay))

/** Whether data from a file is a behaviour. */
export const isBehaviour = (given: Readonly<Record<string, unknown>>): boolean => {
  const { jitterMinutes = 0, order = 'as-made', twice, silent = [], ...delays } = given as Behaviour
  return (
    areDelays(delays.delayMinutes) &&
    areDelays(delays.delaySeconds) &&
    isCount(jitterMinutes) &&
    ['as-made', 'reversed', 'shuffled'].includes(order) &&
    (twice === undefined ||
      (Array.isArray(twice.kinds) &&
        twice.kinds.every((kind) => kinds.includes(kind)) &&
        isPart(twice.ofHundred) &&
        isCount(twice.laterMinutes))) &&
    Array.isArray(silent) &&
    silent.every(
      ({ what, ofHundred, ...lists }: Silent) =>
        ['all', 'payment'].includes(what) && isPart(ofHundred) && Object.values(lists).every(isTexts),
    )
  )
}

/** Seconds from receipt until answers of this kind go out; `file` is what tells one receipt from another. */
export const delayOf = (behaviour: Behaviour, kind: AnswerKind, seed: string, file: string): number => {
  const jitter = draw((behaviour.jitterMinutes ?? 0) + 1, seed, 'delay', file, kind)
  const minutes = (behaviour.delayMinutes?.[kind] ?? 0) + jitter
  return minutes * 60 + (behaviour.delaySeconds?.[kind] ?? 0)
}

/** Where the answer stands among those made from one file; smaller goes first. */
export const rankOf = (behaviour: Behaviour, n: number, seed: string, name: string): number => {
  if (behaviour.order === 'reversed') return -n
  return behaviour.order === 'shuffled' ? draw(1_000_000, seed, 'rank', name) : n
}

const isIn = (list: readonly string[] | undefined, ...values: readonly string[]): boolean =>
  list === undefined || values.some((value) => list.includes(value))

/** What this payer never says of a claim; the first row that fits decides, and the same claim number fares the same again. */
export const silenceOn =
  ({ silent = [] }: Behaviour, seed: string) =>
  (claim: SentClaim): Silence | null =>
    silent.find(
      ({ ofHundred, claimNumbers, memberNumbers, codes }, n) =>
        isIn(claimNumbers, claim.claimNumber) &&
        isIn(memberNumbers, claim.subscriber.id) &&
        isIn(codes, ...claim.lines.map(({ code }) => code)) &&
        happens(ofHundred, seed, 'silent', n, claim.claimNumber),
    )?.what ?? null

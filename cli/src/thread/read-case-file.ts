// Reads a case file: text to JSON, held against the schema, made into what the thread and the stand-in payer take.
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import { type Instant, instant } from '@goldenthread/core/values/day.ts'
import { type Result, accepted, refused } from '@goldenthread/core/values/result.ts'
import type { ThreadCase } from '@goldenthread/core/thread/thread-case.ts'
import type { Session } from '@goldenthread/core/session/session.ts'
import type { Note } from '@goldenthread/core/note/note.ts'
import type { answer } from '@goldenthread/payer/answer/answer.ts'
import { checkCaseShape } from './case-schema.ts'
import { parseJson } from './parse-json.ts'
import type { WrittenTimes } from '@goldenthread/core/session/session-times.ts'
import { sessionInstants } from './session-instants.ts'

type AnswerInput = Parameters<typeof answer>[0]

/** What the stand-in payer holds: the `payer` part of a case file. */
export type PayerPlan = Pick<AnswerInput, 'planRules' | 'state'>

export interface CaseFile {
  readonly about: string
  readonly at: Instant
  readonly thread: ThreadCase
  /** Null when the file names no payer: then only `--answers` can bring answers. */
  readonly payer: PayerPlan | null
}

/** The shape the schema has proved; parts that may be left out are made null or empty here, once. */
type Written = Omit<ThreadCase, 'people' | 'session' | 'note' | 'earlierSessions' | 'clientPayments'> &
  ThreadCase['people'] & {
    readonly about?: string
    readonly at: string
    readonly zone: string
    readonly session?:
      | (WrittenTimes & Omit<Session, 'startInstant' | 'stopInstant' | 'zone'> & { readonly zone?: string })
      | null
    readonly note?: Omit<Note, 'schema'> | null
    readonly earlierSessions?: ThreadCase['earlierSessions']
    readonly clientPayments?: ThreadCase['clientPayments']
    readonly payer?: PayerPlan | null
  }

const readSession = (written: Written): Result<Session | null> => {
  if (!written.session) return accepted(null)
  const {
    stopDay: _stopDay,
    startOffset: _startOffset,
    stopOffset: _stopOffset,
    ...session
  } = written.session
  const zone = session.zone ?? written.zone
  const instants = sessionInstants(written.session, zone)
  return instants.ok ? accepted({ ...session, zone, ...instants.value }) : instants
}

const toCase = (written: Written, session: Session | null): CaseFile => ({
  about: written.about ?? '',
  at: instant(written.at),
  thread: {
    people: {
      practice: written.practice,
      provider: written.provider,
      supervisor: written.supervisor ?? null,
      client: written.client,
      subscriber: written.subscriber ?? null,
    },
    coverage: written.coverage
      ? { ...written.coverage, payerRules: written.coverage.payerRules ?? null }
      : null,
    session,
    earlierSessions: written.earlierSessions ?? [],
    note: written.note ? { schema: 'golden-thread/note/1', ...written.note } : null,
    coSignature: written.coSignature ?? null,
    billed: written.billed ?? null,
    payContract: written.payContract ?? null,
    clientPayments: written.clientPayments ?? [],
    ...(written.privateFees === undefined ? {} : { privateFees: written.privateFees }),
    ...(written.doNotBill === undefined ? {} : { doNotBill: written.doNotBill }),
    envelope: written.envelope,
  },
  payer: written.payer ?? null,
})

const subscriberNamed = (written: Written): readonly Finding[] => {
  if (!written.coverage || written.coverage.relation === 'self' || written.subscriber) return []
  return [
    {
      code: 'case:missing-key',
      severity: 'holds-claim',
      whose: 'platform',
      place: field('subscriber'),
      says: 'The client is not the subscriber, and no subscriber is named.',
      remedy: 'Add "subscriber", or write "self" as the relation.',
      source: 'docs/case-file.schema.json',
      evidence: {},
    },
  ]
}

/** A payment listed twice would be sent and posted once, and nobody would know which of the two was meant. */
const paymentsNamedOnce = ({ clientPayments = [] }: Written): readonly Finding[] =>
  clientPayments.flatMap(({ key }, at) =>
    clientPayments.findIndex((each) => each.key === key) === at
      ? []
      : [
          {
            code: 'case:payment-twice',
            severity: 'holds-claim' as const,
            whose: 'platform' as const,
            place: field(`clientPayments.${at}.key`),
            says: 'Two payments of the client have the same key.',
            remedy: 'Take one out, or give each payment a key of its own.',
            source: 'docs/case-file.md',
            evidence: { key },
          },
        ],
  )

/** The case of a text, or every finding that keeps it from being one. Texts become NFC here, at the door. */
export const readCaseFile = (text: string): Result<CaseFile> => {
  const parsed = parseJson(text.normalize('NFC'))
  if (!parsed.ok) return parsed
  const shape = checkCaseShape(parsed.value)
  if (shape.length > 0) return refused(shape)
  const written = parsed.value as Written
  const session = readSession(written)
  const faults = [...session.findings, ...subscriberNamed(written), ...paymentsNamedOnce(written)]
  return session.ok && faults.length === 0 ? accepted(toCase(written, session.value)) : refused(faults)
}

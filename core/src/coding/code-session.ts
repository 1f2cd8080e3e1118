// Coding: what session and note support, as procedures with units, modifiers, place and pointers, each with its reason.
import { type Result, accepted, refused } from '../values/result.ts'
import type { Finding } from '../values/finding.ts'
import type { Facts } from '../facts/facts.ts'
import type { Provider } from '../people/provider.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { Session } from '../session/session.ts'
import type { Note } from '../note/note.ts'
import { billableOrder } from './billable-order.ts'
import { cannotCode } from './cannot-code.ts'
import { codeProcedures } from './code-procedures.ts'
import type { Coding } from './coding.ts'
import { documentedService } from './documented-service.ts'
import { withInteractiveComplexity } from './interactive-complexity.ts'
import { placeAndModifiers } from './place-and-modifiers.ts'
import { rendering } from './rendering.ts'

export interface CodingInput {
  /** Null: nobody but the client pays. */
  readonly coverage: Coverage | null
  readonly session: Session
  readonly note: Note
  readonly provider: Provider
  readonly supervisor: Provider | null
  readonly facts: Facts
}

const tooMany = (leftOut: number): readonly Finding[] =>
  leftOut === 0
    ? []
    : [
        cannotCode({
          code: 'diagnoses-over-twelve',
          severity: 'warns',
          path: 'note.diagnoses',
          says: 'A claim carries twelve diagnoses; the last ones of the note stay off it.',
          remedy: 'Put the diagnoses that this session treated first.',
          source: 'docs/sources.md 5',
          evidence: { leftOut: String(leftOut) },
        }),
      ]

/**
 * The codes of a session: those its note documents, judged by the facts of the day of service. Refused, with
 * findings that say what is missing, when the note supports no code or no place of service follows. Findings beside
 * a coding are warnings. What a person billed is not looked at.
 */
export const codeSession = ({
  coverage,
  session,
  note,
  provider,
  supervisor,
  facts,
}: CodingInput): Result<Coding> => {
  const on = session.day
  const payerClass = coverage?.payer.class ?? 'self-pay'
  const ground = { session, facts, on, reading: coverage?.payerRules?.crisisUnits ?? 'started' }
  const licenceClass = facts.credential(provider.credentials, on)?.licenceClass ?? null

  const service = documentedService(note, session.attendees)
  const codes = service.ok ? codeProcedures(service.value, note, licenceClass, ground) : service
  const place = placeAndModifiers({ coverage, session, note, facts })
  if (!codes.ok || !place.ok) {
    return refused([...codes.findings, ...place.findings])
  }

  const supported = withInteractiveComplexity(codes.value, note, payerClass, ground)
  const { diagnoses, pointers, leftOut } = billableOrder(note.diagnoses, facts, on)
  const { placeOfService, modifiers, reasons } = place.value
  const coding: Coding = {
    procedures: supported.map((each) => ({
      ...each,
      modifiers,
      placeOfService,
      pointers,
      reasons: [...each.reasons, ...reasons],
    })),
    diagnoses,
    rendering: rendering({
      coverage,
      provider,
      supervisor,
      codes: supported.map(({ code }) => code),
      facts,
      on,
    }),
  }
  return accepted(coding, [...codes.findings, ...place.findings, ...tooMany(leftOut)])
}

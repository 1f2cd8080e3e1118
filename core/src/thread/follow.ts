// Follows one session along the whole thread: stages make, rules judge, the payer's answers are read, money is posted.
import { type Instant, utcDay } from '../values/day.ts'
import { type Finding, holdsClaim } from '../values/finding.ts'
import type { AnswerFile } from '../claim/claim-event.ts'
import type { Claim } from '../claim/claim.ts'
import { dayOfService } from '../claim/day-of-service.ts'
import { to837P } from '../claim/to-837p.ts'
import { editionNotices } from './edition-notices.ts'
import { type Delivery, type Heard, linksOf } from './links.ts'
import { type Documents, makeDocuments } from './make-documents.ts'
import type { Outcome, ThreadFile } from './outcome.ts'
import { type Acknowledged, noMoney, postMoney } from './post-money.ts'
import { postPrivateMoney } from './post-private-money.ts'
import type { Ports } from './ports.ts'
import { type AnswersRead, readAnswers } from './read-answers.ts'
import type { ThreadCase } from './thread-case.ts'

const nothingRead: AnswersRead = { files: [], events: [], remittances: [], findings: [] }

/** The name says which interchange it is: `837P-000000101.x12`. */
const fileName = ({ envelope }: ThreadCase): string =>
  `837P-${String(envelope.interchangeControl).padStart(9, '0')}.x12`

interface Written {
  readonly claim: Claim | null
  readonly outgoing: readonly ThreadFile[]
  readonly findings: readonly Finding[]
}

/** The claim as bytes; when it cannot be written there is no claim either, and the findings say why. */
const write = (given: ThreadCase, { claim }: Documents, { at }: Ports): Written => {
  if (claim === null) return { claim: null, outgoing: [], findings: [] }
  const written = to837P(claim, given.envelope, at)
  if (!written.ok) return { claim: null, outgoing: [], findings: written.findings }
  const file: ThreadFile = { name: fileName(given), direction: 'out', kind: '837P', bytes: written.value }
  return { claim, outgoing: [file], findings: written.findings }
}

/** Rejected when any answer says so, whatever another said before; accepted on the payer's own acknowledgment alone. */
const acknowledgedBy = ({ events }: AnswersRead): Acknowledged => {
  const payerClaimNumbers = events.flatMap((event) => event.payerClaimNumber ?? [])
  if (events.some((event) => event.verdict === 'rejected')) return { verdict: 'rejected', payerClaimNumbers }
  const accepted = events.some((event) => event.kind === 'acknowledgment' && event.verdict === 'accepted')
  return { verdict: accepted ? 'accepted' : 'none', payerClaimNumbers }
}

/** What said that the file was taken in. */
const heardIn = ({ events }: AnswersRead): readonly Heard[] =>
  events.flatMap(({ kind, verdict }) => (kind !== 'acknowledgment' && verdict === 'accepted' ? [kind] : []))

/** A claim that was paid or denied has been accepted, whether or not the acknowledgment came. */
const deliveryOf = (claim: Claim | null, { verdict }: Acknowledged, answered: boolean): Delivery => {
  if (claim === null) return 'not-sent'
  if (answered) return 'accepted'
  return verdict === 'none' ? 'sent' : verdict
}

/** What the client had paid by then, each payment once. */
const paidBy = (given: ThreadCase, at: Instant): ThreadCase => ({
  ...given,
  clientPayments: given.clientPayments.filter(
    (payment, place, all) =>
      payment.day <= utcDay(at) && all.findIndex((each) => each.key === payment.key) === place,
  ),
})

/** Our own file among the answers (a folder that holds both) is no answer. */
const withoutOurs = (
  answers: readonly AnswerFile[],
  outgoing: readonly ThreadFile[],
): readonly AnswerFile[] =>
  answers.filter(
    ({ bytes }) =>
      !outgoing.some(
        (ours) => ours.bytes.length === bytes.length && ours.bytes.every((byte, at) => byte === bytes[at]),
      ),
  )

/**
 * What follows from a case and the files that came for it (none at first). The caller carries files: it hands
 * `outgoing` to the payer and calls again with what came back. The same case and files always give the same outcome.
 * Findings that hold the claim leave `claim` null and `outgoing` empty; a note without a signature ends the thread there.
 */
export const follow = (whole: ThreadCase, answers: readonly AnswerFile[], ports: Ports): Outcome => {
  const given = paidBy(whole, ports.at)
  const documents = makeDocuments(given, ports)
  const { claim, outgoing, findings: unwritten } = write(given, documents, ports)
  const sent = claim === null ? null : { claim, envelope: given.envelope }
  const read = sent === null ? nothingRead : readAnswers(withoutOurs(answers, outgoing), sent, ports)
  const acknowledged = acknowledgedBy(read)
  const { charge } = documents
  const money =
    claim !== null
      ? postMoney(given, claim, read.remittances, acknowledged, ports)
      : charge !== null
        ? postPrivateMoney(given, charge, ports)
        : noMoney
  const findings = [...documents.findings, ...unwritten, ...read.findings, ...money.findings]
  const { coding } = documents
  const delivery = deliveryOf(claim, acknowledged, money.payerPaid !== null)
  const heard = heardIn(read)
  const day = dayOfService({ ...given, claim })
  return {
    links: linksOf({ given, findings, coding, claim, charge, delivery, heard, money }),
    findings,
    notices: editionNotices(day === null ? [] : [day], ports.facts),
    coding,
    claim,
    charge,
    outgoing,
    incoming: read.files,
    entries: money.entries,
    clientOwes: money.clientOwes,
    providerEarns: money.providerEarns,
    payerExpected: money.payerExpected,
    payerPaid: money.payerPaid,
  }
}

/** True while anything keeps the claim of an outcome from leaving, or needs a person after it left. */
export const isHeld = (outcome: Outcome): boolean => outcome.findings.some(holdsClaim)

// Filing the claim of a session: judged once more, kept as filed with its ledger entry, or as held with its findings.
import type { Claim } from '@goldenthread/core/claim/claim.ts'
import { tellsTheSame } from '@goldenthread/core/claim/same-claim.ts'
import type { Note } from '@goldenthread/core/note/note.ts'
import { postFiled } from '@goldenthread/core/posting/post-filed.ts'
import { judgeThread } from '@goldenthread/core/thread/judge-thread.ts'
import { type Documents, isBilledToPayer } from '@goldenthread/core/thread/make-documents.ts'
import type { ThreadCase } from '@goldenthread/core/thread/thread-case.ts'
import { wrongParties } from '@goldenthread/core/thread/plan-correction.ts'
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import { proofOf } from '../claim/claim-proof.ts'
import { type ClaimName, fileClaim, fileHeldClaim, nameClaim } from '../claim/file-claim.ts'
import {
  type ClaimRow,
  type ClaimSubject,
  type Judged,
  lockLiveClaim,
  readClaim,
  rejectedBefore,
} from '../claim/filing-store.ts'
import type { Tx } from '../database/tx.ts'
import { putEntries } from '../posting/entry-store.ts'
import { reverseFiled } from '../posting/reverse-filed.ts'
import type { Services } from '../services.ts'
import type { LoadedThread } from './load-case.ts'
import { unchangedSinceRejection } from './since-rejection.ts'

/** A note that was signed: what a claim rests on. */
export interface SignedNote {
  readonly id: string
  readonly hash: string
  readonly note: Note
}

/** The case under the number its claim would have. */
export const numbered = (given: ThreadCase, claimNumber: string): ThreadCase => ({
  ...given,
  envelope: { ...given.envelope, claimNumber },
})

/** The one judgement of a case, by the server's facts at the moment of the unit of work. */
export const judge = (tx: Tx, { facts, sha256 }: Pick<Services, 'facts' | 'sha256'>, given: ThreadCase) =>
  judgeThread(given, { facts, sha256, at: tx.at })

/** A claim goes to a payer; what the client pays without one, or has asked not to be billed, has none. */
export const hasPayer = ({ given, session, payerId }: LoadedThread): boolean =>
  session.status === 'confirmed' && payerId !== null && isBilledToPayer(given)

/**
 * True when the claim that the session would make now tells the payer what the one that left told it: nothing that is
 * in a file was changed since.
 */
export const tellsWhatItTold = (
  tx: Tx,
  services: Pick<Services, 'facts' | 'sha256'>,
  thread: LoadedThread,
  note: SignedNote,
  row: ClaimRow,
): boolean => {
  if (row.claim === null || !hasPayer(thread)) return false
  const given = numbered({ ...thread.given, note: note.note }, row.claimNumber)
  const { claim } = judge(tx, services, given)
  return claim !== null && tellsTheSame(row.claim, claim)
}

const judgedOf = (
  { claim, findings }: Documents,
  note: SignedNote,
  { facts, sha256 }: Pick<Services, 'facts' | 'sha256'>,
): Judged =>
  claim === null
    ? { claim: null, proof: null, findings }
    : { claim, proof: proofOf(claim, note.hash, facts, sha256), findings }

const subjectOf = (
  { session, payerId }: LoadedThread,
  note: SignedNote,
  { frequency, replacesId }: Pick<ClaimSubject, 'frequency' | 'replacesId'>,
): ClaimSubject => {
  const { coverageId } = session
  if (coverageId === null || payerId === null) throw new Error('a claim has a coverage and its payer')
  return {
    sessionId: session.id,
    clientId: session.clientId,
    providerId: session.providerId,
    coverageId,
    payerId,
    signedNoteId: note.id,
    day: session.session.day,
    frequency,
    replacesId,
  }
}

/** The entry of the filing; that of the claim in whose place this one stands is taken back. */
const postFiling = async (
  tx: Tx,
  services: Services,
  row: ClaimRow,
  claim: Claim,
  { people, payContract, coverage }: ThreadCase,
): Promise<readonly Finding[]> => {
  if (coverage === null) throw new Error('a claim that is filed has a coverage')
  const before = row.replacesId === null ? null : await readClaim(tx, row.replacesId)
  if (before !== null) await reverseFiled(tx, services, before, `Claim ${row.claimNumber} took its place.`)
  const terms = { payerClass: coverage.payer.class, provider: people.provider.npi, payContract }
  const posted = postFiled(claim, terms, { at: tx.at, sha256: services.sha256 })
  // What is expected of a claim adds up to its charge by its making.
  if (!posted.ok) throw new Error(`the filing of a claim balances: ${posted.findings[0]?.code}`)
  await putEntries(tx, services, [posted.value], { claimIds: new Map([[row.claimNumber, row.id]]) })
  return posted.findings
}

const otherParties = (wrong: readonly string[]): Finding => ({
  code: 'correction-parties',
  severity: 'holds-claim',
  whose: 'payer',
  place: field('claim.replaces'),
  says: 'The payer judged the claim for other people: no replacement may change who a claim is about.',
  remedy: 'Correct the session: the claim that was judged is voided, and a new one filed.',
  source: 'docs/sources.md 8.1, box 22',
  evidence: { parties: wrong.join(', ') },
})

/** The author signed it of another client: what it says of this one is theirs only when they have said so. */
const notConfirmedHere: Finding = {
  code: 'claim:note-moved',
  severity: 'holds-claim',
  whose: 'platform',
  place: field('note'),
  says: 'The note was moved into this chart, and its author has not confirmed it here.',
  remedy: 'Its author reads it as it stands here and signs an addendum that confirms or corrects it.',
  source: 'docs/sources.md 6.1, signature and addenda',
  evidence: {},
}

/** What keeps a claim that was held from leaving: it would tell what was rejected, and nobody says why it should. */
const sameAsRejected = async (
  tx: Tx,
  { held, because = null }: Pick<Making, 'held' | 'because'>,
  { claim }: Documents,
): Promise<readonly Finding[]> => {
  if (held === null || because !== null || claim === null) return []
  const rejected = await rejectedBefore(tx, held)
  return rejected?.claim && tellsTheSame(rejected.claim, claim) ? unchangedSinceRejection(rejected) : []
}

/** What keeps a claim from taking the place of the one it is to replace. */
const placeFaults = async (
  tx: Tx,
  { frequency, replacesId }: Pick<Making, 'frequency' | 'replacesId'>,
  given: ThreadCase,
  { coding }: Documents,
): Promise<readonly Finding[]> => {
  if (frequency !== '7' || replacesId === null) return []
  const replaced = await readClaim(tx, replacesId)
  if (replaced === null || replaced.claim === null) throw new Error('what is replaced was filed')
  const wrong = wrongParties(replaced.claim, given, coding)
  return wrong.length > 0 ? [otherParties(wrong)] : []
}

/** What a claim is made as: its name, and whether it stands in another one's place. */
export interface Making {
  readonly name: ClaimName
  readonly frequency: '1' | '7'
  readonly replacesId: string | null
  /** The held row that it is made in; null for a new one. */
  readonly held: ClaimRow | null
  /** Why it goes although it tells the payer nothing new. */
  readonly because?: string | null
}

/**
 * Makes the claim of a session as it was judged under the name of `making`: filed, with its entry in the ledger, or
 * held. The session is locked by the caller, and no other claim is live for it.
 */
export const fileJudged = async (
  tx: Tx,
  services: Services,
  thread: LoadedThread,
  note: SignedNote,
  documents: Documents,
  making: Making,
): Promise<ClaimRow> => {
  const { name, held, frequency, replacesId, because = null } = making
  const subject = subjectOf(thread, note, { frequency, replacesId })
  const faults = [
    ...(await placeFaults(tx, making, thread.given, documents)),
    ...(await sameAsRejected(tx, making, documents)),
    ...(note.note.movedFrom === undefined ? [] : [notConfirmedHere]),
  ]
  const judged: Judged =
    faults.length > 0
      ? { claim: null, proof: null, findings: [...documents.findings, ...faults] }
      : judgedOf(documents, note, services)
  const row =
    held === null
      ? await fileClaim(tx, services, name, subject, judged, because)
      : await fileHeldClaim(tx, services, held, subject, judged, because)
  if (row.claim !== null) await postFiling(tx, services, row, row.claim, thread.given)
  return row
}

/** Makes the first claim of a session whose note is signed. */
export const fileFirst = (
  tx: Tx,
  services: Services,
  thread: LoadedThread,
  note: SignedNote,
): Promise<ClaimRow> => {
  const name = nameClaim(services)
  const documents = judge(tx, services, numbered({ ...thread.given, note: note.note }, name.claimNumber))
  const making: Making = { name, frequency: '1', replacesId: null, held: null }
  return fileJudged(tx, services, thread, note, documents, making)
}

/** A claim that only a person lets go rests on a later version of its note, and stays held. */
export const keepHeld = (
  tx: Tx,
  services: Services,
  thread: LoadedThread,
  note: SignedNote,
  held: ClaimRow,
): Promise<ClaimRow> =>
  fileHeldClaim(tx, services, held, subjectOf(thread, note, held), {
    claim: null,
    proof: null,
    findings: held.findings,
  })

/** Judges a held claim anew, on the note signed last, and files it when nothing holds it any more. */
export const rejudge = async (
  tx: Tx,
  services: Services,
  thread: LoadedThread,
  note: SignedNote,
  because: string | null = null,
): Promise<ClaimRow | null> => {
  const held = await lockLiveClaim(tx, thread.session.id)
  if (held === null || held.status !== 'held') return held
  const documents = judge(tx, services, numbered({ ...thread.given, note: note.note }, held.claimNumber))
  const frequency = held.frequency === '7' ? '7' : '1'
  const making: Making = { name: held, frequency, replacesId: held.replacesId, held, because }
  return fileJudged(tx, services, thread, note, documents, making)
}

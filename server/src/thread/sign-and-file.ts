// Signing and filing: two judgements in one unit of work. A note is signed when nothing blocks it; its claim leaves when nothing holds it.
import type { Note } from '@goldenthread/core/note/note.ts'
import type { ThreadCase } from '@goldenthread/core/thread/thread-case.ts'
import { type Finding, field, holdsClaim } from '@goldenthread/core/values/finding.ts'
import { type Result, accepted, refused } from '@goldenthread/core/values/result.ts'
import { nameClaim } from '../claim/file-claim.ts'
import { type ClaimRow, lockLiveClaim } from '../claim/filing-store.ts'
import { isHeldByHand } from '../claim/held-by-hand.ts'
import type { Tx } from '../database/tx.ts'
import { conflict, forbidden, notFound, stale } from '../http/problem.ts'
import { demandAuthor } from '../note/open-note.ts'
import { type Signer, signNote, withSignature } from '../note/sign-note.ts'
import { readSigningSettings } from '../note/signing-settings.ts'
import { type NoteRow, type SignedRow, lockNoteOfSession, readVersions } from '../note/store.ts'
import type { Services } from '../services.ts'
import { demandOwnSession } from '../session/schedule-session.ts'
import { lockSession } from '../session/store.ts'
import { caseShown } from './case-shown.ts'
import { fileJudged, hasPayer, judge, keepHeld, numbered } from './file-session.ts'
import { keepCharge } from './keep-charge.ts'
import { type LoadedThread, loadLocked } from './load-case.ts'
import { isCoSigned } from './is-co-signed.ts'
import { refileClaim } from './refile-claim.ts'

export interface SignAndFile {
  readonly sessionId: string
  /** Of the note. */
  readonly version: number
  /** Why it is amended: asked for with an addendum, and only there. */
  readonly reason: string | null
  /** `caseShown` of the case that was seen, with what was carried forward into the note. */
  readonly shown: string
}

export interface SignedAndFiled {
  readonly noteId: string
  readonly noteVersion: number
  readonly signed: SignedRow
  /** Null when no payer is billed for the session. */
  readonly claim: ClaimRow | null
  /** What was said on the way: what holds the claim, what warns, what coaches. */
  readonly findings: readonly Finding[]
}

const reasonFault = (says: string, remedy: string): Finding => ({
  code: 'amendment-reason',
  severity: 'blocks-signing',
  whose: 'platform',
  place: field('reason'),
  says,
  remedy,
  source: 'docs/sources.md 6.1, signature and addenda',
  evidence: {},
})

const reasonFaults = ({ status }: NoteRow, reason: string | null): readonly Finding[] => {
  if (status === 'amending' && reason === null)
    return [reasonFault('An addendum says why it is made.', 'Write the reason in a sentence.')]
  if (status === 'draft' && reason !== null)
    return [reasonFault('A first version has no reason of amendment.', 'Leave the reason away.')]
  return []
}

const signerOf = ({ actor }: Tx, providerId: string): Signer => {
  demandAuthor({ actor }, providerId)
  if (actor.kind !== 'person') throw forbidden('A note is signed by a person.')
  return { personId: actor.personId, providerId }
}

/** The note that is to be signed, held until the commit. Throws where there is none, or it stands otherwise. */
const lockToSign = async (tx: Tx, { sessionId, version }: SignAndFile): Promise<NoteRow> => {
  const session = await lockSession(tx, sessionId)
  if (session === null) throw notFound()
  demandOwnSession(tx, session.providerId)
  if (session.status !== 'confirmed')
    throw conflict('not-confirmed', 'The session is not confirmed yet. Confirm that it took place first.')
  const row = await lockNoteOfSession(tx, sessionId)
  if (row === null) throw conflict('no-note', 'The session has no note yet.')
  if (row.status === 'signed') throw conflict('signed', 'This note is signed already.')
  if (row.version !== version) throw stale()
  return row
}

const sentOn: Finding = {
  code: 'claim-earlier-note',
  severity: 'warns',
  whose: 'platform',
  place: field('claim'),
  says: 'The claim has left and rests on the note as it was signed before.',
  remedy: 'If the addendum changes what was billed, correct the session; what that moves is shown first.',
  source: 'ARCHITECTURE.md, decided once: signing and filing',
  evidence: {},
}

interface Filed {
  readonly claim: ClaimRow | null
  readonly findings: readonly Finding[]
}

/** What a newly signed version does to a claim that was made before. */
const followAddendum = async (
  tx: Tx,
  services: Services,
  thread: LoadedThread,
  signed: { readonly id: string; readonly hash: string; readonly note: Note },
  live: ClaimRow,
): Promise<Filed> => {
  if (live.status !== 'filed') return { claim: live, findings: [sentOn] }
  await refileClaim(tx, services, thread, signed, live)
  const claim = await lockLiveClaim(tx, live.sessionId)
  return { claim, findings: claim?.findings ?? [] }
}

/** The case with its note as it would stand signed now: nobody has co-signed that version yet. */
const signedCase = async (
  tx: Tx,
  services: Services,
  thread: LoadedThread,
  draft: Note,
  reason: string | null,
): Promise<{ readonly note: Note; readonly given: ThreadCase }> => {
  const settings = await readSigningSettings(tx)
  const note = withSignature(draft, {
    at: tx.at,
    settings,
    ended: thread.session.session.stopInstant,
    reason,
    // Requests for records are not kept by this server: what nobody knows is not said to be otherwise.
    recordsRequestOpen: null,
    coSign: isCoSigned(thread, settings, services),
  })
  return { note, given: { ...thread.given, note, coSignature: null } }
}

/**
 * Signs the note of a confirmed session and files its claim. Refused, with nothing written, when a finding blocks
 * signing. A finding that holds the claim leaves the note signed and the claim held. Throws 409 when the session is
 * not confirmed, the note is signed already, another version of it was read, or another case was shown.
 */
export const signAndFile = async (
  tx: Tx,
  services: Services,
  asked: SignAndFile,
): Promise<Result<SignedAndFiled>> => {
  const row = await lockToSign(tx, asked)
  const signer = signerOf(tx, row.providerId)
  const faults = reasonFaults(row, asked.reason)
  if (faults.length > 0) return refused(faults)
  const thread = await loadLocked(tx, asked.sessionId)
  if (asked.shown !== caseShown(thread.given, services))
    throw conflict('shown', 'What would be signed is not what was shown. Look at the case again, then sign.')
  // Claims of a session are made under the lock of the session, so that none can appear meanwhile.
  const live = thread.live === null ? null : await lockLiveClaim(tx, asked.sessionId)
  if (thread.given.note === null) throw new Error('a note that is held cannot be gone')
  const { note, given } = await signedCase(tx, services, thread, thread.given.note, asked.reason)
  const name = live ?? nameClaim(services)
  const documents = judge(tx, services, numbered(given, name.claimNumber))
  if (documents.findings.some(({ severity }) => severity === 'blocks-signing'))
    return refused(documents.findings.filter(holdsClaim))
  const last = row.status === 'amending' ? ((await readVersions(tx, row.id)).at(-1) ?? null) : null
  const { row: after, version } = await signNote(tx, services, row, { note, last }, signer)
  tx.touch('session', asked.sessionId)
  tx.touch('client', thread.session.clientId)
  const signed = { id: version.id, hash: version.hash, note: version.note }
  const told = { noteId: row.id, noteVersion: after.version, signed: version }
  if (live !== null && isHeldByHand(live) && hasPayer(thread)) {
    const claim = await keepHeld(tx, services, thread, signed, live)
    return accepted({ ...told, claim, findings: claim.findings })
  }
  if (live !== null && live.status !== 'held')
    return accepted({ ...told, ...(await followAddendum(tx, services, { ...thread, given }, signed, live)) })
  const claim = hasPayer(thread)
    ? await fileJudged(tx, services, thread, signed, documents, {
        name,
        frequency: live?.frequency === '7' ? '7' : '1',
        replacesId: live?.replacesId ?? null,
        held: live,
      })
    : null
  if (thread.charge !== null || !hasPayer(thread))
    await keepCharge(tx, services, { ...thread, given }, signed)
  return accepted({ ...told, claim, findings: documents.findings })
}

// The case of a session as the page is served it: what the page judges is what the server judges.
import { carriedItems } from '@goldenthread/core/note/carry-forward.ts'
import { lateEntryOf } from '@goldenthread/core/note/late-entry.ts'
import type { Tx } from '../database/tx.ts'
import { notFound } from '../http/problem.ts'
import { demandReader } from '../note/open-note.ts'
import { movesOutOf } from '../note/move-store.ts'
import { attestation } from '../note/sign-note.ts'
import { readSigningSettings } from '../note/signing-settings.ts'
import type { Services } from '../services.ts'
import { caseShown } from './case-shown.ts'
import { judge } from './file-session.ts'
import { isCoSigned } from './is-co-signed.ts'
import { type LoadedThread, loadThread } from './load-case.ts'
import { moveTold } from './move-note.ts'
import { linksFor } from './session-links.ts'

const isSupervisor = ({ actor }: Tx, supervisorId: string | null): boolean =>
  actor.kind === 'person' && supervisorId !== null && actor.providerId === supervisorId

/** What whoever looks is to the note: they write it, are to co-sign it, or only read it. */
const partOf = (tx: Tx, { session, supervisorId }: LoadedThread): 'author' | 'supervisor' | 'reader' => {
  const { actor } = tx
  if (actor.kind === 'person' && actor.providerId === session.providerId) return 'author'
  return isSupervisor(tx, supervisorId) ? 'supervisor' : 'reader'
}

/** What whoever signs is shown first; null where there is no draft. A first version may be a late entry, an addendum is none. */
const signingOf = async (tx: Tx, services: Services, thread: LoadedThread) => {
  const { given, note, session } = thread
  if (given.note === null || note === null || note.status === 'signed') return null
  const settings = await readSigningSettings(tx)
  const { stopInstant } = session.session
  return {
    carriedFrom: given.note.carried?.from ?? null,
    carried: [...carriedItems(given.note)],
    lateEntry: note.status === 'draft' ? lateEntryOf(stopInstant, tx.at, settings.lateAfterHours) : null,
    coSign: isCoSigned(thread, settings, services),
  }
}

/**
 * The case with the note that lies on the desk, the moment it was judged at, and what was found. While nothing is filed
 * `findings` are those of judging `case` by the practice's facts at `at`; a filed claim keeps the findings it has.
 */
export const viewCase = async (tx: Tx, services: Services, sessionId: string) => {
  const thread = await loadThread(tx, sessionId)
  if (thread === null) throw notFound()
  const { session, note, signed, live, given } = thread
  if (!isSupervisor(tx, thread.supervisorId)) demandReader(tx, session.providerId)
  tx.touch('session', session.id)
  tx.touch('client', session.clientId)
  if (note !== null) tx.touch('note', note.id)
  if (live !== null) tx.touch('claim', live.id)
  const documents = judge(tx, services, given)
  const { links, findings } = linksFor(thread, documents)
  return {
    at: tx.at,
    case: given,
    shown: caseShown(given, services),
    coding: documents.coding,
    claim: live?.claim ?? documents.claim,
    findings,
    links,
    session: { id: session.id, status: session.status, version: session.version },
    charge:
      thread.charge === null
        ? null
        : {
            id: thread.charge.id,
            status: thread.charge.status,
            agreed: thread.charge.charge?.agreed ?? null,
            isPaid: thread.charge.isPaid,
            findings: thread.charge.findings,
          },
    note: note === null ? null : { ...note, signedVersions: signed?.sequence ?? 0 },
    filed:
      live === null
        ? null
        : {
            id: live.id,
            claimNumber: live.claimNumber,
            status: live.status,
            frequency: live.frequency,
            version: live.version,
          },
    part: partOf(tx, thread),
    attestation,
    signing: await signingOf(tx, services, thread),
    struck: (await movesOutOf(tx, session.id)).map(moveTold),
  }
}

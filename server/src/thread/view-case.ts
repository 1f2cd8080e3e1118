// The case of a session as the page is served it: what the page judges is what the server judges.
import type { Tx } from '../database/tx.ts'
import { notFound } from '../http/problem.ts'
import { demandReader } from '../note/open-note.ts'
import { attestation } from '../note/sign-note.ts'
import type { Services } from '../services.ts'
import { caseShown } from './case-shown.ts'
import { judge } from './file-session.ts'
import { loadThread } from './load-case.ts'
import { linksFor } from './session-links.ts'

/**
 * The case with the note that lies on the desk, the moment it was judged at, and what was found. While nothing is filed
 * `findings` are those of judging `case` by the practice's facts at `at`; a filed claim keeps the findings it has.
 */
export const viewCase = async (tx: Tx, services: Services, sessionId: string) => {
  const thread = await loadThread(tx, sessionId)
  if (thread === null) throw notFound()
  const { session, note, signed, live, given } = thread
  demandReader(tx, session.providerId)
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
    attestation,
  }
}

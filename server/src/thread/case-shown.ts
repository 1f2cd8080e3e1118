// Names what a page shows of a case, so that nothing else is signed than what was seen.
import type { ThreadCase } from '@goldenthread/core/thread/thread-case.ts'
import { type Json, canonicalJson } from '@goldenthread/core/values/canonical-json.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { loadLocked } from './load-case.ts'

/**
 * SHA-256 over people, coverage, session and note of a case, what was carried forward into the note among it: what note
 * and claim are made of. A draft is printed with
 * client and author as they are now, so its own version does not say all of what stands on it.
 */
export const caseShown = (
  { people, coverage, session, note }: ThreadCase,
  { sha256 }: Pick<Services, 'sha256'>,
): string => sha256(canonicalJson(JSON.parse(JSON.stringify({ people, coverage, session, note })) as Json))

/** The same of a session as it stands now: what its page would be shown. Throws where there is no such session. */
export const readShown = async (
  tx: Tx,
  services: Pick<Services, 'sha256'>,
  sessionId: string,
): Promise<string> => caseShown((await loadLocked(tx, sessionId)).given, services)

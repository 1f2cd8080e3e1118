// Names what a page shows of a case, so that nothing else is signed than what was seen.
import type { ThreadCase } from '@goldenthread/core/thread/thread-case.ts'
import { type Json, canonicalJson } from '@goldenthread/core/values/canonical-json.ts'
import type { Services } from '../services.ts'

/**
 * SHA-256 over people, coverage, session and note of a case: what note and claim are made of. A draft is printed with
 * client and author as they are now, so its own version does not say all of what stands on it.
 */
export const caseShown = (
  { people, coverage, session, note }: ThreadCase,
  { sha256 }: Pick<Services, 'sha256'>,
): string => sha256(canonicalJson(JSON.parse(JSON.stringify({ people, coverage, session, note })) as Json))

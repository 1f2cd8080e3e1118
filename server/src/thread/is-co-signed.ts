// Whether a note signed now is for a supervisor to co-sign.
import type { SigningSettings } from '../note/signing-settings.ts'
import type { Services } from '../services.ts'
import type { LoadedThread } from './load-case.ts'

/** An associate's always; by the practice's setting, that of everybody who has a supervisor. */
export const isCoSigned = (
  { session, given }: LoadedThread,
  { coSigned }: SigningSettings,
  { facts }: Pick<Services, 'facts'>,
): boolean => {
  const { provider, supervisor } = given.people
  if (coSigned === 'supervised' && supervisor !== null) return true
  return facts.credential(provider.credentials, session.session.day)?.licenceClass === 'associate'
}

// The key under which a browser keeps a person's unsent words: made anew from the installation's secret, stored nowhere.
import type { Services } from '../services.ts'

/** Of one person in one practice, base64url of 32 bytes. The same at each asking, and of no use to anybody else. */
export const draftKey = (
  { secrets }: Pick<Services, 'secrets'>,
  who: { readonly practiceId: string; readonly personId: string },
): string =>
  Buffer.from(secrets.derive(`draft-key/1|${who.practiceId}|${who.personId}`)).toString('base64url')

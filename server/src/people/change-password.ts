// Changing the own password: the old one is proved again, and every other sitting ends.
import { outsidePractice } from '../database/in-practice.ts'
import type { Services } from '../services.ts'
import { hashPassword } from './password.ts'
import { refusePlain } from './plain-password.ts'
import { practicesOf } from './practices-of.ts'
import { provePassword, tellTrail } from './sign-in.ts'
import { endOtherSignIns, setPassword } from './sign-in-store.ts'
import type { SignedIn } from './signed-in.ts'

/** Throws a problem when the present password is not right, or the new one is plain. */
export const changePassword = async (
  services: Services,
  who: SignedIn,
  given: { readonly password: string; readonly newPassword: string; readonly address: string },
): Promise<void> => {
  await provePassword(services, who, given.password, given.address)
  const practices = await practicesOf(services, who.personId)
  const known = [who.email, who.name, ...practices.map(({ name }) => name)]
  refusePlain(given.newPassword, 'body.newPassword', known)
  const passwordHash = await hashPassword(given.newPassword)
  await outsidePractice(services, async (db) => {
    const at = services.clock.now()
    await setPassword(db, who.personId, passwordHash, at)
    await endOtherSignIns(db, who.personId, who.tokenHash, at)
  })
  if (who.practice !== null) await tellTrail(services, who.practice, 'change-password')
}

// Joining a practice: by the link its owner handed over, or as somebody new by choosing a password.
import { inPractice } from '../database/in-practice.ts'
import { notFound } from '../http/problem.ts'
import { isUuid } from '../ids.ts'
import type { Services } from '../services.ts'
import { acceptMembership } from './member-store.ts'
import { choosePractice } from './sign-in.ts'
import { addPracticeToPerson } from './sign-in-store.ts'
import type { SignedIn } from './signed-in.ts'

/** Takes up the part that waits for a person in a practice; false when none does. */
export const join = (
  services: Services,
  personId: string,
  practiceId: string,
  invitationHash: string | null,
): Promise<boolean> => {
  // Until the part is taken up there is no role; the trail names the person alone.
  const actor = { kind: 'person', personId, role: 'biller', providerId: null } as const
  const order = { practiceId, actor, act: 'join', trail: 'when-touched' } as const
  return inPractice(services, order, async (tx) => {
    const membershipId = await acceptMembership(tx, personId, invitationHash)
    if (membershipId === null) return false
    await addPracticeToPerson(tx.db, personId, practiceId, tx.at)
    tx.touch('person', personId)
    tx.touch('membership', membershipId)
    return true
  })
}

/** A signed-in person joins by a link and works in that practice from now on. Throws 404 when the link is not theirs. */
export const joinByLink = async (services: Services, who: SignedIn, token: string): Promise<void> => {
  const [practiceId = ''] = token.split('.')
  if (!isUuid(practiceId)) throw notFound()
  if (!(await join(services, who.personId, practiceId, services.sha256(token)))) throw notFound()
  await choosePractice(services, who, practiceId)
}

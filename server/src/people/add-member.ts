// Gives a person a part in a practice; who is new gets a link to choose a password.
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Role, Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { insertMembership } from './member-store.ts'
import { makeToken } from './sign-in.ts'
import { findPersonByEmail, insertPerson } from './sign-in-store.ts'

export interface NewMember {
  readonly email: string
  readonly name: string
  readonly providerId?: string | null
  /** Already proved and hashed; left out, the person chooses one by the link. */
  readonly passwordHash?: string
}

/** How somebody comes in: by choosing a password, or by joining with the account they have. */
export type WayIn = 'set-up' | 'join'

export interface MemberAdded {
  readonly membershipId: string
  readonly personId: string
  /** Null when they are in at once. */
  readonly way: WayIn | null
  /** For the link; shown once. */
  readonly token: string | null
}

/** The practice stands before the sign, so that who joins need not name it. */
export const makeInvitation = (practiceId: string): string => `${practiceId}.${makeToken()}`

type Member = NewMember & { readonly role: Role }

const addNewPerson = async (
  tx: Tx,
  { makeId, sha256 }: Pick<Services, 'makeId' | 'sha256'>,
  member: Member,
  email: string,
  until: Instant,
): Promise<{ readonly personId: string; readonly token: string | null }> => {
  const personId = makeId()
  const passwordHash = member.passwordHash ?? null
  const token = passwordHash === null ? makeToken() : null
  await insertPerson(tx.db, {
    id: personId,
    email,
    name: member.name,
    passwordHash,
    setUpHash: token === null ? null : sha256(token),
    setUpExpiresAt: token === null ? null : until,
    practiceId: tx.practiceId,
    at: tx.at,
  })
  return { personId, token }
}

/**
 * Inside a unit of work. A person is known by their e-mail in the whole installation: who works in two practices signs
 * in once. Whoever made that account may not be who this practice means, so a known person joins by a link that its
 * owner hands to them. Throws the database's unique violation when they have a part in this practice already.
 */
export const addMember = async (
  tx: Tx,
  services: Pick<Services, 'makeId' | 'sha256'>,
  member: Member,
  until: Instant,
): Promise<MemberAdded> => {
  const { makeId, sha256 } = services
  const email = member.email.normalize('NFC').trim().toLowerCase()
  const known = await findPersonByEmail(tx.db, email)
  const invitation = known === null ? null : makeInvitation(tx.practiceId)
  const { personId, token } =
    known === null
      ? await addNewPerson(tx, services, member, email, until)
      : { personId: known.id, token: invitation }
  const membershipId = makeId()
  const { role, providerId = null } = member
  await insertMembership(tx, {
    id: membershipId,
    personId,
    invitedName: member.name,
    role,
    providerId,
    invitationHash: invitation === null ? null : sha256(invitation),
    accepted: token === null,
  })
  tx.touch('person', personId)
  tx.touch('membership', membershipId)
  return { membershipId, personId, token, way: token === null ? null : known === null ? 'set-up' : 'join' }
}

// Routes of users: who has which part in the practice. Owners alone.
import { z } from 'zod'
import { addSeconds } from '../clock.ts'
import type { App } from '../http/app-type.ts'
import { conflict, notFound, stale } from '../http/problem.ts'
import { addRoute, reply } from '../http/route.ts'
import { InstantText, Uuid, Version, textOf } from '../http/schemas.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { type WayIn, addMember, makeInvitation } from './add-member.ts'
import {
  type Member,
  countOwners,
  findMember,
  listMembers,
  setInvitation,
  updateMember,
} from './member-store.ts'
import { makeToken } from './sign-in.ts'
import { findPerson, setSetUp } from './sign-in-store.ts'

const OneId = z.object({ id: Uuid })
const RoleWord = z.enum(['owner', 'clinician', 'biller'])

/** Three days. */
const setUpSeconds = 259_200

const MemberView = z
  .object({
    id: Uuid,
    version: Version,
    personId: Uuid,
    email: z.string(),
    name: z.string(),
    role: RoleWord,
    providerId: Uuid.nullable(),
    endedAt: InstantText.nullable(),
    joined: z.boolean(),
  })
  .meta({ id: 'Member' })

const Invited = z
  .object({
    way: z
      .enum(['set-up', 'join'])
      .nullable()
      .describe('by choosing a password, or by joining with the account they have; null: they are in'),
    token: z.string().nullable().describe('for the link that is handed to them; shown once'),
  })
  .meta({ id: 'Invited' })

const needsProvider = () => conflict('no-provider', 'A clinician is one of the providers: say which one.')
const lastOwner = () => conflict('last-owner', 'A practice keeps at least one owner.')

const checkPart = (role: Member['role'], providerId: string | null): void => {
  if (role === 'clinician' && providerId === null) throw needsProvider()
}

/**
 * An account that another practice knows too is never opened by this one: there the link only lets its holder join.
 */
const renew = async (
  tx: Tx,
  { sha256 }: Services,
  member: Member,
): Promise<{ way: WayIn | null; token: string | null }> => {
  if (member.joined) return { way: null, token: null }
  const person = await findPerson(tx.db, member.personId)
  if (person === null) throw notFound()
  const isOurs = person.passwordHash === null && person.practiceIds.every((each) => each === tx.practiceId)
  const token = isOurs ? makeToken() : makeInvitation(tx.practiceId)
  if (isOurs) await setSetUp(tx.db, person.id, sha256(token), addSeconds(tx.at, setUpSeconds), tx.at)
  else await setInvitation(tx, member.id, sha256(token))
  return { way: isOurs ? 'set-up' : 'join', token }
}

const registerAdding = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'POST',
    url: '/api/people/members',
    summary: 'Give somebody a part in the practice',
    act: 'add-member',
    roles: ['owner'],
    body: z.strictObject({
      email: z.email().max(254),
      name: textOf(120),
      role: RoleWord,
      providerId: Uuid.nullable().default(null),
    }),
    answers: { 201: Invited.extend({ id: Uuid }).meta({ id: 'MemberAdded' }) },
    run: async ({ tx, body }) => {
      checkPart(body.role, body.providerId)
      const added = await addMember(tx, services, body, addSeconds(tx.at, setUpSeconds))
      return reply(201, { id: added.membershipId, way: added.way, token: added.token })
    },
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/people/members/:id/set-up',
    summary: 'Make a new link for somebody who has not come in yet',
    act: 'renew-invitation',
    roles: ['owner'],
    params: OneId,
    answers: { 200: Invited },
    run: async ({ tx, params: { id } }) => {
      const member = await findMember(tx, id)
      if (member === null) throw notFound()
      tx.touch('membership', id)
      return reply(200, await renew(tx, services, member))
    },
  })
}

/** Users: listed, added, changed; nobody is deleted, a part ends. */
export const registerMemberRoutes = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/people/members',
    summary: 'List who has a part in the practice',
    act: 'list-members',
    roles: ['owner'],
    answers: { 200: z.object({ items: z.array(MemberView) }) },
    run: async ({ tx }) => {
      const items = await listMembers(tx)
      tx.touch('membership', ...items.map((each) => each.id))
      return reply(200, { items: [...items] })
    },
  })
  registerAdding(app, services)
  addRoute(app, services, {
    method: 'PUT',
    url: '/api/people/members/:id',
    summary: "Change somebody's part, or end it",
    act: 'change-member',
    roles: ['owner'],
    params: OneId,
    body: z.strictObject({
      version: Version,
      role: RoleWord,
      providerId: Uuid.nullable(),
      ended: z.boolean(),
    }),
    answers: { 200: MemberView },
    run: async ({ tx, params: { id }, body }) => {
      checkPart(body.role, body.providerId)
      const before = await findMember(tx, id)
      if (before === null) throw notFound()
      tx.touch('membership', id)
      // Who has not joined yet is none of the owners that are counted.
      const isOwner = before.role === 'owner' && before.endedAt === null && before.joined
      const stays = body.role === 'owner' && !body.ended
      if (isOwner && !stays && (await countOwners(tx)) < 2) throw lastOwner()
      const change = { ...body, endedAt: body.ended ? (before.endedAt ?? tx.at) : null }
      if (!(await updateMember(tx, id, body.version, change))) throw stale()
      const { role, providerId } = body
      return reply(200, { ...before, role, providerId, endedAt: change.endedAt, version: body.version + 1 })
    },
  })
}

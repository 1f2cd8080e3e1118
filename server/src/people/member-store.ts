// Memberships in the database: who has which part in a practice.
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Role, Tx } from '../database/tx.ts'

export interface Member {
  readonly id: string
  readonly personId: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly providerId: string | null
  readonly endedAt: Instant | null
  /** False until the link was used. */
  readonly joined: boolean
  readonly version: number
}

export const insertMembership = async (
  tx: Tx,
  row: {
    readonly id: string
    readonly personId: string
    readonly invitedName: string
    readonly role: Role
    readonly providerId: string | null
    readonly invitationHash: string | null
    readonly accepted: boolean
  },
): Promise<void> => {
  await tx.db
    .insertInto('membership')
    .values({
      practice_id: tx.practiceId,
      id: row.id,
      person_id: row.personId,
      invited_name: row.invitedName,
      role: row.role,
      provider_id: row.providerId,
      invitation_hash: row.invitationHash,
      accepted_at: row.accepted ? tx.at : null,
      ended_at: null,
      version: 1,
      created_at: tx.at,
      updated_at: tx.at,
    })
    .execute()
}

const members = (tx: Tx) =>
  tx.db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.id', 'membership.person_id', 'membership.role', 'membership.provider_id'])
    .select(['membership.ended_at', 'membership.accepted_at', 'membership.version'])
    .select('membership.invited_name')
    .select(['person.email', 'person.name'])
    .where('membership.practice_id', '=', tx.practiceId)

const asMember = (
  row: Awaited<ReturnType<ReturnType<typeof members>['executeTakeFirstOrThrow']>>,
): Member => ({
  id: row.id,
  personId: row.person_id,
  email: row.email,
  // What they are called elsewhere is theirs to tell: by joining.
  name: row.accepted_at === null ? (row.invited_name ?? row.email) : row.name,
  role: row.role as Role,
  providerId: row.provider_id,
  endedAt: row.ended_at,
  joined: row.accepted_at !== null,
  version: row.version,
})

/** Everybody with a part in the practice, those whose part ended too; a practice has few. */
export const listMembers = async (tx: Tx): Promise<readonly Member[]> => {
  const rows = await members(tx).orderBy('membership.id').execute()
  return rows.map(asMember)
}

export const findMember = async (tx: Tx, id: string): Promise<Member | null> => {
  const row = await members(tx).where('membership.id', '=', id).executeTakeFirst()
  return row === undefined ? null : asMember(row)
}

/** False when the version has moved on. */
export const updateMember = async (
  tx: Tx,
  id: string,
  version: number,
  change: { readonly role: Role; readonly providerId: string | null; readonly endedAt: Instant | null },
): Promise<boolean> => {
  const done = await tx.db
    .updateTable('membership')
    .set({
      role: change.role,
      provider_id: change.providerId,
      ended_at: change.endedAt,
      version: version + 1,
      updated_at: tx.at,
    })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** How many owners can still sign in: a practice keeps one. Their rows are locked until the unit of work ends. */
export const countOwners = async (tx: Tx): Promise<number> => {
  const rows = await tx.db
    .selectFrom('membership')
    .select('id')
    .where('practice_id', '=', tx.practiceId)
    .where('role', '=', 'owner')
    .where('ended_at', 'is', null)
    .where('accepted_at', 'is not', null)
    .forUpdate()
    .execute()
  return rows.length
}

/** Another link for who has not joined yet; the one before is worth nothing from then on. */
export const setInvitation = async (tx: Tx, id: string, hash: string): Promise<void> => {
  await tx.db
    .updateTable('membership')
    .set({ invitation_hash: hash, updated_at: tx.at })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .execute()
}

/** Joins: of a person by the invitation, or (null) of one who was new by choosing a password. Null: there is none. */
export const acceptMembership = async (
  tx: Tx,
  personId: string,
  invitationHash: string | null,
): Promise<string | null> => {
  const row = await tx.db
    .updateTable('membership')
    .set({ accepted_at: tx.at, invitation_hash: null, updated_at: tx.at })
    .where('practice_id', '=', tx.practiceId)
    .where('person_id', '=', personId)
    .where('invitation_hash', invitationHash === null ? 'is' : '=', invitationHash)
    .where('accepted_at', 'is', null)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

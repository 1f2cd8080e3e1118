// Signing in: the password proved, guesses limited by account and address, a token made that only the cookie holds.
import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { addSeconds } from '../clock.ts'
import { inPractice, lookInPractice, outsidePractice } from '../database/in-practice.ts'
import type { Tables } from '../database/generated.tables.ts'
import type { PersonActor } from '../database/tx.ts'
import { notFound, problem, tooMany } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { isPassword } from './password.ts'
import {
  type Person,
  changeSignIn,
  clearAttempts,
  countFailures,
  findMembership,
  findPerson,
  findPersonByEmail,
  forgetAttempts,
  forgetSignIns,
  insertAttempt,
  insertSignIn,
  queueAttempt,
} from './sign-in-store.ts'
import type { SignedIn } from './signed-in.ts'

/** How far back failures count, and how many are let pass. */
export const guessing = { seconds: 900, account: 5, address: 30 }

/** A token nobody guesses: 32 bytes. The database keeps its hash alone. */
export const makeToken = (): string => randomBytes(32).toString('base64url')

const wrong = () =>
  problem({ status: 401, code: 'wrong-sign-in', title: 'The e-mail or the password is not right.' })

const emailOf = (text: string): string => text.normalize('NFC').trim().toLowerCase()

interface Given {
  readonly email: string
  readonly password: string
  /** Where the request came from. */
  readonly address: string
}

/**
 * Counts an attempt before what was sent is tried, so that guesses sent at once are all counted. `account` is what is
 * guessed at; the address counts for strangers alone. Throws a problem after too many.
 */
export const admit = async (
  db: Kysely<Tables>,
  { sha256, clock, makeId }: Services,
  given: { readonly account: string; readonly address: string; readonly isStranger: boolean },
): Promise<void> => {
  const { address, isStranger } = given
  const accountHash = sha256(given.account)
  await queueAttempt(db, { accountHash, address })
  const at = clock.now()
  const since = addSeconds(at, -guessing.seconds)
  const failed = await countFailures(db, { accountHash, address, since })
  if (failed.account >= guessing.account || (isStranger && failed.address >= guessing.address))
    throw tooMany(guessing.seconds)
  await forgetAttempts(db, since)
  await insertAttempt(db, { id: makeId(), accountHash, address, at })
}

const admitStranger = (services: Services, given: Given): Promise<Person | null> => {
  const email = emailOf(given.email)
  return outsidePractice(services, async (db) => {
    await admit(db, services, { account: email, address: given.address, isStranger: true })
    return findPersonByEmail(db, email)
  })
}

/** The first practice of theirs in which they still have a part. */
const firstPractice = async (
  services: Services,
  person: Person,
): Promise<{ readonly id: string; readonly actor: PersonActor } | null> => {
  for (const id of person.practiceIds) {
    const actor = await lookInPractice(services, id, (db) => findMembership(db, id, person.id))
    if (actor !== null) return { id, actor }
  }
  return null
}

/** Makes a session for a person whose password was right; the trail of their practice says so. */
export const beginSitting = async (services: Services, person: Person): Promise<string> => {
  const token = makeToken()
  const at = services.clock.now()
  const practice = await firstPractice(services, person)
  await outsidePractice(services, async (db) => {
    await clearAttempts(db, services.sha256(person.email))
    await forgetSignIns(db, at)
    await insertSignIn(db, {
      tokenHash: services.sha256(token),
      personId: person.id,
      practiceId: practice?.id ?? null,
      at,
      expiresAt: addSeconds(at, services.settings.sessionSeconds),
    })
  })
  if (practice !== null) await tellTrail(services, practice, 'sign-in')
  return token
}

/** What a person did at the door, in the trail of the practice they work in. */
export const tellTrail = (
  services: Services,
  { id, actor }: { readonly id: string; readonly actor: PersonActor },
  act: string,
): Promise<void> =>
  inPractice(services, { practiceId: id, actor, act }, async (tx) => tx.touch('person', actor.personId))

/** The token of a new session. Throws a problem: 401 when e-mail or password is wrong, 429 after too many guesses. */
export const signIn = async (services: Services, given: Given): Promise<string> => {
  const person = await admitStranger(services, given)
  if (!(await isPassword(given.password, person?.passwordHash ?? null)) || person === null) throw wrong()
  return beginSitting(services, person)
}

/**
 * The signed-in person's own password again. Wrong ones are counted apart from those of the sign-in: strangers who
 * guess at an account must not keep its owner behind a locked screen.
 */
export const provePassword = async (
  services: Services,
  who: SignedIn,
  password: string,
  address: string,
): Promise<void> => {
  const account = `again ${who.personId}`
  const person = await outsidePractice(services, async (db) => {
    await admit(db, services, { account, address, isStranger: false })
    return findPerson(db, who.personId)
  })
  if (!(await isPassword(password, person?.passwordHash ?? null))) throw wrong()
  await outsidePractice(services, (db) => clearAttempts(db, services.sha256(account)))
}

/** Opens a locked screen. */
export const unlock = async (
  services: Services,
  who: SignedIn,
  password: string,
  address: string,
): Promise<void> => {
  await provePassword(services, who, password, address)
  const seen = { locked_at: null, seen_at: services.clock.now() }
  await outsidePractice(services, (db) => changeSignIn(db, who.tokenHash, seen))
  if (who.practice !== null) await tellTrail(services, who.practice, 'unlock')
}

/** Works in another practice of theirs from now on; a problem when they have no part in it. */
export const choosePractice = async (
  services: Services,
  who: SignedIn,
  practiceId: string,
): Promise<void> => {
  const person = await outsidePractice(services, (db) => findPerson(db, who.personId))
  const actor = person?.practiceIds.includes(practiceId)
    ? await lookInPractice(services, practiceId, (db) => findMembership(db, practiceId, who.personId))
    : null
  if (actor === null) throw notFound()
  await outsidePractice(services, (db) => changeSignIn(db, who.tokenHash, { practice_id: practiceId }))
  await tellTrail(services, { id: practiceId, actor }, 'choose-practice')
}

// Choosing a password with the set-up link: once, within its days.
import { lookInPractice, outsidePractice } from '../database/in-practice.ts'
import { problem } from '../http/problem.ts'
import { readPractice } from '../practice/store.ts'
import type { Services } from '../services.ts'
import { hashPassword } from './password.ts'
import { join } from './join.ts'
import { refusePlain } from './plain-password.ts'
import { admit, beginSitting } from './sign-in.ts'
import { type Person, findPersonBySetUp, setPassword } from './sign-in-store.ts'

const spent = () =>
  problem({
    status: 404,
    code: 'not-found',
    title: 'This link was used already, or is too old. Ask for a new one.',
  })

interface Given {
  readonly token: string
  readonly password: string
  readonly address: string
}

/** A link nobody can guess still has no endless tries from one address. */
const admitHolder = (services: Services, { token, address }: Given): Promise<void> =>
  outsidePractice(services, (db) =>
    admit(db, services, { account: `set-up ${token}`, address, isStranger: true }),
  )

const path = 'body.password'

/** What everybody knows of the holder of a link: none of it is a password. */
const knownOf = async (
  services: Services,
  { email, name, practiceIds }: Person,
): Promise<readonly string[]> => {
  const names = practiceIds.map((practiceId) =>
    lookInPractice(services, practiceId, async (db) => (await readPractice({ db, practiceId })).document),
  )
  return [email, name, ...(await Promise.all(names)).map(({ legalName }) => legalName)]
}

const holderOf = async (services: Services, { token }: Given): Promise<Person> => {
  const at = services.clock.now()
  const holder = await outsidePractice(services, (db) => findPersonBySetUp(db, services.sha256(token), at))
  if (holder === null) throw spent()
  return holder
}

/** Sets the password, spends the link, and gives the token of a session. Throws a problem when the link is none. */
export const setUpPassword = async (services: Services, given: Given): Promise<string> => {
  // Before it is counted as a try of the link: whoever holds it may err as often as they like.
  refusePlain(given.password, path, [])
  await admitHolder(services, given)
  refusePlain(given.password, path, await knownOf(services, await holderOf(services, given)))
  const passwordHash = await hashPassword(given.password)
  const person = await outsidePractice(services, async (db) => {
    const at = services.clock.now()
    const found = await findPersonBySetUp(db, services.sha256(given.token), at)
    if (found === null) throw spent()
    await setPassword(db, found.id, passwordHash, at)
    return found
  })
  // Who was new belongs to the practice that made the link; others they join by links of their own.
  const [practiceId] = person.practiceIds
  if (practiceId !== undefined) await join(services, person.id, practiceId, null)
  return beginSitting(services, person)
}

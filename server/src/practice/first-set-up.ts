// The first practice of an installation, set up with the link that the start printed; never again once somebody is known.
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { addOpenRoute } from '../http/door-route.ts'
import { problem } from '../http/problem.ts'
import { reply } from '../http/route.ts'
import { textOf } from '../http/schemas.ts'
import { NewPassword } from '../people/door-routes.ts'
import { giveCookie } from '../people/identify.ts'
import { hashPassword } from '../people/password.ts'
import { PracticeDocument } from '../people/people-schemas.ts'
import { refusePlain } from '../people/plain-password.ts'
import { beginSitting } from '../people/sign-in.ts'
import type { Services } from '../services.ts'
import { createPractice } from './create-practice.ts'
import { isAnybodyThere, lockFirstSetUp } from './first-set-up-store.ts'
import { ZoneName } from './zone-name.ts'

/** The same in every process of an installation: made of a secret all of them have. */
export const setUpTokenFrom = (secret: string): string =>
  createHmac('sha256', secret).update('golden-thread first set-up').digest('base64url')

const FirstPractice = z
  .strictObject({
    token: z.string().min(20).max(100).describe('of the link that the start printed'),
    practice: PracticeDocument,
    zone: ZoneName,
    senderQualifier: z.string().regex(/^[0-9A-Z]{2}$/),
    senderId: z.string().regex(/^[A-Z0-9][A-Z0-9 .-]{0,14}$/),
    usage: z.enum(['T', 'P']),
    owner: z.strictObject({ email: z.email().max(254), name: textOf(120), password: NewPassword }),
  })
  .meta({ id: 'FirstPractice' })

const notAllowed = () =>
  problem({ status: 404, code: 'not-found', title: 'This link was used already, or is another start’s.' })

const setUp = async (services: Services, given: z.output<typeof FirstPractice>): Promise<string> => {
  const { owner, practice: document, token, ...terms } = given
  if (services.setUpHash === undefined || services.sha256(token) !== services.setUpHash) throw notAllowed()
  refusePlain(owner.password, 'body.owner.password', [owner.email, owner.name, document.legalName])
  const passwordHash = await hashPassword(owner.password)
  const first = { email: owner.email, name: owner.name, passwordHash }
  const { practiceId, personId } = await createPractice(
    services,
    { ...terms, document, demo: false, owner: first },
    async (tx) => {
      await lockFirstSetUp(tx.db)
      if (await isAnybodyThere(tx.db)) throw notAllowed()
    },
  )
  const { email, name } = owner
  return beginSitting(services, { id: personId, email, name, passwordHash, practiceIds: [practiceId] })
}

/** POST /api/practice/set-up. */
export const registerFirstSetUp = (app: App, services: Services): void =>
  addOpenRoute(app, {
    method: 'POST',
    url: '/api/practice/set-up',
    summary: 'Set up the first practice with the link that the start printed',
    body: FirstPractice,
    answers: { 201: z.object({ done: z.literal(true) }) },
    run: async ({ body, answer }) => {
      giveCookie(answer, services.settings, await setUp(services, body))
      return reply(201, { done: true as const })
    },
  })

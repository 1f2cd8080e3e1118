// The door: sign-in, set-up of a password, who am I, lock and unlock, another practice, sign-out.
import { z } from 'zod'
import { outsidePractice } from '../database/in-practice.ts'
import type { App } from '../http/app-type.ts'
import { addOpenRoute, addPersonRoute } from '../http/door-route.ts'
import { locked } from '../http/problem.ts'
import { reply } from '../http/route.ts'
import { Uuid, textOf } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { changePassword } from './change-password.ts'
import { giveCookie, takeCookie } from './identify.ts'
import { joinByLink } from './join.ts'
import { practicesOf } from './practices-of.ts'
import { setUpPassword } from './set-up-password.ts'
import { choosePractice, signIn, tellTrail, unlock } from './sign-in.ts'
import { changeSignIn } from './sign-in-store.ts'

const Done = z.object({ done: z.literal(true) }).meta({ id: 'Done' })
const done = () => reply(200, { done: true as const })

const Password = z.string().min(1).max(200)
/** NIST SP 800-63B: long rather than crooked, and not one that is guessed first (plain-password.ts). */
export const NewPassword = z
  .string()
  .min(12)
  .max(200)
  .describe('at least 12 characters; refused when it is among those that are guessed first')

const Me = z
  .object({
    personId: Uuid,
    name: z.string(),
    email: z.string(),
    locked: z.boolean(),
    practiceId: Uuid.nullable(),
    role: z.enum(['owner', 'clinician', 'biller']).nullable(),
    providerId: Uuid.nullable(),
    practices: z
      .array(z.object({ id: Uuid, name: z.string(), zone: z.string() }))
      .describe('those in which they have a part'),
    idleSeconds: z.int().describe('after so long without a request the screen locks'),
  })
  .meta({ id: 'Me' })

const registerEntering = (app: App, services: Services): void => {
  addOpenRoute(app, {
    method: 'POST',
    url: '/api/people/sign-in',
    summary: 'Sign in with e-mail and password',
    body: z.strictObject({ email: textOf(254), password: Password }),
    answers: { 200: Done },
    run: async ({ request, answer, body }) => {
      giveCookie(answer, services.settings, await signIn(services, { ...body, address: request.ip }))
      return done()
    },
  })
  addOpenRoute(app, {
    method: 'POST',
    url: '/api/people/set-up',
    summary: 'Choose a password with the set-up link, and sign in',
    body: z.strictObject({ token: z.string().min(20).max(100), password: NewPassword }),
    answers: { 200: Done },
    run: async ({ request, answer, body }) => {
      giveCookie(answer, services.settings, await setUpPassword(services, { ...body, address: request.ip }))
      return done()
    },
  })
}

const registerLock = (app: App, services: Services): void => {
  addPersonRoute(app, {
    method: 'POST',
    url: '/api/people/lock',
    summary: 'Lock the screen',
    answers: { 200: Done },
    run: async ({ who }) => {
      const at = services.clock.now()
      await outsidePractice(services, (db) => changeSignIn(db, who.tokenHash, { locked_at: at }))
      if (who.practice !== null) await tellTrail(services, who.practice, 'lock')
      return done()
    },
  })
  addPersonRoute(app, {
    method: 'POST',
    url: '/api/people/unlock',
    summary: 'Open the locked screen with the password',
    body: z.strictObject({ password: Password }),
    answers: { 200: Done },
    run: async ({ who, body, request }) => {
      await unlock(services, who, body.password, request.ip)
      return done()
    },
  })
}

const registerSitting = (app: App, services: Services): void => {
  addPersonRoute(app, {
    method: 'POST',
    url: '/api/people/sign-out',
    summary: 'Sign out',
    answers: { 200: Done },
    run: async ({ who, answer }) => {
      const at = services.clock.now()
      await outsidePractice(services, (db) => changeSignIn(db, who.tokenHash, { ended_at: at }))
      if (who.practice !== null) await tellTrail(services, who.practice, 'sign-out')
      takeCookie(answer, services.settings)
      return done()
    },
  })
  addPersonRoute(app, {
    method: 'POST',
    url: '/api/people/password',
    summary: 'Change the own password; every other sitting ends',
    body: z.strictObject({ password: Password, newPassword: NewPassword }),
    answers: { 200: Done },
    run: async ({ who, body, request }) => {
      if (who.locked) throw locked()
      await changePassword(services, who, { ...body, address: request.ip })
      return done()
    },
  })
  addPersonRoute(app, {
    method: 'POST',
    url: '/api/people/practice',
    summary: 'Work in another practice of theirs',
    body: z.strictObject({ practiceId: Uuid }),
    answers: { 200: Done },
    run: async ({ who, body }) => {
      if (who.locked) throw locked()
      await choosePractice(services, who, body.practiceId)
      return done()
    },
  })
  addPersonRoute(app, {
    method: 'POST',
    url: '/api/people/join',
    summary: 'Join one more practice with the link its owner handed over',
    body: z.strictObject({ token: z.string().min(40).max(120) }),
    answers: { 200: Done },
    run: async ({ who, body }) => {
      if (who.locked) throw locked()
      await joinByLink(services, who, body.token)
      return done()
    },
  })
}

/** Routes that need no practice, or none yet. */
export const registerDoorRoutes = (app: App, services: Services): void => {
  registerEntering(app, services)
  registerLock(app, services)
  registerSitting(app, services)
  addPersonRoute(app, {
    method: 'GET',
    url: '/api/people/me',
    summary: 'Who is signed in, and in which practice',
    answers: { 200: Me },
    run: async ({ who: { personId, name, email, locked: isLocked, practice } }) =>
      reply(200, {
        personId,
        name,
        email,
        locked: isLocked,
        practiceId: practice?.id ?? null,
        role: practice?.actor.role ?? null,
        providerId: practice?.actor.providerId ?? null,
        practices: [...(await practicesOf(services, personId))],
        idleSeconds: services.settings.idleSeconds,
      }),
  })
}

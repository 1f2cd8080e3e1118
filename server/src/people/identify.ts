// Who asks: the cookie's token looked up, the idle screen locked, the person's part in their practice read.
import type { FastifyReply } from 'fastify'
import { addSeconds } from '../clock.ts'
import { type Settings, isLoopback } from '../config.ts'
import { lookInPractice, outsidePractice } from '../database/in-practice.ts'
import type { App } from '../http/app-type.ts'
import type { Services } from '../services.ts'
import type { KnownSessions } from './known-sessions.ts'
import { type SignInRow, changeSignIn, findMembership, findSignIn } from './sign-in-store.ts'
import type { SignedIn } from './signed-in.ts'

/** Served in the clear only on this computer itself. */
const isSecure = ({ host, publicOrigin, trustProxy }: Settings): boolean =>
  publicOrigin?.startsWith('https:') ?? (trustProxy > 0 || !isLoopback(host))

/** `__Host-` binds a cookie to this host, the whole of it, and to encryption; in the clear it cannot be had. */
export const cookieName = (settings: Settings): string =>
  isSecure(settings) ? '__Host-golden-thread' : 'golden-thread'

const cookieFlags = (settings: Settings) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(settings) }) as const

export const giveCookie = (answer: FastifyReply, settings: Settings, token: string): void => {
  void answer.setCookie(cookieName(settings), token, {
    ...cookieFlags(settings),
    maxAge: settings.sessionSeconds,
  })
}

export const takeCookie = (answer: FastifyReply, settings: Settings): void => {
  void answer.clearCookie(cookieName(settings), cookieFlags(settings))
}

/** The last request is written down at most this often. */
const seenSeconds = 30

/** Locks a screen nobody has used for long; says whether it is locked now. */
const lockWhenIdle = async (services: Services, tokenHash: string, row: SignInRow): Promise<boolean> => {
  const { clock, settings } = services
  const at = clock.now()
  if (row.lockedAt !== null) return true
  const idle = addSeconds(row.seenAt, settings.idleSeconds) < at
  if (idle || addSeconds(row.seenAt, seenSeconds) < at)
    await outsidePractice(services, (db) =>
      changeSignIn(db, tokenHash, idle ? { locked_at: at } : { seen_at: at }),
    )
  return idle
}

/** The signed-in person of a token; null when it is nobody's, or has ended. */
export const identify = async (services: Services, token: string): Promise<SignedIn | null> => {
  const tokenHash = services.sha256(token)
  const row = await outsidePractice(services, (db) => findSignIn(db, tokenHash, services.clock.now()))
  if (row === null) return null
  const { personId, name, email, practiceId } = row
  const actor =
    practiceId === null
      ? null
      : await lookInPractice(services, practiceId, (db) => findMembership(db, practiceId, personId))
  return {
    tokenHash,
    personId,
    name,
    email,
    locked: await lockWhenIdle(services, tokenHash, row),
    practice: practiceId === null || actor === null ? null : { id: practiceId, actor },
  }
}

/** Every request of the API, and every page that asks for somebody, knows who asks. */
export const registerIdentity = (app: App, services: Services, known: KnownSessions): void => {
  app.decorateRequest('who', null)
  // After the limits and before the body is read: a flood costs neither a look-up nor a parse.
  app.addHook('preParsing', async (request) => {
    // Where nothing is it matters to nobody who asks.
    if (request.is404) return
    const token = request.cookies[cookieName(services.settings)]
    if (token === undefined || token === '') return
    request.who = await identify(services, token)
    const tokenHash = services.sha256(token)
    if (request.who === null) known.forget(tokenHash)
    else known.add(tokenHash)
  })
}

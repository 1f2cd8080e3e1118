// How much one asker may ask for: by session once it is known to be one, by address before.
import rateLimit from '@fastify/rate-limit'
import type { App } from './app-type.ts'
import { tooMany } from './problem.ts'
import { sha256 } from '../sha256.ts'
import type { Settings } from '../config.ts'
import { cookieName } from '../people/identify.ts'
import { type KnownSessions, makeKnownSessions, mostKnown } from '../people/known-sessions.ts'

/**
 * Counted in this process; guesses at passwords are counted in the database (people/sign-in.ts). A cookie that nobody
 * has looked up yet counts for the address it came from: else a flood of invented ones were never put off. Who knows
 * which sessions there are (people/identify.ts) says so through what is returned.
 */
export const registerLimits = async (app: App, settings: Settings): Promise<KnownSessions> => {
  const known = makeKnownSessions()
  await app.register(rateLimit, {
    global: true,
    max: settings.requestsPerMinute,
    timeWindow: 60_000,
    cache: mostKnown,
    keyGenerator: (request) => {
      const token = request.cookies[cookieName(settings)]
      const tokenHash = token === undefined ? null : sha256(token)
      return tokenHash !== null && known.has(tokenHash) ? `session ${tokenHash}` : `address ${request.ip}`
    },
    errorResponseBuilder: (_request, { ttl }) => tooMany(Math.ceil(ttl / 1000)),
  })
  return known
}

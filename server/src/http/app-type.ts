// The app's type: fastify, and what every request carries.
import type { FastifyInstance } from 'fastify'
import type { SignedIn } from '../people/signed-in.ts'

export type App = FastifyInstance

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null before it was looked up, and for strangers. */
    who: SignedIn | null
  }
}

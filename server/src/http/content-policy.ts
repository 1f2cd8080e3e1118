// What a browser is told about our pages and answers.
import type { FastifyHelmetOptions } from '@fastify/helmet'
import type { Settings } from '../config.ts'

/** No inline script, nothing from elsewhere, nobody's frame. Styles may stand inline: the page's widgets need it. */
export const contentPolicy = (settings: Settings): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
  // A promise about encryption can only be made where there is some.
  strictTransportSecurity: settings.publicOrigin?.startsWith('https:')
    ? { maxAge: 31_536_000, includeSubDomains: false }
    : false,
})

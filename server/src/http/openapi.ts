// The API described: OpenAPI 3.1 made of the routes' own schemas, at /openapi.json, and a page for owners to read it on.
import swagger from '@fastify/swagger'
import swaggerPage from '@fastify/swagger-ui'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { Settings } from '../config.ts'
import { cookieName } from '../people/identify.ts'
import type { App } from './app-type.ts'
import { demandRole } from './route.ts'

/** How the description says what made it; the copy in docs/ has it in its first line too. */
export const madeBy = 'Made by tools/make-openapi.ts from the routes of the server; do not edit.'

type Described = ReturnType<typeof jsonSchemaTransformObject>

const refsIn = (part: unknown): readonly string[] =>
  [...JSON.stringify(part ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name ?? '',
  )

/** Every named schema is made twice, as it is taken and as it is given; only those that a route leads to are kept. */
const withoutUnused = (described: Described): Described => {
  if (!('components' in described)) return described
  const { components, ...rest } = described
  const { schemas = {}, ...others } = components ?? {}
  const kept = new Set<string>()
  const follow = (part: unknown): void => {
    for (const name of refsIn(part)) {
      if (kept.has(name)) continue
      kept.add(name)
      follow(schemas[name])
    }
  }
  follow(rest)
  const used = Object.entries(schemas).filter(([name]) => kept.has(name))
  return { ...rest, components: { ...others, schemas: Object.fromEntries(used) } } as Described
}

/** Before the routes: it reads them as they are added. */
export const registerDescription = async (app: App, settings: Settings): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Golden Thread',
        version: '0.1.0',
        description: `From session to payout. ${madeBy} Whoever asks is signed in by a cookie; a change is asked for from our own page (Origin) and as JSON. What is not done is answered as a problem (RFC 9457).`,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: { cookie: { type: 'apiKey', in: 'cookie', name: cookieName(settings) } },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (given) => withoutUnused(jsonSchemaTransformObject(given)),
  })
}

/**
 * After the routes. The description itself holds nothing of a practice and is anybody's; the page, from which routes
 * can be tried, is for owners.
 */
export const registerDescriptionPages = async (app: App): Promise<void> => {
  let text: string | undefined
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, answer) => {
    text ??= JSON.stringify(app.swagger())
    return answer.type('application/json; charset=utf-8').send(text)
  })
  await app.register(async (pages: App) => {
    // Also before the page's own files, which are read from the disk.
    pages.addHook('preHandler', async (request) => {
      demandRole(request, ['owner'])
    })
    await pages.register(swaggerPage, { routePrefix: '/openapi', theme: { title: 'Golden Thread: the API' } })
  })
}

// The door's proof that a change was asked for by our own page: origin, kind of content, and the name we are called by.
import type { FastifyRequest } from 'fastify'
import { type Settings, isLoopback } from '../config.ts'
import type { App } from './app-type.ts'
import { problem } from './problem.ts'
import { misdirected } from './problems.ts'

const isChange = (method: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(method)

const hostName = (host: string): string =>
  URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, '') : ''

/** The origin our page has, as far as this request can tell. */
const ownOrigin = (request: FastifyRequest, settings: Settings): string =>
  settings.publicOrigin ?? `${request.protocol}://${request.host}`

/** On this computer alone, another name for it is a page elsewhere that had its name pointed here. */
const checkName = (request: FastifyRequest, settings: Settings): void => {
  if (settings.publicOrigin !== null || !isLoopback(settings.host)) return
  if (!isLoopback(hostName(request.host))) throw misdirected()
}

/** `Origin` is sent by every browser with a change; `Sec-Fetch-Site` where it is left out. Neither is no proof. */
const checkOrigin = (request: FastifyRequest, settings: Settings): void => {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const proved = origin === undefined ? site === 'same-origin' : origin === ownOrigin(request, settings)
  if (!proved || (site !== undefined && site !== 'same-origin'))
    throw problem({
      status: 403,
      code: 'other-origin',
      title: 'A change is asked for by our own page alone: send the Origin header of this address.',
    })
}

const kinds = ['application/json', 'application/octet-stream']

const checkContent = (request: FastifyRequest): void => {
  // Nothing is there to read it; and what is deleted is named by its address alone.
  if (request.is404 || (request.method === 'DELETE' && request.body === undefined)) return
  const kind = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (!kinds.includes(kind))
    throw problem({
      status: 415,
      code: 'media-type',
      title: 'This kind of content is not read here; send application/json.',
    })
}

/** Every request is for us; every change comes from our own page and as JSON (or the bytes of a file). */
export const registerSameOrigin = (app: App, settings: Settings): void => {
  app.addHook('onRequest', async (request) => {
    checkName(request, settings)
    if (!isChange(request.method)) return
    checkOrigin(request, settings)
  })
  // After who asks was judged: kinds of content are told to those who may ask.
  app.addHook('preValidation', async (request) => {
    if (isChange(request.method)) checkContent(request)
  })
}

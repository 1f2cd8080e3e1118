// The pages: files that were built, and one entry for every address that is a page's.
import serveFiles from '@fastify/static'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Services } from '../services.ts'
import type { App } from './app-type.ts'

/** Addresses that are never a page's: what is not there is a problem, for programs. */
const forPrograms = /^\/(api|health|metrics|openapi)([/.?]|$)/

/** Whether somebody in a browser asks for a page by its address: it is the entry that shows it, or says it is not there. */
const asksForPage = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  !forPrograms.test(request.url) &&
  !request.url.startsWith('/assets/') &&
  (request.headers.accept ?? '').includes('text/html')

/** Answers the entry when a page is asked for; false when it is something else. Set by `registerPages`. */
export type ShowPage = (request: FastifyRequest, reply: FastifyReply) => boolean

/** Serves the built pages; without any it shows none. What has its hash in its name is kept by the browser for good. */
export const registerPages = async (
  app: App,
  { pagesFolder }: Pick<Services, 'pagesFolder'>,
): Promise<ShowPage> => {
  if (pagesFolder === undefined || !existsSync(join(pagesFolder, 'index.html'))) return () => false
  await app.register(serveFiles, {
    root: pagesFolder,
    dotfiles: 'ignore',
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const kept = path.includes(join(pagesFolder, 'assets'))
      void reply.header('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  // The one address that is a folder to whoever serves files.
  app.get('/', { schema: { hide: true } }, (_request, reply) => reply.sendFile('index.html'))
  return (request, reply) => {
    if (!asksForPage(request)) return false
    void reply.sendFile('index.html')
    return true
  }
}

// What is read out of a request's body: JSON, or the bytes of a file; nothing else.
import type { App } from './app-type.ts'
import { problem } from './problem.ts'

const unkept = () =>
  problem({
    status: 400,
    code: 'unreadable',
    title: 'The request holds a sign that no text can be kept with: a null, or half of a pair.',
  })

/** A database keeps neither U+0000 nor half a surrogate pair, and a hash of such a text would not come out again. */
const canBeKept = (value: unknown): boolean => {
  if (typeof value === 'string') return !/[\0\p{Surrogate}]/u.test(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, each]) => canBeKept(key) && canBeKept(each))
}

/** An act without a body may be sent with none. */
export const readBodies = (app: App): void => {
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') return done(null, undefined)
    void parseJson(request, String(body), (fault, parsed) => {
      if (fault !== null) done(fault)
      else if (canBeKept(parsed)) done(null, parsed)
      else done(unkept())
    })
  })
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
}

// A form posted to an address that an owner wrote: only where the host was looked at after it was resolved.
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { type HostSettings, findHost } from './allowed-host.ts'

/** Posts a form and gives the answer. Rejects where nothing came of it. */
export type PostForm = (address: string, form: FormData, signal: AbortSignal) => Promise<Response>

/** A host that may not be asked. */
export const hostNotAllowed = 'HostNotAllowed'

const notAllowed = (): Error =>
  Object.assign(new Error('this host may not be asked'), { name: hostNotAllowed })

const ended = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

/** Asks where the host was found, by a connection of its own; one that points elsewhere is not followed. */
export const postFormWhere =
  (settings: HostSettings): PostForm =>
  async (address, form, signal) => {
    const url = new URL(address)
    const late = ended(signal)
    late.catch(() => undefined)
    const host = await Promise.race([findHost(url.hostname.replace(/^\[|\]$/g, ''), settings), late])
    if (host === null) throw notAllowed()
    const whole = new Response(form)
    const body = Buffer.from(await whole.arrayBuffer())
    const request = url.protocol === 'https:' ? requestSecure : requestPlain
    return new Promise<Response>((resolve, reject) => {
      const asked = request(url, {
        method: 'POST',
        agent: false,
        signal,
        headers: {
          'content-type': whole.headers.get('content-type') ?? '',
          'content-length': body.length,
        },
        lookup: (_name, options, found) =>
          options.all === true
            ? found(null, [{ address: host.address, family: host.family }])
            : found(null, host.address, host.family),
      })
      asked.on('error', reject)
      asked.on('response', (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => {
          const status = answer.statusCode ?? 500
          if (status >= 300 && status < 400) reject(new Error('it points elsewhere'))
          else
            resolve(
              new Response(Buffer.concat(parts), {
                status: status < 200 ? 500 : status,
                headers: { 'content-type': answer.headers['content-type'] ?? '' },
              }),
            )
        })
      })
      asked.end(body)
    })
  }

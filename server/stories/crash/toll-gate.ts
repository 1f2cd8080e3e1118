// What stands on the way between the server and the payer: everything passes, until a test holds one message at it.
import { once } from 'node:events'
import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A message is held before the payer has it, after half of it went on, or when its reply is on its way back. */
export type Place = 'before' | 'half' | 'reply'

export interface Held {
  /** Resolves when a message stands at the gate. */
  readonly reached: Promise<void>
  /** Lets it go on, and holds no other one. */
  readonly pass: () => void
}

export interface TollGate {
  readonly url: string
  /** Holds the first message of which `isIt` holds: of the request, or at `reply` of the reply. */
  readonly holdAt: (place: Place, isIt: (text: string) => boolean) => Held
  readonly close: () => Promise<void>
}

interface Bar {
  readonly place: Place
  readonly isIt: (text: string) => boolean
  readonly arrive: () => void
  readonly opened: Promise<void>
  taken: boolean
}

const bytesOf = async (stream: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** A gate before a payer, wherever the payer is at the moment. What cannot be brought on is broken off. */
export const openTollGate = async (payerUrl: () => string): Promise<TollGate> => {
  let bar: Bar | null = null

  const stop = async (place: Place, text: string): Promise<void> => {
    const standing = bar
    if (standing === null || standing.taken || standing.place !== place || !standing.isIt(text)) return
    standing.taken = true
    standing.arrive()
    await standing.opened
  }

  const bringOn = async (asked: IncomingMessage, body: Buffer): Promise<IncomingMessage> => {
    const { method, url = '/', headers } = asked
    const forward = request(new URL(url, payerUrl()), {
      method,
      headers: { ...headers, connection: 'close' },
      agent: false,
    })
    const answered = once(forward, 'response') as Promise<[IncomingMessage]>
    // Broken off while it is held, it is waited for only afterwards.
    answered.catch(() => undefined)
    const middle = Math.floor(body.length / 2)
    forward.write(body.subarray(0, middle))
    await stop('half', body.toString('latin1'))
    forward.end(body.subarray(middle))
    const [reply] = await answered
    return reply
  }

  const carry = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    try {
      const body = await bytesOf(asked)
      await stop('before', body.toString('latin1'))
      // Nobody is there any more who could send it.
      if (asked.socket.destroyed) return
      const reply = await bringOn(asked, body)
      const content = await bytesOf(reply)
      await stop('reply', content.toString('latin1'))
      answer.writeHead(reply.statusCode ?? 502, { ...reply.headers, connection: 'close' }).end(content)
    } catch {
      answer.destroy()
    }
  }

  const server = createServer((asked, answer) => void carry(asked, answer)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    holdAt: (place, isIt) => {
      let [arrive, open] = [(): void => undefined, (): void => undefined]
      const reached = new Promise<void>((resolve) => {
        arrive = resolve
      })
      const opened = new Promise<void>((resolve) => {
        open = resolve
      })
      const standing: Bar = { place, isIt, arrive, opened, taken: false }
      bar = standing
      return {
        reached,
        pass: () => {
          if (bar === standing) bar = null
          open()
        },
      }
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

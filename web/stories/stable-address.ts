// One address for a server that is killed and comes back on another port: a browser keeps what it has by address.
import { once } from 'node:events'
import { type AddressInfo, type Socket, connect, createServer } from 'node:net'

export interface StableAddress {
  readonly address: string
  readonly close: () => Promise<void>
}

/** Hands every connection on to where the server is at that moment; while it is nowhere, the connection breaks. */
export const openStableAddress = async (where: () => string): Promise<StableAddress> => {
  const open = new Set<Socket>()
  const door = createServer((caller) => {
    const { hostname, port } = new URL(where())
    const server = connect(Number(port), hostname)
    for (const [from, to] of [
      [caller, server],
      [server, caller],
    ] as const) {
      open.add(from)
      from.on('error', () => undefined)
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
      from.pipe(to)
    }
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  return {
    address: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of open) socket.destroy()
      door.close()
      await once(door, 'close')
    },
  }
}

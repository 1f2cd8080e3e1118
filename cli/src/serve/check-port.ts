// Looks whether the port can be had before anything is started for it.
import { createServer } from 'node:net'
import { refuseStart } from './refuse-start.ts'

/** Why a port cannot be listened on, as one sentence. */
export const portRefusal = (host: string, port: number, code: string | undefined): string => {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken by another program; stop that one, or choose another with PORT.`
  if (code === 'EACCES') return `Port ${port} may only be opened by root; choose one from 1024 up with PORT.`
  return `${host} port ${port} cannot be listened on (${code}); see HOST and PORT.`
}

/** Refuses a port that cannot be listened on. It is let go again at once; 0 stands for any free one. */
export const checkPort = (host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (fault: NodeJS.ErrnoException) => {
      try {
        refuseStart(portRefusal(host, port, fault.code))
      } catch (refused) {
        reject(refused)
      }
    })
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()))
  })

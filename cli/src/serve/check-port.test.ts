// A port that is taken is told in one sentence, before anything is started for it.
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { checkPort, portRefusal } from './check-port.ts'

test('a taken port is refused by its number, and a free one is let go again', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  await expect(checkPort('127.0.0.1', port)).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`)
  other.close()
  await once(other, 'close')
  await checkPort('127.0.0.1', port)
  await checkPort('127.0.0.1', port)
})

test.each([
  ['EADDRINUSE', 'is taken by another program'],
  ['EACCES', 'may only be opened by root'],
  ['EADDRNOTAVAIL', 'cannot be listened on (EADDRNOTAVAIL)'],
])('a port that fails with %s is told by what to do', (code, says) => {
  expect(portRefusal('127.0.0.1', 80, code)).toContain(says)
})

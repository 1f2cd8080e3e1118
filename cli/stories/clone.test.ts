// A clone of somebody else's: the whole start by an account that may do nothing, and by npm itself.
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { copyClone } from './copy-clone.ts'
import { inDataFolder, pressControlC, root, startServer, untilNone } from '../../tools/run-server.ts'

// The account that owns nothing; where we are not root ourselves we are unprivileged already.
const stranger = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined

test('an account without any rights starts, uses and stops a copy of the clone, and writes in it alone', async () => {
  await inDataFolder(async (folder) => {
    const clone = join(dirname(folder), 'clone')
    mkdirSync(clone)
    const node = await copyClone(root, clone, stranger)
    const started = await startServer({
      folder: 'data',
      cwd: clone,
      command: [node, 'cli/bin/goldenthread.mjs', 'serve', '--no-demo'],
      account: stranger,
    })
    const data = join(clone, 'data')
    expect(started.said()).toContain(`Everything is kept in ${data}.`)
    expect((await fetch(`${started.address}/health/ready`)).status).toBe(200)
    expect(statSync(join(data, 'pg-18')).uid).toBe(stranger?.uid ?? process.getuid?.())
    expect(await pressControlC(started)).toBe(0)
    expect(await untilNone(data)).toEqual([])
    expect(readdirSync(dirname(folder))).toEqual(['clone'])
  })
}, 60_000)

test('npm start hands Ctrl-C on, and ends when all has ended', async () => {
  await inDataFolder(async (folder) => {
    const path = (process.env['PATH'] ?? '').split(delimiter).filter((each) => !each.startsWith(root))
    const started = await startServer({
      folder,
      // Installing is another test's matter (tools/install-what-is-missing.test.ts).
      command: ['npm', 'start', '--ignore-scripts', '--', '--no-demo'],
      environment: { PATH: path.join(delimiter), HOME: dirname(folder) },
    })
    expect((await fetch(`${started.address}/health/ready`)).status).toBe(200)
    await pressControlC(started)
    expect(await untilNone(folder)).toEqual([])
    expect(existsSync(join(folder, 'holder.json'))).toBe(false)
  })
}, 60_000)

#!/usr/bin/env node
// The command `goldenthread`: finds Node 24, starts itself again under it when need be, then runs cli/src/main.ts.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = realpathSync(fileURLToPath(import.meta.url))
// Set on the second start, so that a node_modules/.bin/node that is itself too old cannot start itself for ever.
const startedAgain = 'GOLDEN_THREAD_STARTED_AGAIN'

const majorVersion = Number(process.versions.node.split('.')[0])

const ownNode = (folder) => {
  const candidate = join(folder, 'node_modules', '.bin', 'node')
  if (existsSync(candidate)) return candidate
  return dirname(folder) === folder ? undefined : ownNode(dirname(folder))
}

const refuse = () => {
  process.stderr.write(
    `goldenthread: Node 24 or newer is needed and this is Node ${process.versions.node}; ` +
      'run `npm ci` in the project, which brings it for Linux, or install Node 24 yourself (on macOS you must).\n',
  )
  process.exitCode = 1
}

// A signal from the terminal's keys reaches the child by itself; forwarding it too would deliver it twice.
const atTerminal = () => process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY

const startAgain = (node) => {
  const child = spawn(node, [here, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, [startedAgain]: 'yes' },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2']) {
    const fromKeys = signal === 'SIGINT' || signal === 'SIGQUIT'
    process.on(signal, () => {
      if (!(fromKeys && atTerminal())) child.kill(signal)
    })
  }
  child.on('error', refuse)
  child.on('exit', (status, signal) => {
    if (signal === null) {
      process.exitCode = status
      return
    }
    // Ending by the same signal tells a shell what ended the child; its number is the answer where that is caught.
    process.exitCode = 128 + (constants.signals[signal] ?? 0)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

const runHere = async () => {
  delete process.env[startedAgain]
  // A reader that closes the pipe early (`| head`) has what it wants: that is an end, not a fault.
  process.stdout.on('error', (fault) => {
    if (fault.code !== 'EPIPE') throw fault
    process.exit()
  })
  const { main } = await import(pathToFileURL(join(dirname(dirname(here)), 'src', 'main.ts')).href)
  // Not process.exit: what still stands in a pipe would be cut off.
  process.exitCode = await main(process.argv.slice(2))
}

if (majorVersion >= 24) {
  await runHere()
} else {
  const node = process.env[startedAgain] === undefined ? ownNode(dirname(here)) : undefined
  if (node === undefined) refuse()
  else startAgain(node)
}

// `goldenthread serve [--no-demo]`: reads the settings, hears the signals that end it, and serves until then.
import { settingsOfProcess } from '@goldenthread/server/config.ts'
import { parseArgs } from 'node:util'
import { wrongUse } from '../usage.ts'
import { serve } from './serve.ts'
import type { ServeParts } from './serve-parts.ts'

const loadParts = async (): Promise<ServeParts> => (await import('./server-parts.ts')).serverParts

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
const complain = (sentence: string): void => void process.stderr.write(`Golden Thread: ${sentence}\n`)

// npm hands Ctrl-C on to us though the terminal has told us already; a person takes longer to press it again.
const sameKeyPress = 1_000

/** Aborts at the first signal to end; at the second leaves at once, and the next start adopts what still runs. */
const haltBySignal = (): AbortSignal => {
  const controller = new AbortController()
  let firstAt = 0
  const heard = (): void => {
    if (!controller.signal.aborted) {
      firstAt = performance.now()
      return controller.abort()
    }
    if (performance.now() - firstAt < sameKeyPress) return
    complain('left at once; the next start takes over what still runs.')
    process.exit(1)
  }
  for (const signal of endings) process.on(signal, heard)
  return controller.signal
}

const wantsDemo = (argv: readonly string[]): boolean | string => {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { 'no-demo': { type: 'boolean' } },
      strict: true,
    })
    return values['no-demo'] !== true
  } catch (fault) {
    return fault instanceof Error ? fault.message : 'The options were not understood.'
  }
}

/** Runs `serve`; the exit status. */
export const serveCommand = async (argv: readonly string[]): Promise<number> => {
  const demo = wantsDemo(argv)
  if (typeof demo === 'string') return wrongUse(demo)
  const read = settingsOfProcess()
  if (!read.ok) {
    complain(read.says)
    return 1
  }
  // Heard to the very end: one key press may come as two signals, and the second must not undo a clean stop.
  const halt = haltBySignal()
  return serve({ settings: read.settings, loadParts, wantsDemo: demo, halt, say, complain })
}

// The process of the stand-in payer: `node payer/src/main.ts SETTINGS.json [--with-parent]`.
import { readFileSync } from 'node:fs'
import { describeError, logToOutput } from './log.ts'
import { servePayer } from './serve.ts'
import { readSettings } from './settings.ts'

const refuse = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const readFileOrRefuse = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return refuse('The settings of the stand-in payer cannot be read.')
  }
}

const sentenceOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return 'The port of the stand-in payer is taken.'
  return code === undefined ? message : `The stand-in payer could not start (${code}).`
}

const start = async (argv: readonly string[]): Promise<void> => {
  const [file, ...flags] = argv
  if (file === undefined) refuse('Name the settings of the stand-in payer: main.ts SETTINGS.json.')
  const settings = readSettings(readFileOrRefuse(file ?? ''))
  if (typeof settings === 'string') return refuse(settings)
  const serving = servePayer(settings)
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    serving
      .then(({ close }) => close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logToOutput('failed', describeError(error))
          process.exit(1)
        },
      )
  }
  // Who read the log is gone: that is no reason to stop taking claims.
  process.stdout.on('error', () => {})
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // The pipe closes also when the parent is killed, so that no payer outlives the program that started it.
  if (flags.includes('--with-parent')) process.stdin.on('end', stop).on('error', stop).resume()
  await serving.catch((error: unknown) => refuse(sentenceOf(error)))
}

await start(process.argv.slice(2))

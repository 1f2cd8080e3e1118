// The command line: finds the command, runs it, and turns what it says into an exit status.
import { readFileSync } from 'node:fs'
import { usage, wrongUse } from './usage.ts'

const version = (): string =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version as string

const say = (text: string): number => {
  process.stdout.write(`${text}\n`)
  return 0
}

/** Runs one call; resolves to the exit status. Only a broken promise of the program itself throws. */
export const main = async (argv: readonly string[]): Promise<number> => {
  const [command, ...rest] = argv
  if (command === undefined || command === '--help' || command === 'help') return say(usage)
  if (command === '--version') return say(version())
  if (rest.includes('--help')) return say(usage)
  // Each command reads in what it needs and no more: it is what takes longest in a short one.
  if (command === 'serve') return (await import('./serve/serve-command.ts')).serveCommand(rest)
  if (command === 'verify') return (await import('./verify/verify-command.ts')).verifyCommand(rest)
  if (command === 'thread') return (await import('./thread/thread-command.ts')).threadCommand(rest)
  if (command === 'payer' && rest[0] === 'answer')
    return (await import('./payer/payer-answer-command.ts')).payerAnswerCommand(rest.slice(1))
  return wrongUse(`"${argv.slice(0, 2).join(' ')}" is not a command.`)
}

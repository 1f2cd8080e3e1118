// The command line: finds the command, runs it, and turns what it says into an exit status.
import { readFileSync } from 'node:fs'
import { payerAnswerCommand } from './payer/payer-answer-command.ts'
import { threadCommand } from './thread/thread-command.ts'
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
  if (command === 'thread') return threadCommand(rest)
  if (command === 'payer' && rest[0] === 'answer') return payerAnswerCommand(rest.slice(1))
  return wrongUse(`"${argv.slice(0, 2).join(' ')}" is not a command.`)
}

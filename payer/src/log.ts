// What the payer's process says of itself: one JSON line an event, with ids, control numbers, codes and counts. Never a name or member number.

export type LogValue = string | number | boolean | null | readonly string[]

/** Says that something happened. */
export type Log = (event: string, values?: Readonly<Record<string, LogValue>>) => void

/** One line an event on standard output. */
export const logToOutput: Log = (event, values = {}) => {
  process.stdout.write(`${JSON.stringify({ event, ...values })}\n`)
}

/** Where a program error arose: its kind and its first frame, never its message, which may repeat what was sent. */
export const describeError = (error: unknown): Readonly<Record<string, LogValue>> => {
  if (!(error instanceof Error)) return { error: typeof error }
  const frame = error.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? ''
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { error: error.name, code, where: /[\w.-]+\.ts:\d+/.exec(frame)?.[0] ?? '' }
}

/** A control number as it may be logged: digits, or nothing. */
export const loggedNumber = (text: string): string => (/^\d{1,9}$/.test(text) ? text : '')

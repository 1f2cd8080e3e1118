// What a start prints: the address first, who can sign in, and, when there is something to see, what to try first.
import type { SignIn } from './serve-parts.ts'

export interface Welcome {
  readonly address: string
  readonly folder: string
  readonly signIns: readonly SignIn[]
  readonly setUpLink: string | null
  /** Seconds from the start to the first answer. */
  readonly seconds: number
}

const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(width(column))).join('  ')}`.trimEnd())
}

const signInLines = (signIns: readonly SignIn[]): readonly string[] =>
  signIns.length === 0
    ? []
    : [
        '',
        'Sign in to the invented practice as',
        ...table(signIns.map(({ role, email, password }) => [role, email, password])),
      ]

/** What to try first, once the invented practice is whole: before that no session waits. */
export const tryFirst = (address: string, signIns: readonly SignIn[]): readonly string[] => {
  const clinician = signIns.find(({ role }) => role.startsWith('clinician')) ?? signIns[0]
  return clinician === undefined
    ? []
    : [
        `Try first: open ${address}, sign in as ${clinician.email}, and wrap up a session that waits.`,
        'A filed claim leaves after a minute; the stand-in payer answers within two: receipt, acknowledgment, payment.',
      ]
}

const setUpLines = (link: string | null): readonly string[] =>
  link === null
    ? []
    : ['', 'Nobody can sign in yet. Who opens this link in a browser first becomes the owner:', `  ${link}`]

/** The lines a start prints when it serves. */
export const welcome = ({ address, folder, signIns, setUpLink, seconds }: Welcome): readonly string[] => [
  `Golden Thread serves at ${address} after ${seconds.toFixed(1)} s. Open it in a browser.`,
  `Everything is kept in ${folder}.`,
  ...signInLines(signIns),
  ...setUpLines(setUpLink),
  '',
  'Ctrl-C stops all that was started.',
]

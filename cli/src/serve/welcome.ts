// What a start prints: the address, who can sign in, and what to try first.
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

// There are no pages yet, so the first try is two calls anybody's terminal can make.
const firstTry = (address: string, { email, password }: SignIn): readonly string[] => [
  '',
  'Try first: sign in, then see the sessions of today and how far each has come.',
  `  curl -c cookie.txt -H 'content-type: application/json' -H 'origin: ${address}' \\`,
  `    -d '${JSON.stringify({ email, password })}' ${address}/api/people/sign-in`,
  `  curl -b cookie.txt ${address}/api/thread/today`,
]

const signInLines = (address: string, signIns: readonly SignIn[]): readonly string[] => {
  const clinician = signIns.find(({ role }) => role.startsWith('clinician')) ?? signIns[0]
  return clinician === undefined
    ? []
    : [
        '',
        'Sign in to the invented practice as',
        ...table(signIns.map(({ role, email, password }) => [role, email, password])),
        ...firstTry(address, clinician),
        '',
        'The stand-in payer answers within two minutes of a claim: receipt, acknowledgment, payment.',
      ]
}

const setUpLines = (link: string | null): readonly string[] =>
  link === null
    ? []
    : ['', 'Nobody can sign in yet. Who opens this link first becomes the owner:', `  ${link}`]

/** The lines a start prints when it serves. */
export const welcome = ({ address, folder, signIns, setUpLink, seconds }: Welcome): readonly string[] => [
  `Golden Thread serves at ${address} after ${seconds.toFixed(1)} s.`,
  `Everything is kept in ${folder}.`,
  ...signInLines(address, signIns),
  ...setUpLines(setUpLink),
  '',
  'Ctrl-C stops all that was started.',
]

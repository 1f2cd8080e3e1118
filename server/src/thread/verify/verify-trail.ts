// Proves the trail: each row hashes to what was kept, follows the one before, and fits the heads signed outside.
import type { Kysely } from 'kysely'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { Tables } from '../../database/generated.tables.ts'
import type { HeadsRead, SignedHead } from '../../trail/heads.ts'
import { readSeal } from '../../trail/seal.ts'
import { readHead, readTrail } from '../../trail/store.ts'
import { type TrailRow, firstHash, trailHash } from '../../trail/trail-row.ts'
import { type Proven, fault } from './fault.ts'
import type { Seals } from './seals.ts'
import { pageSize } from './store.ts'

type KeptRow = TrailRow & { readonly hash: string }
type Sha256 = (utf8: string) => string

interface Place {
  readonly number: number
  readonly hash: string
}

/** What is wrong with a row that should follow `before`. */
const rowFaults = (row: KeptRow, before: Place, sha256: Sha256): readonly Finding[] => {
  const path = `trail.${row.number}`
  const found = trailHash(row, sha256)
  const altered =
    found === row.hash
      ? []
      : [fault('trail-altered', path, 'This row of the trail was changed.', { kept: row.hash, found })]
  if (row.number !== before.number + 1) {
    const says = 'Rows of the trail are missing before this one.'
    return [
      ...altered,
      fault('trail-gap', path, says, { after: String(before.number), next: String(row.number) }),
    ]
  }
  if (row.previousHash === before.hash) return altered
  const says = 'This row of the trail does not follow the one that stands before it.'
  const evidence = { expected: before.hash, found: row.previousHash }
  return [...altered, fault('trail-order', path, says, evidence)]
}

interface Walked {
  readonly last: Place
  readonly findings: readonly Finding[]
  /** Hashes of the rows whose numbers a signed head names. */
  readonly witnessed: ReadonlyMap<number, string>
}

const walk = async (
  db: Kysely<Tables>,
  practiceId: string,
  numbers: ReadonlySet<number>,
  seals: Seals,
  sha256: Sha256,
): Promise<Walked & { readonly rows: number }> => {
  const findings: Finding[] = []
  const witnessed = new Map<number, string>()
  let last: Place = { number: 0, hash: firstHash(practiceId, sha256) }
  let rows = 0
  for (;;) {
    const page = await readTrail(db, practiceId, last.number + 1, pageSize)
    for (const row of page) {
      findings.push(...rowFaults(row, last, sha256))
      if (numbers.has(row.number)) witnessed.set(row.number, row.hash)
      for (const { kind, id } of row.touched) {
        const seal = kind === 'seal' ? readSeal(id) : null
        if (seal !== null) seals.take(seal, row.personId)
      }
      last = { number: row.number, hash: row.hash }
    }
    rows += page.length
    if (page.length < pageSize) return { last, findings, witnessed, rows }
  }
}

const headFaults = (heads: readonly SignedHead[], { last, witnessed }: Walked): readonly Finding[] => {
  const off = heads
    .filter(({ number, hash }) => number <= last.number && witnessed.get(number) !== hash)
    .sort((one, other) => one.number - other.number)
  const newest = Math.max(0, ...heads.map(({ number }) => number))
  const [first] = off
  const rewritten =
    first === undefined
      ? []
      : [
          fault(
            'trail-rewritten',
            `trail.${first.number}`,
            'The trail is not the one whose heads were signed outside the database.',
            { signed: first.hash, found: witnessed.get(first.number) ?? 'none', heads: String(off.length) },
          ),
        ]
  const cut =
    newest <= last.number
      ? []
      : [
          fault('trail-cut', `trail.${last.number + 1}`, 'The end of the trail was cut off.', {
            signed: String(newest),
            last: String(last.number),
          }),
        ]
  return [...rewritten, ...cut]
}

const forgedFaults = ({ forged }: HeadsRead): readonly Finding[] =>
  forged.map((line) =>
    fault('head-forged', `heads.${line}`, 'This line is no head of this practice signed with our key.'),
  )

const ownHeadFaults = async (
  db: Kysely<Tables>,
  practiceId: string,
  last: Place,
): Promise<readonly Finding[]> => {
  const head = await readHead(db, practiceId)
  if (head !== null && head.number === last.number && head.hash === last.hash) return []
  const evidence = { head: head === null ? 'none' : String(head.number), last: String(last.number) }
  return [fault('trail-head', 'trail_head', 'The head kept in the database is not the last row.', evidence)]
}

/**
 * Proves the chain of a practice against the heads, which were read before the moment the database is looked at:
 * every signed one must be in it. Rows after the newest signed head are counted, since a head is written shortly after
 * its row. Seals are taken in for the proofs that come after.
 */
export const verifyTrail = async (
  db: Kysely<Tables>,
  practiceId: string,
  heads: HeadsRead,
  seals: Seals,
  sha256: Sha256,
): Promise<Proven> => {
  const numbers = new Set(heads.heads.map(({ number }) => number))
  const walked = await walk(db, practiceId, numbers, seals, sha256)
  const newest = Math.max(0, ...numbers)
  const unsigned =
    heads.heads.length === 0 && walked.rows > 0
      ? [fault('no-heads', 'heads', 'There are no signed heads of this practice outside the database.')]
      : []
  return {
    counts: {
      'trail rows': walked.rows,
      'signed heads': heads.heads.length,
      'trail rows after the newest head': Math.max(0, walked.last.number - newest),
    },
    findings: [
      ...walked.findings,
      ...forgedFaults(heads),
      ...unsigned,
      ...headFaults(heads.heads, walked),
      ...(await ownHeadFaults(db, practiceId, walked.last)),
    ],
  }
}

// Proves an installation: for every practice the trail, its signed heads, notes, ledger, files and claims.
import type { KeyObject } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { Database } from '../../database/pool.ts'
import { isUuid } from '../../ids.ts'
import { type HeadsRead, readHeads } from '../../trail/heads.ts'
import { type Proven, fault } from './fault.ts'
import { openSeals } from './seals.ts'
import { lookAtMoment, practiceName, practicesNamed } from './store.ts'
import { verifyClaims } from './verify-claims.ts'
import { verifyCoSignatures, verifyMoves } from './verify-co-signatures.ts'
import { verifyFiles } from './verify-files.ts'
import { verifyLedger } from './verify-ledger.ts'
import { verifyMoney } from './verify-money.ts'
import { verifyNotes } from './verify-notes.ts'
import { verifyTrail } from './verify-trail.ts'

export interface ToVerify {
  readonly database: Database
  readonly sha256: (content: string | Uint8Array) => string
  /** Where the heads are kept. */
  readonly headsFolder: string
  /** The key that signed them; null when there is none. */
  readonly headKey: KeyObject | null
}

export interface PracticeVerified extends Proven {
  readonly practiceId: string
  /** What it is called; null when the database does not hold it. */
  readonly name: string | null
}

const practicesWithHeads = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => name.slice(0, -'.jsonl'.length))
        .filter(isUuid)
    : []

const noHeads: HeadsRead = { heads: [], forged: [] }

const headsOf = async (
  { headsFolder, headKey }: ToVerify,
  practiceId: string,
): Promise<{ readonly read: HeadsRead; readonly findings: readonly Finding[] }> => {
  if (headKey !== null) return { read: await readHeads(headsFolder, practiceId, headKey), findings: [] }
  const says = 'The key that signs the heads of the trail is not in the folder of secrets.'
  return { read: noHeads, findings: [fault('no-key', 'secrets', says)] }
}

const joined = (practiceId: string, name: string | null, parts: readonly Proven[]): PracticeVerified => ({
  practiceId,
  name,
  counts: Object.assign({}, ...parts.map(({ counts }) => counts)) as Proven['counts'],
  findings: parts.flatMap(({ findings }) => findings),
})

/** Proves one practice at one moment. The heads are read first, so that each of them must be found in the trail. */
export const verifyPractice = async (given: ToVerify, practiceId: string): Promise<PracticeVerified> => {
  const { database, sha256 } = given
  const heads = await headsOf(given, practiceId)
  return lookAtMoment(database, practiceId, async (db) => {
    const name = await practiceName(db, practiceId)
    if (name === null) {
      const says = 'This practice had a trail, and the database does not hold it.'
      return joined(practiceId, null, [{ counts: {}, findings: [fault('practice-gone', 'practice', says)] }])
    }
    const seals = openSeals(sha256)
    const trail = await verifyTrail(db, practiceId, heads.read, seals, sha256)
    const notes = await verifyNotes(db, practiceId, seals, sha256)
    const said = await verifyCoSignatures(db, practiceId, seals, sha256)
    const moved = await verifyMoves(db, practiceId, seals)
    const ledger = await verifyLedger(db, practiceId, seals)
    const files = await verifyFiles(db, practiceId, seals, sha256)
    const claims = await verifyClaims(db, practiceId, seals, sha256)
    const money = await verifyMoney(db, practiceId, seals)
    const left = { counts: {}, findings: [...heads.findings, ...seals.missing()] }
    return joined(practiceId, name, [trail, notes, said, moved, ledger, files, claims, money, left])
  })
}

/** Proves every practice that the database or the folder of heads knows. */
export const verify = async (given: ToVerify): Promise<readonly PracticeVerified[]> => {
  const known = new Set([...practicesWithHeads(given.headsFolder), ...(await practicesNamed(given.database))])
  const verified: PracticeVerified[] = []
  for (const practiceId of [...known].sort()) verified.push(await verifyPractice(given, practiceId))
  return verified
}

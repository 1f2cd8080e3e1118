// What `verify` proves: clean where nothing was touched, and each way of tampering found, also by the superuser who knows how the hashes are made.
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '@goldenthread/core/values/canonical-json.ts'
import { type Instant, day } from '@goldenthread/core/values/day.ts'
import { inPractice } from '../src/database/in-practice.ts'
import { putFile } from '../src/files/store.ts'
import { sha256 } from '../src/sha256.ts'
import { openHeads } from '../src/trail/heads.ts'
import { type TrailRow, firstHash, trailHash } from '../src/trail/trail-row.ts'
import { verify } from '../src/thread/verify/verify.ts'
import { beginTreatment, fileSessions } from './filed-practice.ts'
import { type Signed, type TestServer, makeTestServer } from './test-server.ts'

const key = generateKeyPairSync('ed25519').privateKey
let server: TestServer
let alder: Signed
let birch: Signed
let headsFolder: string

const verified = () => verify({ database: server.services.database, sha256, headsFolder, headKey: key })

const found = async (): Promise<readonly string[]> => {
  const all = await verified()
  return all.flatMap(({ findings }) => findings.map(({ code }) => code.replace('verify:', '')))
}

const storeFile = (signed: Signed, text: string): Promise<unknown> =>
  inPractice(
    server.services,
    { practiceId: signed.practiceId, actor: { kind: 'program', name: 'sweep' }, act: 'fetch-files' },
    (tx) =>
      putFile(tx, server.services, {
        direction: 'in',
        kind: 'unknown',
        name: 'a file',
        bytes: Buffer.from(text),
        otherSide: { qualifier: 'ZZ', id: 'LARKMOOR' },
      }),
  )

beforeAll(async () => {
  server = await makeTestServer()
  headsFolder = join(server.folder, 'heads')
  const heads = openHeads(headsFolder, key, server.services.log)
  Object.assign(server.services, { heads })
  alder = await server.makePractice('Alder Row Counseling PLLC')
  birch = await server.makePractice('Birch Gate Therapy LLC')
  for (const owner of [alder, birch]) {
    const treatment = await beginTreatment(server, owner)
    await fileSessions(treatment, day('2026-03-09'), 2)
    await storeFile(owner, `a file of ${owner.practiceId}`)
    await heads.flush()
  }
}, 60_000)

afterAll(() => server.close())

const execute = (statement: string, ...values: readonly unknown[]) =>
  server.database.asAdministrator(statement, values)

/** Tampers, looks, and puts everything back as it was: each table is kept aside first. */
const tampered = async (
  tables: readonly string[],
  tamper: () => Promise<unknown>,
): Promise<readonly string[]> => {
  const heads = [alder, birch].map(({ practiceId }) => join(headsFolder, `${practiceId}.jsonl`))
  const kept = heads.map((path) => readFileSync(path))
  for (const table of tables) await execute(`CREATE TABLE kept_${table} AS TABLE ${table}`)
  // The superuser can put aside what guards the rows: keys between tables among it.
  await execute(
    'ALTER DATABASE ' + server.database.administrator.database + " SET session_replication_role = 'replica'",
  )
  try {
    await tamper()
    return await found()
  } finally {
    for (const table of tables) {
      await execute(`DELETE FROM ${table}`)
      await execute(`INSERT INTO ${table} SELECT * FROM kept_${table}`)
      await execute(`DROP TABLE kept_${table}`)
    }
    await execute(
      'ALTER DATABASE ' + server.database.administrator.database + ' RESET session_replication_role',
    )
    for (const [at, path] of heads.entries()) writeFileSync(path, kept[at] ?? '')
  }
}

test('an untouched installation is proved, and it is said of how much', async () => {
  const all = await verified()
  expect(all.flatMap(({ findings }) => findings)).toEqual([])
  expect(all).toHaveLength(2)
  for (const { counts } of all) {
    expect(counts).toMatchObject({
      'signed notes': 2,
      claims: 2,
      'claim proofs': 2,
      entries: 2,
      'stored files': 1,
      'trail rows after the newest head': 0,
    })
    expect(counts['trail rows']).toBeGreaterThan(10)
    expect(counts['signed heads']).toBeGreaterThan(0)
  }
})

/** The whole trail of a practice made anew from its rows, with right hashes, as one who knows the program would. */
const rewriteTrail = async (practiceId: string, change: (rows: TrailRow[]) => TrailRow[]): Promise<void> => {
  const rows = await execute('SELECT * FROM trail WHERE practice_id = $1 ORDER BY number', practiceId)
  const read = rows.map(
    (row): TrailRow => ({
      practiceId,
      number: Number(row['number']),
      at: `${(row['at'] as Date).toISOString().slice(0, 19)}Z` as Instant,
      personId: row['person_id'] as string | null,
      actor: row['actor'] as string,
      act: row['act'] as string,
      touched: row['touched'] as TrailRow['touched'],
      requestId: row['request_id'] as string | null,
      previousHash: '',
    }),
  )
  await execute('DELETE FROM trail WHERE practice_id = $1', practiceId)
  let hash = firstHash(practiceId, sha256)
  let number = 0
  for (const changed of change(read)) {
    number += 1
    const row = { ...changed, practiceId, number, previousHash: hash }
    hash = trailHash(row, sha256)
    await execute(
      `INSERT INTO trail (practice_id, number, at, person_id, actor, act, touched, request_id, previous_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      practiceId,
      number,
      row.at,
      row.personId,
      row.actor,
      row.act,
      JSON.stringify(row.touched),
      row.requestId,
      row.previousHash,
      hash,
    )
  }
  await execute(
    'UPDATE trail_head SET number = $2, hash = $3 WHERE practice_id = $1',
    practiceId,
    number,
    hash,
  )
}

/** By way of numbers below zero, since a number stands once in a practice. */
const swapTrails = async (): Promise<void> => {
  const [one, other] = [alder.practiceId, birch.practiceId]
  await execute('UPDATE trail SET number = -number WHERE practice_id = $1', one)
  await execute('UPDATE trail SET practice_id = $1 WHERE practice_id = $2', one, other)
  await execute('UPDATE trail SET practice_id = $1, number = -number WHERE number < 0', other)
}

describe('of the trail it is found that', () => {
  const trail = ['trail', 'trail_head']

  test('a row was edited', async () => {
    const codes = await tampered(trail, () =>
      execute("UPDATE trail SET act = 'read-note' WHERE number = 5 AND practice_id = $1", alder.practiceId),
    )
    expect(codes).toEqual(['trail-altered'])
  })

  test('a row in the middle was deleted', async () => {
    const codes = await tampered(trail, () =>
      execute('DELETE FROM trail WHERE number = 5 AND practice_id = $1', alder.practiceId),
    )
    expect(codes).toContain('trail-gap')
  })

  test('its end was cut off, and the head put back to fit', async () => {
    const codes = await tampered(trail, async () => {
      await execute(
        'DELETE FROM trail WHERE practice_id = $1 AND number > (SELECT max(number) - 2 FROM trail WHERE practice_id = $1)',
        alder.practiceId,
      )
      await execute(
        `UPDATE trail_head SET number = last.number, hash = last.hash
         FROM (SELECT number, hash FROM trail WHERE practice_id = $1 ORDER BY number DESC LIMIT 1) AS last
         WHERE practice_id = $1`,
        alder.practiceId,
      )
    })
    expect(codes).toContain('trail-cut')
  })

  test('all of it was rewritten with right hashes', async () => {
    const codes = await tampered(trail, () =>
      rewriteTrail(alder.practiceId, (rows) =>
        rows.map((row, at) => (at === 4 ? { ...row, personId: null, actor: 'sweep' } : row)),
      ),
    )
    expect(codes).toEqual(['trail-rewritten'])
  })

  test('the trails of two practices were swapped, with right hashes', async () => {
    const codes = await tampered(trail, async () => {
      await swapTrails()
      await rewriteTrail(alder.practiceId, (rows) => rows)
      await rewriteTrail(birch.practiceId, (rows) => rows)
    })
    expect(codes).toContain('trail-rewritten')
  })

  test('two practices were swapped, with their files of heads', async () => {
    const codes = await tampered(trail, async () => {
      await swapTrails()
      const [one, other] = [alder, birch].map(({ practiceId }) => join(headsFolder, `${practiceId}.jsonl`))
      const text = readFileSync(one ?? '')
      writeFileSync(one ?? '', readFileSync(other ?? ''))
      writeFileSync(other ?? '', text)
    })
    expect(codes).toContain('head-forged')
    expect(codes).toContain('trail-altered')
  })

  test('a head was forged with another key', async () => {
    const codes = await tampered(trail, async () => {
      const head = { number: 2, hash: sha256('x'), at: '2026-03-10T14:00:00Z' }
      const other = generateKeyPairSync('ed25519').privateKey
      const signed = canonicalJson({ schema: 'golden-thread/head/1', practiceId: alder.practiceId, ...head })
      const signature = sign(null, Buffer.from(signed), other).toString('base64')
      appendFileSync(
        join(headsFolder, `${alder.practiceId}.jsonl`),
        `${JSON.stringify({ ...head, signature })}\n`,
      )
    })
    expect(codes).toEqual(['head-forged'])
  })

  test('the heads are gone', async () => {
    const codes = await tampered(trail, async () =>
      writeFileSync(join(headsFolder, `${alder.practiceId}.jsonl`), ''),
    )
    expect(codes).toEqual(['no-heads'])
  })
})

type Tamper = readonly [what: string, tables: readonly string[], statement: string, codes: readonly string[]]

const alderOnly = (statement: string): string => statement.replaceAll('$P', `'${alder.practiceId}'`)
const oneOf = (table: string): string =>
  `(SELECT id FROM ${table} WHERE practice_id = $P ORDER BY id LIMIT 1)`

describe('of what is written once it is found that', () => {
  const rows: readonly Tamper[] = [
    [
      'a signed note was edited',
      ['signed_note'],
      `UPDATE signed_note SET canonical = replace(canonical, 'three hard', 'two hard') WHERE id = ${oneOf('signed_note')}`,
      ['note-altered'],
    ],
    [
      'a signed note was edited and hashed anew',
      ['signed_note'],
      `UPDATE signed_note SET canonical = replace(canonical, 'three hard', 'two hard'),
         hash = encode(sha256(convert_to(replace(canonical, 'three hard', 'two hard'), 'UTF8')), 'hex')
       WHERE id = ${oneOf('signed_note')}`,
      ['altered', 'claim-proof'],
    ],
    [
      'the day of a signature was put back beside the text',
      ['signed_note'],
      `UPDATE signed_note SET signed_at = '2026-03-01T00:00:00Z' WHERE id = ${oneOf('signed_note')}`,
      ['note-copy'],
    ],
    [
      'a signed note was given to another person',
      ['signed_note'],
      `UPDATE signed_note SET person_id = gen_random_uuid() WHERE id = ${oneOf('signed_note')}`,
      ['altered'],
    ],
    [
      'a signed note was given to another provider',
      ['signed_note'],
      `UPDATE signed_note SET provider_id = gen_random_uuid() WHERE id = ${oneOf('signed_note')}`,
      ['altered'],
    ],
    [
      'a signed note is gone',
      ['signed_note'],
      `DELETE FROM signed_note WHERE id = ${oneOf('signed_note')}`,
      ['note-gone', 'gone', 'gone'],
    ],
    [
      'an entry no longer balances',
      ['entry_line'],
      `UPDATE entry_line SET amount = amount + 1 WHERE number = 1 AND entry_id = ${oneOf('entry')}`,
      ['ledger-unbalanced', 'altered', 'ledger-total'],
    ],
    [
      'an entry was raised on both sides',
      ['entry_line'],
      `UPDATE entry_line SET amount = amount + 100 WHERE entry_id = ${oneOf('entry')}
         AND number IN (1, (SELECT number FROM entry_line WHERE side = 'credit' AND entry_id = ${oneOf('entry')} LIMIT 1))`,
      ['altered'],
    ],
    [
      'an entry is gone with its lines',
      ['entry', 'entry_line'],
      `WITH lines AS (DELETE FROM entry_line WHERE entry_id = ${oneOf('entry')}) DELETE FROM entry WHERE id = ${oneOf('entry')}`,
      ['claim-entry', 'gone'],
    ],
    [
      'an entry was put in that nobody posted',
      ['entry', 'entry_line'],
      `WITH made AS (
         INSERT INTO entry (practice_id, id, key, act, at, says, input_hash)
         VALUES ($P, gen_random_uuid(), 'filed:X', 'filed', '2026-03-10T14:00:00Z', 'Made up.', 'h') RETURNING id)
       INSERT INTO entry_line (practice_id, entry_id, number, account_kind, party, side, amount, source)
       SELECT $P, id, n, CASE n WHEN 1 THEN 'bank' ELSE 'session-fees' END, '', CASE n WHEN 1 THEN 'debit' ELSE 'credit' END, 500, 'none'
       FROM made, generate_series(1, 2) AS n`,
      ['no-seal'],
    ],
    [
      'a line stands in the ledger without an entry',
      ['entry_line'],
      `INSERT INTO entry_line (practice_id, entry_id, number, account_kind, party, side, amount, source)
       VALUES ($P, gen_random_uuid(), 1, 'bank', '', 'debit', 500, 'none')`,
      ['ledger-stray'],
    ],
    [
      'the bytes of a file were changed',
      ['stored_file'],
      `UPDATE stored_file SET bytes = 'other' WHERE id = ${oneOf('stored_file')}`,
      ['file-altered'],
    ],
    [
      'a file was replaced, hash and all',
      ['stored_file'],
      `UPDATE stored_file SET bytes = 'other', size = 5, sha256 = '${createHash('sha256').update('other').digest('hex')}'
       WHERE id = ${oneOf('stored_file')}`,
      ['altered'],
    ],
    [
      'a claim was changed',
      ['claim'],
      `UPDATE claim SET document = jsonb_set(document, '{memberNumber}', '"XYZ"') WHERE id = ${oneOf('claim')}`,
      ['claim-proof', 'altered'],
    ],
    [
      'the charge beside a claim was changed',
      ['claim'],
      `UPDATE claim SET charge = charge + 1 WHERE id = ${oneOf('claim')}`,
      ['claim-copy'],
    ],
    [
      'the proof of a claim was taken away',
      ['claim'],
      `UPDATE claim SET proof = '{}' WHERE id = ${oneOf('claim')}`,
      ['claim-proof'],
    ],
  ]
  test.each(rows)('%s', async (_, tables, statement, codes) => {
    const seen = await tampered(tables, () => execute(alderOnly(statement)))
    expect([...seen].sort()).toEqual([...codes].sort())
  })

  test('a whole practice is gone, though its heads are there', async () => {
    const codes = await tampered(['practice'], () =>
      execute('DELETE FROM practice WHERE practice_id = $1', alder.practiceId),
    )
    expect(codes).toEqual(['practice-gone'])
  })
})

test('after all that the installation stands as it was', async () => {
  expect(await found()).toEqual([])
})

test('what is written while it is proved does no harm', async () => {
  const writing = Array.from({ length: 40 }, (_, at) => storeFile(alder, `written meanwhile ${at}`))
  const [seen] = await Promise.all([found(), ...writing])
  expect(seen).toEqual([])
})

// Makes docs/openapi.json, the API's description for readers, from the routes of an app that never listens; run `npm run openapi`.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { shippedFacts } from '@goldenthread/core/facts/shipped/shipped.ts'
import { makeApp } from '@goldenthread/server/app.ts'
import { noClearinghouse } from '@goldenthread/server/clearinghouse/clearinghouse.ts'
import { secretBox } from '@goldenthread/server/clearinghouse/secret-box.ts'
import { systemClock } from '@goldenthread/server/clock.ts'
import { readSettings } from '@goldenthread/server/config.ts'
import { openDatabase } from '@goldenthread/server/database/pool.ts'
import { madeBy } from '@goldenthread/server/http/openapi.ts'
import { makeIds } from '@goldenthread/server/ids.ts'
import { makeLog } from '@goldenthread/server/log.ts'
import { sha256 } from '@goldenthread/server/sha256.ts'
import { openHeads } from '@goldenthread/server/trail/heads.ts'

// Nothing connects until a route is asked.
const nowhere = { host: '', port: 0, database: '', user: '', password: '', tls: false } as const

const describedIn = async (folder: string): Promise<object> => {
  const read = readSettings({ DATA_DIR: folder }, folder)
  if (!read.ok) throw new Error(read.says)
  const log = makeLog({ level: 'silent' })
  const heads = openHeads(join(folder, 'heads'), generateKeyPairSync('ed25519').privateKey, log)
  const app = await makeApp({
    settings: read.settings,
    database: openDatabase(nowhere, log),
    clock: systemClock,
    facts: shippedFacts,
    sha256,
    makeId: makeIds(systemClock),
    clearinghouse: noClearinghouse,
    secrets: secretBox(randomBytes(32)),
    heads,
    log,
  })
  const answer = await app.inject({ method: 'GET', url: '/openapi.json', headers: { host: 'localhost' } })
  await app.close()
  await heads.close()
  return answer.json()
}

/** The text of the file: what /openapi.json answers, with its maker named in the first line. */
export const makeOpenapi = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-openapi-'))
  const described = await describedIn(folder)
  rmSync(folder, { recursive: true, force: true })
  return `{ "x-made-by": ${JSON.stringify(madeBy)},${JSON.stringify(described, null, 1).slice(1)}\n`
}

/** Where it stands. */
export const openapiPath = join(dirname(import.meta.dirname), 'docs', 'openapi.json')

if (import.meta.main) writeFileSync(openapiPath, await makeOpenapi())

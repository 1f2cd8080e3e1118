// `goldenthread verify` as a person runs it: beside a server that runs, after it was stopped, and after somebody was at the rows.
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import pg from 'pg'
import { practice } from '../src/seed/staff.ts'
import { startPostgres } from '../src/serve/postgres/postgres.ts'
import {
  inDataFolder,
  postmasterOf,
  pressControlC,
  processesOf,
  root,
  startServer,
  untilNone,
} from '../../tools/run-server.ts'

interface Ran {
  readonly status: number
  readonly out: string
  readonly complaint: string
}

const verify = (folder: string, ...options: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const given = [join(root, 'cli/bin/goldenthread.mjs'), 'verify', ...options]
    const env = { PATH: process.env['PATH'], DATA_DIR: folder }
    execFile(process.execPath, given, { env }, (fault, out, complaint) =>
      resolve({ status: fault === null ? 0 : Number(fault.code), out, complaint }),
    )
  })

/** The first practice, set up with the link that the start printed. */
const setUpPractice = async (address: string, said: string): Promise<void> => {
  const token = /set-up#(\S+)/.exec(said)?.[1]
  const owner = { email: 'owner@practice.example', name: 'Odile Farraday', password: 'a long password' }
  const terms = { zone: 'America/New_York', senderQualifier: 'ZZ', senderId: 'FERNBROOK', usage: 'T' }
  const answer = await fetch(`${address}/api/practice/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ token, practice, owner, ...terms }),
  })
  expect(answer.status).toBe(201)
}

const tamper = async (folder: string, statement: string): Promise<void> => {
  const postgres = await startPostgres({ folder, log: () => undefined })
  const client = new pg.Client({ ...postgres.administrator('golden_thread'), ssl: false })
  await client.connect()
  await client.query(statement)
  await client.end()
  await postgres.stop()
}

test(
  'verify proves a folder that is served and one that is not, and finds who was at its rows',
  () =>
    inDataFolder(async (folder) => {
      const started = await startServer({ folder })
      expect(await verify(folder)).toMatchObject({ status: 0, out: 'There is no practice to prove yet.\n' })
      await setUpPractice(started.address, started.said())
      // A head is written shortly after its row; what has none yet is counted and is no finding.
      const beside = await verify(folder)
      expect(beside.status, beside.out + beside.complaint).toBe(0)
      expect(beside.out.split('\n')[0]).toMatch(
        new RegExp(`^${practice.legalName} \\(practice [0-9a-f-]{36}\\)$`),
      )
      expect(beside.out).toMatch(/\d+ {2}trail rows\n/)
      expect(beside.out).toContain('Everything stands as it was written.')
      const postmaster = postmasterOf(folder)
      expect(processesOf(folder)).toContain(postmaster)

      await pressControlC(started)
      const after = await verify(folder)
      expect(after.status).toBe(0)
      expect(after.out).toMatch(/\b0 {2}trail rows after the newest head\n/)
      expect(await untilNone(folder)).toEqual([])
      expect(readdirSync(folder)).not.toContain('holder.json')

      await tamper(folder, "UPDATE trail SET actor = 'nobody' WHERE number = 1")
      const found = await verify(folder)
      expect(found.status).toBe(1)
      expect(found.out).toMatch(
        /! trail\.1: This row of the trail was changed\. \(kept [0-9a-f]{64}, found [0-9a-f]{64}\)/,
      )
      expect(found.out).toContain('Findings: 1')
    }),
  60_000,
)

test('verify says in one sentence what it cannot look at', () =>
  inDataFolder(async (folder) => {
    expect(await verify(folder)).toEqual({
      status: 1,
      out: '',
      complaint: `Golden Thread: There is nothing to prove in ${folder}.\n`,
    })
    expect(await verify(folder, '--all')).toMatchObject({ status: 2, out: '' })
  }))

// What there must be after so many sessions were signed and filed: counted at the payer and in the ledger.
import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'
import { verifyInstallation } from '../../src/start-server.ts'
import type { House } from './house.ts'

type Counts = Readonly<Record<string, number | string>>

interface TakenClaim {
  readonly claimNumber: string
  readonly interchangeControl: number
  readonly outcome: string
}

const ask = async <T>(house: House, path: string): Promise<T> =>
  (await (await fetch(`${house.payerUrl()}${path}`)).json()) as T

const numberOf = async (client: Client, query: string): Promise<number> =>
  Number((await client.query<{ readonly n: string }>(`SELECT (${query}) AS n`)).rows[0]?.n)

/** What is still under way: claims, batches, files that came, answers that wait at the payer. */
const underWay = async (house: House, client: Client): Promise<number> => {
  const { waiting } = await ask<{ readonly waiting: number }>(house, '/control/counts')
  const here = await numberOf(
    client,
    `(SELECT count(*) FROM claim WHERE status <> 'answered')
     + (SELECT count(*) FROM batch WHERE status <> 'delivered')
     + (SELECT count(*) FROM stored_file WHERE direction = 'in' AND status <> 'read')`,
  )
  return waiting + here
}

const patience = 20_000

/** Waits until nothing is under way; how long it took does not matter, that it comes to rest by itself does. */
export const settled = async (house: House): Promise<void> => {
  const client = await house.look()
  try {
    const end = Date.now() + patience
    for (;;) {
      const left = await underWay(house, client)
      if (left === 0) return
      if (Date.now() > end) throw new Error(`${left} things are still under way`)
      await wait(30)
    }
  } finally {
    await client.end()
  }
}

const queries = {
  signatures: 'SELECT count(*) FROM signed_note',
  'notes signed': 'SELECT count(DISTINCT note_id) FROM signed_note',
  claims: 'SELECT count(*) FROM claim',
  'claims that went out': 'SELECT count(*) FROM batch_claim',
  batches: 'SELECT count(*) FROM batch',
  'numbers of batches': 'SELECT count(DISTINCT interchange_control) FROM batch',
  'last number of a batch': 'SELECT coalesce(max(interchange_control), 0) FROM batch',
  'entries of filings': "SELECT count(*) FROM entry WHERE act = 'filed'",
  'entries of payments': "SELECT count(*) FROM entry WHERE act = 'remitted'",
  entries: 'SELECT count(*) FROM entry',
  payments: "SELECT count(*) FROM remittance WHERE status = 'posted'",
  'payments refused': "SELECT count(*) FROM remittance WHERE status <> 'posted'",
  'files not used': "SELECT count(*) FROM stored_file WHERE status = 'quarantined'",
} as const

const balanceOf = (kind: string): string =>
  `SELECT coalesce(sum(CASE side WHEN 'debit' THEN amount ELSE -amount END), 0) FROM entry_line WHERE account_kind = '${kind}'`

const accounts = ['bank', 'receivable-payer', 'receivable-client', 'payable-provider', 'unapplied'] as const

/** Counts everything, and has the installation verified. */
export const counted = async (house: House): Promise<Counts> => {
  const client = await house.look()
  const here: [string, number | string][] = []
  for (const [what, query] of Object.entries(queries)) here.push([what, await numberOf(client, query)])
  for (const kind of accounts) here.push([kind, await numberOf(client, balanceOf(kind))])
  const stored = await numberOf(client, "SELECT count(*) FROM stored_file WHERE direction = 'in'")
  const { rows } = await client.query<{ readonly claim_number: string }>('SELECT claim_number FROM claim')
  await client.end()
  const atPayer = await ask<readonly TakenClaim[]>(house, '/control/claims')
  const numbers = new Set(atPayer.map(({ claimNumber }) => claimNumber))
  const { answers } = await ask<{ readonly answers: number }>(house, '/control/counts')
  const verified = await verifyInstallation(house.start)
  return {
    ...Object.fromEntries(here),
    'claims at the payer': atPayer.length,
    'claims at the payer that are ours': rows.filter((row) => numbers.has(row.claim_number)).length,
    'claims the payer judged': atPayer.filter(({ outcome }) => outcome === 'judged').length,
    'interchanges that brought them': new Set(atPayer.map((claim) => claim.interchangeControl)).size,
    // A file that was sent again has one answer more; each bears a number of its own, so no two are the same bytes.
    'answers of the payer that are not here': answers - stored,
    'practices verified': verified.length,
    'findings of verify': verified.flatMap(({ findings }) => findings.map(({ code }) => code)).join(' '),
  }
}

/** What it must be after so many: $125.00 paid, $30.00 of the client's, $95.00 the provider's, of each. */
export const expected = (sessions: number): Counts => ({
  signatures: sessions,
  'notes signed': sessions,
  claims: sessions,
  'claims that went out': sessions,
  batches: sessions,
  'numbers of batches': sessions,
  'last number of a batch': sessions,
  'entries of filings': sessions,
  'entries of payments': sessions,
  entries: 2 * sessions,
  payments: sessions,
  'payments refused': 0,
  'files not used': 0,
  bank: 12_500 * sessions,
  'receivable-payer': 0,
  'receivable-client': 3_000 * sessions,
  'payable-provider': -9_500 * sessions,
  unapplied: 0,
  'claims at the payer': sessions,
  'claims at the payer that are ours': sessions,
  'claims the payer judged': sessions,
  'interchanges that brought them': sessions,
  'answers of the payer that are not here': 0,
  'practices verified': 1,
  'findings of verify': '',
})

// A claim's whole way: filed, sent, accepted, paid, posted, and what the provider is owed for it.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderClearinghouse } from '../src/clearinghouse/folder-clearinghouse.ts'
import {
  type BillingPractice,
  type StandingPayer,
  openBilling,
  openPayer,
  overHttp,
  sweep,
} from './billed-sessions.ts'
import { type Signed, type TestServer, makeTestServer } from './test-server.ts'

const mailbox = mkdtempSync(join(tmpdir(), 'golden-thread-mailbox-'))
for (const side of ['in', 'out']) mkdirSync(join(mailbox, side))

let payer: StandingPayer
afterAll(() => rmSync(mailbox, { recursive: true, force: true }))

const ways = [
  { way: 'over HTTP', clearinghouse: overHttp(() => payer.payer.url) },
  { way: 'by folder', clearinghouse: folderClearinghouse(() => mailbox) },
]

/** The folder is looked into by the payer every few milliseconds. */
const untilPaid = async (server: TestServer, practice: BillingPractice, id: string): Promise<void> => {
  for (let tried = 0; tried < 100; tried += 1) {
    await sweep(server.services)
    const { claim } = (await practice.owner.ask('GET', `/api/claim/claims/${id}`)).json()
    if (claim.status === 'answered') return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe.each(ways)('a claim that travels $way', ({ clearinghouse }) => {
  let server: TestServer
  let practice: BillingPractice
  let claimId: string
  beforeAll(async () => {
    payer = await openPayer({ mailboxes: [{ senderId: 'ALDERROW1', folder: mailbox }] })
    server = await makeTestServer({ services: { clearinghouse } })
    practice = await openBilling(server)
    const claim = await practice.file('2026-03-09')
    expect(claim.findings.filter(({ severity }) => severity === 'holds-claim')).toEqual([])
    claimId = claim.id
    await untilPaid(server, practice, claimId)
  })
  afterAll(async () => {
    await server.close()
    await payer.close()
  })

  test('shows every answer on its timeline, and which one proves timely filing', async () => {
    const { claim, timeline } = (await practice.owner.ask('GET', `/api/claim/claims/${claimId}`)).json()
    expect(claim.status).toBe('answered')
    expect(timeline.map((each: { kind: string; verdict: string }) => [each.kind, each.verdict])).toEqual([
      ['filed', null],
      ['batched', null],
      ['sent', null],
      ['envelope', 'accepted'],
      ['syntax', 'accepted'],
      ['acknowledgment', 'accepted'],
      ['remitted', 'accepted'],
    ])
    const proofs = timeline.filter((each: { provesTimelyFiling: boolean }) => each.provesTimelyFiling)
    expect(proofs.map((each: { kind: string }) => each.kind)).toEqual(['acknowledgment'])
  })

  test('is at the payer once', async () => {
    const { claim } = (await practice.owner.ask('GET', `/api/claim/claims/${claimId}`)).json()
    const taken = (await payer.claims()).filter(({ claimNumber }) => claimNumber === claim.claimNumber)
    expect(taken).toMatchObject([{ outcome: 'judged' }])
  })

  test('leaves books that balance, and a receivable of nothing at the payer', async () => {
    const { accounts, holds } = (await practice.owner.ask('GET', '/api/posting/accounts')).json()
    expect(holds).toBe(true)
    const amounts = Object.fromEntries(
      accounts.map((each: { kind: string; side: string; amount: number }) => [
        each.kind,
        `${each.side} ${each.amount}`,
      ]),
    )
    expect(amounts).toEqual({
      bank: 'debit 12500',
      'receivable-payer': 'debit 0',
      'receivable-client': 'debit 3000',
      'contract-allowance': 'debit 4500',
      'session-fees': 'credit 20000',
      'clinician-pay': 'debit 9500',
      'payable-provider': 'credit 9500',
    })
  })

  test('leads every cent of an account to its claim and its remittance', async () => {
    const search = { kind: 'payable-provider', party: '2131860910' }
    const { items } = (await practice.owner.ask('POST', '/api/posting/entries/search', search)).json()
    expect(items).toMatchObject([{ act: 'remitted', claimId, remittanceId: expect.any(String) }])
    const [entry] = items
    const remittance = (
      await practice.owner.ask('GET', `/api/remit/remittances/${entry.remittanceId}`)
    ).json()
    expect(remittance.proof.holds).toBe(true)
    expect(remittance.claims).toMatchObject([{ claimId, verdict: 'paid', paid: 12500 }])
    expect(remittance.claims[0].adjustments).toMatchObject([
      { group: 'CO', reason: '45', amount: 4500 },
      { group: 'PR', reason: '3', amount: 3000, clientMayBeBilled: true },
    ])
  })

  test('shows in the preview of a payout what the provider has earned by it', async () => {
    const preview = (
      await practice.owner.ask('POST', '/api/payout/runs/preview', { day: '2026-03-13' })
    ).json()
    expect(preview).toMatchObject({ key: '2026-03-13', status: 'previewed', total: 9500, overpaid: [] })
    expect(preview.owed).toMatchObject([
      { npi: '2131860910', amount: 9500, lines: [{ act: 'remitted', claimId, amount: 9500 }] },
    ])
    const after = (await practice.owner.ask('GET', '/api/posting/accounts')).json()
    expect(after.accounts.find((each: { kind: string }) => each.kind === 'payable-provider').amount).toBe(
      9500,
    )
  })

  test('stands in the statement of its provider alone, and leads to its session', async () => {
    const read = async (who: Signed) => (await who.ask('GET', '/api/payout/statements')).json().items
    const [own, ...others] = await read(practice.clinician)
    expect(others).toEqual([])
    expect(own).toMatchObject({
      npi: '2131860910',
      next: { payDay: null, amount: 9500 },
      later: { amount: 0 },
    })
    expect(own.next.sessions).toMatchObject([
      { day: '2026-03-09', codes: ['90837'], payer: 'paid', guaranteed: false, amount: 9500 },
    ])
    expect(await read(practice.owner)).toEqual([own])
    const other = await server.join(practice.owner, 'clinician', '2291703421')
    expect(await read(other)).toMatchObject([{ next: { amount: 0, sessions: [] } }])
  })

  test('has entries that name whose accounts they move and what they came from', async () => {
    const { claim } = (await practice.owner.ask('GET', `/api/claim/claims/${claimId}`)).json()
    const search = { session: claim.sessionId }
    const { items } = (await practice.owner.ask('POST', '/api/posting/entries/search', search)).json()
    expect(items).toMatchObject([
      { act: 'remitted', claimNumber: claim.claimNumber, trace: expect.any(String), codes: ['90837'] },
      { act: 'filed', claimNumber: claim.claimNumber, trace: null, day: '2026-03-09' },
    ])
    const named = items[1].lines.find((each: { kind: string }) => each.kind === 'receivable-payer')
    expect(named).toMatchObject({ label: 'Owed by payer', partyName: claim.payerName })
    const ofClient = (
      await practice.owner.ask('POST', '/api/posting/entries/search', { client: practice.clientId })
    ).json()
    expect(ofClient.items).toEqual(items)
  })

  test('is told in its remittance with its client, what the contract allows and what differs', async () => {
    const { items } = (await practice.owner.ask('GET', '/api/remit/remittances')).json()
    expect(items).toMatchObject([{ claims: 1, payerName: expect.any(String) }])
    const { claims } = (await practice.owner.ask('GET', `/api/remit/remittances/${items[0].id}`)).json()
    expect(claims).toMatchObject([
      { kind: 'answer', day: '2026-03-09', contract: 15_500, allowed: 15_500, differences: [] },
    ])
    expect(claims[0].clientName.last).not.toBe('')
  })

  test('is seen by the clinician whose session it was, and by no other one', async () => {
    const other = await server.join(practice.owner, 'clinician', '2366712760')
    const seenBy = async (who: Signed) => [
      (await who.ask('GET', `/api/claim/claims/${claimId}`)).status,
      (await who.ask('GET', '/api/claim/claims')).json().items.length,
    ]
    expect(await seenBy(practice.clinician)).toEqual([200, 1])
    expect(await seenBy(other)).toEqual([404, 0])
  })

  test('waits in no worklist', async () => {
    const { items, ...files } = (await practice.owner.ask('GET', '/api/claim/worklists')).json()
    expect(items.length).toBeGreaterThan(5)
    expect(items.filter((each: { claims: number }) => each.claims > 0)).toEqual([])
    expect(files).toEqual({
      stuckBatches: 0,
      mailboxes: 0,
      quarantinedFiles: 0,
      strayFiles: 0,
      unreadFiles: 0,
    })
  })
})

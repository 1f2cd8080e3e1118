// Routes of the ledger: accounts and entries.
import { type AccountBalance, inChartOrder, standing } from '@goldenthread/core/ledger/balance.ts'
import { ofChart } from '@goldenthread/core/ledger/chart.ts'
import { type Cents, add } from '@goldenthread/core/values/cents.ts'
import type { Tx } from '../database/tx.ts'
import type { App } from '../http/app-type.ts'
import { pageFrom, writeCursor } from '../http/cursor.ts'
import { goingOn } from '../http/dated-cursor.ts'
import { addRoute, reply } from '../http/route.ts'
import { PageQuery, Uuid, pageOf } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { sumAccounts } from './account-store.ts'
import { registerClientPaymentRoutes } from './client-payment-routes.ts'
import { type NameOf, documentNames, partyNames } from './entry-names.ts'
import { type EntryRow, countEntries, listEntries, reversalsOf } from './entry-store.ts'
import {
  AccountKindName,
  type EntryNames,
  EntryView,
  PartyText,
  TrialBalanceView,
  entryView,
} from './posting-schemas.ts'

const office = ['owner', 'biller'] as const

const balanceView =
  (nameOf: NameOf) =>
  ({ account, ...sums }: AccountBalance) => ({
    ...account,
    label: ofChart(account.kind).label,
    partyName: nameOf(account),
    ...sums,
  })

const registerAccounts = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/posting/accounts',
    summary: 'Read the trial balance: every account that was moved',
    act: 'read-accounts',
    roles: office,
    answers: { 200: TrialBalanceView },
    run: async ({ tx }) => {
      const sums = (await sumAccounts(tx))
        .map(({ kind, party, debits, credits }) => standing({ kind, party }, debits, credits))
        .sort(inChartOrder)
      const total = (side: 'debits' | 'credits'): Cents => add(...sums.map((each) => each[side]))
      const [debits, credits] = [total('debits'), total('credits')]
      const nameOf = await partyNames(
        tx,
        sums.map(({ account }) => account),
      )
      return reply(200, {
        accounts: sums.map(balanceView(nameOf)),
        debits,
        credits,
        entries: await countEntries(tx),
        holds: debits === credits,
      })
    },
  })
}

const namesOfEntries = async (tx: Tx, rows: readonly EntryRow[]): Promise<EntryNames> => ({
  nameOf: await partyNames(
    tx,
    rows.flatMap(({ entry }) => entry.lines.map(({ account }) => account)),
  ),
  namesOf: await documentNames(tx, rows),
  reversals: await reversalsOf(
    tx,
    rows.map(({ entry }) => entry.key),
  ),
})

const entriesAsked = PageQuery.extend({
  kind: AccountKindName.optional(),
  claim: Uuid.optional(),
  remittance: Uuid.optional(),
  session: Uuid.optional(),
  client: Uuid.optional().describe('everything of the client: what they paid, their claims, their accounts'),
})

/** The party of an account may be a member number, which belongs in no address: so it is asked for by POST. */
const registerEntries = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'POST',
    url: '/api/posting/entries/search',
    summary: 'List entries, newest first: of an account, a claim, a remittance, a session, a client',
    act: 'list-entries',
    roles: office,
    body: entriesAsked.extend({ party: PartyText.optional() }).strict(),
    answers: { 200: pageOf(EntryView) },
    run: async ({ tx, body }) => {
      const { kind, party = '', claim, remittance, session, client, limit } = body
      const rows = await listEntries(tx, {
        ...(kind === undefined ? {} : { account: { kind, party } }),
        ...(claim === undefined ? {} : { claimId: claim }),
        ...(remittance === undefined ? {} : { remittanceId: remittance }),
        ...(session === undefined ? {} : { sessionId: session }),
        ...(client === undefined ? {} : { clientId: client }),
        ...goingOn(body.after, 'instant'),
        limit: limit + 1,
      })
      const { items, next } = pageFrom(rows, limit, (row) => writeCursor(row.entry.at, row.id))
      tx.touch('entry', ...items.map(({ id }) => id))
      const names = await namesOfEntries(tx, items)
      return reply(200, { items: items.map((row) => entryView(row, names)), next })
    },
  })
}

/** Registers the routes of the ledger. */
export const registerPostingRoutes = (app: App, services: Services): void => {
  registerAccounts(app, services)
  registerEntries(app, services)
  registerClientPaymentRoutes(app, services)
}

// Routes of the accounts that carry a practice's files, and of the mailboxes behind them. A secret goes in and never out.
import { z } from 'zod'
import { type AccountFields, accountFault, isSamePlace, secretWanted } from '../clearinghouse/account.ts'
import {
  type AccountRow,
  type MailboxRow,
  accountFor,
  hurryMailbox,
  listAccounts,
  listMailboxes,
  writeAccount,
} from '../clearinghouse/account-store.ts'
import { aboutSecret } from '../clearinghouse/accounts-clearinghouse.ts'
import { failureFinding, needsPerson } from '../clearinghouse/failure-finding.ts'
import { addSeconds } from '../clock.ts'
import type { Tx } from '../database/tx.ts'
import type { App } from '../http/app-type.ts'
import { stale } from '../http/problem.ts'
import { addRoute, refusal, reply } from '../http/route.ts'
import { Findings, InstantText, Uuid, mayBeEmpty, textOf } from '../http/schemas.ts'
import { wake } from '../jobs/wake.ts'
import type { Services } from '../services.ts'
import { hurryReceiver } from './sending-store.ts'

const receiver = {
  receiverQualifier: z
    .string()
    .regex(/^[0-9A-Z]{2}$/)
    .describe('ISA07'),
  receiverId: z
    .string()
    .regex(/^[A-Z0-9][A-Z0-9 .-]*$/)
    .max(15)
    .describe('ISA08'),
}

const fields = {
  ...receiver,
  kind: z.enum(['http', 'folder', 'sftp']),
  address: textOf(300).describe(
    "https://… for http; sftp://host:port for sftp; for folder the name of one under the practice's own in MAILBOX_DIR",
  ),
  userName: mayBeEmpty(100).default(''),
  hostKey: z
    .string()
    .regex(/^SHA256:[A-Za-z0-9+/]{43}$/)
    .nullable()
    .default(null)
    .describe('sftp alone: the fingerprint that the other side must show, as ssh-keygen -l writes it'),
  sendFolder: textOf(200).default('in').describe('sftp alone: the folder there that files are sent to'),
  fetchFolder: textOf(200)
    .default('out')
    .describe('sftp alone: the folder there that files are fetched from'),
  active: z.boolean().default(true),
}

/** Lines and tabs belong to a key. */
const Secret = z
  .string()
  .min(1)
  .max(16_384)
  .describe(
    'a password, or for sftp a private key; left out, the one that is kept stays. It is never read back',
  )

const AccountGiven = z.strictObject({
  ...fields,
  secret: Secret.nullable().exactOptional(),
  version: z.int().min(0).describe('the version that was read; 0 for a new account'),
})

const AccountView = z
  .object({
    id: Uuid,
    ...receiver,
    kind: z.enum(['http', 'folder', 'sftp']),
    address: z.string(),
    userName: z.string(),
    hostKey: z.string().nullable(),
    sendFolder: z.string(),
    fetchFolder: z.string(),
    active: z.boolean(),
    secret: z.enum(['set', 'none']).describe('whether one is kept'),
    version: z.int(),
  })
  .meta({ id: 'ClearinghouseAccount' })

const view = ({ secret, ...account }: AccountRow): z.output<typeof AccountView> => ({
  ...account,
  secret: secret === null ? 'none' : 'set',
})

/** The secret as it is to be kept: the one given, none, or the one that stands there for the very same place. */
const secretOf = (
  tx: Tx,
  { secrets }: Pick<Services, 'secrets'>,
  before: AccountRow | null,
  id: string,
  given: AccountFields & { readonly secret?: string | null },
): AccountRow['secret'] | 'wanted' => {
  if (given.secret === null) return null
  if (given.secret !== undefined) return secrets.lock(given.secret, aboutSecret(tx.practiceId, id))
  if (before === null || before.secret === null) return null
  return isSamePlace(before, given) ? before.secret : 'wanted'
}

const registerAccount = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'PUT',
    url: '/api/claim/clearinghouse-accounts',
    summary: 'Say where the files for a receiver go, and as whom',
    act: 'write-clearinghouse-account',
    roles: ['owner'],
    body: AccountGiven,
    answers: { 200: AccountView },
    run: async ({ tx, body }) => {
      const fault = accountFault(body, services.settings)
      if (fault !== null) return refusal([fault])
      const before = await accountFor(tx, body)
      if ((before?.version ?? 0) !== body.version) throw stale()
      const id = before?.id ?? services.makeId()
      const secret = secretOf(tx, services, before, id, body)
      if (secret === 'wanted') return refusal([secretWanted])
      const { version, secret: _given, ...given } = body
      const account = { ...given, id, secret, version }
      if (!(await writeAccount(tx, account))) throw stale()
      tx.touch('clearinghouse_account', id)
      await hurryReceiver(tx, { qualifier: body.receiverQualifier, id: body.receiverId })
      await hurryMailbox(tx, body)
      wake(tx)
      return reply(200, view({ ...account, version: version + 1 }))
    },
  })

/** Seconds after which something that comes right by itself is told all the same. */
const passingSeconds = 600

type FailingMailbox = MailboxRow & { readonly code: string; readonly failingSince: Tx['at'] }

/** Mailboxes that fail and need a person, or have failed for long. */
export const failingMailboxes = async (tx: Tx): Promise<readonly FailingMailbox[]> => {
  const tooLong = addSeconds(tx.at, -passingSeconds)
  return (await listMailboxes(tx)).filter(
    (row): row is FailingMailbox =>
      row.code !== null &&
      row.failingSince !== null &&
      (needsPerson(row.code) || row.failingSince <= tooLong),
  )
}

const MailboxView = z
  .object({
    receiverQualifier: z.string(),
    receiverId: z.string(),
    failingSince: InstantText,
    nextFetchAt: InstantText.nullable(),
    findings: Findings.describe('what fails, and what to do'),
  })
  .meta({ id: 'FailingMailbox' })

/** Registers the accounts, which are the owner's, and what fails with them, which a biller sees too. */
export const registerAccounts = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/claim/clearinghouse-accounts',
    summary: 'List where files go, and as whom',
    act: 'list-clearinghouse-accounts',
    roles: ['owner'],
    answers: { 200: z.object({ items: z.array(AccountView) }) },
    run: async ({ tx }) => {
      const accounts = await listAccounts(tx)
      tx.touch('clearinghouse_account', ...accounts.map(({ id }) => id))
      return reply(200, { items: accounts.map(view) })
    },
  })
  registerAccount(app, services)
  addRoute(app, services, {
    method: 'GET',
    url: '/api/claim/mailboxes',
    summary: 'List the mailboxes that fail, each with why and what to do',
    act: 'list-failing-mailboxes',
    roles: ['owner', 'biller'],
    answers: { 200: z.object({ items: z.array(MailboxView) }) },
    run: async ({ tx }) => {
      const items = (await failingMailboxes(tx)).map(
        ({ receiverQualifier, receiverId, failingSince, nextFetchAt, code, seenKey }) => ({
          receiverQualifier,
          receiverId,
          failingSince,
          nextFetchAt,
          findings: [failureFinding({ code, ...(seenKey === null ? {} : { seenKey }) })],
        }),
      )
      return reply(200, { items })
    },
  })
}

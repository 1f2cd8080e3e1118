// The clearinghouse of a practice's own accounts: which one carries a file is found by its receiver, each time anew.
import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { inPractice } from '../database/in-practice.ts'
import type { Ground, Services } from '../services.ts'
import { type AccountRow, accountFor } from './account-store.ts'
import { accountFault, sftpHost } from './account.ts'
import { type Clearinghouse, type Failure, type Mailbox, confirmFiles } from './clearinghouse.ts'
import { folderClearinghouse } from './folder-clearinghouse.ts'
import { httpClearinghouse } from './http-clearinghouse.ts'
import { postFormWhere } from './post-form.ts'
import type { SecretBox } from './secret-box.ts'
import { sftpClearinghouse } from './sftp-clearinghouse.ts'

export type AccountsGround = Ground & Pick<Services, 'settings' | 'makeId'> & { readonly secrets: SecretBox }

/** Seconds between two looks into a mailbox: others keep it, and ask not to be called every moment. */
const pauses = { folder: 15, http: 60, sftp: 300 } as const

const actor = { kind: 'program', name: 'sweep' } as const

/** What a secret is locked for: its practice and its account. */
export const aboutSecret = (practiceId: string, accountId: string): string =>
  `clearinghouse-account ${practiceId} ${accountId}`

/** Nothing is said to the other side, for the reason of a code. */
const refusing = (failure: Failure): Clearinghouse => ({
  send: async () => ({ taken: false, ...failure }),
  fetch: async () => ({ reached: false, ...failure }),
  confirm: async () => false,
})

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** The folder of an account, made where MAILBOX_DIR itself is there: a share that is not mounted is no empty one. */
const folderOf = async (root: string, practiceId: string, address: string): Promise<Clearinghouse> => {
  if (!(await isThere(root))) return refusing({ code: 'folder-ENOENT' })
  const folder = join(root, practiceId, address)
  try {
    for (const side of ['in', 'out']) await mkdir(join(folder, side), { recursive: true, mode: 0o770 })
  } catch {
    return refusing({ code: 'folder' })
  }
  return folderClearinghouse(() => folder)
}

const opened = async (
  ground: AccountsGround,
  practiceId: string,
  account: AccountRow,
): Promise<Clearinghouse> => {
  const { settings, clock, makeId, secrets } = ground
  const { kind, address, userName, sendFolder, fetchFolder, hostKey } = account
  // Settings may have changed since it was written.
  if (accountFault(account, settings) !== null) return refusing({ code: 'account-address' })
  if (kind === 'folder')
    return settings.mailboxFolder === null
      ? refusing({ code: 'account-address' })
      : folderOf(settings.mailboxFolder, practiceId, address)
  if (account.secret === null) return refusing({ code: 'account-no-secret' })
  const secret = secrets.open(account.secret, aboutSecret(practiceId, account.id))
  if (secret === null) return refusing({ code: 'account-secret' })
  if (kind === 'http')
    return httpClearinghouse({
      accountOf: () => ({ address, userName, password: secret }),
      clock,
      makeId,
      post: postFormWhere(settings),
    })
  const there = sftpHost(address)
  return there === null
    ? refusing({ code: 'account-address' })
    : sftpClearinghouse({
        account: { ...there, userName, secret, hostKey, settings },
        sendFolder,
        fetchFolder,
      })
}

/**
 * Carries each file by the practice's account for its receiver; where it has none, or has put it out of use, by
 * `otherwise`.
 */
export const accountsClearinghouse = (ground: AccountsGround, otherwise: Clearinghouse): Clearinghouse => {
  const accountOf = (mailbox: Mailbox): Promise<AccountRow | null> => {
    const order = {
      practiceId: mailbox.practiceId,
      actor,
      act: 'open-account',
      trail: 'when-touched',
    } as const
    return inPractice(ground, order, (tx) => accountFor(tx, mailbox))
  }
  const byAccount = async <T>(
    mailbox: Mailbox,
    ask: (clearinghouse: Clearinghouse, account: AccountRow | null) => Promise<T>,
  ): Promise<T> => {
    const account = await accountOf(mailbox)
    if (account === null || !account.active) return ask(otherwise, null)
    return ask(await opened(ground, mailbox.practiceId, account), account)
  }
  return {
    send: (mailbox, file) => byAccount(mailbox, (clearinghouse) => clearinghouse.send(mailbox, file)),
    fetch: (mailbox) =>
      byAccount(mailbox, async (clearinghouse, account) => {
        const fetched = await clearinghouse.fetch(mailbox)
        return account === null ? fetched : { ...fetched, pause: pauses[account.kind] }
      }),
    confirm: (mailbox, handle) =>
      byAccount(mailbox, (clearinghouse) => clearinghouse.confirm(mailbox, handle)),
    confirmAll: (mailbox, handles) =>
      byAccount(mailbox, (clearinghouse) => confirmFiles(clearinghouse, mailbox, handles)),
  }
}

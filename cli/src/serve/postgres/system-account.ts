// As whom PostgreSQL runs: it refuses root, so root hands it to the account that owns nothing.
import { chownSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export interface SystemAccount {
  readonly uid: number
  readonly gid: number
}

// The overflow account of every Linux ("nobody"), which needs no line in /etc/passwd.
const nobody: SystemAccount = { uid: 65_534, gid: 65_534 }

/** The account PostgreSQL is to run as, or null when it runs as whoever started us. */
export const accountForPostgres = (): SystemAccount | null => (process.getuid?.() === 0 ? nobody : null)

const mayEnter = (folder: string, { uid, gid }: SystemAccount): boolean => {
  const { mode, uid: owner, gid: group } = statSync(folder)
  if (owner === uid) return (mode & 0o100) !== 0
  if (group === gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}

/** Whether the account can come to this folder: every folder above it and itself must let it through. */
export const canReach = (folder: string, account: SystemAccount | null): boolean => {
  if (account === null) return true
  const above = dirname(folder)
  return mayEnter(folder, account) && (above === folder || canReach(above, account))
}

/** Gives a file or folder to the account, where there is one to give it to. */
export const giveTo = (account: SystemAccount | null, path: string): void => {
  if (account !== null) chownSync(path, account.uid, account.gid)
}

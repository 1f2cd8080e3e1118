// An account of a practice at a clearinghouse: by receiver, where its files go and as whom; and what its address may be.
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import { type Settings, isLoopback } from '../config.ts'
import { addressIn, mayAsk } from './allowed-host.ts'

export type AccountKind = 'http' | 'folder' | 'sftp'

/** What an owner says of an account, without its secret. */
export interface AccountFields {
  readonly receiverQualifier: string
  readonly receiverId: string
  readonly kind: AccountKind
  /** `https://…`, `sftp://host:port`, or the name of a folder under the practice's own. */
  readonly address: string
  readonly userName: string
  /** The fingerprint that the other side's key must have, `SHA256:…`; null for what is not SFTP, or not known yet. */
  readonly hostKey: string | null
  /** Folders on the other side, for SFTP. */
  readonly sendFolder: string
  readonly fetchFolder: string
  readonly active: boolean
}

export type AddressSettings = Pick<Settings, 'trustProxy' | 'mailboxFolder'>

const fault = (code: string, path: string, says: string, remedy: string): Finding => ({
  code: `account:${code}`,
  severity: 'holds-claim',
  whose: 'platform',
  place: field(path),
  says,
  remedy,
  source: 'docs/settings.md, accounts at clearinghouses',
  evidence: {},
})

const bare = (host: string): string => host.replace(/^\[|\]$/g, '')

/** Names by which this computer reaches itself or its own neighborhood without a name: nothing of a clearinghouse's. */
const isHere = (host: string): boolean =>
  isLoopback(bare(host)) ||
  bare(host) === '0.0.0.0' ||
  bare(host) === '::' ||
  host.toLowerCase().endsWith('.localhost') ||
  /^\[?::ffff:/i.test(host)

/**
 * Why a host may not be asked; null when it may. Owners write addresses, and where others are served (behind a proxy)
 * an owner must not reach what stands beside this server: then no address of this computer or a private network is
 * asked. What a name stands for is looked at when it is asked (`findHost`).
 */
const hostFault = (host: string, { trustProxy }: AddressSettings): Finding | null => {
  const address = addressIn(host)
  const isAllowed = address === null ? trustProxy === 0 || !isHere(host) : mayAsk(address, { trustProxy })
  if (!isAllowed)
    return fault(
      'host',
      'address',
      'An address of this computer or its own network is no clearinghouse.',
      'Write the address that the clearinghouse gave you.',
    )
  return null
}

const unfit = (says: string, remedy: string): Finding => fault('address', 'address', says, remedy)

const httpFault = (address: string, settings: AddressSettings): Finding | null => {
  const url = URL.canParse(address) ? new URL(address) : null
  const plain = url?.protocol === 'http:' && isHere(url.hostname)
  if (url === null || (url.protocol !== 'https:' && !plain) || url.username !== '' || url.password !== '')
    return unfit(
      'An address over HTTP begins with https:// and holds no name or password.',
      'Write it as the clearinghouse gave it to you; the user name and the secret have fields of their own.',
    )
  return hostFault(url.hostname, settings)
}

export interface SftpHost {
  readonly host: string
  readonly port: number
}

/** Host and port of `sftp://host:port`; null when it is none. */
export const sftpHost = (address: string): SftpHost | null => {
  const found = /^sftp:\/\/([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?\/?$/.exec(address)
  const port = Number(found?.[2] ?? '22')
  return found?.[1] === undefined || port < 1 || port > 65_535 ? null : { host: bare(found[1]), port }
}

const sftpFault = (account: AccountFields, settings: AddressSettings): Finding | null => {
  const there = sftpHost(account.address)
  // A host of digits alone may be an address in disguise.
  if (there === null || /^\d+$|^0x/i.test(there.host))
    return unfit(
      'An SFTP address is sftp:// with a host and, where it is not 22, a port.',
      'Write it as sftp://host:port; the folders have fields of their own.',
    )
  return hostFault(there.host, settings)
}

const folderFault = (address: string, { mailboxFolder }: AddressSettings): Finding | null => {
  if (mailboxFolder === null)
    return unfit(
      'This installation keeps no mailboxes of folders.',
      'Whoever runs the server names their folder in MAILBOX_DIR.',
    )
  return /^[a-z0-9][a-z0-9-]{0,59}$/.test(address)
    ? null
    : unfit(
        'A folder is named by small letters, digits and dashes.',
        'Name it alone: it lies under the folder of this practice in MAILBOX_DIR.',
      )
}

/** Why an account cannot stand, or must not be used under these settings; null when it can. */
export const accountFault = (account: AccountFields, settings: AddressSettings): Finding | null => {
  const { kind, address } = account
  if (kind === 'http') return httpFault(address, settings)
  return kind === 'folder' ? folderFault(address, settings) : sftpFault(account, settings)
}

/** The secret was given for this place and this name: for any other one it is asked for anew. */
export const isSamePlace = (one: AccountFields, other: AccountFields): boolean =>
  one.kind === other.kind &&
  one.address === other.address &&
  one.userName === other.userName &&
  (one.hostKey === other.hostKey || one.hostKey === null)

export const secretWanted: Finding = fault(
  'secret',
  'secret',
  'The secret was given for another address, name or key.',
  'Enter the secret again, so that it is sent only where you mean it to go.',
)

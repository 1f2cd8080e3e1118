// What a failure on the way to a receiver means for a person: one sentence, what to do, and whether it needs them.
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import type { Failure } from './clearinghouse.ts'

interface Told {
  readonly says: string
  readonly remedy: string
  /** It comes right by itself, and is tried on. */
  readonly passing?: true
}

const giveAccount = 'The owner adds an account for this receiver, or puts the one there is to use.'
const enterAgain = 'The owner enters the account’s secret again.'

const told: Readonly<Record<string, Told>> = {
  'no-clearinghouse': { says: 'No account carries files to this receiver.', remedy: giveAccount },
  'no-mailbox': { says: 'No account carries files to this receiver.', remedy: giveAccount },
  'account-no-secret': { says: 'The account for this receiver has no secret.', remedy: enterAgain },
  'account-secret': {
    says: 'The secret of this account cannot be opened: it was locked with another key.',
    remedy: enterAgain,
  },
  'account-address': {
    says: 'The address of this account may not be used on this installation.',
    remedy: 'The owner looks at the account’s address; MAILBOX_DIR and TRUST_PROXY decide what it may be.',
  },
  'core-UnAuthorized': {
    says: 'The receiver does not know this user name or secret.',
    remedy: 'The owner enters user name and secret as the clearinghouse gave them.',
  },
  'sftp-login': {
    says: 'The receiver does not know this user name or secret.',
    remedy: 'The owner enters user name and secret as the clearinghouse gave them.',
  },
  'sftp-key-unreadable': {
    says: 'The private key of this account cannot be read: it is broken, or locked with words of its own.',
    remedy: 'The owner enters a private key without a passphrase, from its first line to its last.',
  },
  'sftp-key-unknown': {
    says: 'The other side’s key is not known yet, so nothing was said to it.',
    remedy:
      'Compare the key that was seen with the one the clearinghouse publishes, and enter it in the account.',
  },
  'sftp-key-other': {
    says: 'The other side shows another key than the one that was entered: it may not be the clearinghouse.',
    remedy: 'Ask the clearinghouse whether its key was changed. Enter the new one only on its word.',
  },
  'sftp-no-such-file': {
    says: 'A folder of this account is not there on the other side.',
    remedy: 'The owner looks at the names of the folders to send to and to fetch from.',
  },
  'sftp-permission-denied': {
    says: 'The other side does not let this account write or read in its folder.',
    remedy: 'Ask the clearinghouse what its folders are and what the account may do there.',
  },
  'sftp-name-taken': {
    says: 'Another file of the same name lies with the receiver and was not written over.',
    remedy: 'Ask the clearinghouse to take that file away; the sending is tried again.',
  },
  'sftp-file-too-large': {
    says: 'A file larger than 64 MB lies in the folder that is fetched from, and is not fetched.',
    remedy: 'Ask the clearinghouse what it is, and to take it away or to hand it out in parts.',
  },
  'folder-name-taken': {
    says: 'Another file of the same name lies in the folder and was not written over.',
    remedy: 'Take that file away; the sending is tried again.',
  },
  'bytes-changed': {
    says: 'The bytes of this file are no longer those that were fixed, so it is not sent.',
    remedy: 'Tell whoever keeps this server: the database was changed by hand.',
  },
  unreachable: {
    says: 'The receiver could not be reached.',
    remedy:
      'It is tried again. If it stays so, look at the account’s address and the clearinghouse’s own notices.',
    passing: true,
  },
  timeout: {
    says: 'The receiver did not answer in time.',
    remedy: 'It is tried again. If it stays so, ask the clearinghouse.',
    passing: true,
  },
}

const folder: Told = {
  says: 'The folder of this account cannot be written or read.',
  remedy: 'Whoever keeps this server looks at MAILBOX_DIR and who may write there.',
}

const other: Told = {
  says: 'The receiver did not take what was sent, and its answer names no reason that is known here.',
  remedy: 'It is tried again. If it stays so, ask the clearinghouse.',
  passing: true,
}

const toldOf = (code: string): Told => told[code] ?? (code.startsWith('folder') ? folder : other)

/** Codes that do not come right by themselves. */
export const needingPerson: readonly string[] = Object.entries(told).flatMap(([code, each]) =>
  each.passing ? [] : [code],
)

export const needsPerson = (code: string): boolean => toldOf(code).passing !== true

/** Codes that speak of one file alone. Whatever else keeps a file from its receiver keeps the next one from it too. */
const ofOneFile: ReadonlySet<string> = new Set(['sftp-name-taken', 'folder-name-taken', 'bytes-changed'])

/** True when no file would come through to this receiver now. */
export const keepsAllBack = (code: string): boolean =>
  !ofOneFile.has(code) && (needsPerson(code) || code === 'unreachable' || code === 'timeout')

/** The finding of a failure; the code itself and a key that was seen are its evidence. */
export const failureFinding = ({ code, seenKey }: Failure): Finding => {
  const { says, remedy } = toldOf(code)
  return {
    code: `way-out:${code}`,
    severity: 'holds-claim',
    whose: 'platform',
    place: field('receiver'),
    says,
    remedy,
    source: 'docs/running.md, the way to clearinghouses',
    evidence: { code, ...(seenKey === undefined ? {} : { 'key that was seen': seenKey }) },
  }
}

// Fetches what waits in a practice's mailboxes: each file is stored as it is, and only then confirmed.
import { type MailboxRow, listMailboxes, mailboxOf, tellMailbox } from '../clearinghouse/account-store.ts'
import {
  type Fetched,
  type IncomingFile,
  type Mailbox,
  confirmFiles,
  mostFetched,
} from '../clearinghouse/clearinghouse.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import { receiversOf, senderOf } from '../claim/batch-store.ts'
import { addSeconds } from '../clock.ts'
import { inPractice } from '../database/in-practice.ts'
import { fileContents } from '../files/file-contents.ts'
import { confirmFile, confirmSilent, putFile } from '../files/store.ts'
import type { Services } from '../services.ts'

const actor = { kind: 'program', name: 'sweep' } as const

const isRow =
  (mailbox: Mailbox) =>
  (row: MailboxRow): boolean =>
    row.receiverQualifier === mailbox.receiverQualifier && row.receiverId === mailbox.receiverId

interface Round {
  readonly at: Instant
  /** The mailboxes that are to be looked into now. */
  readonly due: readonly { readonly mailbox: Mailbox; readonly row: MailboxRow | null }[]
  /** Whether those are all of the practice. */
  readonly isWhole: boolean
}

const openRound = (services: Services, practiceId: string): Promise<Round> =>
  inPractice(services, { practiceId, actor, act: 'find-mailboxes', trail: 'when-touched' }, async (tx) => {
    const [sender, rows] = [await senderOf(tx), await listMailboxes(tx)]
    const all = (await receiversOf(tx)).map((receiver) => ({
      practiceId,
      senderQualifier: sender.qualifier,
      senderId: sender.id,
      receiverQualifier: receiver.qualifier,
      receiverId: receiver.id,
    }))
    const due = all
      .map((mailbox) => ({ mailbox, row: rows.find(isRow(mailbox)) ?? null }))
      .filter(({ row }) => (row?.nextFetchAt ?? tx.at) <= tx.at)
    return { at: tx.at, due, isWhole: due.length === all.length && all.length > 0 }
  })

/** The longest pause after failures, in seconds: an account that logs in too often with a wrong secret is locked. */
const longestPause = 900

/** Writes down how a look ended, and when the next one is due: later after each failure, where the account asks for pauses. */
const tell = (services: Services, mailbox: Mailbox, fetched: Fetched): Promise<void> => {
  const order = {
    practiceId: mailbox.practiceId,
    actor,
    act: 'look-into-mailbox',
    trail: 'when-touched',
  } as const
  return inPractice(services, order, async (tx) => {
    const before = await mailboxOf(tx, mailbox)
    const tries = fetched.reached ? 0 : (before?.failures ?? 0) + 1
    const pause = fetched.pause === undefined ? null : fetched.pause * 2 ** Math.min(tries, 10)
    await tellMailbox(tx, mailbox, before, {
      failure: fetched.reached ? null : fetched,
      nextFetchAt: pause === null ? null : addSeconds(tx.at, Math.min(pause, longestPause)),
    })
  })
}

/** One mailbox may serve several receivers: who wrote a file stands in its ISA, else it is the mailbox's own. */
const otherSideOf = (contents: ReturnType<typeof fileContents>, mailbox: Mailbox) => {
  const [first] = contents.interchanges
  return first === undefined
    ? { qualifier: mailbox.receiverQualifier, id: mailbox.receiverId }
    : { qualifier: first.senderQualifier, id: first.sender }
}

/** Rounds of one mailbox in one sweep, so that a full one does not keep the others waiting. */
const mostRounds = 20

/** Stores a file as it is, and gives its id. */
const store = async (
  services: Services,
  mailbox: Mailbox,
  { name, bytes }: IncomingFile,
): Promise<string> => {
  const { practiceId } = mailbox
  const order = { practiceId, actor, trail: 'when-touched' } as const
  const contents = fileContents(bytes)
  const otherSide = otherSideOf(contents, mailbox)
  const stored = await inPractice(services, { ...order, act: 'store-file' }, (tx) =>
    putFile(tx, services, { direction: 'in', kind: contents.kind, name, bytes, otherSide }),
  )
  return stored.id
}

/** Stores what came and tells its sender; gives how many files its sender knows us to hold. */
const storeAll = async (
  services: Services,
  mailbox: Mailbox,
  files: readonly IncomingFile[],
): Promise<number> => {
  const ids = new Map<string, string>()
  for (const file of files) ids.set(file.handle, await store(services, mailbox, file))
  const told = await confirmFiles(services.clearinghouse, mailbox, [...ids.keys()])
  const order = { practiceId: mailbox.practiceId, actor, act: 'confirm-file', trail: 'when-touched' } as const
  if (told.length > 0)
    await inPractice(services, order, async (tx) => {
      for (const handle of told) await confirmFile(tx, ids.get(handle) ?? '')
    })
  return told.length
}

/** How long after its coming a file is still looked for among those that nobody is known to have confirmed. */
const silenceKept = 90 * 86_400

/** Files of before this round that no mailbox hands out any more: their senders were told by a process that died then. */
const confirmUntold = (services: Services, practiceId: string, { at }: Round): Promise<number> => {
  const order = { practiceId, actor, act: 'confirm-file', trail: 'when-touched' } as const
  return inPractice(services, order, (tx) => confirmSilent(tx, addSeconds(at, -silenceKept), at))
}

/** All is well there, as it was, and nothing is asked about the next look: there is nothing to write down. */
const isAsBefore = (fetched: Fetched, row: MailboxRow | null): boolean =>
  fetched.reached && fetched.pause === undefined && (row?.code ?? row?.nextFetchAt ?? null) === null

/** Takes what waits in a mailbox; true when it was found empty, as it is too where there is none. */
const takeAll = async (services: Services, { mailbox, row }: Round['due'][number]): Promise<boolean> => {
  for (let round = 0; round < mostRounds; round += 1) {
    const fetched = await services.clearinghouse.fetch(mailbox)
    if (!isAsBefore(fetched, row)) await tell(services, mailbox, fetched)
    if (!fetched.reached) {
      const { practiceId, receiverId: receiver } = mailbox
      services.log.warn({ practiceId, receiver, code: fetched.code }, 'a mailbox could not be reached')
      return fetched.code === 'no-mailbox'
    }
    if (fetched.files.length === 0) return true
    const confirmed = await storeAll(services, mailbox, fetched.files)
    // What could not be confirmed would only come again.
    if (fetched.files.length < mostFetched || confirmed === 0) return false
  }
  return false
}

/** Brings in what waits. A mailbox that cannot be reached is logged by its code and keeps none of the others back. */
export const fetchFiles = async (services: Services, practiceId: string): Promise<void> => {
  const round = await openRound(services, practiceId)
  let isAllEmpty = round.isWhole
  for (const each of round.due) if (!(await takeAll(services, each))) isAllEmpty = false
  if (isAllEmpty) await confirmUntold(services, practiceId, round)
}

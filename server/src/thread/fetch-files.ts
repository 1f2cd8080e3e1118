// Fetches what waits in a practice's mailboxes: each file is stored as it is, and only then confirmed.
import { type IncomingFile, type Mailbox, mostFetched } from '../clearinghouse/clearinghouse.ts'
import { receiversOf, senderOf } from '../claim/batch-store.ts'
import { inPractice } from '../database/in-practice.ts'
import { fileContents } from '../files/file-contents.ts'
import { confirmFile, putFile } from '../files/store.ts'
import type { Services } from '../services.ts'

const actor = { kind: 'program', name: 'sweep' } as const

const mailboxesOf = (services: Services, practiceId: string): Promise<readonly Mailbox[]> =>
  inPractice(services, { practiceId, actor, act: 'find-mailboxes', trail: 'when-touched' }, async (tx) => {
    const sender = await senderOf(tx)
    return (await receiversOf(tx)).map((receiver) => ({
      practiceId,
      senderQualifier: sender.qualifier,
      senderId: sender.id,
      receiverQualifier: receiver.qualifier,
      receiverId: receiver.id,
    }))
  })

/** One mailbox may serve several receivers: who wrote a file stands in its ISA, else it is the mailbox's own. */
const otherSideOf = (contents: ReturnType<typeof fileContents>, mailbox: Mailbox) => {
  const [first] = contents.interchanges
  return first === undefined
    ? { qualifier: mailbox.receiverQualifier, id: mailbox.receiverId }
    : { qualifier: first.senderQualifier, id: first.sender }
}

/** Rounds of one mailbox in one sweep, so that a full one does not keep the others waiting. */
const mostRounds = 20

/** True when its sender knows that we hold it. */
const store = async (
  services: Services,
  mailbox: Mailbox,
  { handle, name, bytes }: IncomingFile,
): Promise<boolean> => {
  const { practiceId } = mailbox
  const order = { practiceId, actor, trail: 'when-touched' } as const
  const contents = fileContents(bytes)
  const otherSide = otherSideOf(contents, mailbox)
  const stored = await inPractice(services, { ...order, act: 'store-file' }, (tx) =>
    putFile(tx, services, { direction: 'in', kind: contents.kind, name, bytes, otherSide }),
  )
  const told = await services.clearinghouse.confirm(mailbox, handle)
  if (told) await inPractice(services, { ...order, act: 'confirm-file' }, (tx) => confirmFile(tx, stored.id))
  return told
}

/** Brings in what waits. A mailbox that cannot be reached is logged by its code and keeps none of the others back. */
export const fetchFiles = async (services: Services, practiceId: string): Promise<void> => {
  for (const mailbox of await mailboxesOf(services, practiceId)) {
    for (let round = 0; round < mostRounds; round += 1) {
      const fetched = await services.clearinghouse.fetch(mailbox)
      if (!fetched.reached) {
        const { receiverId: receiver } = mailbox
        services.log.warn({ practiceId, receiver, code: fetched.code }, 'a mailbox could not be reached')
        break
      }
      let confirmed = 0
      for (const file of fetched.files) confirmed += Number(await store(services, mailbox, file))
      // What could not be confirmed would only come again.
      if (fetched.files.length < mostFetched || confirmed === 0) break
    }
  }
}

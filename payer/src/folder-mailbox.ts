// A sender's folder: files renamed into in/ are taken once, answers appear in out/ whole. What falls between two steps is finished at the next start.
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { payloadKey } from './books.ts'
import { bytesOf, dueAnswers, letGo } from './hand-out.ts'
import type { House } from './house.ts'
import type { Door, Outgoing } from './journal-record.ts'
import { describeError } from './log.ts'
import { receiveFile } from './receive-file.ts'
import type { MailboxSetting } from './settings.ts'

interface Mailbox {
  readonly door: Door
  readonly in: string
  /** A file stands here under a token while it is taken, so that it is in one place and one step only. */
  readonly taking: string
  readonly out: string
  readonly refused: string
}

const openMailbox = ({ senderId, folder }: MailboxSetting): Mailbox => {
  const mailbox: Mailbox = {
    door: { kind: 'folder', senderId },
    in: path.join(folder, 'in'),
    taking: path.join(folder, 'taking'),
    out: path.join(folder, 'out'),
    refused: path.join(folder, 'refused'),
  }
  for (const each of [mailbox.in, mailbox.taking, mailbox.out, mailbox.refused])
    mkdirSync(each, { recursive: true, mode: 0o700 })
  return mailbox
}

/** Names a sender still writes under. */
const isUnfinished = (name: string): boolean => name.startsWith('.') || /\.(tmp|part)$/i.test(name)

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => !isUnfinished(name) && lstatSync(path.join(folder, name)).isFile())
    .toSorted()

/** Takes the file that stands under a token; one that the journal holds already is only cleared away. */
const finishTaking = (house: House, mailbox: Mailbox, token: string): void => {
  const file = path.join(mailbox.taking, token)
  const known = house.books.payloads.has(payloadKey(mailbox.door.senderId, token))
  const receipt = known
    ? 'taken'
    : receiveFile(house, { bytes: readFileSync(file), door: mailbox.door, payloadId: token })
  if (receipt === 'taken') rmSync(file)
  else renameSync(file, path.join(mailbox.refused, token))
}

const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** Writes an answer beside its place and moves it there, so that nobody sees half of it. */
const putOut = (house: House, { out }: Mailbox, answer: Outgoing): void => {
  const [place, beside] = [path.join(out, answer.name), path.join(out, `.${answer.name}.part`)]
  const handle = openSync(beside, 'w', 0o600)
  const bytes = bytesOf(answer)
  for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(beside, place)
  syncFolder(out)
  letGo(house, 'put-out', answer)
}

/** Takes what came and puts out what is due. A file that makes trouble is left where it is, and the others go on. */
const visit = (house: House, mailbox: Mailbox): void => {
  const quietly = (act: () => void): void => {
    try {
      act()
    } catch (error) {
      house.log('mailbox-failed', describeError(error))
    }
  }
  quietly(() => {
    for (const token of filesIn(mailbox.taking)) quietly(() => finishTaking(house, mailbox, token))
    for (const name of filesIn(mailbox.in)) {
      quietly(() => {
        const token = randomUUID()
        renameSync(path.join(mailbox.in, name), path.join(mailbox.taking, token))
        finishTaking(house, mailbox, token)
      })
    }
    for (const answer of dueAnswers(house, mailbox.door)) quietly(() => putOut(house, mailbox, answer))
  })
}

/** Opens the folders, making what is missing; gives the act that looks into all of them once. */
export const openMailboxes = (house: House, settings: readonly MailboxSetting[]): (() => void) => {
  const mailboxes = settings.map(openMailbox)
  return () => {
    for (const mailbox of mailboxes) visit(house, mailbox)
  }
}

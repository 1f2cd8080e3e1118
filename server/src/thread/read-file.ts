// Reads a file that came: whose it is, then its acknowledgments in one transaction and each of its payments in its own.
import { from835 } from '@goldenthread/core/remit/from-835.ts'
import type { Remittance } from '@goldenthread/core/remit/remittance.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import { lockSessionsOfVoids } from '../claim/event-store.ts'
import { type AnswerReceived, hasAcknowledgments, receiveAnswer } from '../claim/receive-answer.ts'
import { inPractice } from '../database/in-practice.ts'
import type { Tx } from '../database/tx.ts'
import { type FileContents, fileContents, isAddressedTo, quarantineFinding } from '../files/file-contents.ts'
import { type FileRead, byHand, settleFile, takeFile } from '../files/store.ts'
import { postRemittance } from '../posting/post-remittance.ts'
import { takeBackFiled } from '../posting/reverse-filed.ts'
import { type OwnNames, ownNames } from '../remit/remittance-store.ts'
import type { Services } from '../services.ts'
import { keepChargeOfVoid } from './keep-charge.ts'

type Payments = ReturnType<typeof from835>

/** What is left to do for a file after it was opened; null when nothing is. */
interface Opened {
  readonly payments: Payments
  /** Of its acknowledgments, to be told together with those of the payments. */
  readonly findings: readonly Finding[]
}

const nonePaid: Payments = { remittances: [], findings: [] }

const isByHand = ({ otherSide }: FileRead): boolean =>
  otherSide.qualifier === byHand.qualifier && otherSide.id === byHand.id

const holds835 = ({ interchanges }: FileContents): boolean =>
  interchanges.some(({ sets }) => sets.includes('835'))

/** By NPI, or by tax id where the payer names the payee so. One that names nobody is refused by a fault of its own. */
const isForUs = ({ payee, payeeTaxId }: Remittance, { npi, taxId }: OwnNames): boolean =>
  payee === '' || payee === npi || payeeTaxId === taxId

/**
 * Why a file is not used at all. A mailbox belongs to one practice, so what came there is addressed to it; a file that
 * a person brought may be addressed to a clearinghouse of theirs, and is told by whom it pays.
 */
const quarantined = async (
  tx: Tx,
  file: FileRead,
  contents: FileContents,
  { remittances }: Payments,
): Promise<Finding | null> => {
  const own = await ownNames(tx)
  if (file.takenIn) return null
  if (contents.kind === 'unknown' || contents.kind === '837P') return quarantineFinding('unknown')
  if (!isByHand(file) && !isAddressedTo(contents, own)) return quarantineFinding('other-receiver')
  if (isByHand(file) && !holds835(contents)) return quarantineFinding('unknown')
  return remittances.every((each) => isForUs(each, own)) ? null : quarantineFinding('other-payee')
}

const nothingAnswered: AnswerReceived = { findings: [], rejected: [], isBroken: false }

/**
 * A claim that is rejected is owed by nobody: its filing is taken back, until it is mended and filed anew. After a void
 * that is rejected the payer still owes what was to be voided, and the client is charged nothing.
 */
const receive = async (
  tx: Tx,
  services: Services,
  file: FileRead,
  contents: FileContents,
): Promise<AnswerReceived> => {
  // An acknowledgment that a person brings is addressed to nobody we could check, and the mailbox brings it anyway.
  if (isByHand(file) || !hasAcknowledgments(contents)) return nothingAnswered
  await lockSessionsOfVoids(tx)
  const received = await receiveAnswer(tx, services, file, contents)
  for (const claim of received.rejected) {
    await takeBackFiled(tx, services, claim, `Claim ${claim.claimNumber} was rejected.`)
    await keepChargeOfVoid(tx, services, claim.id)
  }
  return received
}

const openFile = async (tx: Tx, services: Services, fileId: string): Promise<Opened | null> => {
  const file = await takeFile(tx, fileId)
  if (file === null) return null
  const contents = fileContents(file.bytes)
  const payments = holds835(contents) ? from835(file.bytes, services.sha256) : nonePaid
  const strange = await quarantined(tx, file, contents, payments)
  if (strange !== null) {
    await settleFile(tx, fileId, 'quarantined', [strange])
    return null
  }
  const { findings, isBroken } = await receive(tx, services, file, contents)
  if (payments.remittances.length > 0) return { payments, findings }
  if (isBroken && !holds835(contents)) {
    await settleFile(tx, fileId, 'quarantined', [quarantineFinding('broken'), ...findings])
    return null
  }
  await settleFile(tx, fileId, 'read', [...findings, ...payments.findings])
  return null
}

/**
 * Reads one stored file. Payments are posted one by one, each in a transaction of its own, and the file is settled
 * last: whoever dies between them leaves it unread, and the next reader finds those payments done. Reading it again
 * adds nothing.
 */
export const readFile = async (services: Services, practiceId: string, fileId: string): Promise<void> => {
  const actor = { kind: 'program', name: 'sweep' } as const
  const order = { practiceId, actor, trail: 'when-touched' } as const
  const opened = await inPractice(services, { ...order, act: 'read-file' }, (tx) =>
    openFile(tx, services, fileId),
  )
  if (opened === null) return
  const findings: Finding[] = [...opened.findings, ...opened.payments.findings]
  for (const remittance of opened.payments.remittances) {
    const posted = await inPractice(services, { ...order, act: 'post-remittance' }, (tx) =>
      postRemittance(tx, services, { fileId, remittance }),
    )
    findings.push(...posted.findings)
  }
  await inPractice(services, { ...order, act: 'read-file' }, (tx) => settleFile(tx, fileId, 'read', findings))
}

// Quarantine: what a file set apart says of itself, and an owner's word on it: rejected and kept, or taken in.
import { from835 } from '@goldenthread/core/remit/from-835.ts'
import { type Result, accepted, refused } from '@goldenthread/core/values/result.ts'
import type { Tx } from '../database/tx.ts'
import { type FileContents, fileContents, quarantineFinding } from '../files/file-contents.ts'
import { lockQuarantined, releaseFile } from '../files/quarantine-store.ts'
import { fileById } from '../files/list-store.ts'
import { fileBytes } from '../files/store.ts'
import { conflict, notFound } from '../http/problem.ts'
import { wake } from '../jobs/wake.ts'
import type { Services } from '../services.ts'

const isAnswer = ({ kind }: FileContents): boolean => kind !== 'unknown' && kind !== '837P'

/** Whom it is addressed to and whom it pays; null when there is no such file in quarantine. */
export const quarantinedFile = async (tx: Tx, { sha256 }: Pick<Services, 'sha256'>, id: string) => {
  const [listed, file] = [await fileById(tx, id), await fileBytes(tx, id)]
  if (listed === null || file === null || !['quarantined', 'rejected'].includes(listed.status)) return null
  const contents = fileContents(file.bytes)
  const { remittances } = isAnswer(contents) ? from835(file.bytes, sha256) : { remittances: [] }
  return {
    id,
    kind: contents.kind,
    status: listed.status,
    findings: [...listed.findings],
    interchanges: contents.interchanges.map(({ receiver, receiverQualifier, sets }) => ({
      receiver: receiver.trim(),
      receiverQualifier: receiverQualifier.trim(),
      sets: [...sets],
    })),
    payments: remittances.map(({ unit, payerName, payee, payeeTaxId, claims }) => ({
      payerName,
      payee,
      payeeTaxId,
      trace: unit.trace,
      day: unit.day,
      paid: unit.paid,
      claims: claims.length,
    })),
  }
}

const lockFile = async (tx: Tx, id: string): Promise<{ readonly bytes: Uint8Array }> => {
  const file = await lockQuarantined(tx, id)
  if (file !== null) return file
  if ((await fileById(tx, id)) === null) throw notFound()
  throw conflict('not-quarantined', 'This file does not stand in quarantine.')
}

/** It is kept as it came and never used. Throws 404 and 409. */
export const rejectFile = async (tx: Tx, id: string): Promise<void> => {
  await lockFile(tx, id)
  await releaseFile(tx, id, 'rejected')
}

/** It is read as the practice's own, by the next sweep. Refused when there is no answer in it. Throws 404 and 409. */
export const takeFileIn = async (tx: Tx, id: string): Promise<Result<null>> => {
  const { bytes } = await lockFile(tx, id)
  if (!isAnswer(fileContents(bytes))) return refused([quarantineFinding('unknown')])
  await releaseFile(tx, id, 'taken-in')
  wake(tx)
  return accepted(null)
}

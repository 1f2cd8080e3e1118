// Proves the stored files: bytes hash to what was kept and sealed, and a batch is the file it was fixed with.
import type { Kysely } from 'kysely'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { Tables } from '../../database/generated.tables.ts'
import { type Proven, fault } from './fault.ts'
import type { Seals } from './seals.ts'
import { batchesOffTheirFile, filesAfter } from './store.ts'

/** Proves every file of a practice that came or went. */
export const verifyFiles = async (
  db: Kysely<Tables>,
  practiceId: string,
  seals: Seals,
  sha256: (bytes: Uint8Array) => string,
): Promise<Proven> => {
  const findings: Finding[] = []
  let after: string | null = null
  let files = 0
  let bytes = 0
  for (;;) {
    const page = await filesAfter(db, practiceId, after)
    for (const file of page) {
      const found = sha256(file.bytes)
      if (found !== file.sha256 || file.bytes.length !== file.size) {
        const says = 'The bytes of this file are not those that were stored.'
        findings.push(fault('file-altered', `stored_file.${file.id}`, says, { kept: file.sha256, found }))
      }
      findings.push(...seals.hold('stored_file', file.id, { sha256: file.sha256 }))
      bytes += file.bytes.length
      after = file.id
    }
    files += page.length
    if (page.length === 0) break
  }
  const off = await batchesOffTheirFile(db, practiceId)
  for (const { id, sha256: kept, fileHash } of off) {
    const says = 'This batch was not fixed with the file it names.'
    findings.push(fault('batch-file', `batch.${id}`, says, { kept, found: fileHash }))
  }
  return { counts: { 'stored files': files, bytes }, findings }
}

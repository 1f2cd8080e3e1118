// One example a route, by which it is asked: money on a person's word, and files let out of quarantine.
import { sittingsOf } from './sittings.ts'
import { sweep } from './billed-sessions.ts'
import { type Examples, named } from './route-examples.ts'
import { type Side, type TwoPractices, must } from './two-practices.ts'

/** The 835 that paid the claim of the first practice. */
const paidFile = async ({ server, one }: TwoPractices): Promise<string> => {
  const [row] = await server.database.asAdministrator(
    "SELECT bytes FROM stored_file WHERE practice_id = $1 AND kind = '835' AND receiver_id <> '' LIMIT 1",
    [one.owner.practiceId],
  )
  return Buffer.from(row?.['bytes'] as Uint8Array).toString('latin1')
}

/** Brings the same payment under another trace, changed once more, and has it read; gives the id of its file. */
const broughtAgain = async (
  side: Side,
  both: TwoPractices,
  change: (text: string) => string = (text) => text,
): Promise<string> => {
  const trace = `9${String(side.fresh()).padStart(5, '0')}`
  const text = change((await paidFile(both)).replace(/TRN\*1\*[^*]+/, `TRN*1*${trace}`))
  const content = Buffer.from(text, 'latin1').toString('base64')
  const file = { name: `${trace}.835`, content }
  const { fileId } = must(await side.owner.ask('POST', '/api/remit/files', file), 202)
  await sweep(both.server.services)
  return fileId
}

/** The payment sent twice: its second money found no open claim. */
const unapplied = async (side: Side, both: TwoPractices): Promise<string> => {
  await broughtAgain(side, both)
  const { items } = must(await side.owner.ask('GET', '/api/posting/unapplied?limit=100'), 200)
  return items.at(-1).entryId
}

const strange = (side: Side, both: TwoPractices): Promise<string> =>
  broughtAgain(side, both, (text) =>
    text.replace(/\*XX\*2082462815/, '*XX*2291703421').replace('001842277', '002917340'),
  )

/** A payment that says a cent more than its claims pay. */
const refused = async (side: Side, both: TwoPractices): Promise<string> => {
  await broughtAgain(side, both, (text) => text.replace('BPR*I*125*', 'BPR*I*125.01*'))
  const { items } = must(await side.owner.ask('GET', '/api/remit/remittances?status=refused'), 200)
  return items[0].id
}

/** One claim paid, and then ten dollars of it less, for no reason of the contract. */
const shortPaid = async (side: Side, both: TwoPractices): Promise<string> => {
  const { sessionId, answer } = await side.at.file(side.freshDay())
  await sweep(both.server.services)
  await broughtAgain(side, both, (text) =>
    text
      .replace(/CLP\*[^*]+\*/, `CLP*${answer.claim.claimNumber}*`)
      .replace(/\*CI\*[^*]+\*/, `*CI*77${side.fresh()}*`)
      .replace(/REF\*6R\*[^~]+~/, `REF*6R*${answer.claim.claimNumber}L1~`)
      .replace('BPR*I*125*', 'BPR*I*115*')
      .replace('*1*200*125*30*', '*1*200*115*30*')
      .replace('*200*125**1', '*200*115**1')
      .replace('CAS*CO*45*45~', 'CAS*CO*45*45**50*10~'),
  )
  if (sessionId === '') throw new Error('a claim has its session')
  return answer.claim.id
}

const alone = (side: Side) => sittingsOf({ ...side, coverageId: null as never })

export const moneyExamples: Examples = {
  'GET /api/posting/claims/{id}/open': named('biller', (_side, { paidClaimId }) => ({ id: paidClaimId })),
  'POST /api/posting/claims/{id}/write-off': named('biller', async (side, both) => ({
    id: await shortPaid(side, both),
    body: { amount: 1_000, line: 1, reason: 'denied' },
  })),
  'POST /api/posting/claims/{id}/to-client': named('owner', async (side, both) => ({
    id: await shortPaid(side, both),
    body: { amount: 1_000, line: 1, noticeSignedOn: '2025-11-04' },
  })),
  'POST /api/posting/unapplied/{id}/apply': named('biller', async (side, both) => {
    const claimId = await shortPaid(side, both)
    return { id: await unapplied(side, both), body: { claimId, amount: 500 } }
  }),
  'POST /api/posting/unapplied/{id}/refund': named('biller', async (side, both) => ({
    id: await unapplied(side, both),
    body: { amount: 500, says: 'The payer sent it twice.' },
  })),
  'POST /api/posting/refunds/{id}/paid': named('owner', async (side, both) => {
    const mark = { amount: 500, says: 'The payer sent it twice.' }
    const url = `/api/posting/unapplied/${await unapplied(side, both)}/refund`
    const { id } = must(await side.owner.ask('POST', url, mark))
    return { id, body: { paidOn: '2026-03-10', reference: 'Check 1042' } }
  }),
  'POST /api/posting/remittances/{id}/approve': named('biller', async (side, both) => ({
    id: await refused(side, both),
    body: { says: 'The payer confirmed it by telephone.' },
  })),
  'GET /api/remit/files/{id}/quarantine': named('owner', async (side, both) => ({
    id: await strange(side, both),
  })),
  'POST /api/remit/files/{id}/reject': named('owner', async (side, both) => ({
    id: await strange(side, both),
  })),
  'POST /api/remit/files/{id}/take-in': named('owner', async (side, both) => ({
    id: await strange(side, both),
  })),
  'POST /api/thread/sessions/{id}/do-not-bill': named('biller', async ({ at, freshDay }) => {
    const { id, version } = await at.hold(freshDay())
    return { id, body: { version, askedOn: '2026-03-01' } }
  }),
  'POST /api/thread/sessions/{id}/charge': named('owner', async (side) => ({
    id: (await alone(side).file(side.freshDay())).sessionId,
  })),
}

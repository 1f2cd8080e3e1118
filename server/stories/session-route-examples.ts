// One example a route, by which it is asked: sessions, notes, claims, remittances, and the thread that holds them together.
import { coSignAttestation } from '../src/note/co-sign.ts'
import { attestation } from '../src/note/sign-note.ts'
import { example, sweep } from './billed-sessions.ts'
import { inventedContract, inventedCoverage, inventedPayer } from './invented.ts'
import { type Examples, listed, named } from './route-examples.ts'
import { byVideo, sitting, sittingsOf } from './sittings.ts'
import { openSupervised } from './supervised.ts'
import { type Side, type TwoPractices, freshNpi, must } from './two-practices.ts'

const scheduled = async (side: Side) => must(await side.at.schedule(byVideo(side.freshDay())))

const { template, sections, picks, diagnoses } = example.note

export const sessionExamples: Examples = {
  'POST /api/session/sessions': named('owner', ({ clientId, coverageId, clinician, freshDay }) => ({
    body: {
      clientId,
      providerId: clinician.actor.providerId,
      coverageId,
      session: byVideo(freshDay()),
    },
  })),
  'GET /api/session/sessions': listed('clinician'),
  'GET /api/session/sessions/{id}': named('clinician', async (side) => ({ id: (await scheduled(side)).id })),
  'PUT /api/session/sessions/{id}': named('biller', async (side) => {
    const { id, version } = await scheduled(side)
    return { id, body: { version, coverageId: side.coverageId, session: byVideo(side.freshDay()) } }
  }),
  'POST /api/session/sessions/{id}/confirm': named('clinician', async (side) => {
    const { id, version } = await scheduled(side)
    return { id, body: { version, attendance: 'held' } }
  }),
}

const signed = async ({ at, freshDay }: Side) => {
  const { noteId, sessionId, answer } = await at.file(freshDay())
  return { noteId, sessionId, answer, version: answer.note.version as number }
}

export const noteExamples: Examples = {
  'POST /api/note/notes': named('clinician', async (side) => ({
    body: { sessionId: (await scheduled(side)).id, template },
  })),
  'GET /api/note/notes/{id}': named('owner', async ({ at, freshDay }) => ({
    id: (await at.write(freshDay())).noteId,
  })),
  'PUT /api/note/notes/{id}': named('clinician', async ({ at, freshDay }) => {
    const { noteId, version, draft } = await at.write(freshDay())
    const note = { template, sections, picks, diagnoses, recorded: draft.note.recorded }
    return { id: noteId, body: { version, sitting, note } }
  }),
  'GET /api/note/notes/{id}/versions': named('clinician', async (side) => ({
    id: (await signed(side)).noteId,
  })),
  'GET /api/note/notes/{id}/pdf': named('clinician', async (side) => ({
    id: (await signed(side)).noteId,
  })),
  'POST /api/note/notes/{id}/amendment': named('clinician', async (side) => {
    const { noteId, version } = await signed(side)
    return { id: noteId, body: { version } }
  }),
  'POST /api/note/notes/{id}/amendment/drop': named('clinician', async (side) => {
    const { noteId, version } = await signed(side)
    const url = `/api/note/notes/${noteId}/amendment`
    const begun = must(await side.clinician.ask('POST', url, { version }), 200)
    return { id: noteId, body: { version: begun.version } }
  }),
}

/** A note that an associate signed, and the hash it was signed under. */
const supervisedNote = async (side: Side, { server }: TwoPractices) => {
  const { at } = await openSupervised(server, side, freshNpi(7_000 + side.fresh()))
  const { noteId, answer } = await at.file(side.freshDay())
  return { id: noteId, hash: answer.signed.hash as string }
}

/** Acts on signed notes that touch their claims. */
export const signedNoteExamples: Examples = {
  'GET /api/note/to-co-sign': listed('clinician'),
  'GET /api/note/returned': listed('clinician'),
  'POST /api/note/notes/{id}/co-sign': named('clinician', async (side, both) => {
    const { id, hash } = await supervisedNote(side, both)
    return { id, body: { hash, attestation: coSignAttestation } }
  }),
  'POST /api/note/notes/{id}/return': named('clinician', async (side, both) => {
    const { id, hash } = await supervisedNote(side, both)
    return { id, body: { hash, comment: 'Say what was done.' } }
  }),
  'POST /api/note/notes/{id}/move': named('owner', async (side) => {
    const { at, freshDay } = side
    const { noteId, sessionId, answer } = await at.file(freshDay(), { diagnoses: [] })
    if (answer.claim.status !== 'held') throw new Error(`the claim of ${sessionId} is not held`)
    const { id: toSessionId } = await at.hold(freshDay())
    const reason = 'Written into the chart of another client.'
    return { id: noteId, body: { version: answer.note.version, toSessionId, reason } }
  }),
}

/** A note without the client's place is signed, and its claim is held. */
const heldClaim = async ({ at, freshDay }: Side): Promise<string> => {
  const day = freshDay()
  const { sessionId, draft, version } = await at.write(day)
  const recorded = { ...draft.note.recorded, clientPlace: null }
  const saved = must(await at.save({ ...draft, version }, { recorded }), 200)
  return must(await at.sign(sessionId, saved.version), 200).claim.id
}

/** A file that was taken and not answered. */
const sentBatch = async (side: Side, { server }: TwoPractices): Promise<string> => {
  await signed(side)
  await sweep(server.services)
  const { items } = must(await side.owner.ask('GET', '/api/claim/batches'), 200)
  return items.find((each: { status: string }) => each.status === 'sent').id
}

/** A claim to a payer that takes letters alone. */
const claimByMail = async (side: Side): Promise<string> => {
  const { owner, clientId } = side
  const payer = { ...inventedPayer, code: `MAIL${side.fresh()}`, channel: 'mail' }
  const payerId = must(await owner.ask('POST', '/api/coverage/payers', payer)).id
  must(await owner.ask('POST', `/api/coverage/payers/${payerId}/contracts`, inventedContract))
  const coverage = { ...inventedCoverage(payerId), sequence: 3 }
  const { id: coverageId } = must(
    await owner.ask('POST', `/api/coverage/clients/${clientId}/coverages`, coverage),
  )
  return (await sittingsOf({ ...side, coverageId }).file(side.freshDay())).answer.claim.id
}

export const claimExamples: Examples = {
  'GET /api/claim/claims': listed('biller'),
  'GET /api/claim/claims/{id}': named('clinician', (_side, { paidClaimId }) => ({ id: paidClaimId })),
  'GET /api/claim/claims/{id}/pdf': named('biller', (_side, { paidClaimId }) => ({ id: paidClaimId })),
  'GET /api/claim/worklists': listed('owner'),
  'GET /api/claim/worklists/{name}': listed('biller', () => ({ id: 'denied' })),
  'GET /api/claim/denials': listed('biller'),
  'GET /api/claim/batches': listed('biller'),
  'POST /api/claim/batches/{id}/resend': named('biller', async (side, both) => ({
    id: await sentBatch(side, both),
  })),
  'POST /api/claim/claims/{id}/release': named('clinician', async (side) => ({ id: await heldClaim(side) })),
  'POST /api/claim/claims/{id}/withdraw': named('clinician', async (side) => ({
    id: (await signed(side)).answer.claim.id,
  })),
  'POST /api/claim/claims/{id}/sent-by-hand': named('biller', async (side) => ({
    id: await claimByMail(side),
    body: { version: 1, channel: 'mail', day: '2026-03-10', confirmation: null },
  })),
  'GET /api/claim/mailboxes': listed('biller'),
  'GET /api/claim/clearinghouse-accounts': listed('owner'),
  'PUT /api/claim/clearinghouse-accounts': listed('owner', ({ fresh }) => ({
    body: {
      receiverQualifier: 'ZZ',
      receiverId: `HOUSE${fresh()}`,
      kind: 'sftp',
      address: 'sftp://files.clearinghouse.example',
      userName: 'alder-row',
      secret: 'seven quiet lanterns',
      version: 0,
    },
  })),
  'POST /api/claim/claims/{id}/resend': named('biller', (_side, { rejectedClaimId }) => ({
    id: rejectedClaimId,
    body: { unchanged: true, reason: 'The payer had lost the file.' },
  })),
}

const firstOf = async ({ owner }: Side, url: string): Promise<string> =>
  must(await owner.ask('GET', url), 200).items[0].id

/** The payer's own file once more: brought by hand, it is another file of whoever brings it. */
const remittanceFile = async ({ server, one }: TwoPractices): Promise<string> => {
  const [row] = await server.database.asAdministrator(
    "SELECT bytes FROM stored_file WHERE practice_id = $1 AND kind = '835' LIMIT 1",
    [one.owner.practiceId],
  )
  return Buffer.from(row?.['bytes'] as Uint8Array).toString('base64')
}

export const remitExamples: Examples = {
  'GET /api/remit/remittances': listed('owner'),
  'GET /api/remit/remittances/{id}': named('biller', async (side) => ({
    id: await firstOf(side, '/api/remit/remittances'),
  })),
  'POST /api/remit/files': listed('biller', async (_side, both) => ({
    body: { name: 'era.835', content: await remittanceFile(both) },
  })),
  'GET /api/remit/files': listed('owner'),
  'GET /api/remit/files/{id}': named('biller', async (side) => ({
    id: await firstOf(side, '/api/remit/files'),
  })),
  'GET /api/remit/files/{id}/bytes': named('biller', async (side) => ({
    id: await firstOf(side, '/api/remit/files'),
  })),
}

const correction = async (side: Side) => {
  const { sessionId } = await signed(side)
  const { session } = await side.at.seeCase(sessionId)
  return {
    id: sessionId,
    body: { version: session.version, attendance: 'held', session: byVideo(side.freshDay()) },
  }
}

export const threadExamples: Examples = {
  'POST /api/thread/sessions/{id}/sign-and-file': named('clinician', async ({ at, freshDay }) => {
    const { sessionId, version } = await at.write(freshDay())
    return { id: sessionId, body: { version, attestation, shown: await at.look(sessionId) } }
  }),
  'GET /api/thread/cases/{id}': named('clinician', async (side) => ({ id: (await signed(side)).sessionId })),
  'GET /api/thread/today': listed('owner'),
  'POST /api/thread/clients/search': listed('clinician', () => ({ body: { begins: '' } })),
  'GET /api/thread/clients/{id}': named('clinician', ({ clientId }) => ({ id: clientId })),
  'GET /api/thread/clients/{id}/sessions': named('biller', ({ clientId }) => ({ id: clientId })),
  'GET /api/thread/waiting': listed('clinician'),
  'POST /api/thread/sessions/{id}/correction/preview': named('biller', correction),
  'POST /api/thread/sessions/{id}/correction': named('clinician', async (side) => {
    const { id, body } = await correction(side)
    const url = `/api/thread/sessions/${id}/correction/preview`
    const { shown } = must(await side.clinician.ask('POST', url, body), 200)
    return { id, body: { ...body, shown } }
  }),
}

// What is printed, read back: whose it is stands on every page, and what was signed stands there letter by letter.
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BillingPractice, openBilling } from './billed-sessions.ts'
import { type Sittings, sittingsOf } from './sittings.ts'
import { freshNpi } from './two-practices.ts'
import { type Signed, type TestServer, makeTestServer, ours } from './test-server.ts'

let server: TestServer
let practice: BillingPractice
let at: Sittings
let biller: Signed

beforeAll(async () => {
  server = await makeTestServer()
  practice = await openBilling(server)
  at = sittingsOf(practice)
  biller = await server.join(practice.owner, 'biller')
})
afterAll(() => server.close())

const name = { first: 'Łukasz (Lu\\)', middle: 'Nguyễn', last: 'Dvořák-O’Neill' }
const fullName = 'Łukasz (Lu\\) Nguyễn Dvořák-O’Neill'

/** Names the client anew, as people of anywhere are named. */
const rename = async (name: object): Promise<void> => {
  const url = `/api/people/clients/${practice.clientId}`
  const { id: _id, ...client } = (await at.ask('GET', url)).json()
  const body = { ...client, client: { ...client.client, name } }
  expect((await at.ask('PUT', url, body)).status).toBe(200)
}

const download = async ({ token }: Signed, url: string) => {
  const answer = await server.app.inject({
    method: 'GET',
    url,
    headers: { ...ours, cookie: `golden-thread=${token}` },
  })
  return { status: answer.statusCode, headers: answer.headers, bytes: new Uint8Array(answer.rawPayload) }
}

const readBack = async (bytes: Uint8Array) => {
  const pdf = await getDocumentProxy(bytes)
  const { text } = await extractText(pdf, { mergePages: false })
  const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> }
  const tree = await (await pdf.getPage(1)).getStructTree()
  return { pages: text, whole: text.join('\n').replaceAll(/\s+/g, ' '), info, tree: JSON.stringify(tree) }
}

describe('a signed note on paper', () => {
  test('has name, date of birth and page of pages on each page, and what was signed, with statement and hash', async () => {
    await rename(name)
    const prose = 'Said “(no)” to \\n and to work; the week was long. '.repeat(60)
    const { noteId } = await at.file('2026-03-02', {
      sections: { data: prose.repeat(20), assessment: 'Holds.', plan: 'Again in a week.' },
    })
    const { headers, bytes } = await download(practice.clinician, `/api/note/notes/${noteId}/pdf`)
    expect(headers['content-type']).toBe('application/pdf')
    expect(headers['content-disposition']).toContain(`note-${noteId}-version-1.pdf`)
    const { pages, whole, info, tree } = await readBack(bytes)
    expect(pages.length).toBeGreaterThanOrEqual(15)
    const { birthDate } = (await at.ask('GET', `/api/people/clients/${practice.clientId}`)).json().client
    const year = birthDate.slice(0, 4)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(fullName)
      expect(page).toMatch(new RegExp(`born \\w+ \\d+, ${year}`))
      expect(page).toContain(`page ${index + 1} of ${pages.length}`)
    }
    const [version] = (await at.ask('GET', `/api/note/notes/${noteId}/versions`)).json().items
    expect(whole).toContain(version.statement)
    expect(whole).toContain(version.hash)
    expect(whole.split('“(no)”').length - 1).toBe(1200)
    expect(info['Title']).not.toContain('Dvořák')
    expect(tree).toContain('"H1"')
    expect(tree).toContain('"Table"')
  })

  test('tells a letter that its typeface does not have by its number, and says so', async () => {
    const { noteId } = await at.file('2026-03-03', {
      sections: { data: 'Drew a 🙂 and wrote 王.', assessment: 'Ωμέγα, Юлия.', plan: 'Again.' },
    })
    const { bytes } = await download(practice.clinician, `/api/note/notes/${noteId}/pdf`)
    const { whole } = await readBack(bytes)
    expect(whole).toContain('Drew a [U+1F642] and wrote [U+738B].')
    expect(whole).toContain('Ωμέγα, Юлия.')
    expect(whole).toContain('What is kept has the letter itself.')
  })

  test('holds an addendum with its reason and, beneath it, the original; and the original alone when it is asked for', async () => {
    const { sessionId, noteId } = await at.file('2026-03-04')
    await at.amend(sessionId, noteId, ({ recorded }) => ({
      recorded: { ...recorded, platform: 'Other Video' },
    }))
    const [first, second] = (await at.ask('GET', `/api/note/notes/${noteId}/versions`)).json().items
    const amended = await readBack(
      (await download(practice.clinician, `/api/note/notes/${noteId}/pdf`)).bytes,
    )
    expect(amended.whole).toContain('Addendum 1. Reason: The times were noted wrongly.')
    expect(amended.whole).toContain('As it was first signed')
    for (const { hash, statement } of [first, second]) {
      expect(amended.whole).toContain(hash)
      expect(amended.whole).toContain(statement)
    }
    const url = `/api/note/notes/${noteId}/pdf?version=1`
    const original = await readBack((await download(practice.clinician, url)).bytes)
    expect(original.whole).toContain(first.hash)
    expect(original.whole).not.toContain(second.hash)
    expect(original.whole).not.toContain('Other Video')
    expect((await at.ask('GET', `/api/note/notes/${noteId}/pdf?version=3`)).status).toBe(404)
  })

  test('is not there while the note is a draft, nor for a biller, nor for another clinician', async () => {
    const { noteId } = await at.write('2026-03-05')
    const refused = await at.ask('GET', `/api/note/notes/${noteId}/pdf`)
    expect([refused.status, refused.json().code]).toEqual([409, 'not-signed'])
    const { noteId: signed } = await at.file('2026-03-06')
    const url = `/api/note/notes/${signed}/pdf`
    expect((await biller.ask('GET', url)).status).toBe(403)
    const other = await server.join(practice.owner, 'clinician', freshNpi(9201))
    expect((await other.ask('GET', url)).status).toBe(404)
    expect((await practice.owner.ask('GET', url)).status).toBe(200)
  })
})

describe('a claim on paper', () => {
  test('names its parties, lines, diagnoses, amounts and what became of it, on pages that say whose it is', async () => {
    await rename({ first: 'Lukasz', last: 'Dvorak-Oneill' })
    const { answer } = await at.file('2026-02-25')
    const { id } = answer.claim
    const { claim, document } = (await at.ask('GET', `/api/claim/claims/${id}`)).json()
    const { bytes, headers } = await download(biller, `/api/claim/claims/${id}/pdf`)
    expect(headers['content-disposition']).toContain(`claim-${claim.claimNumber}.pdf`)
    const { pages, whole } = await readBack(bytes)
    for (const page of pages) expect(page).toContain('Lukasz Dvorak-Oneill, born')
    const { billingProvider, renderingProvider, payer, memberNumber, diagnoses, lines } = document
    for (const said of [
      billingProvider.legalName,
      billingProvider.npi,
      renderingProvider.npi,
      payer.name,
      memberNumber,
      ...diagnoses,
      lines[0].procedure,
      'Filed',
    ])
      expect(whole).toContain(said)
    expect(whole).toContain(`$${(document.charge / 100).toFixed(2)}`)
  })

  test('is not there while it is held, nor for a clinician who did not treat', async () => {
    const { answer } = await at.file('2026-02-26', { diagnoses: [] })
    expect(answer.claim.status).toBe('held')
    const held = await at.ask('GET', `/api/claim/claims/${answer.claim.id}/pdf`)
    expect([held.status, held.json().code]).toEqual([409, 'held'])
    const { answer: filed } = await at.file('2026-02-27')
    const other = await server.join(practice.owner, 'clinician', freshNpi(9202))
    expect((await other.ask('GET', `/api/claim/claims/${filed.claim.id}/pdf`)).status).toBe(404)
  })
})

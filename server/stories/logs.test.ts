// Nothing of a client, and nothing a person wrote, is found in any log, problem, address or job: every way of going wrong is provoked first.
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeOpenapi } from '../../tools/make-openapi.ts'
import { clients, era, wrongs } from './provoked-errors.ts'
import { type Description, routesOf } from './declared-answers.ts'
import { must } from './two-practices.ts'
import { type WatchedOffice, openWatchedOffice, planted, plantedClient } from './watched-office.ts'

let watched: WatchedOffice

/** What is written in a note's section; its words stand nowhere else. */
const sections = { data: `Speaks of the ${planted.noteWord} on the stairs.`, assessment: 'x', plan: 'x' }

/** Files a session whose note says what is planted. */
const fileSession = async (day: string): Promise<{ readonly sessionId: string; readonly noteId: string }> => {
  const written = await watched.at.write(day, { sections }, { platform: planted.platform })
  must(await watched.at.sign(written.sessionId, written.version), 200)
  return written
}

beforeAll(async () => {
  watched = await openWatchedOffice()
  await fileSession('2026-03-09')
  for (let round = 0; round < 3; round += 1) await watched.office.sweepOnce()
}, 120_000)
afterAll(() => watched.close())

const { firstName, lastName, memberNumber, noteWord } = planted

const inHex = (text: string): string => Buffer.from(text).toString('hex')

/** Also as PostgreSQL prints bytes, as addresses and as form posts carry them. */
const traces = Object.values(planted).flatMap((word) => [
  word,
  inHex(word),
  encodeURIComponent(word),
  Buffer.from(word).toString('base64').replace(/=+$/, ''),
])

const foundIn = (text: string): readonly string[] =>
  traces.filter((trace) => text.toLowerCase().includes(trace.toLowerCase()))

describe('everything that can go wrong goes wrong', () => {
  test.each(wrongs)('%s', async (_name, provoke, status) => {
    expect(await provoke(watched)).toBe(status)
  })

  test('what is no HTTP at all is dropped', async () => {
    const address = new URL(await watched.office.app.listen({ host: '127.0.0.1', port: 0 }))
    const answered = await new Promise<string>((resolve) => {
      let text = ''
      const socket = connect(Number(address.port), '127.0.0.1', () =>
        socket.write(`GET /${lastName} HTTP/9.9\r\n${firstName}: ${memberNumber}\r\n${noteWord}\r\n\r\n`),
      )
      socket.on('data', (piece) => (text += piece.toString()))
      socket.on('close', () => resolve(text))
      socket.on('error', () => undefined)
    })
    expect(answered).toMatch(/^HTTP\/1\.1 400/)
    expect(foundIn(answered)).toEqual([])
  })

  test.each(['cut', 'page', 'form'] as const)('the line to the payer is %s', async (state) => {
    const { office, line, owner } = watched
    await fileSession({ cut: '2026-03-06', page: '2026-03-05', form: '2026-03-04' }[state])
    line.become(state)
    await office.sweepOnce()
    const { items } = must(await owner('GET', '/api/claim/batches'), 200)
    const errors = items.map((each: { lastError: string | null }) => each.lastError)
    expect(errors).toContain({ cut: 'unreachable', page: 'http-500', form: 'core-unknown' }[state])
    line.become('whole')
  })

  test('the payer is handed what it cannot read', async () => {
    const { url } = watched.payer
    const form = new FormData()
    for (const name of ['PayloadType', 'UserName', 'Password', 'SenderID', 'PayloadID'])
      form.set(name, lastName)
    form.set('Payload', new Blob([era(noteWord)]), `${lastName}.837`)
    const posted = [
      await fetch(url, { method: 'POST', body: form }),
      await fetch(url, { method: 'POST', body: `${firstName} ${lastName}` }),
      await fetch(`${url}/control/${lastName}`),
    ]
    for (const answer of posted) expect(foundIn(await answer.text())).toEqual([])
  })

  test('the database is asked for what it must refuse, in words that it would like to repeat', async () => {
    const words = `${firstName} ${lastName} ${memberNumber}`
    const statements = [
      `SELECT '${words}'::uuid`,
      `SELECT '{"name": "${words}'::jsonb`,
      `SELECT ${lastName} FROM client`,
      `INSERT INTO person (id, email, name) VALUES (gen_random_uuid(), '${words.toUpperCase()}', '${words}')`,
      `UPDATE client SET practice_id = gen_random_uuid() WHERE sort_name LIKE '${lastName.toLowerCase()}%'`,
      `DO $$ BEGIN RAISE WARNING 'look at %', '${words}'; RAISE EXCEPTION 'no: ${words}'; END $$`,
    ]
    for (const statement of statements) await expect(watched.execute(statement), statement).rejects.toThrow()
  })

  test('two units of work wait for one another', async () => {
    const name = lastName.toLowerCase()
    const change = (table: string, column: string) =>
      `UPDATE ${table} SET ${column} = ${column} || '' WHERE '${name}' <> ''`
    const outcome = await watched.administer((one) =>
      watched.administer(async (other) => {
        await one.query('BEGIN')
        await other.query('BEGIN')
        await one.query(change('client', 'sort_name'))
        await other.query(change('provider', 'sort_name'))
        const ended = await Promise.allSettled([
          one.query(change('provider', 'sort_name')),
          other.query(change('client', 'sort_name')),
        ])
        return ended.map(({ status }) => status).toSorted()
      }),
    )
    expect(outcome).toEqual(['fulfilled', 'rejected'])
  })
})

describe('afterwards', () => {
  test('what was planted is in the practice, and went to the payer', async () => {
    const { clientId, owner, office } = watched
    for (let round = 0; round < 3; round += 1) await office.sweepOnce()
    expect((await owner('GET', `${clients}/${clientId}`)).text).toContain(lastName)
    const sent = await watched.administer((each) =>
      each.query("SELECT convert_from(bytes, 'UTF8') AS text FROM stored_file WHERE kind = '837P'"),
    )
    expect(sent.rows[0].text).toContain(memberNumber)
    const taken = await (await fetch(`${watched.payer.url}/control/claims`)).json()
    expect(taken).toContainEqual(expect.objectContaining({ outcome: 'judged' }))
  })

  test('the server’s log tells what happened, and nothing of whom', () => {
    const { app } = watched.logs()
    const told = [
      '23514',
      '22P02',
      'P0001',
      '57014',
      '57P01',
      'core-unknown',
      'a batch was not taken',
      '"answered"',
    ]
    expect(told.filter((each) => !app.includes(each))).toEqual([])
    expect(foundIn(app)).toEqual([])
  })

  test('PostgreSQL’s log tells that it runs, and nothing of what it was asked', () => {
    const { postgres } = watched.logs()
    expect(postgres).toContain('database system is ready to accept connections')
    expect(postgres).toContain('terminating connection due to administrator command')
    expect(foundIn(postgres)).toEqual([])
    expect(postgres).not.toMatch(/STATEMENT|DETAIL|CONTEXT/)
  })

  test('the payer’s log tells what came, by its numbers', () => {
    const { payer } = watched.logs()
    expect(payer.split('\n').length).toBeGreaterThan(5)
    expect(foundIn(payer)).toEqual([])
  })

  test('the figures for whoever runs the program count routes, not what was asked of them', async () => {
    const { text, status } = await watched.nobody('GET', '/metrics')
    expect(status).toBe(200)
    expect(text).toContain('route="/api/people/clients/:id"')
    expect(foundIn(text)).toEqual([])
  })

  test('no problem repeats what was sent', () => {
    expect(watched.problems.length).toBeGreaterThan(wrongs.length - 5)
    expect(foundIn(watched.problems.join('\n'))).toEqual([])
  })

  test('no table that moves work along or watches over it holds more than ids, numbers and codes', async () => {
    const tables = [
      'wake_up',
      'batch',
      'batch_claim',
      'control_counter',
      'sign_in_attempt',
      'sign_in_session',
      'trail',
      'trail_head',
      'migration',
    ]
    for (const table of tables) {
      const { rows } = await watched.administer((each) =>
        each.query(`SELECT to_jsonb(t)::text AS row FROM ${table} t`),
      )
      expect([table, rows.length > 0], table).toEqual([table, true])
      expect([table, foundIn(rows.map(({ row }) => row).join('\n'))]).toEqual([table, []])
    }
  })

  test('no address has a place for a name: what stands in one is an id, a day, a number, a word of ours or a place to go on', async () => {
    const description = JSON.parse(await makeOpenapi()) as Description
    const places = routesOf(description).flatMap(({ name, parameters = [] }) =>
      parameters
        .filter((each) => each.in !== 'header')
        .map((each) => ({ of: `${name} ${each.name}`, ...each })),
    )
    expect(places.length).toBeGreaterThan(40)
    const free = places.filter(
      ({ name, schema: { type, pattern, enum: words } }) =>
        !(name === 'after' || type === 'integer' || words !== undefined || pattern !== undefined),
    )
    expect(free.map(({ of }) => of)).toEqual([])
  })

  test('the place to go on in a list is made of ids and days', async () => {
    await fileSession('2026-03-03')
    must(await watched.owner('POST', clients, { client: plantedClient }))
    for (const list of ['session/sessions', 'claim/claims', 'claim/batches', 'people/clients']) {
      const { next } = must(await watched.owner('GET', `/api/${list}?limit=1`), 200)
      expect(next, list).not.toBe(null)
      expect(foundIn(`${next} ${Buffer.from(next, 'base64url').toString('utf8')}`), list).toEqual([])
    }
  })
})

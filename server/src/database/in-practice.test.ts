// One unit of work inside a practice: what is kept, what is undone, what is run again, and what the trail says of it.
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventedClient } from '../../stories/invented.ts'
import { type Signed, type TestServer, makeTestServer } from '../../stories/test-server.ts'
import { wake } from '../jobs/wake.ts'
import { findClient, insertClient, listClients } from '../people/client-store.ts'
import { readSetting, writeSetting } from '../practice/store.ts'
import { readHead, readTrail } from '../trail/store.ts'
import { firstHash, trailHash } from '../trail/trail-row.ts'
import { inPractice } from './in-practice.ts'
import type { Tx } from './tx.ts'

let server: TestServer
let one: Signed
let other: Signed

beforeAll(async () => {
  server = await makeTestServer({ connections: 20 })
  one = await server.makePractice('Alder Row Counseling PLLC')
  other = await server.makePractice('Birch Lane Therapy LLC')
})
afterAll(() => server.close())

const client = (id: string) => ({
  id,
  client: inventedClient,
  contacts: [],
  providerId: null,
  active: true,
})

const trailOf = (signed: Signed) =>
  inPractice(
    server.services,
    { practiceId: signed.practiceId, actor: signed.actor, act: 'look', trail: 'when-touched' },
    async (tx) => ({
      rows: await readTrail(tx.db, tx.practiceId, 1, 10_000),
      head: await readHead(tx.db, tx.practiceId),
    }),
  )

describe('a unit of work', () => {
  test('is kept together with one row of the trail that names the user, the act and what was touched', async () => {
    const id = server.services.makeId()
    await one.work('add-client', async (tx) => {
      await insertClient(tx, client(id))
      tx.touch('client', id, id)
    })
    const { rows } = await trailOf(one)
    expect(rows.at(-1)).toMatchObject({
      personId: one.actor.personId,
      actor: 'person',
      act: 'add-client',
      touched: [{ kind: 'client', id }],
      at: '2026-03-10T14:00:00Z',
    })
  })

  test('that wakes the sweep keeps no other one of its practice waiting', async () => {
    let open = (): void => undefined
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const slow = one.work('slow', async (tx) => {
      wake(tx)
      await readSetting(tx, 'slow')
      await gate
    })
    await one.work('quick', async (tx) => wake(tx))
    open()
    await slow
    const { rows } = await trailOf(one)
    expect(rows.slice(-2).map(({ act }) => act)).toEqual(['quick', 'slow'])
  })

  test('that touches very many rows says each of them once, in the order they came', async () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => `row-${at}`)
    await one.work('look-at-many', async (tx) => {
      tx.touch('entry', ...ids)
      tx.touch('entry', ...ids)
      tx.touch('claim', 'row-1')
    })
    const { rows } = await trailOf(one)
    expect(rows.at(-1)?.touched).toEqual([
      ...ids.map((id) => ({ kind: 'entry', id })),
      { kind: 'claim', id: 'row-1' },
    ])
  })

  test('that throws leaves neither its rows nor a row of the trail', async () => {
    const before = await trailOf(one)
    const id = server.services.makeId()
    await expect(
      one.work('add-client', async (tx) => {
        await insertClient(tx, client(id))
        throw new Error('the pen broke')
      }),
    ).rejects.toThrow('the pen broke')
    expect(await one.work('look', (tx) => findClient(tx, id))).toBeNull()
    expect((await trailOf(one)).rows.length).toBe(before.rows.length + 1)
  })

  test('that goes on after an error of the database is not taken for done', async () => {
    const id = server.services.makeId()
    await expect(
      one.work('add-client', async (tx) => {
        await insertClient(tx, client(id))
        await insertClient(tx, client(id)).catch(() => undefined)
      }),
    ).rejects.toThrow()
    expect(await one.work('look', (tx) => findClient(tx, id))).toBeNull()
  })

  test('sees its own practice alone, and cannot write into another', async () => {
    const id = server.services.makeId()
    await one.work('add-client', (tx) => insertClient(tx, client(id)))
    const seen = await other.work('list', (tx) =>
      listClients(
        { ...tx, practiceId: one.practiceId },
        {
          after: null,
          limit: 100,
        },
      ),
    )
    expect(seen).toEqual([])
    const into = other.work('add-client', (tx) =>
      insertClient({ ...tx, practiceId: one.practiceId }, client(server.services.makeId())),
    )
    await expect(into).rejects.toMatchObject({ code: '42501' })
  })

  test('that only looked and touched nothing leaves no row where none was asked for', async () => {
    const before = await trailOf(one)
    await inPractice(
      server.services,
      {
        practiceId: one.practiceId,
        actor: { kind: 'program', name: 'sweep' },
        act: 'sweep',
        trail: 'when-touched',
      },
      (tx) => readSetting(tx, 'nothing'),
    )
    expect((await trailOf(one)).rows).toEqual(before.rows)
  })

  test('refuses a practice that is not a uuid before a word of it reaches the database', async () => {
    const order = { practiceId: "x'; DROP TABLE trail; --", actor: one.actor, act: 'look' }
    await expect(inPractice(server.services, order, async () => 1)).rejects.toThrow('uuid')
  })
})

describe('contention', () => {
  test('two units of work that lock each other out are both done, each once', async () => {
    for (const key of ['first', 'second'])
      await one.work('set', (tx) => writeSetting(tx, `deadlock.${key}`, 0, 0))
    let tries = 0
    const both = async (tx: Tx, keys: readonly string[]): Promise<void> => {
      tries += 1
      for (const key of keys) {
        await tx.db
          .updateTable('setting')
          .set((row) => ({ version: row('version', '+', 1) }))
          .where('practice_id', '=', tx.practiceId)
          .where('key', '=', key)
          .execute()
        await setTimeout(50)
      }
    }
    const keys = ['deadlock.first', 'deadlock.second']
    await Promise.all([
      one.work('set', (tx) => both(tx, keys)),
      one.work('set', (tx) => both(tx, keys.toReversed())),
    ])
    expect(tries).toBeGreaterThan(2)
    const found = await one.work('look', (tx) => Promise.all(keys.map((key) => readSetting(tx, key))))
    expect(found.map(({ version }) => version)).toEqual([3, 3])
  })

  test('gives up after some tries and says what the database said', async () => {
    let tries = 0
    const always = one.work('set', async () => {
      tries += 1
      throw Object.assign(new Error('could not serialize'), { code: '40001' })
    })
    await expect(always).rejects.toMatchObject({ code: '40001' })
    expect(tries).toBe(6)
  })
})

describe('the trail', () => {
  test('of fifty acts at once is one chain without a gap, and ends at its head', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, index) => one.work(`act-${index}`, async () => index)))
    const { rows, head } = await trailOf(one)
    const { sha256 } = server.services
    let before = firstHash(one.practiceId, sha256)
    for (const [index, row] of rows.entries()) {
      expect(row.number).toBe(index + 1)
      expect(row.previousHash).toBe(before)
      expect(trailHash(row, sha256)).toBe(row.hash)
      before = row.hash
    }
    expect(head).toMatchObject({ number: rows.length, hash: before })
    expect(rows.filter(({ act }) => act.startsWith('act-'))).toHaveLength(50)
  })
})

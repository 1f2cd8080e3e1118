// At the door: sign-in, its limits, the lock, another practice, the set-up link, the end of a sitting.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asked, type Signed, type TestServer, makeTestServer, ours } from '../../stories/test-server.ts'
import { addSeconds } from '../clock.ts'
import { hashPassword } from './password.ts'

const password = 'seven quiet lanterns'

let server: TestServer
let owner: Signed
let people = 0

beforeAll(async () => {
  server = await makeTestServer()
  owner = await server.makePractice()
})
afterAll(() => server.close())

const json = { ...ours, 'content-type': 'application/json' }

const post = (url: string, body: unknown, headers: object = {}, address = '127.0.0.1'): Promise<Asked> =>
  server.ask({
    method: 'POST',
    url,
    headers: { ...json, ...headers },
    payload: JSON.stringify(body ?? {}),
    remoteAddress: address,
  })

const cookieOf = (asked: Asked): string => String(asked.headers['set-cookie']).split(';')[0] ?? ''
const get = (url: string, cookie: string) => server.ask({ method: 'GET', url, headers: { ...ours, cookie } })

/** Somebody of the practice with the password above. */
const somebody = async (): Promise<string> => {
  people += 1
  const email = `door-${people}@practice.example`
  const added = await owner.ask('POST', '/api/people/members', {
    email,
    name: 'Ruth Okafor',
    role: 'biller',
  })
  const { token } = added.json()
  const done = await post('/api/people/set-up', { token, password }, {}, `10.9.0.${people}`)
  expect(done.status, done.text).toBe(200)
  return email
}

const signedIn = async (): Promise<string> => {
  const email = await somebody()
  return cookieOf(await post('/api/people/sign-in', { email, password }, {}, `10.8.0.${people}`))
}

/** Time goes by; the owner signs in anew. */
const wait = async (seconds: number): Promise<void> => {
  server.clock.moveTo(addSeconds(server.clock.now(), seconds))
  owner = await server.again(owner)
}

describe('signing in', () => {
  test('with e-mail and password gives a cookie no script reads and no other page sends', async () => {
    const email = await somebody()
    const answer = await post('/api/people/sign-in', { email: ` ${email.toUpperCase()}`, password })
    expect(answer.status).toBe(200)
    expect(answer.headers['set-cookie']).toMatch(
      /^golden-thread=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const me = await get('/api/people/me', cookieOf(answer))
    expect(me.json()).toMatchObject({ email, role: 'biller', practiceId: owner.practiceId, locked: false })
  })

  test('answers a wrong password and a stranger alike, in words and about in time', async () => {
    const email = await somebody()
    const one = await post('/api/people/sign-in', { email, password: 'six quiet lanterns' }, {}, '10.1.1.1')
    const other = await post(
      '/api/people/sign-in',
      { email: 'nobody@practice.example', password },
      {},
      '10.1.1.2',
    )
    expect(one.status).toBe(401)
    const { request: _one, ...oneTold } = one.json()
    const { request: _other, ...otherTold } = other.json()
    expect(oneTold).toEqual(otherTold)
  })

  test('is refused after five wrong passwords of an account, also with the right one, for a quarter of an hour', async () => {
    const email = await somebody()
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        post('/api/people/sign-in', { email, password: `guess ${index}` }, {}, `10.2.0.${index}`),
      ),
    )
    expect(tries.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(5)
    const right = await post('/api/people/sign-in', { email, password }, {}, '10.2.0.99')
    expect(right.status).toBe(429)
    expect(Number(right.headers['retry-after'])).toBeGreaterThan(0)
    await wait(901)
    expect((await post('/api/people/sign-in', { email, password }, {}, '10.2.0.99')).status).toBe(200)
  })

  test('takes no sixth guess though forty are sent at once', async () => {
    const email = await somebody()
    const tries = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        post('/api/people/sign-in', { email, password: `guess ${index}` }, {}, `10.2.1.${index}`),
      ),
    )
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(35)
  }, 60_000)

  test('leaves no sitting behind that has ended', async () => {
    const cookie = await signedIn()
    await post('/api/people/sign-out', undefined, { cookie })
    await signedIn()
    const rows = await server.database.asAdministrator(
      `SELECT 1 FROM sign_in_session WHERE ended_at IS NOT NULL OR expires_at <= $1`,
      [server.clock.now()],
    )
    expect(rows).toEqual([])
  })

  test('is refused to an address that tried thirty accounts', async () => {
    for (let index = 0; index < 30; index += 1)
      await post(
        '/api/people/sign-in',
        { email: `somebody-${index}@practice.example`, password: 'a guess' },
        {},
        '10.3.0.1',
      )
    const email = await somebody()
    expect((await post('/api/people/sign-in', { email, password }, {}, '10.3.0.1')).status).toBe(429)
    expect((await post('/api/people/sign-in', { email, password }, {}, '10.3.0.2')).status).toBe(200)
  }, 60_000)

  test('keeps neither the token nor the password anywhere in the database', async () => {
    const email = await somebody()
    const answer = await post('/api/people/sign-in', { email, password }, {}, '10.4.0.1')
    const token = cookieOf(answer).split('=')[1] ?? ''
    const [row] = await server.database.asAdministrator(
      `SELECT (SELECT string_agg(p::text, ' ') FROM person p) || (SELECT string_agg(s::text, ' ') FROM sign_in_session s) AS all`,
    )
    expect(String(row?.['all'])).toContain(email)
    expect(String(row?.['all'])).not.toContain(token)
    expect(String(row?.['all'])).not.toContain(password)
    expect(String(row?.['all'])).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  })
})

describe('the lock', () => {
  test('by hand keeps everything shut until the password comes', async () => {
    const cookie = await signedIn()
    expect((await post('/api/people/lock', undefined, { cookie })).status).toBe(200)
    const shut = await get('/api/people/clients', cookie)
    expect([shut.status, shut.json().code]).toEqual([401, 'locked'])
    expect((await get('/api/people/me', cookie)).json()).toMatchObject({ locked: true })
    expect((await post('/api/people/unlock', { password: 'not this one' }, { cookie })).status).toBe(401)
    expect((await get('/api/people/clients', cookie)).status).toBe(401)
    expect((await post('/api/people/unlock', { password }, { cookie })).status).toBe(200)
    expect((await get('/api/people/clients', cookie)).status).toBe(200)
  })

  test('opens with the right password while strangers guess at the account, and takes five wrong ones alone', async () => {
    const email = await somebody()
    const cookie = cookieOf(await post('/api/people/sign-in', { email, password }, {}, '10.5.1.1'))
    await post('/api/people/lock', undefined, { cookie })
    for (let index = 0; index < 6; index += 1)
      await post('/api/people/sign-in', { email, password: 'a guess' }, {}, '10.5.1.2')
    expect((await post('/api/people/unlock', { password }, { cookie }, '10.5.1.1')).status).toBe(200)
    await post('/api/people/lock', undefined, { cookie })
    const wrong = await Promise.all(
      Array.from({ length: 8 }, () => post('/api/people/unlock', { password: 'a guess' }, { cookie })),
    )
    expect(wrong.filter(({ status }) => status === 401)).toHaveLength(5)
    expect((await post('/api/people/unlock', { password }, { cookie })).status).toBe(429)
  })

  test('falls shut by itself after the idle time, and not before', async () => {
    const cookie = await signedIn()
    await wait(899)
    expect((await get('/api/people/clients', cookie)).status).toBe(200)
    await wait(901)
    expect((await get('/api/people/clients', cookie)).json()).toMatchObject({ code: 'locked' })
    await wait(1)
    expect((await get('/api/people/clients', cookie)).json()).toMatchObject({ code: 'locked' })
  })
})

describe('a sitting', () => {
  test('ends with the sign-out, and the cookie is worth nothing after it', async () => {
    const cookie = await signedIn()
    expect((await post('/api/people/sign-out', undefined, { cookie })).status).toBe(200)
    expect((await get('/api/people/clients', cookie)).json()).toMatchObject({ code: 'signed-out' })
  })

  test('ends after its longest time, however busy it was', async () => {
    const cookie = await signedIn()
    for (let hour = 0; hour < 12 * 5; hour += 1) {
      server.clock.moveTo(addSeconds(server.clock.now(), 719))
      expect((await get('/api/people/me', cookie)).status).toBe(200)
    }
    await wait(120)
    expect((await get('/api/people/me', cookie)).status).toBe(401)
  })

  test('goes on after a change of the password, and every other one of that person ends', async () => {
    const email = await somebody()
    const [here, there] = [
      cookieOf(await post('/api/people/sign-in', { email, password }, {}, '10.5.0.1')),
      cookieOf(await post('/api/people/sign-in', { email, password }, {}, '10.5.0.2')),
    ]
    const newPassword = 'nine loud lanterns'
    const wrong = { password: 'a guess', newPassword }
    expect((await post('/api/people/password', wrong, { cookie: here })).status).toBe(401)
    expect((await post('/api/people/password', { password, newPassword }, { cookie: here })).status).toBe(200)
    expect((await get('/api/people/me', here)).status).toBe(200)
    expect((await get('/api/people/me', there)).status).toBe(401)
  })

  test('is no secret when it is guessed first: a plain password is chosen neither by link nor by change', async () => {
    people += 1
    const email = `mirabelle-${people}@practice.example`
    const member = { email, name: 'Ruth Okafor', role: 'biller' }
    const { token } = (await owner.ask('POST', '/api/people/members', member)).json()
    const choose = (chosen: string) =>
      post('/api/people/set-up', { token, password: chosen }, {}, `10.7.0.${people}`)
    for (const plain of [
      'aaaaaaaaaaaa',
      'Password2026',
      'qwertyuiop12',
      'ruth.okafor1',
      'Mirabelle2026',
      'alderrow1234',
    ]) {
      const refused = await choose(plain)
      expect([plain, refused.status, refused.json().findings?.[0].code]).toEqual([
        plain,
        422,
        'plain-password',
      ])
    }
    const cookie = cookieOf(await choose(password))
    const changed = { password, newPassword: 'okafor okafor' }
    const refused = await post('/api/people/password', changed, { cookie })
    expect([refused.status, refused.json().findings[0].place.path]).toEqual([422, 'body.newPassword'])
  })

  test('is over for whose part in the practice has ended', async () => {
    const cookie = await signedIn()
    const { items } = (await owner.ask('GET', '/api/people/members')).json()
    const member = items.at(-1)
    const change = { version: member.version, role: 'biller', providerId: null, ended: true }
    expect((await owner.ask('PUT', `/api/people/members/${member.id}`, change)).status).toBe(200)
    expect((await get('/api/people/clients', cookie)).status).toBe(403)
  })

  test('goes over to another practice of theirs, and to none that is not', async () => {
    const other = await server.makePractice('Birch Lane Therapy LLC')
    const third = await server.makePractice('Cedar Court Counseling PC')
    const email = await somebody()
    const invited = await other.ask('POST', '/api/people/members', {
      email,
      name: 'Ruth Okafor',
      role: 'owner',
    })
    expect(invited.json()).toMatchObject({ way: 'join' })
    const cookie = cookieOf(await post('/api/people/sign-in', { email, password }, {}, '10.6.0.1'))
    const go = (practiceId: string) => post('/api/people/practice', { practiceId }, { cookie })
    expect((await go(third.practiceId)).status).toBe(404)
    expect((await go(other.practiceId)).status).toBe(404)
    expect((await post('/api/people/join', { token: invited.json().token }, { cookie })).status).toBe(200)
    expect((await get('/api/people/me', cookie)).json()).toMatchObject({
      practiceId: other.practiceId,
      role: 'owner',
    })
    expect((await go(owner.practiceId)).status).toBe(200)
  })
})

describe('an invitation', () => {
  test('of one practice gives no way into the account or the part that another one gave', async () => {
    const early = await server.makePractice('Birch Lane Therapy LLC')
    const member = { email: 'shared@practice.example', name: 'Ana Bell', role: 'owner' }
    const first = (await owner.ask('POST', '/api/people/members', member)).json()
    const second = (await early.ask('POST', '/api/people/members', member)).json()
    expect([first.way, second.way]).toEqual(['set-up', 'join'])
    const renewed = (await early.ask('POST', `/api/people/members/${second.id}/set-up`)).json()
    expect(renewed.way).toBe('join')
    const chosen = { token: renewed.token, password }
    expect((await post('/api/people/set-up', chosen, {}, '10.7.1.1')).status).toBe(404)
    const holder = await post('/api/people/set-up', { token: first.token, password }, {}, '10.7.1.2')
    const cookie = cookieOf(holder)
    expect((await get('/api/people/me', cookie)).json()).toMatchObject({ practiceId: owner.practiceId })
    const stranger = await signedIn()
    const join = (token: string, as: string) => post('/api/people/join', { token }, { cookie: as })
    expect((await join(renewed.token, stranger)).status).toBe(404)
    expect((await join(second.token, cookie)).status).toBe(404)
    expect((await join(renewed.token, cookie)).status).toBe(200)
    expect((await join(renewed.token, cookie)).status).toBe(404)
  })
})

describe('a name', () => {
  test('that somebody has in another practice is told to none that merely invites them', async () => {
    const other = await server.makePractice('Elm Row Therapy LLC')
    const email = await somebody()
    const invited = { email, name: 'Whoever Holds This', role: 'biller' }
    const { token } = (await other.ask('POST', '/api/people/members', invited)).json()
    const named = async (): Promise<string> => {
      const { items } = (await other.ask('GET', '/api/people/members')).json()
      return items.find((each: { email: string }) => each.email === email).name
    }
    expect(await named()).toBe('Whoever Holds This')
    const [before] = await server.database.asAdministrator(
      'SELECT cardinality(practice_ids) AS known FROM person WHERE email = $1',
      [email],
    )
    expect(before).toEqual({ known: 1 })
    const cookie = cookieOf(await post('/api/people/sign-in', { email, password }, {}, '10.5.2.1'))
    expect((await post('/api/people/join', { token }, { cookie })).status).toBe(200)
    expect(await named()).toBe('Ruth Okafor')
  })
})

describe('the set-up link', () => {
  test('is used once', async () => {
    const added = await owner.ask('POST', '/api/people/members', {
      email: 'once@practice.example',
      name: 'Ana Bell',
      role: 'biller',
    })
    const { token } = added.json()
    expect((await post('/api/people/set-up', { token, password }, {}, '10.7.0.1')).status).toBe(200)
    expect((await post('/api/people/set-up', { token, password }, {}, '10.7.0.1')).status).toBe(404)
  })

  test('is too old after three days, and a new one can be made', async () => {
    const email = 'late@practice.example'
    const body = { email, name: 'Ana Bell', role: 'biller' }
    const { token, id } = (await owner.ask('POST', '/api/people/members', body)).json()
    await wait(259_201)
    expect((await post('/api/people/set-up', { token, password }, {}, '10.7.0.2')).status).toBe(404)
    const fresh = await server.makePractice('Dell Street Therapy LLC')
    expect((await fresh.ask('POST', `/api/people/members/${id}/set-up`)).status).toBe(404)
  })
})

test('a hash of a password tells the password again, and no other', async () => {
  const { isPassword } = await import('./password.ts')
  const hash = await hashPassword(password)
  expect(await isPassword(password, hash)).toBe(true)
  expect(await isPassword(`${password} `, hash)).toBe(false)
  expect(await isPassword(password, null)).toBe(false)
})

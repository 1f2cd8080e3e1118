// Ways of going wrong, each with what is planted in its mouth: what is asked of an office, and the status it must answer.
import { inventedPayer, inventedProvider } from './invented.ts'
import { type Ask, type WatchedOffice, planted, plantedClient } from './watched-office.ts'

const client = plantedClient
const withName = (last: unknown) => ({ client: { ...client, name: { first: planted.firstName, last } } })
export const clients = '/api/people/clients'

/** While a statement waits for a lock of ours, something happens to it. */
const whileItWaits = async ({ owner, administer }: WatchedOffice, happens: string): Promise<number> =>
  administer(async (holder) => {
    await holder.query('BEGIN; LOCK TABLE client IN ACCESS EXCLUSIVE MODE')
    const asked = owner('POST', clients, { client })
    const waiting = "SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    for (let n = 0; n === 0; ) n = Number((await administer((each) => each.query(waiting))).rows[0].n)
    const act = `SELECT ${happens}(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'`
    await administer((each) => each.query(act))
    const { status } = await asked
    await holder.query('ROLLBACK')
    return status
  })

/** An act of the app fails in the database in a way the app could not foresee. */
const withConstraint = async ({ owner, execute }: WatchedOffice, constraint: string): Promise<number> => {
  await execute(`ALTER TABLE client ADD CONSTRAINT unforeseen CHECK (${constraint}) NOT VALID`)
  const { status } = await owner('POST', clients, { client })
  await execute('ALTER TABLE client DROP CONSTRAINT unforeseen')
  return status
}

const withTrigger = async ({ owner, execute }: WatchedOffice): Promise<number> => {
  await execute(`CREATE FUNCTION complain() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE WARNING 'seen: %', NEW.document; RAISE EXCEPTION 'not this one: %', NEW.document; END $$`)
  await execute('CREATE TRIGGER complain BEFORE INSERT ON client FOR EACH ROW EXECUTE FUNCTION complain()')
  const { status } = await owner('POST', clients, { client })
  await execute('DROP TRIGGER complain ON client')
  return status
}

const postTwice = async ({ owner }: WatchedOffice, url: string, body: unknown): Promise<number> => {
  await owner('POST', url, body)
  return (await owner('POST', url, body)).status
}

const ask = async ({ owner }: WatchedOffice, ...given: Parameters<Ask>): Promise<number> =>
  (await owner(...given)).status

const raw = async (to: WatchedOffice, payload: string, headers?: object): Promise<number> =>
  (await to.raw(payload, headers)).status

const stranger = async ({ nobody }: WatchedOffice, ...given: Parameters<Ask>): Promise<number> =>
  (await nobody(...given)).status

const { firstName, lastName, memberNumber, noteWord, email, ownPassword } = planted
/** A remittance with names in it; `more` follows. */
export const era = (more: string) =>
  `ISA*00*          *00*          *ZZ*LARKMOOR       *ZZ*ALDERROW1      *260310*0900*^*00501*000009911*0*T*:~GS*HP*LARKMOOR*ALDERROW1*20260310*0900*9911*X*005010X221A1~ST*835*0001~BPR*I*1*C*ACH~NM1*QC*1*${lastName}*${firstName}****MI*${memberNumber}~${more}`
const bring = (to: WatchedOffice, content: string): Promise<number> =>
  ask(to, 'POST', '/api/remit/files', {
    name: `${lastName}.835`,
    content: Buffer.from(content).toString('base64'),
  })

/** What goes wrong, how it is provoked, and the status that is answered. */
export const wrongs: readonly (readonly [string, (to: WatchedOffice) => Promise<number>, number])[] = [
  [
    'a body that is cut off',
    (to) => raw(to, `{"client": {"name": {"first": "${firstName}", "last": "${lastName}`),
    400,
  ],
  ['a body that is no JSON', (to) => raw(to, `${firstName} ${lastName}, ${memberNumber}`), 400],
  ['a body with a field of the language’s own', (to) => raw(to, `{"__proto__": "${lastName}"}`), 400],
  ['a body that is too large', (to) => raw(to, JSON.stringify(withName(lastName.repeat(120_000)))), 413],
  ['a body of another kind', (to) => raw(to, `name=${lastName}`, { 'content-type': 'text/plain' }), 415],
  ['a field that is too long', (to) => ask(to, 'POST', clients, withName(lastName.repeat(100))), 422],
  ['a field of the wrong kind', (to) => ask(to, 'POST', clients, withName({ [lastName]: firstName })), 422],
  [
    'a field nobody knows',
    (to) => ask(to, 'POST', clients, { client: { ...client, [lastName]: noteWord } }),
    422,
  ],
  [
    'a character the database cannot keep',
    (to) => ask(to, 'POST', clients, withName(`${lastName}\u0000`)),
    400,
  ],
  ['half of a character', (to) => ask(to, 'POST', clients, withName(`${lastName}\ud800`)), 400],
  ['an address that is not there', (to) => ask(to, 'GET', `/api/people/${lastName}?name=${firstName}`), 404],
  ['a name where an id belongs', (to) => ask(to, 'GET', `${clients}/${lastName}`), 422],
  [
    'a name as the place to go on',
    (to) => ask(to, 'GET', `/api/session/sessions?after=${memberNumber}`),
    200,
  ],
  ['a name as a day', (to) => ask(to, 'GET', `/api/thread/today?day=${lastName}`), 422],
  [
    'a key that is none',
    (to) => ask(to, 'POST', clients, { client }, { 'idempotency-key': `${firstName} ${lastName}` }),
    422,
  ],
  [
    'a page elsewhere',
    (to) => ask(to, 'POST', clients, { client }, { origin: `https://${lastName}.example` }),
    403,
  ],
  ['another name for us', (to) => ask(to, 'GET', clients, undefined, { host: `${lastName}.example` }), 421],
  [
    'a wrong password',
    (to) =>
      stranger(to, 'POST', '/api/people/sign-in', { email: `${email}@practice.example`, password: noteWord }),
    401,
  ],
  [
    'a cookie that is nobody’s',
    (to) => stranger(to, 'GET', '/api/people/me', undefined, { cookie: `golden-thread=${ownPassword}` }),
    401,
  ],
  [
    'a number that stands already',
    (to) => postTwice(to, '/api/people/providers', { provider: inventedProvider() }),
    409,
  ],
  [
    'a payer that stands already',
    (to) => postTwice(to, '/api/coverage/payers', { ...inventedPayer, name: lastName }),
    409,
  ],
  ['a row the database refuses', (to) => withConstraint(to, "document->>'sex' <> 'F'"), 500],
  ['a row the database fails over', (to) => withConstraint(to, "(document->'name'->>'last')::int > 0"), 500],
  ['a trigger that complains aloud', (to) => withTrigger(to), 500],
  ['a statement that took too long', (to) => whileItWaits(to, 'pg_cancel_backend'), 503],
  ['a connection that breaks', (to) => whileItWaits(to, 'pg_terminate_backend'), 503],
  ['a file that is no X12', (to) => bring(to, `${firstName} ${lastName} ${memberNumber}`), 422],
  ['a file that is cut off', (to) => bring(to, era('')), 202],
  [
    'a file with what belongs in none',
    (to) => bring(to, era(`CLP*${lastName}*${firstName}*${noteWord}~SE*1*0001~`)),
    202,
  ],
]

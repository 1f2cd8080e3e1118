// Routes of the practice itself: what it is, its settings, its trail.
import { z } from 'zod'
import type { Tx } from '../database/tx.ts'
import type { App } from '../http/app-type.ts'
import { notFound, stale, unfit } from '../http/problem.ts'
import { issuesOf } from '../http/judge-shape.ts'
import { addRoute, everyRole, reply } from '../http/route.ts'
import { InstantText, Uuid, Version } from '../http/schemas.ts'
import { shapeFindings } from '../http/shape-findings.ts'
import { PracticeDocument } from '../people/people-schemas.ts'
import type { Services } from '../services.ts'
import { readTrail } from '../trail/store.ts'
import { ZoneName } from './zone-name.ts'
import { knownSettings, settingShape } from './known-settings.ts'
import { readPractice, readSetting, readSettings, updatePractice, writeSetting } from './store.ts'

const PracticeView = z
  .object({
    id: Uuid,
    version: Version,
    document: PracticeDocument,
    zone: ZoneName,
    senderQualifier: z.string(),
    senderId: z.string(),
    usage: z.enum(['T', 'P']),
    demo: z.boolean(),
  })
  .meta({ id: 'PracticeRecord' })

const registerPractice = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/practice/practice',
    summary: 'Read the practice',
    act: 'read-practice',
    roles: everyRole,
    answers: { 200: PracticeView },
    run: async ({ tx }) => {
      tx.touch('practice', tx.practiceId)
      return reply(200, await readPractice(tx))
    },
  })
  addRoute(app, services, {
    method: 'PUT',
    url: '/api/practice/practice',
    summary: 'Change the practice',
    act: 'change-practice',
    roles: ['owner'],
    body: z.strictObject({ version: Version, document: PracticeDocument, zone: ZoneName }),
    answers: { 200: PracticeView },
    run: async ({ tx, body }) => {
      tx.touch('practice', tx.practiceId)
      if (!(await updatePractice(tx, body.version, body))) throw stale()
      return reply(200, await readPractice(tx))
    },
  })
}

const SettingKey = z.object({ key: z.string().regex(/^[a-z][a-z0-9.-]{1,60}$/) })
// Named, since it holds itself: without a name the description has no place to point to.
const AnyJson = z.json().register(z.globalRegistry, { id: 'Json' })
type Json = z.output<typeof AnyJson>
const SettingView = z
  .object({ key: z.string(), value: AnyJson, version: z.int().min(0) })
  .meta({ id: 'Setting' })

/** A value that cannot stand is refused here: what reads it later stops nobody's claims over it. */
const checkSetting = (key: string, value: unknown): void => {
  const shape = settingShape(key)
  if (shape === null) throw notFound()
  const judged = issuesOf(shape, value)
  if (!judged.ok) throw unfit(shapeFindings(judged.issues, 'body.value'))
}

const SettingListed = SettingView.extend({
  says: z.string().describe('what it is for'),
  usual: AnyJson.describe('what holds while nobody has set it: its version is 0 and its value null'),
}).meta({ id: 'SettingListed' })

/** What the program sets for itself is no choice of anybody's, so the list leaves it out. */
const listSettings = async (tx: Tx): Promise<readonly z.output<typeof SettingListed>[]> => {
  const kept = await readSettings(tx)
  return Object.entries(knownSettings)
    .filter(([, { own }]) => own !== true)
    .map(([key, { says, usual }]) => {
      const { value, version } = kept.get(key) ?? { value: null, version: 0 }
      return { key, value: value as Json, version, says, usual: usual as Json }
    })
}

const registerSettings = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/practice/settings',
    summary: 'List the settings of the practice: what each is for, its value, what holds without one',
    act: 'list-settings',
    roles: everyRole,
    answers: { 200: z.object({ items: z.array(SettingListed) }) },
    run: async ({ tx }) => {
      const items = await listSettings(tx)
      tx.touch('setting', ...items.map(({ key }) => key))
      return reply(200, { items: [...items] })
    },
  })
  addRoute(app, services, {
    method: 'GET',
    url: '/api/practice/settings/:key',
    summary: 'Read a setting; its version is 0 while nobody has set it',
    act: 'read-setting',
    roles: everyRole,
    params: SettingKey,
    answers: { 200: SettingView },
    run: async ({ tx, params: { key } }) => {
      if (settingShape(key) === null) throw notFound()
      tx.touch('setting', key)
      const { value, version } = await readSetting(tx, key)
      return reply(200, { key, value: value as Json, version })
    },
  })
  addRoute(app, services, {
    method: 'PUT',
    url: '/api/practice/settings/:key',
    summary: 'Set a setting',
    act: 'change-setting',
    roles: ['owner'],
    params: SettingKey,
    body: z.strictObject({ value: AnyJson, version: z.int().min(0) }),
    answers: { 200: SettingView },
    run: async ({ tx, params: { key }, body: { value, version } }) => {
      checkSetting(key, value)
      tx.touch('setting', key)
      if (!(await writeSetting(tx, key, value, version))) throw stale()
      return reply(200, { key, value, version: version + 1 })
    },
  })
}

const TrailView = z
  .object({
    number: z.int(),
    at: InstantText,
    personId: Uuid.nullable(),
    actor: z.string(),
    act: z.string(),
    touched: z.array(z.object({ kind: z.string(), id: z.string() })),
    requestId: z.string().nullable(),
    previousHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'TrailRow' })

const registerTrail = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'GET',
    url: '/api/practice/trail',
    summary: 'Read the trail in its order',
    act: 'read-trail',
    roles: ['owner'],
    query: z.object({
      from: z.coerce.number().int().min(1).default(1).describe('the number to begin with'),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answers: { 200: z.object({ items: z.array(TrailView) }) },
    run: async ({ tx, query: { from, limit } }) => {
      const rows = await readTrail(tx.db, tx.practiceId, from, limit)
      return reply(200, { items: rows.map((row) => ({ ...row, touched: [...row.touched] })) })
    },
  })

/** The practice, its settings and its trail. */
export const registerPracticeRoutes = (app: App, services: Services): void => {
  registerPractice(app, services)
  registerSettings(app, services)
  registerTrail(app, services)
}

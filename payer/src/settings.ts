// What the payer's process is started with, and the reading of it from a JSON file.
import { parseInstant } from '@goldenthread/core/values/day.ts'
import type { PayerState, PlanRules } from './answer/plan.ts'
import { type Behaviour, isBehaviour } from './behaviour.ts'
import type { ClockSetting } from './clock.ts'

/** One payer of those this process plays. */
export interface PlanSetting {
  readonly planRules: PlanRules
  /** Its counters at the very first start; later ones come from the journal. */
  readonly state?: PayerState
  readonly behaviour?: Behaviour
  /** How it behaves once its clock is the machine's, when that is not the same: nobody who watches waits for weeks. */
  readonly behaviourByRealClock?: Behaviour
}

/** Who may send and pick up over HTTP, and for which senders; all when none is named. */
export interface Account {
  readonly userName: string
  readonly password: string
  readonly senderIds?: readonly string[]
}

/** A sender's folder, with `in/` and `out/` in it. */
export interface MailboxSetting {
  readonly senderId: string
  readonly folder: string
}

export interface PayerOptions {
  /** Loopback only: a stand-in holds no secret worth more. Default 127.0.0.1. */
  readonly host?: string
  /** 0, the default, is any free port. */
  readonly port?: number
  /** The journal and the lock stand here. */
  readonly stateFolder: string
  readonly mailboxes?: readonly MailboxSetting[]
  readonly accounts: readonly Account[]
  /** Each with an interchange id of its own: a file goes to the one its ISA08 names. */
  readonly plans: readonly PlanSetting[]
  /** `real`, or the instant a moved clock begins at; where the journal knows of a later one, that stands. */
  readonly clock: ClockSetting
  /** What delays, doublings, orders and losses are drawn from. */
  readonly seed: string
  /** How often folders are looked into. Default 250. */
  readonly pollMilliseconds?: number
}

const isLoopback = (host: string): boolean => ['127.0.0.1', '::1', 'localhost'].includes(host)
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
const isListOf = (value: unknown, fits: (each: Readonly<Record<string, unknown>>) => boolean): boolean =>
  Array.isArray(value) && value.every((each) => isObject(each) && fits(each))

const planLists = ['members', 'enrolled', 'fees', 'places', 'modifiers', 'carvedOut', 'notInPlan']
const moreLists = ['authorizationNeeded', 'authorizations']

const isPlan = ({ planRules }: Readonly<Record<string, unknown>>): boolean =>
  isObject(planRules) &&
  isObject(planRules['payer']) &&
  ['id', 'name', 'taxId', 'interchangeId'].every((key) => isText((planRules['payer'] as never)[key])) &&
  [...planLists, ...moreLists].every((key) => Array.isArray(planRules[key]))

const hasBehaviour = ({
  behaviour = {},
  behaviourByRealClock = {},
}: Readonly<Record<string, unknown>>): boolean =>
  [behaviour, behaviourByRealClock].every((each) => isObject(each) && isBehaviour(each))

const isPort = (value: unknown): boolean =>
  value === undefined || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 65_535)

type Row = readonly [says: string, holds: (given: Readonly<Record<string, unknown>>) => boolean]

/** What settings must hold, in the order it is looked at, and what is said when they do not. */
const rows: readonly Row[] = [
  ['host must be a loopback address', ({ host }) => host === undefined || isLoopback(String(host))],
  ['port must be a whole number from 0 to 65535', ({ port }) => isPort(port)],
  ['stateFolder must name a folder', ({ stateFolder }) => isText(stateFolder)],
  ['seed must be a text', ({ seed }) => isText(seed)],
  [
    'clock must be "real" or an instant (YYYY-MM-DDTHH:MM:SSZ)',
    ({ clock }) => clock === 'real' || (typeof clock === 'string' && parseInstant(clock) !== null),
  ],
  [
    'each account needs a userName and a password',
    ({ accounts }) => isListOf(accounts, (each) => isText(each['userName']) && isText(each['password'])),
  ],
  [
    'each mailbox needs a senderId and a folder',
    ({ mailboxes = [] }) => isListOf(mailboxes, (each) => isText(each['senderId']) && isText(each['folder'])),
  ],
  [
    'there must be a plan, and each needs whole planRules',
    ({ plans }) => isListOf(plans, isPlan) && (plans as readonly unknown[]).length > 0,
  ],
  ['a behaviour is not one it knows', ({ plans }) => isListOf(plans, hasBehaviour)],
]

const repeated = (list: readonly string[]): boolean => new Set(list).size < list.length

/** The sentence that says why a payer cannot be started with these settings; null when it can. */
export const refuseSettings = (given: unknown): string | null => {
  if (!isObject(given)) return 'The settings of the stand-in payer must be a JSON object.'
  const broken = rows.find(([, holds]) => !holds(given))
  if (broken !== undefined) return `The stand-in payer cannot start: ${broken[0]}.`
  const { plans, mailboxes = [] } = given as unknown as PayerOptions
  const ids = plans.map(({ planRules }) => planRules.payer.interchangeId.trim().toUpperCase())
  if (repeated(ids)) return 'The stand-in payer cannot start: two plans have the same interchangeId.'
  if (repeated(plans.map(({ planRules }) => planRules.payer.id)))
    return 'The stand-in payer cannot start: two plans have the same payer id.'
  return repeated(mailboxes.map(({ folder }) => folder))
    ? 'The stand-in payer cannot start: two mailboxes have the same folder.'
    : null
}

/** Settings from a JSON text, or the sentence that says why they will not do. */
export const readSettings = (text: string): PayerOptions | string => {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return 'The settings of the stand-in payer are no JSON.'
  }
  return refuseSettings(given) ?? (given as PayerOptions)
}

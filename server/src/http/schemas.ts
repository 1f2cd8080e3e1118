// Schemas that every stage's routes share: ids, days, money, findings, problems, pages of a list.
import { stateCodes } from '@goldenthread/core/people/states.ts'
import { z } from 'zod'
import type { Cents } from '@goldenthread/core/values/cents.ts'
import {
  type ClockTime,
  type Day,
  type Instant,
  parseDay,
  parseInstant,
} from '@goldenthread/core/values/day.ts'
import type { Finding as CoreFinding } from '@goldenthread/core/values/finding.ts'
import { parseNpi } from '@goldenthread/core/values/npi.ts'
import type { Told } from './judge-shape.ts'

/** A schema whose proved texts or numbers are known under a narrower type of core. */
export const typed = <T>(schema: z.ZodType): z.ZodType<T, T> => schema as unknown as z.ZodType<T, T>

/** What stands in the description of a line, and of lines; the checks themselves say more. */
const lineForm = '^\\P{Cc}*$'
const linesForm = '^[\\t\\n\\r\\P{Cc}]*$'

/** Says which control character stands where: a note that holds one is read by no file that carries it. */
const refuseControls =
  (kept: RegExp, remedy: string) =>
  (given: z.core.ParsePayload<string>): void => {
    const at = given.value.search(kept)
    if (at < 0) return
    const number = given.value.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')
    const says = `Character ${at + 1} of this text is a control character (U+${number}).`
    const told: Told = { says, remedy }
    given.issues.push({ code: 'custom', input: given.value, continue: true, params: { told } })
  }

const refuseInLine = refuseControls(/\p{Cc}/u, 'Write it on one line, without control characters.')
const refuseInLines = refuseControls(
  /[^\t\n\P{Cc}]/u,
  'Leave it out; of control characters only line feeds and tabs are kept.',
)

/** Lines end in a line feed, whatever computer they were typed on. */
const withLineFeeds = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

/** A line of text as a person types it: NFC, trimmed, not empty. */
export const textOf = (most: number) => mayBeEmpty(most).min(1)

/** The same, that may be empty. */
export const mayBeEmpty = (most: number) =>
  z.string().normalize('NFC').trim().max(most).check(refuseInLine).meta({ pattern: lineForm })

/** Text of several lines as a person types it: NFC, trimmed, not empty; line feeds and tabs are kept. */
export const linesOf = (most: number) => linesMayBeEmpty(most).min(1)

/** The same, that may be empty. */
export const linesMayBeEmpty = (most: number) =>
  z
    .string()
    .normalize('NFC')
    .overwrite(withLineFeeds)
    .trim()
    .max(most)
    .check(refuseInLines)
    .meta({ pattern: linesForm })

/** In whichever letters it is written; it is kept in small ones. */
export const Uuid = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'an id (uuid)')
  .describe('uuid')

const dayKind = 'a day that exists, YYYY-MM-DD'
export const DayText = typed<Day>(
  z
    .string(dayKind)
    .regex(/^\d{4}-\d{2}-\d{2}$/, dayKind)
    .refine((text) => parseDay(text) !== null, dayKind)
    .describe('a day, YYYY-MM-DD'),
)

const instantKind = 'an instant that exists, in UTC, YYYY-MM-DDTHH:MM:SSZ'
export const InstantText = typed<Instant>(
  z
    .string(instantKind)
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, instantKind)
    .refine((text) => parseInstant(text) !== null, instantKind)
    .describe('an instant in UTC, YYYY-MM-DDTHH:MM:SSZ'),
)

export const ClockText = typed<ClockTime>(
  z
    .string('a time on the clock, HH:MM')
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time on the clock, HH:MM')
    .describe('a time on the clock, HH:MM'),
)

/** Whole cents as they are answered; a safe integer, so that sums of any ledger fit. */
export const CentsNumber = typed<Cents>(z.int('whole cents').describe('whole cents'))
/** The same where an amount is paid or owed: not below zero. */
export const AmountNumber = typed<Cents>(z.int('whole cents').min(0).describe('whole cents, not below zero'))

/**
 * The most of one fee, one payment, one rate of pay that a person writes down: $50,000. It is far above what a session
 * or a course of treatment costs, and low enough that a slip of the finger by some digits is found at once.
 */
export const mostAtOnce = 5_000_000

/** One amount as a person writes it down. */
export const WrittenAmount = typed<Cents>(
  z
    .int('whole cents')
    .min(0)
    .max(mostAtOnce)
    .describe('whole cents, not below zero and no more than 5000000 ($50,000.00)'),
)

const npiKind = 'a national provider identifier: ten digits of which the last proves the others'
export const NpiText = z
  .string()
  .regex(/^\d{10}$/, npiKind)
  .refine((text) => parseNpi(text) !== null, npiKind)
  .describe('a national provider identifier')

export const StateCode = z
  .string()
  .regex(/^[A-Z]{2}$/, 'two letters of a state, as NY')
  .refine((letters) => stateCodes.has(letters), 'two letters of a state, as NY')
  .describe('two letters of a state')

export const Version = z
  .int()
  .min(1)
  .describe('the version that was read; an edit of another one is refused with 409')

const FieldPlace = z.object({ kind: z.literal('field'), path: z.string() })
const TextPlace = z.object({
  kind: z.literal('text'),
  section: z.string(),
  start: z.int(),
  end: z.int(),
})
const SegmentPlace = z.object({
  kind: z.literal('segment'),
  id: z.string(),
  segment: z.int(),
  loop: z.string().exactOptional(),
  element: z.int().exactOptional(),
  component: z.int().exactOptional(),
  repetition: z.int().exactOptional(),
  offset: z.int(),
  length: z.int(),
})

/** core/values/finding.ts. */
export const Finding = z
  .object({
    code: z.string(),
    severity: z.enum(['blocks-signing', 'holds-claim', 'warns', 'coaches']),
    whose: z.enum(['law', 'code-set', 'payer', 'platform', 'advice']),
    place: z.discriminatedUnion('kind', [FieldPlace, TextPlace, SegmentPlace]),
    says: z.string(),
    remedy: z.string(),
    source: z.string(),
    evidence: z.record(z.string(), z.string()),
  })
  .meta({
    id: 'Finding',
    description: 'One thing that does not hold: what, where, what to do, on whose word.',
  })

/** Findings as a list; core's are readonly. */
export const Findings = typed<readonly CoreFinding[]>(z.array(Finding))

/** RFC 9457, served as application/problem+json. */
export const Problem = z
  .object({
    type: z.string().describe('urn:golden-thread:problem:<code>'),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    request: z.string().describe('the id of the request, as in the log and the trail'),
    findings: Findings.optional(),
  })
  .meta({ id: 'Problem' })

/** The query of a list: where to go on, and how many. */
export const PageQuery = z.object({
  after: z.string().max(500).optional().describe('the `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** One page of a list; `next` is null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

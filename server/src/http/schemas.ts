// Schemas that every stage's routes share: ids, days, money, findings, problems, pages of a list.
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

/** A schema whose proved texts or numbers are known under a narrower type of core. */
export const typed = <T>(schema: z.ZodType): z.ZodType<T, T> => schema as unknown as z.ZodType<T, T>

/** A line of text as a person types it: NFC, trimmed, not empty. */
export const textOf = (most: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u)

/** The same, that may be empty. */
export const mayBeEmpty = (most: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u)

export const Uuid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .describe('uuid')

export const DayText = typed<Day>(
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine((text) => parseDay(text) !== null)
    .describe('a day, YYYY-MM-DD'),
)

export const InstantText = typed<Instant>(
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
    .refine((text) => parseInstant(text) !== null)
    .describe('an instant in UTC, YYYY-MM-DDTHH:MM:SSZ'),
)

export const ClockText = typed<ClockTime>(
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .describe('a time on the clock, HH:MM'),
)

/** Whole cents; where an amount is paid or owed it is not below zero. */
export const CentsNumber = typed<Cents>(z.int().min(-1e13).max(1e13).describe('whole cents'))
export const AmountNumber = typed<Cents>(z.int().min(0).max(1e13).describe('whole cents, not below zero'))

export const NpiText = z
  .string()
  .regex(/^\d{10}$/)
  .refine((text) => parseNpi(text) !== null)
  .describe('a national provider identifier')

export const StateCode = z
  .string()
  .regex(/^[A-Z]{2}$/)
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

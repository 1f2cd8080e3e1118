// Holds a case file against its JSON Schema (docs/case-file.schema.json) and says each fault as a finding.
import { readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { parseClockTime, parseDay, parseInstant } from '@goldenthread/core/values/day.ts'
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import { parseNpi } from '@goldenthread/core/values/npi.ts'
import { nearestWord } from './nearest-word.ts'

const schemaPath = 'docs/case-file.schema.json'
const schema: { readonly $defs: object } = JSON.parse(
  readFileSync(new URL(`../../../${schemaPath}`, import.meta.url), 'utf8'),
)

const formats = {
  day: { holds: (text: string) => parseDay(text) !== null, wanted: 'a day of the calendar, YYYY-MM-DD' },
  instant: {
    holds: (text: string) => parseInstant(text) !== null,
    wanted: 'an instant in UTC, YYYY-MM-DDTHH:MM:SSZ',
  },
  clock: { holds: (text: string) => parseClockTime(text) !== null, wanted: 'a time of the clock, HH:MM' },
  npi: { holds: (text: string) => parseNpi(text) !== null, wanted: 'ten digits with the right check digit' },
}

const ajv = new Ajv2020({
  allErrors: true,
  verbose: true,
  discriminator: true,
  strict: true,
  allowUnionTypes: true,
})
for (const [name, format] of Object.entries(formats))
  ajv.addFormat(name, { type: 'string', validate: format.holds })
const validateCase = ajv.compile(schema)
const validatePlan = ajv.compile({ $defs: schema.$defs, $ref: '#/$defs/payer' })

const pathOf = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')

const within = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

const fault = (code: string, path: string, says: string, remedy: string): Finding => ({
  code,
  severity: 'holds-claim',
  whose: 'platform',
  place: field(path),
  says,
  remedy,
  source: schemaPath,
  evidence: {},
})

type Sentence = (error: ErrorObject, path: string) => Finding

const isCents = (error: ErrorObject): boolean => error.parentSchema?.['description'] === 'Whole cents.'

const unknownKey: Sentence = (error, path) => {
  const key = String(error.params['additionalProperty'])
  const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object)
  const near = nearestWord(key, known)
  return fault(
    'case:unknown-key',
    within(path, key),
    'This key is not one a case file has.',
    near === null
      ? `Take it out, or use one of: ${known.join(', ')}.`
      : `Did you mean "${near}"? Otherwise take it out.`,
  )
}

/** What to say for each keyword of the schema; values themselves are never repeated, they may be a client's. */
const sentences: Readonly<Record<string, Sentence>> = {
  additionalProperties: unknownKey,
  required: (error, path) =>
    fault(
      'case:missing-key',
      within(path, String(error.params['missingProperty'])),
      'This key is needed and is not there.',
      'Add it; docs/case-file.md says what it holds.',
    ),
  type: (error, path) =>
    fault(
      'case:kind',
      path,
      `This must be of the kind ${String(error.params['type'])}.`,
      isCents(error) ? 'Write whole cents without quotes: 20000 for $200.00.' : 'Write a value of that kind.',
    ),
  enum: (error, path) =>
    fault(
      'case:choice',
      path,
      'This is not one of the values that may stand here.',
      `Choose one of: ${(error.params['allowedValues'] as readonly unknown[]).join(', ')}.`,
    ),
  format: (error, path) =>
    fault(
      'case:form',
      path,
      'This value does not have the form it needs.',
      `Write ${formats[String(error.params['format']) as keyof typeof formats].wanted}.`,
    ),
  discriminator: (_error, path) =>
    fault(
      'case:choice',
      within(path, 'basis'),
      'This is not a basis of pay.',
      'Choose amount-by-procedure or share-of-allowed.',
    ),
}

/** Of a value out of its bounds or form, in words; a pattern means nothing to a biller. */
const wants = (error: ErrorObject): string => {
  if (isCents(error)) return 'Write whole cents, none below zero: 20000 for $200.00.'
  const description: unknown = error.parentSchema?.['description']
  if (typeof description === 'string') return `Write what stands here: ${description}`
  return 'Write a value that fits; docs/case-file.md says what stands here.'
}

const otherwise: Sentence = (error, path) =>
  fault('case:form', path, 'This value does not have the form it needs.', wants(error))

/** `anyOf` says what failed in each branch; the branch that only offers null and the sum of all are no news. */
const isNews = (error: ErrorObject): boolean =>
  !['anyOf', 'oneOf', 'if'].includes(error.keyword) &&
  !(error.keyword === 'type' && error.params['type'] === 'null')

const findingsOf = (errors: readonly ErrorObject[]): readonly Finding[] => {
  const told = new Set<string>()
  return errors.filter(isNews).flatMap((error) => {
    const finding = (sentences[error.keyword] ?? otherwise)(error, pathOf(error.instancePath))
    const place = finding.place.kind === 'field' ? finding.place.path : ''
    if (told.has(place)) return []
    told.add(place)
    return [finding]
  })
}

/** Findings for a parsed case file; none when it has the shape docs/case-file.schema.json asks for. */
export const checkCaseShape = (document: unknown): readonly Finding[] =>
  validateCase(document) ? [] : findingsOf(validateCase.errors ?? [])

/** The same for a file that holds only what a payer knows (the `payer` part of a case). */
export const checkPlanShape = (document: unknown): readonly Finding[] =>
  validatePlan(document) ? [] : findingsOf(validatePlan.errors ?? [])

// Judges what was sent by a schema: where it is not met and what is expected there, never what was sent.
import { z } from 'zod'

/** Where a schema was not met, in which way, and what is expected there. */
export interface Issue {
  readonly path: readonly string[]
  /** Zod's word for the way. */
  readonly code: string
  /** As in "Send …": `a day that exists, YYYY-MM-DD`. Of fields nobody knows: the names that are known. */
  readonly expected: string
  /** Nothing was sent here. */
  readonly missing: boolean
  /** The fields nobody knows, as they were sent: a person may have written them. */
  readonly keys?: readonly string[]
  /** What a schema's own check says of it, in whole sentences. */
  readonly told?: Told
}

/** Sentences of a check, without the value it looked at. */
export interface Told {
  readonly says: string
  readonly remedy: string
}

export type Judged<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] }

type Raw = z.core.$ZodRawIssue
type Found = z.core.$ZodIssue

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}

const most = (origin: string, maximum: number | bigint): string => {
  if (origin === 'string') return `a text of at most ${maximum} characters`
  if (origin === 'array') return `a list of at most ${maximum} entries`
  return `a number of at most ${maximum}`
}

const least = (origin: string, minimum: number | bigint): string => {
  if (origin === 'string') return minimum === 1 ? notEmpty : `a text of at least ${minimum} characters`
  if (origin === 'array') return `a list of at least ${minimum} entries`
  return `a number of at least ${minimum}`
}

/** What is expected where nothing was written. */
export const notEmpty = 'a text that is not empty'

/** A longer list is looked up in the description. */
const mostNamed = 40

const oneOf = (values: readonly unknown[]): string => {
  if (values.length > mostNamed) return `one of the ${values.length} values that /openapi.json names`
  const named = values.map(String).join(', ')
  return values.length === 1 ? `exactly: ${named}` : `one of: ${named}`
}

/** Names of a closed object's fields. */
const knownTo = (schema: unknown): string =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape).join(', ') : ''

const formats: Readonly<Record<string, string>> = { email: 'an e-mail address' }

const ofFormat = (format: string, pattern: string | undefined): string =>
  formats[format] ?? (pattern === undefined ? 'a text of another form' : `a text of the form ${pattern}`)

/** What is expected where zod found an issue and the schema does not say it itself. */
const expectedBy = (issue: Raw): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.inst instanceof z.ZodNumberFormat
        ? 'a whole number'
        : (kinds[issue.expected] ?? 'another kind of value')
    case 'too_big':
      return most(issue.origin, issue.maximum)
    case 'too_small':
      return least(issue.origin, issue.minimum)
    case 'invalid_format':
      return ofFormat(issue.format, issue.pattern)
    case 'invalid_value':
      return oneOf(issue.values)
    case 'unrecognized_keys':
      return knownTo(issue.inst)
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`
    case 'invalid_key':
      return 'a name that is known here'
    default:
      return 'a value that can stand here'
  }
}

const isOfAnotherKind = ({ path, code }: Found): boolean =>
  path.length === 0 && (code === 'invalid_type' || code === 'invalid_value')

/** Of several forms the one that was meant, when but one has the kind of what was sent. */
const meant = (issue: Found): readonly Found[] => {
  if (issue.code !== 'invalid_union') return [issue]
  const [branch, ...others] = issue.errors.filter((each) => !each.some(isOfAnotherKind))
  if (branch === undefined || others.length > 0) return [issue]
  return branch.flatMap((each) => meant({ ...each, path: [...issue.path, ...each.path] }))
}

const ofForms = (issue: Found): string => {
  if (issue.code !== 'invalid_union') return issue.message
  const forms = [...new Set(issue.errors.flatMap((branch) => branch.slice(0, 1).map(ofForms)))]
  return forms.length === 0 ? 'one of the forms that are known here' : forms.join(', or ')
}

const toldIn = (issue: Found): Told | null => {
  const told = issue.code === 'custom' ? issue.params?.['told'] : undefined
  return (told as Told | undefined) ?? null
}

const plain = (issue: Found): Issue => {
  const told = toldIn(issue)
  // A name that is refused was written by a person.
  const path = issue.code === 'invalid_key' ? [...issue.path.slice(0, -1), '*'] : issue.path
  return {
    path: path.map(String),
    code: issue.code,
    expected: ofForms(issue),
    missing: 'input' in issue && issue.input === undefined,
    ...(issue.code === 'unrecognized_keys' ? { keys: issue.keys } : {}),
    ...(told === null ? {} : { told }),
  }
}

/** What was sent as its schema has it, or every place where it does not meet it. */
export const issuesOf = <T extends z.ZodType>(schema: T, sent: unknown): Judged<z.output<T>> => {
  const found = schema.safeParse(sent, { error: expectedBy, reportInput: true })
  if (found.success) return { ok: true, value: found.data }
  return { ok: false, issues: found.error.issues.flatMap(meant).map(plain) }
}

// What /openapi.json declares: its routes, who may ask them, and whether an answer is what was declared.
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Asked } from './test-server.ts'

interface Declared {
  readonly operationId: string
  readonly description?: string
  readonly security?: readonly unknown[]
  readonly requestBody?: unknown
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly schema: { readonly type?: string; readonly pattern?: string; readonly enum?: readonly string[] }
  }[]
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: unknown }>> }>
  >
}

export interface Description {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Declared>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

export interface DeclaredRoute extends Declared {
  /** `POST /api/people/clients/{id}`. */
  readonly name: string
  readonly method: string
  readonly path: string
}

export const routesOf = ({ paths }: Description): readonly DeclaredRoute[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([word, declared]) => {
      const method = word.toUpperCase()
      return { ...declared, name: `${method} ${path}`, method, path }
    }),
  )

/** For strangers too. */
export const isOpen = ({ security }: DeclaredRoute): boolean => security?.length === 0

/** The roles that the description names; null for routes of whoever is signed in. */
export const rolesOf = ({ description }: DeclaredRoute): readonly string[] | null =>
  /^Roles: (.*)\.$/.exec(description ?? '')?.[1]?.split(', ') ?? null

const contentType = ({ headers }: Asked): string => String(headers['content-type']).split(';')[0] ?? ''

/** Says what about an answer was not declared; empty when all was. */
export const makeProver = (description: Description): ((route: DeclaredRoute, answer: Asked) => string) => {
  // Patterns stand beside every format, and say more.
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema(description, 'openapi')
  const pointerOf = (...steps: readonly string[]): string =>
    steps.map((step) => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')
  return ({ path, method, responses }, answer) => {
    const status = String(answer.status)
    const type = contentType(answer)
    if (responses[status]?.content[type] === undefined) return `${status} as ${type} is not declared`
    // A file is what it is.
    if (type === 'application/octet-stream' || type === 'application/pdf') return ''
    const pointer = pointerOf(
      'paths',
      path,
      method.toLowerCase(),
      'responses',
      status,
      'content',
      type,
      'schema',
    )
    const validate = ajv.compile({ $ref: `openapi#${pointer}` })
    return validate(answer.json()) ? '' : JSON.stringify(validate.errors)
  }
}

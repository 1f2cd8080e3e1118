// Makes web/src/api/generated.api.ts, the types of every route as the pages ask it, from docs/openapi.json; run `npm run web-api`.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type TypeScript from 'typescript'

const root = dirname(import.meta.dirname)
const openapiPath = join(root, 'docs', 'openapi.json')

/** What is used of openapi-typescript, which the house's own packages do not see. */
interface TypesMaker {
  readonly default: (
    description: unknown,
    options: {
      readonly transform: (
        schema: unknown,
        about: { readonly path?: string },
      ) => TypeScript.TypeNode | undefined
    },
  ) => Promise<readonly TypeScript.Node[]>
  readonly astToString: (nodes: readonly TypeScript.Node[]) => string
}

// It stands in web's own packages: it wants a TypeScript of its own, older than the house's.
const fromWeb = createRequire(join(root, 'web', 'package.json'))
const { default: describeTypes, astToString } = fromWeb('openapi-typescript') as TypesMaker
const ts = createRequire(fromWeb.resolve('openapi-typescript'))('typescript') as typeof TypeScript

const holdsItself = /\/components\/schemas\/Json(Input)?$/
const unknownType = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword)

const head = '// Made by tools/make-web-api.ts from docs/openapi.json; do not edit.\n'

/** The text of the file. */
export const makeWebApi = async (): Promise<string> => {
  const nodes = await describeTypes(JSON.parse(readFileSync(openapiPath, 'utf8')), {
    // A value that may hold itself cannot be written as these types are; whoever gets one looks at what it is.
    transform: (_schema, { path }) =>
      path !== undefined && holdsItself.test(path) ? unknownType : undefined,
  })
  return `${head}${astToString(nodes)}`
}

export const webApiPath = join(root, 'web', 'src', 'api', 'generated.api.ts')

if (import.meta.main) writeFileSync(webApiPath, await makeWebApi())

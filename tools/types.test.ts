// Sees that the types of core know no machine, and that the house's strictness is on everywhere.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandFile, runNode } from './run-command.ts'

const root = dirname(import.meta.dirname)
const packages = ['core', 'payer', 'cli', 'server', 'web', 'bench', 'soak', 'tools']

const refused: readonly (readonly [what: string, text: string])[] = [
  ['the process', 'export const given = process.argv'],
  ['a file', "export { readFileSync } from 'node:fs'"],
  ['the console', "export const say = () => console.log('')"],
  ['the network', "export const ask = () => fetch('')"],
  ['a timer', 'export const wait = () => setTimeout(() => {}, 1)'],
  ['the page', 'export const page = document'],
  ['the machine’s dice and hashes', 'export const id = crypto.randomUUID()'],
  ['an encoder of the platform', 'export const encoder = new TextEncoder()'],
  ['an address of the platform', "export const address = new URL('')"],
  ['a list read past its end', 'export const first = (given: readonly string[]): string => given[0]'],
  ['an optional field set to nothing', 'export const one: { readonly two?: string } = { two: undefined }'],
  ['an enum', 'export enum One { two }'],
  ['a type imported as a value', "import { One } from './sound.ts'\nexport type Two = One"],
  ['a name nobody uses', 'const unused = 1\nexport {}'],
]

describe('types', () => {
  let folder: string
  let told = ''

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'golden-thread-types-')))
    mkdirSync(join(folder, 'core', 'src'), { recursive: true })
    cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'))
    cpSync(join(root, 'core', 'tsconfig.json'), join(folder, 'core', 'tsconfig.json'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    writeFileSync(join(folder, 'core', 'src', 'sound.ts'), 'export type One = 1\nexport const one: One = 1\n')
    for (const [index, [, text]] of refused.entries())
      writeFileSync(join(folder, 'core', 'src', `${index}.ts`), text)
    const tsc = commandFile(root, 'typescript', 'bin', 'tsc')
    told = (await runNode(folder, tsc, ['--pretty', 'false', '--project', 'core/tsconfig.json'])).output
  }, 60_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(refused.map(([what, text], index) => [what, index, text] as const))(
    'in core refuse %s',
    (_what, index) => {
      expect(told).toContain(`core/src/${index}.ts(`)
    },
  )

  test('let what is sound stand', () => {
    expect(told).not.toContain('sound.ts')
  })

  test.each(packages)('in %s are as strict as the house is', (name) => {
    const read = JSON.parse(readFileSync(join(root, name, 'tsconfig.json'), 'utf8')) as Record<
      string,
      unknown
    >
    const options = Object.keys((read['compilerOptions'] ?? {}) as object)
    // Where a package runs is its own: what it finds there, and how its pages are written.
    expect([read['extends'], options.filter((option) => !['lib', 'types', 'jsx'].includes(option))]).toEqual([
      '../tsconfig.base.json',
      [],
    ])
  })
})

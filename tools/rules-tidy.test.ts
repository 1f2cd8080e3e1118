// The catalogue of rules as a test: every rule proves itself, and each thing that a rule may lack is refused.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { shippedFacts } from '@goldenthread/core/facts/shipped/shipped.ts'
import { catalogue } from '@goldenthread/core/rules/index.ts'
import type { Rule, RuleCases } from '@goldenthread/core/rules/rule.ts'
import { day } from '@goldenthread/core/values/day.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { listFiles } from './list-files.ts'
import type { Bench, RuleFolder } from './tidy/rule-checks.ts'
import { checkRule, checkRuleFolder, differences } from './tidy/rule-checks.ts'

const root = dirname(import.meta.dirname)
const bench: Bench = { catalogue, facts: shippedFacts }
const index = readFileSync(join(root, 'core/src/rules/index.ts'), 'utf8')

const ruleFile = /^(core\/src\/rules\/[^/]+\/[^/]+)\/([^/]+)$/

// Files that lie two folders deep make a rule's folder, whatever they are called.
const readFolders = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
  const folders = new Map<string, string[]>()
  for (const path of await listFiles(root, 'core/src/rules')) {
    const [, folder, name] = ruleFile.exec(path) ?? []
    if (folder !== undefined && name !== undefined)
      folders.set(folder, [...(folders.get(folder) ?? []), name])
  }
  return folders
}

const load = async (path: string): Promise<RuleFolder> => {
  const { rule } = (await import(pathToFileURL(join(root, path, 'rule.ts')).href)) as { rule: Rule }
  const { cases } = (await import(pathToFileURL(join(root, path, 'cases.ts')).href)) as { cases: RuleCases }
  return { path, rule, cases }
}

const folders = await readFolders()

describe('the catalogue of rules', () => {
  test('holds as many rules as there are folders, and none twice', () => {
    expect(folders.size).toBeGreaterThan(0)
    expect(catalogue.map((rule) => rule.id).sort()).toEqual(
      [...folders.keys()].map((path) => path.split('/').at(-1)).sort(),
    )
  })

  test.each([...folders])('has a rule, its cases and a line in the index for %s', (path, files) => {
    expect(checkRuleFolder(path, files, index).map((fault) => fault.says)).toEqual([])
  })

  test.each([...folders.keys()])(
    'holds %s, which proves itself when the whole catalogue runs',
    async (path) => {
      expect(checkRule(await load(path), bench).map((fault) => fault.says)).toEqual([])
    },
  )
})

describe('a planted fault', () => {
  let sound: RuleFolder

  beforeAll(async () => {
    sound = await load('core/src/rules/note/note-identity')
  })

  const told = (rule: Partial<Rule>, cases: Partial<RuleCases> = {}): string => {
    const changed = {
      path: sound.path,
      rule: { ...sound.rule, ...rule },
      cases: { ...sound.cases, ...cases },
    }
    const among = catalogue.map((each) => (each.id === sound.rule.id ? changed.rule : each))
    return checkRule(changed, { ...bench, catalogue: among })
      .map((fault) => fault.says)
      .join('\n')
  }

  test.each([
    ['a source', { source: ' ' }, 'source is empty'],
    ['a title', { title: '' }, 'title is empty'],
    ['a reason', { reason: '' }, 'reason is empty'],
    ['a good example', { write: { what: 'All of it.', good: '', bad: 'Some.' } }, 'write.good is empty'],
    ['a bad example', { write: { what: 'All of it.', good: 'All.', bad: '' } }, 'write.bad is empty'],
    ['its folder’s name', { id: 'another' }, 'its id is another'],
    ['a case from the day before it begins', { from: day('2026-01-01') }, 'no case from the day before'],
    ['a part that it needs', { needs: [] }, 'it needs no part of the case'],
    ['a path that it reads', { reads: ['note.identity'] }, 'it reads note.author and does not say so'],
    [
      'a way to show what it says it reads',
      { reads: ['note.identity', 'note.author', 'claim.charge'] },
      'it says that it reads claim.charge and none of its cases shows it',
    ],
  ] as const)('a rule without %s is refused', (_what, change, says) => {
    expect(told(change)).toContain(says)
  })

  test('a rule that lists all of a part while it names one path of it is refused', () => {
    const { check } = sound.rule
    const listing: Rule['check'] = (given, facts) =>
      Object.keys(given.note?.picks ?? {}).length < 0 ? [] : check(given, facts)
    const reads = [...sound.rule.reads, 'note.picks.risk']
    expect(told({ reads, check: listing })).toContain('it reads note.picks and does not say so')
  })

  test('a rule that finds nothing is refused', () => {
    expect(told({ check: () => [] })).toContain('its failing case yields nothing')
  })

  test('a rule whose failing case another rule holds too is refused', () => {
    const other: Rule = { ...sound.rule, id: 'another' }
    const says = checkRule(sound, { ...bench, catalogue: [...catalogue, other] }).map((fault) => fault.says)
    expect(says.join('\n')).toContain('not one finding of its own')
  })

  test('a rule whose two cases are the same is refused', () => {
    expect(told({}, { fails: sound.cases.passes })).toContain('differ in 0 fields')
  })

  test('a rule whose two cases differ in two fields is refused', () => {
    const { fails } = sound.cases
    const { people } = fails.given
    const given = {
      ...fails.given,
      people: { ...people, client: { ...people.client, birthDate: day('1970-01-01') } },
    }
    expect(told({}, { fails: { ...fails, given } })).toContain('differ in 2 fields')
  })

  test('a rule held on the day before it begins is refused', () => {
    expect(told({}, { dayBefore: sound.cases.fails })).toContain('no beginning and a day before')
  })

  test('a case outside the editions shipped is refused', () => {
    const { passes } = sound.cases
    const given = { ...passes.given, session: null, note: null, billed: null }
    const early =
      passes.given.session === null
        ? given
        : { ...passes.given, session: { ...passes.given.session, day: day('2024-01-01') } }
    expect(told({}, { more: [{ name: 'an early one', given: early, expect: [] }] })).toContain('lies outside')
  })

  test.each([
    [['rule.ts'], "import './note/x/rule.ts'", 'cases.ts is missing'],
    [['cases.ts'], "from './note/x/rule.ts'", 'rule.ts is missing'],
    [['rule.ts', 'cases.ts'], '', 'no line for it'],
  ])('a folder with %j and the index %j is refused: %s', (files, text, says) => {
    expect(
      checkRuleFolder('core/src/rules/note/x', files, text)
        .map((fault) => fault.says)
        .join(),
    ).toContain(says)
  })

  test.each([
    [{ one: 1, two: [1, 2] }, { one: 1, two: [1, 3] }, ['two.1']],
    [{ one: { two: 1 } }, { one: null }, ['one']],
    [{ one: [1] }, { one: [1, 2] }, ['one']],
    [{ one: 1 }, { one: 1 }, []],
  ])('%j and %j differ at %j', (one, other, paths) => {
    expect(differences(one, other)).toEqual(paths)
  })
})

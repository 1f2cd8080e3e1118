// The examples, followed by the command line as a person would, held against what was typed by hand.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import nodeX12 from 'node-x12'
import { describe, expect, test } from 'vitest'
import { X12parser } from 'x12-parser'
import { goldenthread, inFolder, inRoot } from './run-command.ts'
import { imbalances } from './remittance-checker.ts'
import {
  type WitnessedLine,
  cut,
  examples,
  filedExamples,
  positions,
  valueAt,
  witnessedClaim,
  witnessedCodes,
  witnessedEntries,
  witnessedSums,
} from './witness.ts'

interface Printed {
  readonly links: readonly { readonly name: string; readonly state: string; readonly says: string }[]
  readonly findings: readonly {
    readonly code: string
    readonly severity: string
    readonly says: string
    readonly remedy: string
  }[]
  readonly procedures: readonly Record<string, unknown>[]
  readonly files: readonly {
    readonly name: string
    readonly direction: string
    readonly kind: string
    readonly sha256: string
  }[]
  readonly entries: readonly {
    readonly act: string
    readonly lines: readonly {
      readonly account: { readonly kind: string; readonly party: string }
      readonly side: string
      readonly amount: number
    }[]
  }[]
  readonly clientOwes: number | null
  readonly providerEarns: number | null
  readonly payerExpected: number | null
  readonly payerPaid: number | null
  readonly claim: {
    readonly lines: readonly {
      readonly expected: {
        readonly payer: number
        readonly client: number
        readonly contractAllowance: number
      }
    }[]
  } | null
}

interface Followed {
  readonly status: number | null
  readonly printed: Printed
  /** By kind: the text of each file that went or came. */
  readonly texts: Readonly<Record<string, string>>
}

const followed = new Map<string, Followed>()

/** Follows a case file once for all tests of it. */
const follow = (file: string): Followed => {
  const before = followed.get(file)
  if (before !== undefined) return before
  const now = inFolder((folder) => {
    const out = path.join(folder, 'out')
    const ran = goldenthread('thread', file, '--json', '--out', out)
    expect(ran.err).toBe('')
    const printed = JSON.parse(ran.out) as Printed
    const texts = Object.fromEntries(
      printed.files.map((each) => [each.kind, readFileSync(path.join(out, each.name), 'latin1')]),
    )
    expect(readdirSync(out).sort()).toEqual(printed.files.map((each) => each.name).sort())
    for (const each of printed.files) {
      expect(
        createHash('sha256')
          .update(readFileSync(path.join(out, each.name)))
          .digest('hex'),
      ).toBe(each.sha256)
    }
    return { status: ran.status, printed, texts }
  })
  followed.set(file, now)
  return now
}

const example = (name: string): Followed => follow(`examples/${name}.json`)

/** Lines of one account and side within an entry, added up, in an order of their own. */
const gathered = (lines: readonly WitnessedLine[]): readonly string[] => {
  const totals = new Map<string, number>()
  for (const { account, party, side, cents } of lines) {
    const key = `${side} ${account} ${party}`
    totals.set(key, (totals.get(key) ?? 0) + cents)
  }
  return [...totals].map(([key, cents]) => `${key} ${cents}`).sort()
}

const entriesOf = (
  printed: Printed,
): readonly { readonly act: string; readonly lines: readonly string[] }[] =>
  printed.entries.map(({ act, lines }) => ({
    act,
    lines: gathered(
      lines.map((line) => ({
        account: line.account.kind,
        party: line.account.party,
        side: line.side,
        cents: line.amount,
      })),
    ),
  }))

const witnessed = (name: string) =>
  witnessedEntries(name).entries.map(({ act, lines }) => ({ act, lines: gathered(lines) }))

test('the folder of examples holds the eight that are held against their witnesses', () => {
  expect(
    readdirSync(inRoot('examples'))
      .filter((name) => name.endsWith('.json'))
      .sort(),
  ).toEqual(examples.map((name) => `${name}.json`).sort())
})

describe.each(examples)('%s', (name) => {
  test('ends with the exit status of its story', () => {
    expect(example(name).status).toBe(name === 'held' ? 1 : 0)
  })

  test('lights the links typed by hand', () => {
    expect(Object.fromEntries(example(name).printed.links.map((link) => [link.name, link.state]))).toEqual(
      witnessedCodes(name).links,
    )
  })

  test('is coded as typed by hand, and each code says why', () => {
    const { procedures } = example(name).printed
    const bare = procedures.map(({ code, units, modifiers, placeOfService, pointers, band }) => ({
      code,
      units,
      modifiers,
      placeOfService,
      pointers,
      band,
    }))
    expect(bare).toEqual(witnessedCodes(name).procedures)
    for (const procedure of procedures)
      expect((procedure['reasons'] as readonly unknown[]).length).toBeGreaterThan(0)
  })

  test('makes the entries typed by hand, and each balances', () => {
    const { printed } = example(name)
    expect(entriesOf(printed)).toEqual(witnessed(name))
    for (const { lines } of printed.entries) {
      const on = (side: string): number =>
        lines.filter((line) => line.side === side).reduce((total, line) => total + line.amount, 0)
      expect(on('debit')).toBe(on('credit'))
    }
  })

  test('says what client, provider and payer get', () => {
    const { clientOwes, providerEarns, payerExpected, payerPaid } = example(name).printed
    const { entries: _entries, ...wanted } = witnessedEntries(name)
    expect({ clientOwes, providerEarns, payerExpected, payerPaid }).toEqual({
      clientOwes: wanted.clientOwes,
      providerEarns: wanted.providerEarns,
      payerExpected: wanted.payerExpected,
      payerPaid: wanted.payerPaid,
    })
  })

  test('gives the same bytes when it is followed again', () => {
    const [one, other] = [
      goldenthread('thread', `examples/${name}.json`, '--json'),
      goldenthread('thread', `examples/${name}.json`, '--json'),
    ]
    expect(one.out).toBe(other.out)
  })
})

test('the held case says why: the minutes of the code, and the birth date', () => {
  const { findings, files } = example('held').printed
  expect(
    findings
      .filter((each) => each.severity === 'holds-claim')
      .map((each) => each.code)
      .sort(),
  ).toEqual(['seven-fields', 'time-rule'])
  expect(files).toEqual([])
})

describe.each(filedExamples)('the files of %s', (name) => {
  test('are the claim and the four answers', () => {
    const { files } = example(name).printed
    expect(files.map((file) => `${file.direction} ${file.kind}`)).toEqual([
      'out 837P',
      'in TA1',
      'in 999',
      'in 277CA',
      'in 835',
    ])
  })

  test.each(positions.map((where) => [where.position, where] as const))(
    'have %s where facts say it stands',
    (position, where) => {
      expect(valueAt(example(name).texts['837P'] ?? '', where)).toEqual(witnessedClaim(name).values[position])
    },
  )

  test('are read by node-x12, segment for segment', () => {
    const text = example(name).texts['837P'] ?? ''
    const parsed = new nodeX12.X12Parser(true).parse(text) as nodeX12.X12Interchange
    const transaction = parsed.functionalGroups[0]?.transactions[0]
    const tags = [
      transaction?.header.tag,
      ...(transaction?.segments ?? []).map((segment) => segment.tag),
      transaction?.trailer.tag,
    ]
    const ours = cut(text).map((segment) => segment.split('*')[0])
    expect(tags).toEqual(ours.slice(ours.indexOf('ST'), ours.indexOf('SE') + 1))
  })

  test('are read by x12-parser, segment for segment', async () => {
    const text = example(name).texts['837P'] ?? ''
    const names: string[] = []
    for await (const segment of Readable.from([text]).pipe(new X12parser())) names.push(String(segment.name))
    expect(names).toEqual(cut(text).map((segment) => segment.split('*')[0]))
  })

  test('hold a remittance that balances on three levels', () => {
    expect(imbalances(example(name).texts['835'] ?? '')).toEqual([])
  })

  test('were expected to bring what was worked out from the coverage by hand', () => {
    const { expected } = witnessedSums(name)
    const lines = (example(name).printed.claim?.lines ?? []).map((line) => line.expected)
    const sum = (part: 'payer' | 'client' | 'contractAllowance'): number =>
      lines.reduce((total, line) => total + line[part], 0)
    expect({
      payer: sum('payer'),
      client: sum('client'),
      contractAllowance: sum('contractAllowance'),
    }).toEqual(expected)
  })

  test('hold the sums of the plan as typed by hand', () => {
    const { lines, totals } = witnessedSums(name)
    const segments = cut(example(name).texts['835'] ?? '').map((segment) => segment.split('*'))
    const clp = segments.find((segment) => segment[0] === 'CLP') ?? []
    const dollars = (cents: number): string => String(cents / 100)
    expect(clp.slice(3, 5)).toEqual([dollars(totals.charge), dollars(totals.paid)])
    expect(Number(clp[5] || '0')).toBe(totals.clientResponsibility / 100)
    expect(
      segments
        .filter((segment) => segment[0] === 'SVC')
        .map((svc) => [svc[1]?.split(':')[1], svc[2], svc[3], Number(svc[5] || '1')]),
    ).toEqual(lines.map((line) => [line.procedure, dollars(line.charge), dollars(line.paid), line.units]))
    const allowed = segments
      .filter((segment) => segment[0] === 'AMT' && segment[1] === 'B6')
      .map((each) => each[2])
    expect(allowed).toEqual(lines.filter((line) => line.allowed > 0).map((line) => dollars(line.allowed)))
    const adjustments = segments
      .filter((segment) => segment[0] === 'CAS')
      .flatMap((cas) =>
        cas
          .slice(2)
          .flatMap((reason, at, all) =>
            at % 3 === 0 && reason !== '' ? [`${cas[1]} ${reason} ${all[at + 1]}`] : [],
          ),
      )
    expect(adjustments.sort()).toEqual(
      lines
        .flatMap((line) =>
          line.adjustments.map((each) => `${each.group} ${each.reason} ${dollars(each.cents)}`),
        )
        .sort(),
    )
  })
})

describe('a payer that holds other terms than the coverage says', () => {
  const differs = (): Followed => follow('cli/stories/fixtures/payer-differs.json')

  test('pays by its own terms, and the entries follow the money', () => {
    expect(entriesOf(differs().printed)).toEqual(witnessed('payer-differs'))
  })

  test('is named: what was expected, what was allowed, what is asked of the client', () => {
    const { findings } = differs().printed
    const said = findings.map((each) => `${each.says} ${each.remedy}`).join(' ')
    expect(findings.length).toBeGreaterThan(0)
    for (const figure of ['$155.00', '$140.00']) expect(said).toContain(figure)
  })
})

// Bad input at each door: a finding with its place and what to do, exit status 1, and nothing half-made.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Ran, goldenthread, inFolder, readJson, writeCase } from './run-command.ts'

interface Said {
  readonly code: string
  readonly severity: string
  readonly place: Readonly<Record<string, unknown>>
  readonly says: string
  readonly remedy: string
}
interface Printed {
  readonly findings: readonly Said[]
  readonly claim: unknown
  readonly files: readonly { readonly name: string; readonly kind: string }[]
  readonly entries: readonly {
    readonly act: string
    readonly lines: readonly {
      readonly account: { readonly kind: string }
      readonly side: string
      readonly amount: number
    }[]
  }[]
  readonly payerPaid: number | null
}

type Change = (given: Record<string, never>) => void
const change =
  (of: (given: ReturnType<typeof asCase>) => void): Change =>
  (given) =>
    of(asCase(given))

/** The parts of a case file that the stories below change. */
const asCase = (given: unknown) =>
  given as {
    session: { start: string; stop: string; day: string; zone?: string }
    note: {
      identity: { name: { first: string; last: string }; birthDate: string }
      diagnoses: { code: string }[]
      recorded: { stop: string }
    }
    billed?: unknown
    client: { name: { last: string } }
    envelope: { claimNumber: string }
    coverage: { feeSchedule: unknown[] }
    provider: { npi: string }
    sesion?: unknown
    payer: { planRules: { payer: { name: string } } }
  }

const held = (ran: Ran): Printed => {
  expect(ran.err).toBe('')
  expect(ran.status).toBe(1)
  const printed = JSON.parse(ran.out) as Printed
  expect(printed.findings.length).toBeGreaterThan(0)
  for (const { place, says, remedy } of printed.findings) {
    expect(place['kind']).toBeDefined()
    expect(says).toMatch(/\.$/)
    expect(remedy).toMatch(/\.$/)
  }
  return printed
}

/** Follows a changed case into a folder of its own and sees that nothing was made. */
const nothingMade = (from: string, of: Change): Printed =>
  inFolder((folder) => {
    const out = path.join(folder, 'out')
    const printed = held(goldenthread('thread', writeCase(folder, from, of), '--json', '--out', out))
    expect(printed.claim).toBeNull()
    expect(printed.files).toEqual([])
    expect(printed.entries).toEqual([])
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([])
    return printed
  })

const telehealth = 'examples/telehealth-session.json'
const holding = (printed: Printed): readonly string[] =>
  printed.findings
    .filter((each) => ['holds-claim', 'blocks-signing'].includes(each.severity))
    .map((each) => each.code)

describe('a case file', () => {
  test('that is not JSON is refused with its line and column', () => {
    inFolder((folder) => {
      const name = path.join(folder, 'broken.json')
      writeFileSync(name, '{ "about": "cut off",\n  "at": ')
      const { findings } = held(goldenthread('thread', name, '--json'))
      expect(findings.map((each) => each.place)).toEqual([{ kind: 'field', path: 'line 2, column 9' }])
    })
  })

  const rows: readonly (readonly [story: string, of: Change, codes: readonly string[]])[] = [
    [
      'with a key that is not known',
      change((given) => {
        given.sesion = given.session
      }),
      ['case:unknown-key'],
    ],
    [
      'whose session stops before it starts',
      change((given) => {
        given.session.stop = '09:00'
      }),
      ['session-times'],
    ],
    [
      'whose session lies in an hour the clock skipped',
      change((given) => {
        Object.assign(given.session, { day: '2026-03-08', start: '02:10', stop: '03:10' })
      }),
      ['session-times'],
    ],
    [
      'with a day that is none',
      change((given) => {
        given.session.day = '2026-02-30'
      }),
      ['case:form'],
    ],
    [
      'whose plan gives the payer no name',
      change((given) => {
        given.payer.planRules.payer.name = ' '
      }),
      ['case:form'],
    ],
    [
      'with a charge beyond any money',
      change((given) => {
        given.coverage.feeSchedule = [
          { code: '90837', from: '2025-10-01', to: null, charge: 9007199254740991, allowed: 1, source: 'x' },
        ]
      }),
      ['case:form'],
    ],
    [
      'with an NPI whose check digit is wrong',
      change((given) => {
        given.provider.npi = '2131860911'
      }),
      ['case:form'],
    ],
    [
      'with a diagnosis that does not exist',
      change((given) => {
        given.note.diagnoses = [{ code: 'F99.99' }]
      }),
      ['billable-diagnosis'],
    ],
    [
      'whose procedure has no fee',
      change((given) => {
        given.coverage.feeSchedule = []
      }),
      ['fee-not-held'],
    ],
    [
      'with the note of another client',
      change((given) => {
        Object.assign(given.note.identity, {
          name: { first: 'Petra', last: 'Lindgren' },
          birthDate: '1971-02-03',
        })
      }),
      ['seven-fields', 'seven-fields'],
    ],
  ]
  test.each(rows)('%s: is held, and nothing is made', (_story, of, codes) => {
    expect(holding(nothingMade(telehealth, of))).toEqual(codes)
  })

  test('whose bill names a procedure, a modifier and a place that are not known: each is named', () => {
    const billed = {
      ...readJson<{ billed: object }>('examples/held.json').billed,
      procedures: [{ code: '90999', units: 1, modifiers: ['Z9'] }],
      placeOfService: '98',
    }
    const printed = nothingMade(
      'examples/held.json',
      change((given) => {
        given.billed = billed
      }),
    )
    const codes = holding(printed)
    expect(codes).toEqual(
      expect.arrayContaining(['billed-procedure', 'billed-modifier', 'billed-place-of-service']),
    )
  })

  test('that is not there is said in a sentence', () => {
    const ran = goldenthread('thread', 'examples/no-such-file.json')
    expect([ran.status, ran.err]).toEqual([1, ''])
    expect(ran.out).toContain('This could not be read.')
  })
})

describe('the payer’s answers', () => {
  /** Follows the example, hands its answers to `spoil`, and follows it again with those. */
  const withAnswers = (
    spoil: (folder: string, files: readonly string[]) => void,
  ): Printed & { readonly status: number | null } =>
    inFolder((folder) => {
      const answers = path.join(folder, 'answers')
      expect(goldenthread('thread', telehealth, '--out', answers).status).toBe(0)
      spoil(answers, readdirSync(answers))
      const ran = goldenthread('thread', telehealth, '--json', '--answers', answers)
      return { ...(JSON.parse(ran.out) as Printed), status: ran.status }
    })

  const offByACent: readonly (readonly [level: string, from: RegExp, to: string, code: RegExp])[] = [
    ['a line', /CAS\*CO\*45\*45~/, 'CAS*CO*45*45.01~', /line/],
    ['a claim', /(CLP\*[^*]*\*1\*200\*)125\*/, '$1125.01*', /claim/],
    ['the payment', /(BPR\*I\*)125\*/, '$1125.01*', /payment|transaction/],
  ]
  test.each(offByACent)(
    'an 835 off by one cent at %s is refused, and its deposit stands unapplied',
    (_level, from, to, code) => {
      const printed = withAnswers((folder, files) => {
        const name = path.join(folder, files.find((each) => each.includes('835')) ?? '')
        const text = readFileSync(name, 'latin1')
        expect(text).toMatch(from)
        writeFileSync(name, text.replace(from, to), 'latin1')
      })
      expect(printed.status).toBe(1)
      const refused = printed.findings.filter((each) => each.code.startsWith('835:'))
      expect(refused.length).toBeGreaterThan(0)
      expect(refused.some((each) => code.test(each.code))).toBe(true)
      for (const each of refused) expect(each.place['kind']).toBe('segment')
      const remitted = printed.entries
        .filter((entry) => entry.act === 'remitted')
        .flatMap((entry) => entry.lines)
      expect(remitted.map((line) => `${line.side} ${line.account.kind}`).sort()).toEqual([
        'credit unapplied',
        'debit bank',
      ])
      expect(printed.payerPaid).toBeNull()
      expect(printed.entries.map((entry) => entry.act)).not.toContain('paid-out')
    },
  )

  test('an 835 cut off in the middle posts nothing', () => {
    const printed = withAnswers((folder, files) => {
      const name = path.join(folder, files.find((each) => each.includes('835')) ?? '')
      writeFileSync(name, readFileSync(name).subarray(0, 400))
    })
    expect(printed.status).toBe(1)
    expect(printed.payerPaid).toBeNull()
    expect(printed.entries.map((entry) => entry.act)).toEqual(['filed', 'client-paid'])
  })

  test('a file that is none of theirs is said, and the others are read all the same', () => {
    const printed = withAnswers((folder) =>
      writeFileSync(path.join(folder, 'report.txt'), 'Batch accepted, thank you.'),
    )
    expect(printed.findings.map((each) => each.code)).toContain('answer:unknown')
    expect(printed.payerPaid).toBe(12500)
  })

  test('the same 835 twice under two names is posted once', () => {
    const printed = withAnswers((folder, files) => {
      const name = files.find((each) => each.includes('835')) ?? ''
      writeFileSync(path.join(folder, `again-${name}`), readFileSync(path.join(folder, name)))
    })
    expect(printed.entries.filter((entry) => entry.act === 'remitted').length).toBe(1)
  })
})

describe('the payer alone', () => {
  test('refuses a truncated 837P with a TA1, and says where it breaks', () => {
    inFolder((folder) => {
      const sent = path.join(folder, 'sent')
      goldenthread('thread', telehealth, '--out', sent)
      const claim = readdirSync(sent).find((each) => each.includes('837P')) ?? ''
      const cutOff = path.join(folder, 'cut.837')
      writeFileSync(cutOff, readFileSync(path.join(sent, claim)).subarray(0, 500))
      const out = path.join(folder, 'answers')
      const ran = goldenthread('payer', 'answer', cutOff, '--plan', telehealth, '--out', out)
      expect([ran.status, ran.err]).toEqual([1, ''])
      expect(ran.out).toContain('What to do:')
      const files = readdirSync(out).filter((each) => each !== 'state.json')
      expect(files.length).toBe(1)
      expect(readFileSync(path.join(out, files[0] ?? ''), 'latin1')).toMatch(
        /TA1\*\d{9}\*\d{6}\*\d{4}\*R\*02\d~/,
      )
    })
  })

  test('answers a sound 837P as the thread does, and keeps its state', () => {
    inFolder((folder) => {
      const sent = path.join(folder, 'sent')
      goldenthread('thread', telehealth, '--out', sent)
      const out = path.join(folder, 'answers')
      const claim = path.join(sent, readdirSync(sent).find((each) => each.includes('837P')) ?? '')
      expect(goldenthread('payer', 'answer', claim, '--plan', telehealth, '--out', out).status).toBe(0)
      const answers = readdirSync(out).filter((each) => each !== 'state.json')
      expect(answers.length).toBe(4)
      for (const name of answers)
        expect(readFileSync(path.join(out, name)).equals(readFileSync(path.join(sent, name)))).toBe(true)
      const state = JSON.parse(readFileSync(path.join(out, 'state.json'), 'utf8')) as {
        interchangesSeen: readonly string[]
      }
      expect(state.interchangesSeen.length).toBe(1)
    })
  })
})

describe('a call', () => {
  const rows: readonly (readonly string[])[] = [
    ['follow', 'x.json'],
    ['thread'],
    ['thread', 'one.json', 'two.json'],
    ['thread', 'one.json', '--loud'],
    ['payer', 'answer', 'x.837'],
  ]
  test.each(rows.map((row) => [row.join(' '), row] as const))(
    '"%s" cannot be meant: exit status 2, the usage on standard error',
    (_call, row) => {
      const ran = goldenthread(...row)
      expect([ran.status, ran.out]).toEqual([2, ''])
      expect(ran.err).toContain('Exit status')
    },
  )

  test('for help is answered on standard output', () => {
    expect(goldenthread('--help').out).toContain('goldenthread thread FILE.json')
    expect(goldenthread('--version').out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('the folder of --out', () => {
  test('takes the same files again, and refuses the whole when one stands there with other bytes', () => {
    inFolder((folder) => {
      const out = path.join(folder, 'out')
      mkdirSync(out)
      expect(goldenthread('thread', telehealth, '--out', out).status).toBe(0)
      expect(goldenthread('thread', telehealth, '--out', out).status).toBe(0)
      const name = readdirSync(out)[0] ?? ''
      writeFileSync(path.join(out, name), 'mine')
      const before = readdirSync(folder)
      const { findings } = JSON.parse(
        goldenthread('thread', telehealth, '--json', '--out', out).out,
      ) as Printed
      expect(findings.map((each) => each.code)).toContain('output:in-the-way')
      expect(readFileSync(path.join(out, name), 'utf8')).toBe('mine')
      expect(readdirSync(folder)).toEqual(before)
    })
  })
})

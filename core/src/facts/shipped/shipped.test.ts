// The shipped facts: rows well formed, no minute left out, known look-ups, and the nearest edition outside.
import { describe, expect, test } from 'vitest'
import { type Day, addDays, day, parseDay } from '../../values/day.ts'
import type { Dated, EditionKind, PayerClass, TimedService } from '../facts.ts'
import { adjustmentReasonRows } from './adjustment-reasons.ts'
import { claimStatusCategoryRows, claimStatusRows } from './claim-statuses.ts'
import { credentialRows } from './credentials.ts'
import { diagnosisRows } from './diagnoses.ts'
import { editionRows } from './editions.ts'
import { modalityRows } from './modality.ts'
import { modifierRows } from './modifiers.ts'
import { payerProfileRows } from './payer-profiles.ts'
import { placeRows } from './places.ts'
import { procedureRows } from './procedures.ts'
import { settingRows } from './settings.ts'
import { shippedFacts as facts } from './shipped.ts'
import { timeBandRows } from './time-bands.ts'

const on = day('2026-03-10')

type Table = readonly [name: string, rows: readonly Dated[], keyOf: (row: never) => string]
const table = <Row extends Dated>(name: string, rows: readonly Row[], keyOf: (row: Row) => string): Table => [
  name,
  rows,
  keyOf as (row: never) => string,
]

const tables: readonly Table[] = [
  table('procedures', procedureRows, (row) => row.code),
  table('time bands', timeBandRows, (row) => `${row.service} ${row.reading} ${row.minutesFrom}`),
  table('places', placeRows, (row) => row.code),
  table('settings', settingRows, (row) => row.setting),
  table('modifiers', modifierRows, (row) => row.code),
  table('modality', modalityRows, (row) => `${row.payerClass} ${row.modality} ${row.clientSetting}`),
  table('diagnoses', diagnosisRows, (row) => row.code),
  table('adjustment reasons', adjustmentReasonRows, (row) => row.code),
  table('claim status categories', claimStatusCategoryRows, (row) => row.code),
  table('claim statuses', claimStatusRows, (row) => row.code),
  table('credentials', credentialRows, (row) => row.credentials),
  table('payer profiles', payerProfileRows, (row) => row.payerClass),
  table('editions', editionRows, (row) => row.kind),
]

describe.each(tables)('%s', (_, rows, keyOf) => {
  test('have a first day, a last day that is not before it, and a source', () => {
    for (const row of rows) {
      expect(parseDay(row.from)).toBe(row.from)
      if (row.to !== null) expect(parseDay(row.to)).toBe(row.to)
      expect(row.to === null || row.from <= row.to).toBe(true)
      expect(row.source.trim()).not.toBe('')
    }
  })

  test('have one row for a key on a day', () => {
    const last = new Map<string, Dated>()
    for (const row of [...rows].sort((one, other) => (one.from < other.from ? -1 : 1))) {
      const key = keyOf(row as never)
      const before = last.get(key)
      expect(
        before === undefined || (before.to !== null && before.to < row.from),
        `${key} twice on ${row.from}`,
      ).toBe(true)
      last.set(key, row)
    }
  })

  test('say something in every text', () => {
    for (const row of rows) {
      for (const value of Object.values(row)) if (typeof value === 'string') expect(value.trim()).not.toBe('')
    }
  })
})

const services: readonly TimedService[] = [
  'therapy',
  'therapy-with-em',
  'crisis',
  'crisis-with-em',
  'family-with-client',
  'family-without-client',
  'em-new',
  'em-established',
]

describe.each(services)('the minutes of %s', (service) => {
  test.each(['started', 'midpoint'] as const)(
    'by the %s reading begin at 0 and leave no gap and no overlap',
    (reading) => {
      const rows = facts.timeBands(service, on, reading)
      expect(rows[0]?.minutesFrom).toBe(0)
      expect(rows.at(-1)?.minutesTo).toBeNull()
      for (const [place, row] of rows.entries()) {
        const next = rows[place + 1]
        if (next !== undefined) expect(next.minutesFrom).toBe((row.minutesTo ?? Number.NaN) + 1)
      }
    },
  )

  test('name procedures that are held, never with more units than a day takes', () => {
    const named = facts.timeBands(service, on, 'started').flatMap((row) => row.codes)
    expect(named.length).toBeGreaterThan(0)
    for (const { code, units } of named)
      expect(units, code).toBeLessThanOrEqual(facts.procedure(code, on)?.dailyUnits ?? 0)
  })
})

test('every modifier a class of payers wants is a modifier we hold, and every place a place', () => {
  for (const row of modalityRows) {
    for (const code of row.modifiers) expect(facts.modifier(code, on)).not.toBeNull()
    if (row.placeOfService !== null) expect(facts.place(row.placeOfService, on)).not.toBeNull()
  }
  for (const row of settingRows) expect(facts.placeOfSetting(row.setting, on)?.code).toBe(row.place)
})

describe('procedures', () => {
  test('are the twenty-two of therapy, intake, crisis, family and visits', () => {
    expect(
      facts
        .procedures(on)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(
      (
        '90785 90791 90792 90832 90833 90834 90836 90837 90838 90839 90840 90846 90847 ' +
        '99202 99203 99204 99205 99211 99212 99213 99214 99215'
      ).split(' '),
    )
  })

  test.each([
    ['90833', '99214', true],
    ['90833', '99235', true],
    ['90833', '99237', false],
    ['90833', '90834', false],
    ['90840', '90839', true],
    ['90785', '90834', true],
    ['90785', '90839', false],
    ['90785', '90847', false],
  ])('%s is an add-on to %s: %s', (code, parent, isParent) => {
    expect(facts.procedure(code, on)?.addOnTo.includes(parent)).toBe(isParent)
  })

  test.each([
    ['90792', ['prescriber']],
    ['90833', ['prescriber']],
    ['99214', ['prescriber']],
    ['90834', ['prescriber', 'psychologist', 'masters']],
  ])('%s may be billed by %j', (code, licenceClasses) => {
    expect(facts.procedure(code, on)?.licenceClasses).toEqual(licenceClasses)
  })

  test('99211 stands for no level of decision making, so that none leads to it', () => {
    expect(facts.procedure('99211', on)?.decisionLevel).toBeUndefined()
  })

  test('a code of another trade is not held', () => {
    expect(facts.procedure('97110', on)).toBeNull()
  })
})

describe('how a class of payers wants a modality billed', () => {
  test.each<
    readonly [
      PayerClass,
      'in-person' | 'audio-video' | 'audio-only',
      boolean,
      string | null,
      readonly string[],
      string,
    ]
  >([
    ['commercial', 'in-person', false, null, [], 'yes'],
    ['commercial', 'audio-video', true, '10', ['95'], 'yes'],
    ['commercial', 'audio-video', false, '02', ['95'], 'yes'],
    ['commercial', 'audio-only', true, '10', ['93'], 'ask-the-plan'],
    ['medicare', 'audio-video', true, '10', [], 'yes'],
    ['medicare', 'audio-video', false, '02', [], 'yes'],
    ['medicare', 'audio-only', true, '10', ['93'], 'yes'],
    ['medicaid', 'audio-video', true, '10', ['95'], 'yes'],
    ['medicaid', 'audio-only', false, '02', ['93'], 'ask-the-plan'],
    ['eap', 'in-person', false, null, ['HJ'], 'yes'],
    ['eap', 'audio-video', true, '10', ['HJ', '95'], 'yes'],
  ])('%s, %s, at home %s: place %s with %j', (payerClass, modality, atHome, place, modifiers, allowed) => {
    const row = facts.modality(payerClass, modality, atHome, on)
    expect(row).toMatchObject({ placeOfService: place, modifiers, allowed })
  })
})

describe('diagnoses', () => {
  test('are the whole F chapter: 871 that are billable, 214 headers and 8 that became headers', () => {
    const chapter = diagnosisRows.filter(({ code }) => code.startsWith('F'))
    expect(chapter.filter(({ billable }) => billable)).toHaveLength(871)
    expect(chapter.filter(({ billable }) => !billable)).toHaveLength(214 + 8)
  })

  test.each([
    ['F33.1', true, null],
    ['F32', false, null],
    ['F32.A', true, 'hard'],
    ['F41.9', true, 'hard'],
    ['F31.30', true, 'hard'],
    ['F99', true, 'hard'],
    ['F43.10', true, 'soft'],
    ['F43.20', true, 'soft'],
    ['F40.10', true, 'soft'],
    ['F84.0', true, null],
    ['F43.8', false, null],
    ['F43.81', true, null],
    ['F50.2', false, null],
    ['F50.811', true, null],
    ['Z62.820', true, null],
    ['Z63.0', true, null],
    ['R45.851', true, null],
  ])('%s: billable %s, unspecified %s', (code, billable, unspecified) => {
    expect(facts.diagnosis(code, on)).toMatchObject({ code, billable, unspecified })
  })

  test.each(['f33.1', 'F331', ' F33.1 '])('%j is F33.1 as people may write it', (written) => {
    expect(facts.diagnosis(written, on)?.code).toBe('F33.1')
  })

  test.each(['F00.99', '10.20', ''])('%j is not held', (written) => {
    expect(facts.diagnosis(written, on)).toBeNull()
  })

  test('name the groups that are held whole, and each has rows', () => {
    const groups = facts.editionOn('diagnoses', on).edition.groups ?? []
    expect(groups).toContain('F')
    for (const group of groups)
      expect(
        diagnosisRows.some(({ code }) => code.startsWith(group)),
        group,
      ).toBe(true)
    for (const inPart of ['Z76', 'Z86', 'Z91']) expect(groups).not.toContain(inPart)
  })

  test('that are billable lie under no billable code', () => {
    const billable = new Set(diagnosisRows.filter((row) => row.billable).map(({ code }) => code))
    for (const code of billable) {
      for (let length = 3; length < code.length; length += 1) {
        expect(billable.has(code.slice(0, length)), `${code} under ${code.slice(0, length)}`).toBe(false)
      }
    }
  })
})

describe('credentials', () => {
  test.each([
    ['PhD', 'PhD', 'psychologist'],
    ['Ph.D.', 'PhD', 'psychologist'],
    ['Ph. D.', 'PhD', 'psychologist'],
    ['psyd', 'PsyD', 'psychologist'],
    ['EdD', 'EdD', 'psychologist'],
    ['LCSW', 'LCSW', 'masters'],
    ['L.C.S.W.', 'LCSW', 'masters'],
    ['LCSW-C', 'LCSW', 'masters'],
    ['LCSW-R', 'LCSW', 'masters'],
    ['LPCC-S', 'LPCC', 'masters'],
    ['LISW-CP', 'LISW', 'masters'],
    ['LMFT', 'LMFT', 'masters'],
    ['LPC, NCC', 'LPC', 'masters'],
    ['MSW, LCSW', 'LCSW', 'masters'],
    ['MD', 'MD', 'prescriber'],
    ['M.D.', 'MD', 'prescriber'],
    ['D.O.', 'DO', 'prescriber'],
    ['PMHNP-BC', 'PMHNP', 'prescriber'],
    ['MSN, APRN, PMHNP-BC', 'APRN', 'prescriber'],
    ['PA-C', 'PA', 'prescriber'],
    ['PhD, LCSW', 'PhD', 'psychologist'],
    ['LCSW PhD', 'PhD', 'psychologist'],
    ['MD/PhD', 'MD', 'prescriber'],
    ['LCSW and LMFT', 'LCSW', 'masters'],
    ['AMFT', 'AMFT', 'associate'],
    ['LPC-A', 'LPC-A', 'associate'],
    ['LPC-Associate', 'LPC-A', 'associate'],
    ['LPC Associate', 'LPC-A', 'associate'],
    ['LMFT-Associate', 'LMFT-A', 'associate'],
    ['LMSW', 'LMSW', 'associate'],
    ['LCSWA', 'LCSW-A', 'associate'],
  ])('%s is %s, of the class %s', (written, credentials, licenceClass) => {
    expect(facts.credential(written, on)).toMatchObject({ credentials, licenceClass })
  })

  test.each(['', 'MA', 'MSW', 'BSW', 'RN', 'NCC', 'Doctor', '-C'])('%j is no licence', (written) => {
    expect(facts.credential(written, on)).toBeNull()
  })

  test('each is found by its own letters', () => {
    for (const row of credentialRows) expect(facts.credential(row.credentials, on)).toBe(row)
  })
})

describe('adjustment reasons and claim statuses', () => {
  test.each([
    ['1', 'client'],
    ['3', 'client'],
    ['18', 'fixable'],
    ['29', 'appeal'],
    ['45', 'contract'],
    ['109', 'other-payer'],
    ['197', 'authorization'],
    ['198', 'authorization'],
    ['204', 'client'],
    ['253', 'write-off'],
    ['B7', 'credentialing'],
  ])('reason %s goes to the queue %s', (code, queue) => {
    expect(facts.adjustmentReason(code, on)?.queue).toBe(queue)
  })

  test.each(['15', '138', '165'])('reason %s ended, and its source says so, not its label', (code) => {
    const reason = facts.adjustmentReason(code, on)
    expect(reason?.source).toContain('ended')
    expect(reason?.label).not.toContain('ended')
  })

  test('late filing is proven by the payer’s own acceptance', () => {
    expect(facts.adjustmentReason('29', on)?.nextAction).toContain('277CA')
  })

  test.each([
    ['116', 'Sent to the wrong payer'],
    ['145', 'Specialty or taxonomy'],
    ['158', 'Birth date'],
    ['254', 'A diagnosis of the claim'],
    ['453', 'Procedure modifier'],
    ['454', 'Procedure code'],
    ['496', 'Submitter not approved for this provider'],
  ])('status %s reads: %s', (code, label) => {
    expect(facts.claimStatus(code, on)?.label).toBe(label)
  })

  test.each(['A2', 'A3', 'A7', 'P1', 'F2', 'R17', 'E4', 'D0'])('category %s is held', (code) => {
    expect(facts.claimStatusCategory(code, on)?.code).toBe(code)
  })
})

describe('payer profiles', () => {
  test.each<readonly [PayerClass, string, number | null]>([
    ['commercial', 'CI', null],
    ['medicare', 'MB', 365],
    ['medicare-advantage', '16', null],
    ['medicaid', 'MC', null],
    ['tricare', 'CH', 365],
  ])('%s files as %s within %s days', (payerClass, filingIndicator, timelyFilingDays) => {
    expect(facts.payerProfile(payerClass, on)).toMatchObject({ filingIndicator, timelyFilingDays })
  })

  test('ask for three categories of mental status in therapy and five in intake and visits', () => {
    expect(facts.payerProfile('commercial', on).mentalStatusLeast).toEqual({ therapy: 3, intake: 5, em: 5 })
  })

  test('put nobody on the claim for an associate unless a policy says who', () => {
    for (const { payerClass, associates } of payerProfileRows) {
      expect(associates).toBe(payerClass === 'self-pay' ? 'self' : 'nobody')
    }
  })
})

describe('a day outside the editions held', () => {
  const kinds: readonly EditionKind[] = [
    'procedures',
    'diagnoses',
    'places',
    'modifiers',
    'adjustment-reasons',
    'claim-statuses',
  ]

  test.each(kinds)('of %s is named as outside, a day inside is not', (kind) => {
    const { edition, inside } = facts.editionOn(kind, on)
    expect(inside).toBe(true)
    expect(facts.editionOn(kind, addDays(edition.from, -1))).toEqual({ edition, inside: false })
    expect(facts.editionOn(kind, edition.from).inside).toBe(true)
    const last = edition.to as Day
    expect(facts.editionOn(kind, last).inside).toBe(true)
    expect(facts.editionOn(kind, addDays(last, 1))).toEqual({ edition, inside: false })
  })

  test.each(['2025-09-30', '2026-10-01', '2031-01-01'])(
    'is judged by the nearest: F33.1 on %s',
    (outside) => {
      expect(facts.diagnosis('F33.1', day(outside))?.billable).toBe(true)
      expect(facts.diagnosis('F43.8', day(outside))?.billable).toBe(false)
    },
  )

  test('is judged by the nearest: minutes, procedures, profiles and modality of 2019', () => {
    const early = day('2019-05-01')
    expect(facts.procedure('90837', early)).toBe(facts.procedure('90837', on))
    expect(facts.timeBands('therapy', early, 'started')).toEqual(facts.timeBands('therapy', on, 'started'))
    expect(facts.payerProfile('medicare', early)).toBe(facts.payerProfile('medicare', on))
    expect(facts.modality('commercial', 'audio-video', true, early)?.placeOfService).toBe('10')
    expect(facts.place('27', early)?.code).toBe('27')
    expect(facts.credential('LCSW', early)?.licenceClass).toBe('masters')
  })
})

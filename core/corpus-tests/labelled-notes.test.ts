// Twenty labelled notes through the command line: the codes they support, and each mismatch held for its field and no other.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shippedFacts } from '../src/facts/shipped/shipped.ts'
import { day } from '../src/values/day.ts'
import { corpusTest } from './corpus.ts'
import { type LabelledClaim, caseOf, labelledNames, labelledNote } from './note-cases.ts'
import { typedNotes } from './typed-notes.ts'

const root = join(import.meta.dirname, '../..')

interface Printed {
  readonly findings: readonly {
    readonly code: string
    readonly severity: string
    readonly evidence: Readonly<Record<string, string>>
  }[]
  readonly procedures: readonly {
    readonly code: string
    readonly units: number
    readonly band: { readonly from: number; readonly to: number | null; readonly minutes: number } | null
  }[]
}

const follow = (name: string): { readonly status: number | null; readonly printed: Printed } => {
  const note = typedNotes[name]
  if (note === undefined) throw new Error(`${name} was not typed`)
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-note-'))
  try {
    const file = join(folder, 'case.json')
    writeFileSync(file, JSON.stringify(caseOf(labelledNote(name).claim, note)))
    const ran = spawnSync('npx', ['--no-install', 'goldenthread', 'thread', file, '--json'], {
      cwd: root,
      encoding: 'utf8',
    })
    return { status: ran.status, printed: JSON.parse(ran.stdout) as Printed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Which of the seven fields a label of the corpus speaks of. */
const fieldOfLabel: Readonly<Record<string, string>> = {
  patient_name: 'client-name',
  dob: 'birth-date',
  provider_name: 'provider',
  credentials: 'provider',
  service_date: 'date-and-times',
  start_end: 'date-and-times',
  duration: 'date-and-times',
  patient_location: 'place',
  modality: 'place',
  procedure: 'procedure',
  diagnosis: 'diagnosis',
}

const isShipped = ({ procedures, serviceDate }: LabelledClaim): boolean =>
  procedures.every(({ code }) => shippedFacts.procedure(code, day(serviceDate)) !== null)

/** Rows of the time rule as typed from the pages: from, to and codes of one service. */
const witnessedBands = readFileSync(join(root, 'core/src/coding/time-rule.witness.csv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => {
    const [, from = '', to = '', codes = ''] = line.split(',')
    return {
      from: Number(from),
      to: to === '' ? null : Number(to),
      codes: codes.split('+').map((each) => each.split('x')[0]),
    }
  })

/** Codes without minutes: their event is the unit, or decision making chose them. */
const untimed = new Set([
  '90791',
  '90792',
  '99202',
  '99203',
  '99204',
  '99205',
  '99212',
  '99213',
  '99214',
  '99215',
])

test('twenty notes were typed', () => {
  expect(Object.keys(typedNotes).length).toBe(20)
})

corpusTest('every labelled mismatch and unsupported code of the codes shipped is among the twenty', () => {
  const needed = labelledNames().filter((name) => {
    const { claim, labels } = labelledNote(name)
    return isShipped(claim) && (labels.mismatches.length > 0 || !labels.code_supported)
  })
  expect(needed.length).toBeGreaterThan(0)
  expect(needed.filter((name) => typedNotes[name] === undefined)).toEqual([])
})

for (const name of Object.keys(typedNotes).sort()) {
  corpusTest(`${name}: supported codes, and the fields that disagree, are those of the labels`, () => {
    const { labels } = labelledNote(name)
    const { status, printed } = follow(name)
    const { findings, procedures } = printed
    expect(procedures.map((each) => each.code)).toEqual(labels.expected_procedure)
    for (const { code, band } of procedures.filter((each) => !untimed.has(each.code))) {
      const row = witnessedBands.find(
        (each) => each.from === band?.from && each.to === band.to && each.codes.includes(code),
      )
      expect(row, `the band of ${code}`).toBeDefined()
      expect(band?.minutes).toBeGreaterThanOrEqual(row?.from ?? Number.NaN)
      expect(band?.minutes).toBeLessThanOrEqual(row?.to ?? Number.POSITIVE_INFINITY)
    }
    const held = findings.filter(
      (each) => each.severity === 'holds-claim' || each.severity === 'blocks-signing',
    )
    const disagreeing = new Set(
      held.filter((each) => each.code === 'seven-fields').map((each) => each.evidence['field']),
    )
    expect([...disagreeing].sort()).toEqual(
      [...new Set(labels.mismatches.map((label) => fieldOfLabel[label]))].sort(),
    )
    const codeHeld = held.some(
      (each) =>
        ['time-rule', 'therapy-minutes-apart'].includes(each.code) || each.evidence['field'] === 'procedure',
    )
    expect(codeHeld).toBe(!labels.code_supported)
    if (labels.mismatches.length > 0 || !labels.code_supported) expect(status).toBe(1)
  })
}

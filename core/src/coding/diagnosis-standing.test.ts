// How a diagnosis code stands: what bills, what does not, and what cannot be judged here.
import { expect, test } from 'vitest'
import { shippedFacts as facts } from '../facts/shipped/shipped.ts'
import { day } from '../values/day.ts'
import { type DiagnosisStanding, judgeDiagnosis } from './diagnosis-standing.ts'

const rows: readonly [written: string, standing: DiagnosisStanding, code: string][] = [
  ['F33.1', 'billable', 'F33.1'],
  [' f331 ', 'billable', 'F33.1'],
  ['F33', 'header', 'F33'],
  ['F43.8', 'header', 'F43.8'],
  ['F33.77', 'unknown', 'F33.77'],
  ['F00.1', 'unknown', 'F00.1'],
  ['Z63.99', 'unknown', 'Z63.99'],
  ['R45.851', 'billable', 'R45.851'],
  ['E11.9', 'not-held', 'E11.9'],
  ['e119', 'not-held', 'E11.9'],
  ['E11.999', 'not-held', 'E11.999'],
  ['Z91.99', 'not-held', 'Z91.99'],
  ['QA0.0131', 'not-held', 'QA0.0131'],
  ['C4A.0', 'not-held', 'C4A.0'],
  ['10.20', 'impossible', '10.20'],
  ['F33.', 'header', 'F33'],
  ['F3', 'impossible', 'F3'],
  ['F33.12345', 'impossible', 'F33.12345'],
  ['E1.19', 'impossible', 'E1.19'],
  ['depression', 'impossible', 'DEPRESSION'],
  ['', 'impossible', ''],
]

test.each(rows)('%j is %s', (written, standing, code) => {
  expect(judgeDiagnosis(written, facts, day('2026-03-10'))).toEqual({ code, standing })
})

test('an edition that names no groups holds all there are: what it does not know does not exist', () => {
  const all = {
    ...facts,
    editionOn: (...asked: Parameters<typeof facts.editionOn>) => {
      const { groups: _groups, ...edition } = facts.editionOn(...asked).edition
      return { edition, inside: true }
    },
  }
  expect(judgeDiagnosis('E11.9', all, day('2026-03-10')).standing).toBe('unknown')
})

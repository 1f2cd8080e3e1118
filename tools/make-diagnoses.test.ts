// The maker of the diagnosis files: labels, how unspecified a code is, one row a code.
import { expect, test } from 'vitest'
import { diagnosesFile, labelOf, unspecifiedness } from './make-diagnoses.ts'

const listed = (code: string, billable: boolean, unspecified: boolean, description = '') => ({
  code,
  billable,
  unspecified,
  description,
})

test.each([
  ['F43.10', true, true, 'soft'],
  ['F20.9', true, true, 'soft'],
  ['F31.30', true, true, 'hard'],
  ['F41.9', true, true, 'hard'],
  ['F99', true, false, 'hard'],
  ['F10.90', true, true, 'soft'],
  ['Z63.9', true, true, 'soft'],
  ['F33.1', true, false, null],
  ['F17.20', false, true, null],
] as const)('%s (billable %s, listed as unspecified %s) is %s', (code, billable, unspecified, expected) => {
  expect(unspecifiedness(listed(code, billable, unspecified))).toBe(expected)
})

test.each([
  ['F33.1', 'The words of the list', 'The words of the list'],
  ['Z59.82', '', 'Insecure transportation'],
  ['T74.A1XD', '', 'Adult financial abuse, confirmed, later encounter'],
  ['T76.A2XA', '', 'Child financial abuse, suspected, first encounter'],
  ['Z91.198', '', 'Client does not follow other treatment, for another reason'],
  ['Z91.A3', '', 'Caregiver gives less medication than agreed, unknowingly'],
])('%s with %j is called %j', (code, description, expected) => {
  expect(labelOf(listed(code, true, false, description))).toBe(expected)
})

test('a code without words stops the making', () => {
  expect(() => labelOf(listed('Q99.9', true, false))).toThrow('Q99.9')
})

test('a file has a first line that says what made it, and one row a code', () => {
  const file = diagnosesFile('Two codes.', [
    listed('F32', false, false, 'Depression'),
    listed('F32.A', true, true, 'Depression, unspecified'),
  ])
  expect(file.split('\n')).toEqual([
    '// Two codes. Made by tools/make-diagnoses.ts; not edited by hand.',
    "import type { DiagnosisRow } from './diagnosis-row.ts'",
    '',
    'export const rows: readonly DiagnosisRow[] = [',
    '  ["F32","header","","Depression"],',
    '  ["F32.A","billable","hard","Depression, unspecified"],',
    ']',
    '',
  ])
})

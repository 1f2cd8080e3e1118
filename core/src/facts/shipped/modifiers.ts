// Modifiers, with our own words and their order on a line: what changes the price first, what only informs last.
import { day } from '../../values/day.ts'
import type { ModifierFact } from '../facts.ts'

const held = { from: day('2024-01-01'), to: null, source: 'docs/sources.md 4' }

/** Groups in their order on the line; a payer whose manual says otherwise has a row of its own (docs/sources.md 0). */
const groups: readonly (readonly [
  order: number,
  rows: readonly (readonly [code: string, label: string])[],
])[] = [
  [
    10,
    [
      ['25', 'Separate evaluation and management on the same day'],
      ['59', 'Distinct service'],
      ['XE', 'Distinct: another encounter'],
      ['XS', 'Distinct: another structure'],
      ['XP', 'Distinct: another clinician'],
      ['XU', 'Distinct: unusual, not overlapping'],
      ['76', 'Repeated by the same clinician'],
      ['77', 'Repeated by another clinician'],
      ['52', 'Reduced service'],
      ['53', 'Service stopped'],
    ],
  ],
  [
    20,
    [
      ['AH', 'Clinical psychologist'],
      ['AJ', 'Clinical social worker'],
      ['SA', 'Nurse practitioner with a physician'],
      ['HM', "Below bachelor's level"],
      ['HN', "Bachelor's level"],
      ['HO', "Master's level"],
      ['HP', 'Doctoral level'],
      ['HA', 'Program for children'],
      ['HB', 'Program for adults'],
      ['HC', 'Program for older adults'],
      ['HE', 'Mental health program'],
      ['HF', 'Substance-use program'],
      ['HG', 'Opioid treatment program'],
      ['HK', 'Program for a special population'],
      ['HQ', 'Group'],
      ['HR', 'Family with the client'],
      ['HS', 'Family without the client'],
      ['TF', 'Intermediate level of care'],
      ['TG', 'Complex level of care'],
      ['UC', 'As the state defines it'],
    ],
  ],
  [
    30,
    [
      ['HJ', 'Employee assistance program'],
      ['H9', 'Ordered by a court'],
      ['HV', 'Paid by the state addiction agency'],
      ['HW', 'Paid by the state mental health agency'],
      ['HY', 'Paid by juvenile justice'],
    ],
  ],
  [
    40,
    [
      ['95', 'Live video'],
      ['93', 'Live, audio only'],
      ['GT', 'Live video, older form'],
      ['FQ', 'Audio only, rural or federally qualified health center'],
      ['FR', 'Supervisor present by video'],
    ],
  ],
  [
    50,
    [
      ['GC', 'Resident with a teaching physician'],
      ['GE', 'Resident without a teaching physician'],
      ['Q5', 'Substitute, reciprocal'],
      ['Q6', 'Substitute, paid by time'],
      ['KX', 'Requirement of the policy met'],
      ['GA', 'Waiver of liability on file'],
      ['GX', 'Voluntary notice given'],
      ['GY', 'Excluded by statute'],
      ['GZ', 'Denial expected, no waiver'],
      ['33', 'Preventive service'],
      ['CR', 'Disaster'],
    ],
  ],
]

export const modifierRows: readonly ModifierFact[] = groups.flatMap(([order, rows]) =>
  rows.map(([code, label], place) => ({ code, label, order: order * 100 + place, ...held })),
)

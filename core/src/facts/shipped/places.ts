// Places of service: the two digits of a claim, with our own words.
import { day } from '../../values/day.ts'
import type { PlaceOfServiceFact } from '../facts.ts'

const source = 'CMS place of service code set; docs/sources.md 4'
const held = day('2022-01-01')

const labels: readonly (readonly [code: string, label: string])[] = [
  ['02', 'Telehealth, client elsewhere than at home'],
  ['03', 'School'],
  ['04', 'Homeless shelter'],
  ['05', 'Indian Health Service, free-standing'],
  ['06', 'Indian Health Service, provider-based'],
  ['07', 'Tribal facility, free-standing'],
  ['08', 'Tribal facility, provider-based'],
  ['09', 'Prison or jail'],
  ['10', 'Telehealth, client at home'],
  ['11', 'Office'],
  ['12', 'Home'],
  ['13', 'Assisted living'],
  ['14', 'Group home'],
  ['15', 'Mobile unit'],
  ['18', 'Place of work'],
  ['19', 'Hospital outpatient, off campus'],
  ['20', 'Urgent care'],
  ['21', 'Hospital inpatient'],
  ['22', 'Hospital outpatient, on campus'],
  ['23', 'Emergency room'],
  ['26', 'Military facility'],
  ['31', 'Skilled nursing facility'],
  ['32', 'Nursing facility'],
  ['33', 'Custodial care'],
  ['49', 'Independent clinic'],
  ['50', 'Federally qualified health center'],
  ['51', 'Psychiatric hospital, inpatient'],
  ['52', 'Psychiatric partial hospital'],
  ['53', 'Community mental health center'],
  ['54', 'Intermediate care for intellectual disability'],
  ['55', 'Residential substance-use treatment'],
  ['56', 'Psychiatric residential treatment'],
  ['57', 'Non-residential substance-use treatment'],
  ['58', 'Opioid treatment program'],
  ['71', 'Public health clinic'],
  ['72', 'Rural health clinic'],
  ['99', 'Other place'],
]

export const placeRows: readonly PlaceOfServiceFact[] = [
  ...labels.map(([code, label]) => ({ code, label, from: held, to: null, source })),
  { code: '27', label: 'Street outreach', from: day('2023-10-01'), to: null, source },
]

// What each element of an ISA must be, and the code of the TA1 that says it is not. Source: docs/sources.md 8.8.
import { dayFromCompact } from '../../values/day.ts'
import type { FaultCode } from './faults.ts'

type Check = readonly [code: FaultCode, element: number, holds: (text: string) => boolean]

const oneOf =
  (...allowed: readonly string[]) =>
  (text: string): boolean =>
    allowed.includes(text)
const qualifiers = [
  '01',
  '02',
  '03',
  '04',
  '07',
  '08',
  '09',
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
  '18',
  '19',
  '20',
  '21',
  '22',
  '23',
  '24',
  '25',
  '26',
  '27',
  '28',
  '29',
  '30',
  '31',
  '32',
  '33',
  '34',
  '35',
  '36',
  '37',
  '38',
  'AM',
  'NR',
  'SA',
  'SN',
  'ZZ',
]
const isTime = (text: string): boolean => /^([01]\d|2[0-3])[0-5]\d$/.test(text)

/** What each element of an ISA must be. The century of a six-digit day is this one. */
export const isaChecks: readonly Check[] = [
  ['TA1:010', 1, oneOf('00', '01', '02', '03', '04', '05', '06')],
  ['TA1:012', 3, oneOf('00', '01')],
  ['TA1:005', 5, oneOf(...qualifiers)],
  ['TA1:006', 6, (text) => text.trim() !== ''],
  ['TA1:007', 7, oneOf(...qualifiers)],
  ['TA1:008', 8, (text) => text.trim() !== ''],
  ['TA1:014', 9, (text) => dayFromCompact(`20${text}`) !== null],
  ['TA1:015', 10, isTime],
  ['TA1:017', 12, (text) => /^00[2-9]\d\d$/.test(text)],
  ['TA1:018', 13, (text) => /^\d{9}$/.test(text)],
  ['TA1:019', 14, oneOf('0', '1')],
  ['TA1:020', 15, oneOf('T', 'P')],
]

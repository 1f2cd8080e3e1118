// The editions held: which span of days each kind of fact was read for. A day outside is judged by the nearest one.
import { day } from '../../values/day.ts'
import type { Edition } from '../facts.ts'

/** Of R, Z, G and T what stands beside the F chapter; Z76, Z86 and Z91 are held in part, so they are not here (docs/sources.md 5). */
const wholeGroups = [
  'F G47 R40 R41 R42 R43 R44 R45 R46 R48 R49 T74 T76',
  'Z55 Z56 Z57 Z58 Z59 Z60 Z62 Z63 Z64 Z65 Z69 Z70 Z71 Z72 Z73 Z81',
].flatMap((row) => row.split(' '))

export const editionRows: readonly Edition[] = [
  {
    kind: 'procedures',
    name: 'CPT numbers and minutes 2024 to 2026, units a day of 2024 Q3',
    from: day('2024-01-01'),
    to: day('2026-12-31'),
    source: 'docs/sources.md 1 and 2; units a day: CMS practitioner MUE, 2024-07-01',
  },
  {
    kind: 'diagnoses',
    name: 'ICD-10-CM FY2026',
    from: day('2025-10-01'),
    to: day('2026-09-30'),
    source: 'NCHS and CMS, ICD-10-CM FY2026; docs/sources.md 5',
    groups: wholeGroups,
  },
  {
    kind: 'places',
    name: 'Place of service codes with street outreach (27)',
    from: day('2023-10-01'),
    to: day('2026-12-31'),
    source: 'CMS place of service code set; docs/sources.md 4',
  },
  {
    kind: 'modifiers',
    name: 'Modifiers 2024 to 2026',
    from: day('2024-01-01'),
    to: day('2026-12-31'),
    source: 'docs/sources.md 4',
  },
  {
    kind: 'adjustment-reasons',
    name: 'Claim adjustment reason codes as read in 2024-06',
    from: day('2024-01-01'),
    to: day('2026-12-31'),
    source: 'docs/sources.md 8.4',
  },
  {
    kind: 'claim-statuses',
    name: 'Claim status codes and categories as read in 2026-11',
    from: day('2024-01-01'),
    to: day('2026-12-31'),
    source: 'docs/sources.md 8.3 and section 0',
  },
]

// The time rule: for each timed service, from so many minutes to so many, these codes with these units. No minute is left out.
import { day } from '../../values/day.ts'
import type { TimeBand, TimedService } from '../facts.ts'

const from = day('2024-01-01')

type Codes = readonly (readonly [code: string, units: number])[]
type Step = readonly [minutesFrom: number, codes: Codes]

/** Rows from the minute each begins at: a row ends where the next one begins, the last one has no end. */
const bands = (
  service: TimedService,
  reading: TimeBand['reading'],
  source: string,
  steps: readonly Step[],
): readonly TimeBand[] =>
  steps.map(([minutesFrom, codes], place) => {
    const next = steps[place + 1]
    return {
      service,
      reading,
      minutesFrom,
      minutesTo: next === undefined ? null : next[0] - 1,
      codes: codes.map(([code, units]) => ({ code, units })),
      from,
      to: null,
      source,
    }
  })

const therapyPage = 'docs/sources.md 2: therapy by face-to-face minutes (Novitas Solutions, psychotherapy)'
const crisisPage =
  'docs/sources.md 2: crisis, 90839 first block, 90840 each further begun block; three a day (MUE)'
const crisisMidpoint = 'docs/sources.md 2: crisis, a payer that counts a further block only past its midpoint'
const familyPage = 'docs/sources.md 2: family, a 50-minute code from 26 minutes on'
const visitPage = 'docs/sources.md 2: E/M by total minutes of the clinician on the day'

const none: Codes = []

/** Crisis minutes; `short` is what stands for less than half an hour. From 165 on no unit is left: a row of its own names it. */
const crisis = (service: 'crisis' | 'crisis-with-em', short: string): readonly TimeBand[] => [
  ...bands(service, 'started', crisisPage, [
    [0, none],
    [16, [[short, 1]]],
    [30, [['90839', 1]]],
    [
      75,
      [
        ['90839', 1],
        ['90840', 1],
      ],
    ],
    [
      105,
      [
        ['90839', 1],
        ['90840', 2],
      ],
    ],
    [
      135,
      [
        ['90839', 1],
        ['90840', 3],
      ],
    ],
    [
      165,
      [
        ['90839', 1],
        ['90840', 3],
      ],
    ],
  ]),
  ...bands(service, 'midpoint', crisisMidpoint, [
    [0, none],
    [16, [[short, 1]]],
    [30, [['90839', 1]]],
    [
      90,
      [
        ['90839', 1],
        ['90840', 1],
      ],
    ],
    [
      120,
      [
        ['90839', 1],
        ['90840', 2],
      ],
    ],
    [
      150,
      [
        ['90839', 1],
        ['90840', 3],
      ],
    ],
    [
      165,
      [
        ['90839', 1],
        ['90840', 3],
      ],
    ],
  ]),
]

export const timeBandRows: readonly TimeBand[] = [
  ...bands('therapy', 'any', therapyPage, [
    [0, none],
    [16, [['90832', 1]]],
    [38, [['90834', 1]]],
    [53, [['90837', 1]]],
  ]),
  ...bands('therapy-with-em', 'any', therapyPage, [
    [0, none],
    [16, [['90833', 1]]],
    [38, [['90836', 1]]],
    [53, [['90838', 1]]],
  ]),
  ...crisis('crisis', '90832'),
  ...crisis('crisis-with-em', '90833'),
  ...bands('family-with-client', 'any', familyPage, [
    [0, none],
    [26, [['90847', 1]]],
  ]),
  ...bands('family-without-client', 'any', familyPage, [
    [0, none],
    [26, [['90846', 1]]],
  ]),
  ...bands('em-new', 'any', visitPage, [
    [0, none],
    [15, [['99202', 1]]],
    [30, [['99203', 1]]],
    [45, [['99204', 1]]],
    [60, [['99205', 1]]],
  ]),
  ...bands('em-established', 'any', visitPage, [
    [0, none],
    [10, [['99212', 1]]],
    [20, [['99213', 1]]],
    [30, [['99214', 1]]],
    [40, [['99215', 1]]],
  ]),
]

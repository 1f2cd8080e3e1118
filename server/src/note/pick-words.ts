// The answers of a note in words, for a print: what was picked, and what was said not to have been assessed.
import type { Note, Picks, RecordedFacts } from '@goldenthread/core/note/note.ts'
import { templates } from '@goldenthread/core/note/templates.ts'
import type { SessionPlace } from '@goldenthread/core/session/session.ts'

export type Fact = readonly [string, string]

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const spoken = (name: string): string => capital(name.replaceAll('-', ' '))

const isUnassessed = (answer: unknown): answer is { readonly notAssessed: string } =>
  typeof answer === 'object' && answer !== null && 'notAssessed' in answer

/** An answer through `words`; what was not assessed says why. */
const said = <T>(
  answer: T | { readonly notAssessed: string } | undefined,
  words: (given: T) => string,
): string | null => {
  if (answer === undefined) return null
  return isUnassessed(answer) ? `Not assessed: ${answer.notAssessed}` : words(answer)
}

const yesOrNo = (answer: boolean | undefined): string | null =>
  answer === undefined ? null : answer ? 'Yes' : 'No'

type Told = readonly [string, string | null | undefined]

const standing = (rows: readonly Told[]): readonly Fact[] =>
  rows.flatMap(([name, value]): readonly Fact[] =>
    value === null || value === undefined || value === '' ? [] : [[name, value]],
  )

const riskOf = (risk: Picks['risk']): readonly Told[] =>
  risk === undefined
    ? []
    : [
        ['Suicidal ideation', said(risk.suicidalIdeation, spoken)],
        ['Homicidal ideation', said(risk.homicidalIdeation, spoken)],
        ['Self-harm', said(risk.selfHarm, spoken)],
        ['Risk', said(risk.level, spoken)],
        ['Risk since last time', risk.levelChange && spoken(risk.levelChange)],
        ['C-SSRS', risk.cssrs],
        ['Safety plan', risk.safetyPlan && spoken(risk.safetyPlan)],
        ['Crisis resources given', yesOrNo(risk.crisisResources)],
      ]

const list = (texts: readonly string[]): string => texts.join(', ')

const careOf = (picks: Picks): readonly Told[] => [
  ['Symptoms', said(picks.symptoms, list)],
  ['Impairment', said(picks.impairment, list)],
  ['Direction', said(picks.direction, spoken)],
  [
    'Interventions',
    said(picks.interventions, (given) =>
      given.map(({ name, goal }) => (goal === undefined ? name : `${name} (${goal})`)).join(', '),
    ),
  ],
  ['Response', said(picks.response, (given) => given)],
  [
    'Goals',
    said(picks.goals, (given) =>
      given.map(({ goal, progress }) => `${goal}: ${progress.replaceAll('-', ' ')}`).join('\n'),
    ),
  ],
  ['Care should', said(picks.necessity, spoken)],
  ['Why the longer session', picks.longSessionReason],
  ['Why the client was not there', picks.clientAbsentBecause],
]

const medicalOf = (picks: Picks): readonly Told[] => {
  const { decisionMaking, crisis, interactiveComplexity: complexity } = picks
  return [
    ['New client', yesOrNo(picks.newClient)],
    [
      'Decision making',
      decisionMaking &&
        `Problems ${decisionMaking.problems}, data ${decisionMaking.data}, risk ${decisionMaking.risk}`,
    ],
    ['Level rests on', picks.levelBasis && spoken(picks.levelBasis)],
    ['Medical services', picks.medicalServices && list(picks.medicalServices)],
    ['Crisis', crisis && said(crisis.state, (given) => given)],
    ['Disposition', crisis && said(crisis.disposition, (given) => given)],
    ['Resources', crisis && said(crisis.resources, list)],
    ['Interactive complexity', complexity && `Factor ${complexity.factor}: ${complexity.how}`],
  ]
}

/** Everything that was picked, in the order in which an auditor looks for it. */
export const pickFacts = (picks: Picks): readonly Fact[] =>
  standing([
    ...Object.entries(picks.mentalStatus ?? {}).map(
      ([category, answer]): Told => [spoken(category), said(answer, (given) => given)],
    ),
    ...riskOf(picks.risk),
    ...careOf(picks),
    ...medicalOf(picks),
  ])

const placeOf = (place: SessionPlace | null): string | null =>
  place === null
    ? null
    : [place.setting === null ? null : spoken(place.setting), place.city, place.state]
        .filter((part) => part !== null)
        .join(', ')

const timesOf = ({ start, stop, minutes }: RecordedFacts): string | null => {
  const clock = start === null || stop === null ? null : `${start} to ${stop}`
  const long = minutes === null ? null : `${minutes} minutes`
  return [clock, long].filter((part) => part !== null).join(', ') || null
}

const modalities = {
  'in-person': 'In person',
  'audio-video': 'By video',
  'audio-only': 'By telephone',
} as const

/** What the note itself says of its session; what it does not say is not there. */
export const recordedFacts = ({ recorded }: Note, told: (day: string) => string): readonly Fact[] =>
  standing([
    ['Day of service', recorded.day && told(recorded.day)],
    ['Start and stop', timesOf(recorded)],
    ['Therapy minutes', recorded.therapyMinutes?.toString()],
    ['E/M minutes', recorded.emMinutes?.toString()],
    ['Held', recorded.modality && modalities[recorded.modality]],
    ['Client was', placeOf(recorded.clientPlace)],
    ['Provider was', placeOf(recorded.providerPlace)],
    ['Platform', recorded.platform],
    ['Telehealth consent', yesOrNo(recorded.telehealthConsent ?? undefined)],
    [
      'Present',
      recorded.attendees
        .map(({ role, name }) => (name === undefined ? spoken(role) : `${spoken(role)} (${name})`))
        .join(', '),
    ],
    [
      'Procedures named',
      recorded.procedures.map(({ code, units }) => `${code}${units > 1 ? ` × ${units}` : ''}`).join(', '),
    ],
  ])

/** The sections in the order of the template, each under its name; one of no template comes last under its own. */
export const sectionsOf = ({ template, sections }: Note): readonly Fact[] => {
  const known = templates[template].sections
  const others = Object.keys(sections).filter((id) => known.every((each) => each.id !== id))
  return standing([
    ...known.map(({ id, label }): Told => [label, sections[id]?.trim()]),
    ...others.map((id): Told => [spoken(id), sections[id]?.trim()]),
  ])
}

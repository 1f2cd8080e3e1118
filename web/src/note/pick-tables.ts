// The picks of a note as they are offered: our own plain words, the usual ones first. What is not here is said in own words.
import type { MentalStatusCategory, Picks } from '@goldenthread/core/note/note.ts'
import type { PickOption } from '../ui/pick-row.tsx'

/** How many are shown before "More". */
export interface PickTable {
  readonly options: readonly PickOption[]
  readonly more: readonly PickOption[]
}

const same = (words: string): PickOption => ({ value: words, label: words })
const words = (usual: readonly string[], more: readonly string[] = []): PickTable => ({
  options: usual.map(same),
  more: more.map(same),
})
const named = (...pairs: readonly (readonly [value: string, label: string])[]): PickTable => ({
  options: pairs.map(([value, label]) => ({ value, label })),
  more: [],
})

export interface MentalStatusRow {
  readonly category: MentalStatusCategory
  readonly label: string
  readonly table: PickTable
}

/** In the order an examination is written; the first five stand open in a therapy note, the rest is opened. */
export const mentalStatusRows: readonly MentalStatusRow[] = [
  {
    category: 'appearance',
    label: 'Appearance',
    table: words(
      ['well kept', 'casual', 'unkempt'],
      ['neat', 'disheveled', 'dressed unlike the weather', 'looks older than their age'],
    ),
  },
  {
    category: 'mood',
    label: 'Mood',
    table: words(
      ['euthymic', 'low', 'anxious', 'irritable'],
      ['elevated', 'angry', 'numb', 'hopeless', 'hopeful'],
    ),
  },
  {
    category: 'affect',
    label: 'Affect',
    table: words(
      ['full', 'constricted', 'flat', 'labile'],
      ['blunted', 'tearful', 'bright', 'unlike the mood'],
    ),
  },
  {
    category: 'thought-process',
    label: 'Thought',
    table: words(
      ['linear', 'circumstantial', 'ruminative'],
      ['tangential', 'loose', 'slowed', 'racing', 'blocked'],
    ),
  },
  {
    category: 'insight',
    label: 'Insight',
    table: words(['good', 'fair', 'limited'], ['poor', 'growing']),
  },
  {
    category: 'behavior',
    label: 'Behavior',
    table: words(
      ['cooperative', 'guarded', 'restless'],
      ['calm', 'slowed', 'withdrawn', 'agitated', 'playful'],
    ),
  },
  {
    category: 'speech',
    label: 'Speech',
    table: words(['even', 'soft', 'quick'], ['slow', 'pressed', 'sparse', 'loud', 'fits the age']),
  },
  {
    category: 'thought-content',
    label: 'Content',
    table: words(['no delusions', 'worry', 'guilt'], ['obsessions', 'suspicion', 'grandiose', 'phobic']),
  },
  {
    category: 'perception',
    label: 'Perception',
    table: words(
      ['no hallucinations', 'hears voices'],
      ['sees what others do not', 'depersonalization', 'derealization'],
    ),
  },
  {
    category: 'cognition',
    label: 'Cognition',
    table: words(['oriented', 'attentive', 'distractible'], ['forgetful', 'clouded', 'tested today']),
  },
  {
    category: 'judgment',
    label: 'Judgment',
    table: words(['good', 'fair', 'impaired'], ['impulsive']),
  },
]

/** Evidence-based for a named use; which client it fits is the clinician's to judge (docs/sources.md 6.2). */
export const evidenceBased: PickTable = words(
  ['CBT', 'Behavioral activation', 'IPT', 'DBT skills'],
  [
    'ACT',
    'Cognitive Processing Therapy',
    'Prolonged exposure',
    'EMDR',
    'Exposure with response prevention',
    'Interoceptive exposure',
    'Cognitive restructuring',
    'Problem solving',
    'Motivational interviewing',
    'CBT for insomnia',
    'Emotionally Focused Therapy',
    'Parent management training',
    'Prolonged Grief Treatment',
    'Family psychoeducation',
    'Relapse prevention',
    'Safety planning',
  ],
)

/** Beside them: they support, and stand for no treatment by themselves. */
export const besideThem: PickTable = words(
  ['Mindfulness', 'Art'],
  [
    'Music',
    'Play',
    'Relaxation',
    'Breathing',
    'Journaling',
    'Bibliotherapy',
    'Psychoeducation',
    'Supportive listening',
  ],
)

export const symptoms: PickTable = words(
  ['low mood', 'worry', 'poor sleep', 'little interest'],
  [
    'panic',
    'irritability',
    'tired',
    'poor concentration',
    'guilt',
    'hopelessness',
    'nightmares',
    'avoidance',
    'startle',
    'obsessions',
    'compulsions',
    'restlessness',
    'appetite changed',
    'racing thoughts',
    'cravings',
  ],
)

export const impairment: PickTable = words(
  ['work', 'home', 'relationships', 'self-care'],
  ['school', 'parenting', 'social life', 'money', 'health', 'driving'],
)

export const response: PickTable = words(
  ['engaged', 'practiced it', 'found it hard'],
  ['insight grew', 'distress fell', 'distress stayed', 'did not take part', 'took the task home'],
)

export const directionTable: PickTable = named(['better', 'better'], ['same', 'same'], ['worse', 'worse'])
export const necessityTable: PickTable = named(
  ['continue', 'continue as planned'],
  ['modify', 'change the plan'],
  ['end', 'end treatment'],
)

export const progressTable: PickTable = {
  options: [
    { value: 'better', label: 'moving' },
    { value: 'same', label: 'same' },
    { value: 'worse', label: 'worse' },
  ],
  more: [
    { value: 'met', label: 'met' },
    { value: 'not-addressed', label: 'not today' },
  ],
}

type RiskKey = Exclude<keyof NonNullable<Picks['risk']>, 'cssrs' | 'crisisResources'>

export interface RiskRow {
  readonly key: RiskKey
  readonly label: string
  readonly table: PickTable
  /** Whether it may be answered "not assessed, because …". */
  readonly mayBeUnassessed: boolean
}

const thoughts = named(['denied', 'denied'], ['endorsed', 'present'], ['historical', 'only in the past'])

export const riskRows: readonly RiskRow[] = [
  { key: 'suicidalIdeation', label: 'Suicide', table: thoughts, mayBeUnassessed: true },
  { key: 'homicidalIdeation', label: 'Harm to others', table: thoughts, mayBeUnassessed: true },
  { key: 'selfHarm', label: 'Self-harm', table: thoughts, mayBeUnassessed: true },
  {
    key: 'level',
    label: 'Level',
    table: named(['low', 'low'], ['moderate', 'moderate'], ['high', 'high']),
    mayBeUnassessed: true,
  },
  {
    key: 'levelChange',
    label: 'Since last time',
    table: named(['same', 'unchanged'], ['better', 'lower'], ['worse', 'higher']),
    mayBeUnassessed: false,
  },
  {
    key: 'safetyPlan',
    label: 'Safety plan',
    table: named(['made', 'made today'], ['reviewed', 'reviewed']),
    mayBeUnassessed: false,
  },
]

const levels = named(
  ['straightforward', 'straightforward'],
  ['low', 'low'],
  ['moderate', 'moderate'],
  ['high', 'high'],
)

/** The three columns of medical decision making (docs/sources.md 2). */
export const decisionRows = [
  { key: 'problems', label: 'Problems', table: levels },
  { key: 'data', label: 'Data', table: levels },
  { key: 'risk', label: 'Risk', table: levels },
] as const

export const levelBasisTable: PickTable = named(
  ['decision-making', 'medical decision making'],
  ['time', 'time'],
)
export const newClientTable: PickTable = named(['no', 'established'], ['yes', 'new within three years'])

export const medicalServices: PickTable = words(
  ['medical history', 'medicines reviewed', 'prescribed'],
  [
    'vital signs',
    'laboratory ordered',
    'laboratory reviewed',
    'physical examination',
    'medical consultation',
  ],
)

export const crisisState: PickTable = words(
  ['acute distress', 'suicidal crisis', 'panic'],
  ['psychotic episode', 'danger to others', 'trauma of today', 'intoxicated'],
)
export const crisisDisposition: PickTable = words(
  ['home with a safety plan', 'home with family', 'emergency room'],
  ['hospital, by own will', 'hospital, against own will', 'mobile crisis team'],
)
export const crisisResources: PickTable = words(
  ['988', 'family present', 'means made safe'],
  ['crisis line', 'mobile crisis team', 'police', 'psychiatrist called'],
)

export const longSessionReasons: PickTable = words(
  ['exposure had to be brought to its end', 'distress had to come down first'],
  ['trauma account', 'crisis within the session', 'several problems at once', 'an interpreter took part'],
)

export const absentBecause: PickTable = words(
  ['parents’ guidance', 'the client is a young child'],
  ['the client asked for it', 'the client was unwell', 'to plan the client’s care'],
)

export const complexityFactors: PickTable = named(
  ['1', 'hard to communicate with'],
  ['2', 'a caregiver’s behavior'],
  ['3', 'a report had to be made'],
  ['4', 'play, tools or an interpreter'],
)

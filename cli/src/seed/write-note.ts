// Writes a demo note: the words of the client's theme put into the sections and picks of a template.
import type { Note, NoteDiagnosis, Picks, RecordedFacts, Template } from '@goldenthread/core/note/note.ts'
import type { Appointment } from './calendar.ts'
import type { Theme, Work } from './theme.ts'
import { themeOf } from './themes.ts'

/** What a clinician writes; whose note it is and who writes it are printed by the practice. */
export type Written = Pick<Note, 'template' | 'recorded' | 'sections' | 'picks' | 'diagnoses'>

const turn = <T>(from: readonly T[], number: number): T => {
  const found = from[number % from.length]
  if (found === undefined) throw new RangeError('a theme has words for every part')
  return found
}

const isTogether = ({ client, number, kind }: Appointment): boolean =>
  kind === 'usual' && (client.row.theme === 'couple' || (client.row.theme === 'child' && number % 4 === 3))

/** Who sits with the client: a partner, or for every fourth session of a child a parent. */
export const besideClient = (appointment: Appointment): 'partner' | 'parent' | null => {
  if (!isTogether(appointment)) return null
  return appointment.client.row.theme === 'couple' ? 'partner' : 'parent'
}

const talkTemplate: Readonly<Record<string, Template>> = { voss: 'soap', castellan: 'birp' }

/** The template this session is written in. */
export const templateOf = (appointment: Appointment): Template => {
  const { kind, client } = appointment
  if (kind === 'evaluation') return 'intake'
  if (besideClient(appointment) !== null) return 'family'
  switch (client.row.theme) {
    case 'bipolar':
      return 'em-with-therapy'
    case 'attention':
    case 'low-mood-medication':
      return 'em'
    default:
      return talkTemplate[client.row.provider] ?? 'dap'
  }
}

/** Minutes of therapy and of medical work, where they are counted apart. */
export const partsOf = (
  appointment: Appointment,
): { readonly therapy: number; readonly em: number } | null =>
  templateOf(appointment) === 'em-with-therapy' ? { therapy: 20, em: 18 } : null

interface Words {
  readonly opening: string
  readonly report: string
  readonly measured: string
  readonly work: Work
  readonly response: string
  readonly risk: string
  readonly seen: string
  readonly plan: string
  readonly theme: Theme
}

const openings: Readonly<Record<Appointment['client']['row']['means'], string>> = {
  video:
    'The client joined by secure video from home; this clinician was in the Kingston office. Identity, present place and call-back number were confirmed, and the consent to telehealth on file stands.',
  telephone:
    'The client was at home and could not use video; the session was held by telephone from the Kingston office after identity, place and consent were confirmed.',
  office: 'The client was seen in the Kingston office.',
}

const wordsOf = (appointment: Appointment): Words => {
  const { client, number } = appointment
  const theme = themeOf(client.row.theme)
  const { start, least, name } = theme.measure
  const value = Math.round(start - ((start - least) * Math.min(number, 12)) / 12)
  const seen = Object.entries(theme.mentalStatus).map(
    ([category, words]) => `${category.replace('-', ' ')}: ${words}`,
  )
  const beside = besideClient(appointment)
  return {
    opening: `${openings[client.row.means]}${beside === null ? '' : ` The client's ${beside} took part.`}`,
    report: turn(theme.reports, number),
    measured: `${name} today was ${value}${number === 0 ? '' : `, ${start} at the beginning`}.`,
    work: turn(theme.works, number),
    response: turn(theme.responses, number),
    risk: 'The client denied thoughts of suicide, of harming others and of self-harm; risk is low and unchanged.',
    seen: `${seen.join('; ')}.`,
    plan: `${turn(theme.homework, number)} Next session as scheduled. The 988 line is known.`,
    theme,
  }
}

type Sections = Note['sections']

const assessed = ({ theme, response, risk, seen }: Words): string =>
  `${theme.diagnoses.map(({ words }) => words).join('; ')}. ${seen} ${risk} ${response} ${theme.necessity}`

const medical = (words: Words): Sections => ({
  'interval-history': `${words.opening} ${words.report} ${words.measured}`,
  'mental-status': words.seen,
  'medical-decision-making': `${words.theme.diagnoses.map(({ words: named }) => named).join('; ')}: under treatment and not yet at its goal. The medicine is continued after its effects and risks were talked over. ${words.risk} ${words.theme.necessity}`,
  plan: words.plan,
})

const sectionsOf: Readonly<Partial<Record<Template, (words: Words) => Sections>>> = {
  dap: (words) => ({
    data: `${words.opening} ${words.report} ${words.measured} ${words.work.says}`,
    assessment: assessed(words),
    plan: words.plan,
  }),
  soap: (words) => ({
    subjective: `${words.opening} ${words.report}`,
    objective: `${words.measured} ${words.seen} ${words.work.says}`,
    assessment: assessed(words),
    plan: words.plan,
  }),
  birp: (words) => ({
    behavior: `${words.opening} ${words.report} ${words.measured} ${words.seen} ${words.risk}`,
    intervention: words.work.says,
    response: `${words.response} ${words.theme.necessity}`,
    plan: words.plan,
  }),
  family: (words) => ({
    attendance: words.opening,
    content: `${words.report} ${words.measured}`,
    interventions: words.work.says,
    response: words.response,
    assessment: assessed(words),
    plan: words.plan,
  }),
  intake: (words) => ({
    'presenting-problem': `${words.opening} ${words.report} ${words.measured}`,
    history:
      'No hospital stay and no earlier attempt. Physical health is good by the client’s account; drinks little and uses no drugs. Grew up with two siblings, works full time.',
    'mental-status': words.seen,
    risk: words.risk,
    'diagnostic-impression': `${words.theme.diagnoses.map(({ words: named }) => named).join('; ')}: ${words.theme.symptoms.join(', ')}; it shows in daily life: ${words.theme.impairment.join(', ')}. The outlook is fair with treatment.`,
    plan: `${words.plan} Aims: ${words.theme.goals.join('; ')}.`,
  }),
  em: medical,
  'em-with-therapy': (words) => ({
    ...medical(words),
    therapy: `Apart from the medical part, 20 minutes of psychotherapy. ${words.work.says} ${words.response}`,
  }),
}

const minutesBetween = ({ start, stop }: Pick<Appointment, 'start' | 'stop'>): number => {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  return minutes(stop) - minutes(start)
}

const medicalPicks = (appointment: Appointment): Picks => {
  const template = templateOf(appointment)
  if (template !== 'em' && template !== 'em-with-therapy') return {}
  const problems = appointment.client.row.theme === 'attention' ? 'low' : 'moderate'
  return {
    newClient: false,
    decisionMaking: { problems, data: 'low', risk: 'moderate' },
    levelBasis: 'decision-making',
  }
}

const picksOf = (appointment: Appointment, { theme, work, response }: Words): Picks => {
  const [first, second] = theme.goals
  const direction = appointment.number < 2 ? 'same' : 'better'
  const isLong = minutesBetween(appointment) >= 53 && appointment.kind === 'usual'
  return {
    mentalStatus: theme.mentalStatus,
    risk: {
      suicidalIdeation: 'denied',
      homicidalIdeation: 'denied',
      selfHarm: 'denied',
      level: 'low',
      levelChange: 'same',
      crisisResources: true,
    },
    interventions: [{ name: work.name, goal: first }],
    response,
    symptoms: theme.symptoms,
    impairment: theme.impairment,
    direction,
    goals: [
      { goal: first, progress: direction },
      { goal: second, progress: 'same' },
    ],
    necessity: 'continue',
    ...(isLong
      ? {
          longSessionReason:
            'Distress had to come down and the exercise be closed before the session could end.',
        }
      : {}),
    ...medicalPicks(appointment),
  }
}

const recordedOf = (appointment: Appointment, prefilled: RecordedFacts): RecordedFacts => {
  const parts = partsOf(appointment)
  const isAway = appointment.client.row.means !== 'office'
  return {
    ...prefilled,
    minutes: minutesBetween(appointment),
    therapyMinutes: parts?.therapy ?? prefilled.therapyMinutes,
    emMinutes: parts?.em ?? prefilled.emMinutes,
    telehealthConsent: isAway ? true : prefilled.telehealthConsent,
  }
}

/** The whole of what the clinician writes, on top of what stood in the draft when it was opened. */
export const writeNote = (appointment: Appointment, prefilled: RecordedFacts): Written => {
  const template = templateOf(appointment)
  const words = wordsOf(appointment)
  const sections = sectionsOf[template]
  if (sections === undefined) throw new RangeError(`the demo writes no notes in the template ${template}`)
  const diagnoses: readonly NoteDiagnosis[] = words.theme.diagnoses
  return {
    template,
    recorded: recordedOf(appointment, prefilled),
    sections: sections(words),
    picks: picksOf(appointment, words),
    diagnoses,
  }
}

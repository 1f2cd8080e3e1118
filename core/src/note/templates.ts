// The note templates: what each is called, its sections, the kinds of service it documents, the picks an auditor expects.
import type { CodeFamily } from '../facts/facts.ts'
import type { Picks, Template } from './note.ts'

export interface TemplateSection {
  /** The key under which the note keeps the text. */
  readonly id: string
  readonly label: string
  /** Expected in every note of this template; a missing one warns, it never blocks (docs/sources.md 0, 6). */
  readonly required: boolean
  /** The same one day as the next, so that it is offered from the last note; what happened that day never is. */
  readonly carries?: true
}

export interface TemplateFact {
  readonly label: string
  readonly sections: readonly TemplateSection[]
  /** The kinds of service such a note can document; who attended and how long decide among them. */
  readonly families: readonly CodeFamily[]
  /** Which row of mental-status expectations holds for it (`facts.payerProfile().mentalStatusLeast`). */
  readonly mentalStatus: 'therapy' | 'intake' | 'em'
  /** What an auditor looks for in it (docs/sources.md 6.1, 6.2). */
  readonly picks: readonly (keyof Picks)[]
}

const section = (id: string, label: string): TemplateSection => ({ id, label, required: true })
const optional = (id: string, label: string): TemplateSection => ({ id, label, required: false })

// Every clinical note: symptoms, what they do to a life, which way things go, risk, why care goes on (docs/sources.md 6.1).
const everyNote = ['mentalStatus', 'risk', 'symptoms', 'impairment', 'direction', 'necessity'] as const
const therapy = [...everyNote, 'interventions', 'response', 'goals'] as const
const plan = section('plan', 'Plan')
const medicalPicks = ['decisionMaking', 'levelBasis', 'newClient'] as const
const medicalSections: readonly TemplateSection[] = [
  section('interval-history', 'Interval history'),
  section('mental-status', 'Mental status and examination'),
  section('medical-decision-making', 'Problems, data and risk'),
  plan,
]

/** Sections and picks by template. Sources: docs/sources.md 6.1 and 6.2. */
export const templates: Readonly<Record<Template, TemplateFact>> = {
  soap: {
    label: 'SOAP progress note',
    sections: [
      section('subjective', 'Subjective'),
      section('objective', 'Objective'),
      section('assessment', 'Assessment'),
      plan,
    ],
    families: ['therapy'],
    mentalStatus: 'therapy',
    picks: therapy,
  },
  dap: {
    label: 'DAP progress note',
    sections: [section('data', 'Data'), section('assessment', 'Assessment'), plan],
    families: ['therapy'],
    mentalStatus: 'therapy',
    picks: therapy,
  },
  birp: {
    label: 'BIRP progress note',
    sections: [
      section('behavior', 'Behavior'),
      section('intervention', 'Intervention'),
      section('response', 'Response'),
      plan,
    ],
    families: ['therapy'],
    mentalStatus: 'therapy',
    picks: therapy,
  },
  intake: {
    label: 'Diagnostic evaluation',
    sections: [
      section('presenting-problem', 'Presenting problem'),
      {
        ...section('history', 'History: psychiatric, medical, family, social, developmental, substance'),
        carries: true,
      },
      section('mental-status', 'Mental status'),
      section('risk', 'Risk'),
      section('diagnostic-impression', 'Diagnosis with reasons, and prognosis'),
      plan,
      optional('informants', 'Informants'),
    ],
    families: ['intake'],
    mentalStatus: 'intake',
    picks: everyNote,
  },
  crisis: {
    label: 'Crisis psychotherapy note',
    sections: [
      section('presenting-crisis', 'The crisis and how it came about'),
      section('assessment', 'Assessment of urgency and risk'),
      section('interventions', 'What was done to lower the risk'),
      optional('response', 'Response'),
      section('disposition', 'Disposition and follow-up'),
      optional('plan', 'Plan'),
    ],
    // Under half an hour a crisis is billed as therapy (docs/sources.md 2).
    families: ['crisis', 'therapy', 'therapy-with-em'],
    mentalStatus: 'therapy',
    picks: [
      'mentalStatus',
      'risk',
      'symptoms',
      'impairment',
      'interventions',
      'response',
      'crisis',
      'necessity',
    ],
  },
  family: {
    label: 'Family psychotherapy note',
    sections: [
      section('attendance', 'Who came, and how they are related'),
      section('content', 'What was worked on, tied to the client’s diagnosis'),
      section('interventions', 'Interventions'),
      optional('response', 'Response'),
      section('assessment', 'Assessment'),
      plan,
    ],
    families: ['family-with-client', 'family-without-client'],
    mentalStatus: 'therapy',
    picks: therapy,
  },
  em: {
    label: 'Medication visit (E/M)',
    sections: medicalSections,
    families: ['em-new', 'em-established'],
    mentalStatus: 'em',
    picks: [...everyNote, ...medicalPicks],
  },
  'em-with-therapy': {
    label: 'Medication visit with psychotherapy',
    sections: [...medicalSections, section('therapy', 'Psychotherapy, apart from the medical part')],
    families: ['em-new', 'em-established', 'therapy-with-em'],
    mentalStatus: 'em',
    picks: [...therapy, ...medicalPicks],
  },
}

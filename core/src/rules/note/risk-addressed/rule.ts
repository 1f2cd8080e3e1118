// Suicide, harm to others and self-harm or a level of risk are each answered, one way or the other.
import { field } from '../../../values/finding.ts'
import type { Risk } from '../../../note/note.ts'
import type { Fault, Rule } from '../../rule.ts'

const answered = (value: unknown): boolean => value !== undefined

const asked: readonly {
  readonly path: string
  readonly shown: (risk: Risk) => boolean
  readonly what: string
}[] = [
  {
    path: 'note.picks.risk.suicidalIdeation',
    shown: (risk) => answered(risk.suicidalIdeation),
    what: 'thoughts of suicide',
  },
  {
    path: 'note.picks.risk.homicidalIdeation',
    shown: (risk) => answered(risk.homicidalIdeation),
    what: 'thoughts of harming others',
  },
  {
    path: 'note.picks.risk.level',
    shown: (risk) => answered(risk.level) || answered(risk.selfHarm),
    what: 'self-harm or a level of risk',
  },
]

export const rule: Rule = {
  id: 'risk-addressed',
  title: 'A note says how risk stood that day',
  whose: 'platform',
  severity: 'warns',
  link: 'note',
  from: null,
  to: null,
  source: 'Headway, documentation and CPT codes (seed 0); Rula, progress notes (seed 2)',
  reason:
    'Silence on risk reads as not asked. A denial, an endorsement or "not assessed, because …" each show that it was thought of.',
  write: {
    what: 'Thoughts of suicide, of harming others, self-harm: denied, endorsed, historical, or why not assessed; and the level.',
    good: 'Denied suicidal and homicidal thoughts and self-harm; risk low, unchanged.',
    bad: 'Risk: see prior note.',
  },
  needs: ['note'],
  reads: ['note.picks.risk'],
  check: ({ note }) =>
    asked
      .filter((each) => !each.shown(note?.picks.risk ?? {}))
      .map(
        ({ path, what }): Fault => ({
          place: field(path),
          says: `The note does not speak of ${what}.`,
          remedy: 'Pick denied, endorsed or historical, or say why it was not assessed.',
        }),
      ),
}

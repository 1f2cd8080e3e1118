// A visit is billed at no higher a level than the decision making that the note records.
import { field } from '../../../values/finding.ts'
import { columnsReaching, decisionLevel, isAbove } from '../../../coding/decision-making.ts'
import { restsOnTime } from '../../../coding/code-visit.ts'
import { dayOfService } from '../../../claim/day-of-service.ts'
import type { Case } from '../../case.ts'
import type { Facts } from '../../../facts/facts.ts'
import { claimedProcedures } from '../../claimed-procedures.ts'
import type { Fault, Rule } from '../../rule.ts'

const check = (given: Case, facts: Facts): readonly Fault[] => {
  const on = dayOfService(given)
  const columns = given.note?.picks.decisionMaking
  if (given.note === null || columns === undefined || on === null) return []
  const billed = claimedProcedures(given).map((each) => ({
    ...each,
    fact: facts.procedure(each.code, on),
  }))
  // Only the note of a visit alone may rest on minutes, and only where no therapy was billed beside it.
  const besideTherapy =
    given.note.template !== 'em' || billed.some(({ fact }) => fact?.family === 'therapy-with-em')
  if (restsOnTime(given.note, besideTherapy)) return []
  const level = decisionLevel(columns)
  return billed.flatMap(({ code, path, fact }): readonly Fault[] => {
    const asked = fact?.decisionLevel
    if (asked === undefined || !isAbove(asked, level)) return []
    const reaching = columnsReaching(asked, columns)
    return [
      {
        place: field(path),
        says: `${code} stands for ${asked} decision making, and two of the three columns of the note reach ${level}.`,
        remedy:
          'Bill the level that two columns reach; correct a column only if it was recorded lower than it was.',
        evidence: { code, ...columns, reaching: reaching.join(', ') || 'none' },
      },
    ]
  })
}

export const rule: Rule = {
  id: 'decision-making-level',
  title: 'A visit is billed at the level that its recorded decision making supports',
  whose: 'code-set',
  severity: 'holds-claim',
  link: 'code',
  from: null,
  to: null,
  source:
    'docs/sources.md 2, decision making: two of three columns carry the level; Texas Medical Association, psychotherapy with E/M (texmed.org, template 30416)',
  reason:
    'Problems, data and risk make the level, and two of the three must reach it. A level that one column alone reaches is taken down, or back, on review; beside therapy no minutes can stand in for it.',
  write: {
    what: 'Each problem with its state, what was looked at, and what was risked by the decision.',
    good: 'Two chronic problems, one worse; sertraline raised to 150 mg: problems and risk moderate. 99214.',
    bad: 'Stable, refills. 99215.',
  },
  needs: ['note'],
  reads: [
    'note.template',
    'note.picks.decisionMaking',
    'note.picks.levelBasis',
    'billed.procedures',
    'claim.lines',
  ],
  check,
}

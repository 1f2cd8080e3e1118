// Evaluation and management: the code of a visit, by decision making or by the minutes of the day.
import { type Result, accepted, refused } from '../values/result.ts'
import type { Finding } from '../values/finding.ts'
import { documentedMinutes } from '../note/note-minutes.ts'
import type { Note } from '../note/note.ts'
import { cannotCode } from './cannot-code.ts'
import { columnsReaching, decisionLevel } from './decision-making.ts'
import { type CodingGround, type SupportedCode, bandReason, codesOfBand } from './supported-code.ts'
import { leastMinutes, pickBand } from './time-rule.ts'

type VisitFamily = 'em-new' | 'em-established'

const newOrEstablished = (
  note: Note,
): { readonly family: VisitFamily; readonly findings: readonly Finding[] } => {
  if (note.picks.newClient !== undefined) {
    return { family: note.picks.newClient ? 'em-new' : 'em-established', findings: [] }
  }
  return {
    family: 'em-established',
    findings: [
      cannotCode({
        code: 'new-client-not-stated',
        severity: 'warns',
        path: 'note.picks.newClient',
        says: 'The note does not say whether the client is new; an established client is taken.',
        remedy: 'Say whether anyone of the same specialty here saw the client within three years.',
        source: 'docs/sources.md 1, E/M: new is not seen by the same specialty of the group for three years',
      }),
    ],
  }
}

const byDecisionMaking = (note: Note, family: VisitFamily, ground: CodingGround): Result<SupportedCode> => {
  const columns = note.picks.decisionMaking
  if (columns === undefined) {
    return refused([
      cannotCode({
        code: 'decision-making-not-recorded',
        path: 'note.picks.decisionMaking',
        says: 'The note does not record the decision making that the level of the visit rests on.',
        remedy: 'Record problems, data and risk; two of the three carry the level.',
        source: 'docs/sources.md 2, E/M and decision making',
      }),
    ])
  }
  const level = decisionLevel(columns)
  const found = ground.facts
    .procedures(ground.on)
    .find((procedure) => procedure.family === family && procedure.decisionLevel === level)
  if (found === undefined) throw new RangeError(`no code is held for ${family} at ${level} decision making`)
  const reason = {
    says: `Decision making is ${level}: ${columnsReaching(level, columns).join(' and ')} reach it, and two of the three columns carry the level.`,
    source: 'docs/sources.md 2, decision making',
  }
  return accepted({ code: found.code, units: 1, band: null, reasons: [reason] })
}

const byTime = (note: Note, family: VisitFamily, ground: CodingGround): Result<SupportedCode> => {
  const minutes = documentedMinutes(note, ground.session).em
  const found = minutes === null ? null : pickBand(family, minutes, ground.facts, ground.on)
  const [code] =
    found === null || minutes === null
      ? []
      : codesOfBand(found, minutes, [bandReason(found, minutes, 'minutes of the clinician on the day')])
  if (code !== undefined) return accepted(code)
  const least = leastMinutes(family, ground.facts, ground.on)
  return refused([
    cannotCode({
      code: minutes === null ? 'minutes-not-documented' : 'minutes-below-least',
      path: 'note.recorded.minutes',
      says: 'The level of the visit rests on time, and the documented minutes do not support one.',
      remedy: `Write the minutes spent on the day; a visit by time needs ${least}, or record decision making.`,
      source: 'docs/sources.md 2, E/M by total minutes',
      evidence: minutes === null ? {} : { minutes: String(minutes), least: String(least) },
    }),
  ])
}

/**
 * What the level of a visit rests on: its minutes, or else its decision making. Beside therapy never its minutes, as
 * those cannot count twice (docs/sources.md 2); alone what the note says, else decision making where it is recorded.
 */
export const restsOnTime = ({ picks }: Pick<Note, 'picks'>, besideTherapy: boolean): boolean =>
  !besideTherapy &&
  (picks.levelBasis ?? (picks.decisionMaking === undefined ? 'time' : 'decision-making')) === 'time'

/** The code of a visit, by what its level rests on. */
export const codeVisit = (
  note: Note,
  besideTherapy: boolean,
  ground: CodingGround,
): Result<SupportedCode> => {
  const { family, findings } = newOrEstablished(note)
  const visit = restsOnTime(note, besideTherapy)
    ? byTime(note, family, ground)
    : byDecisionMaking(note, family, ground)
  return visit.ok ? accepted(visit.value, findings) : visit
}

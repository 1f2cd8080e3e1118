// Procedures with units, from the kind of service a note documents and its minutes.
import { type Result, accepted, refused } from '../values/result.ts'
import type { TimedService } from '../facts/facts.ts'
import type { LicenceClass } from '../people/provider.ts'
import { documentedMinutes, wholeMinutes } from '../note/note-minutes.ts'
import type { Note } from '../note/note.ts'
import { cannotCode } from './cannot-code.ts'
import { codeVisit } from './code-visit.ts'
import type { DocumentedService } from './documented-service.ts'
import { type CodingGround, type SupportedCode, bandReason, codesOfBand } from './supported-code.ts'
import { leastMinutes, minutesBeyond, pickBand } from './time-rule.ts'

type Codes = Result<readonly SupportedCode[]>

const minutesOf: Readonly<Record<TimedService, string>> = {
  therapy: 'minutes of therapy',
  'therapy-with-em': 'minutes of therapy apart from the visit',
  crisis: 'minutes of crisis therapy',
  'crisis-with-em': 'minutes of crisis therapy apart from the visit',
  'family-with-client': 'minutes with the family, the client there',
  'family-without-client': 'minutes with the family, the client not there',
  'em-new': 'minutes of the clinician on the day',
  'em-established': 'minutes of the clinician on the day',
}

const timesNotDocumented = cannotCode({
  code: 'minutes-not-documented',
  path: 'note.recorded',
  says: 'The note does not say how long the session was, so no timed code stands.',
  remedy: 'Write start and stop, or the face-to-face minutes.',
  source: 'docs/sources.md 2 and 6.1, time.start_stop',
})

/** The codes that face-to-face minutes support. The scheduled length never counts. */
const byMinutes = (service: TimedService, minutes: number | null, ground: CodingGround): Codes => {
  if (minutes === null) return refused([timesNotDocumented])
  const { facts, on, reading } = ground
  const band = pickBand(service, minutes, facts, on, reading)
  if (band.codes.length === 0) {
    const least = leastMinutes(service, facts, on, reading)
    return refused([
      cannotCode({
        code: 'minutes-below-least',
        path: 'note.recorded',
        says: `The documented minutes are fewer than the ${least} that the shortest code of this service stands for.`,
        remedy: 'Check the times in the note; a session shorter than that is not billed by time.',
        source: band.source,
        evidence: { minutes: String(minutes), least: String(least) },
      }),
    ])
  }
  const beyond = minutesBeyond(band, minutes, facts, on)
  const codes = codesOfBand(band, minutes, [bandReason(band, minutes, minutesOf[service])])
  if (beyond === 0) return accepted(codes)
  const warning = cannotCode({
    code: 'crisis-minutes-beyond',
    severity: 'warns',
    path: 'note.recorded',
    says: `${beyond} minutes of the crisis session lie beyond what the units of one day stand for.`,
    remedy: 'Keep the minutes in the note; no further unit is billed for them.',
    source: band.source,
    evidence: { minutes: String(minutes), beyond: String(beyond) },
  })
  return accepted(codes, [warning])
}

/** An intake with medical work is a prescriber's (docs/sources.md 1, 90792). */
const intake = (note: Note, licenceClass: LicenceClass | null): Codes => {
  const work = note.picks.medicalServices ?? []
  const medical = work.length > 0 && licenceClass === 'prescriber'
  const says = medical
    ? 'The intake records medical work, done by a prescriber.'
    : work.length > 0
      ? 'The intake records medical work, but its author is no prescriber.'
      : 'The intake records no medical work.'
  const reasons = [
    { says: `${says} No time band applies.`, source: 'docs/sources.md 1 and 2, 90791 and 90792' },
  ]
  return accepted([{ code: medical ? '90792' : '90791', units: 1, band: null, reasons }])
}

/** A visit and, where its minutes are stated apart and suffice, the therapy beside it (docs/sources.md 2, E/M and therapy on one day). */
const visitWithTherapy = (
  note: Note,
  service: 'therapy-with-em' | 'crisis-with-em',
  ground: CodingGround,
): Codes => {
  const visit = codeVisit(note, true, ground)
  if (!visit.ok) return visit
  const minutes = wholeMinutes(note.recorded.therapyMinutes)
  if (minutes === null) {
    const warning = cannotCode({
      code: 'therapy-minutes-not-apart',
      severity: 'warns',
      path: 'note.recorded.therapyMinutes',
      says: 'The note does not state therapy minutes apart from the visit, so the visit alone is coded.',
      remedy: 'Write the therapy minutes on their own.',
      source: 'docs/sources.md 2 and 6.2, 90833/6/8',
    })
    return accepted([visit.value], [...visit.findings, warning])
  }
  const therapy = byMinutes(service, minutes, ground)
  if (therapy.ok) return accepted([visit.value, ...therapy.value], [...visit.findings, ...therapy.findings])
  const least = leastMinutes(service, ground.facts, ground.on, ground.reading)
  const reason = {
    says: `The ${minutes} minutes of therapy beside it are fewer than the ${least} an add-on stands for; the visit stands alone.`,
    source: 'docs/sources.md 2, therapy with E/M',
  }
  return accepted([{ ...visit.value, reasons: [...visit.value.reasons, reason] }], visit.findings)
}

/**
 * The procedures that a documented service supports, each with its units, its band and why; findings when it supports
 * none. Minutes are those the note documents (docs/sources.md 2).
 */
export const codeProcedures = (
  service: DocumentedService,
  note: Note,
  licenceClass: LicenceClass | null,
  ground: CodingGround,
): Codes => {
  switch (service) {
    case 'intake':
      return intake(note, licenceClass)
    case 'em': {
      const visit = codeVisit(note, false, ground)
      return visit.ok ? accepted([visit.value], visit.findings) : visit
    }
    case 'em-with-therapy':
      return visitWithTherapy(note, 'therapy-with-em', ground)
    case 'crisis-with-em':
      // Decision making in the crisis note of someone who may not bill a visit adds nothing to the crisis therapy.
      return licenceClass === 'prescriber'
        ? visitWithTherapy(note, 'crisis-with-em', ground)
        : byMinutes('crisis', documentedMinutes(note, ground.session).therapy, ground)
    case 'therapy':
    case 'crisis':
    case 'family-with-client':
    case 'family-without-client':
      return byMinutes(service, documentedMinutes(note, ground.session).therapy, ground)
  }
}

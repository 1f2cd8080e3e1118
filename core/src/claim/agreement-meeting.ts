// Two of the seven fields: the date with start and stop, and the place with modality.
import type { Day } from '../values/day.ts'
import type { Facts, Modality } from '../facts/facts.ts'
import type { Session, SessionPlace } from '../session/session.ts'
import { sessionMinutes, sessionTherapyMinutes } from '../session/session-minutes.ts'
import type { RecordedFacts } from '../note/note.ts'
import { comparedMinutes } from '../note/note-minutes.ts'
import type { AgreementInput } from './agreement-input.ts'
import {
  type AgreementField,
  type AgreementPart,
  type Comparison,
  type Document,
  type Stated,
  type Verdict,
  comparePart,
  gravest,
  sentence,
} from './compare-part.ts'
import {
  type WhereAndHow,
  comparePlaceOfService,
  compareCities,
  compareSettings,
  compareStates,
} from './compare-place.ts'
import { dayOfService } from './day-of-service.ts'

const equal = <T>(one: T, other: T): Comparison => (one === other ? 'agree' : 'disagree')

type Paths = Readonly<Record<Document, string>>
const pathsTo = (key: string): Paths => ({
  note: `note.recorded.${key}`,
  session: `session.${key}`,
  claim: `claim.${key}`,
  billed: `billed.${key}`,
})

const exact = <T extends string>(
  part: string,
  label: string,
  values: Stated<T>,
  paths = pathsTo(part),
): AgreementPart => comparePart<T>({ part, label, values, paths, show: (value) => value, compare: equal })

/** Therapy minutes against therapy minutes, and in notes of evaluation and management the whole visit against it. */
const minutesPart = ({ note, session, claim, billed }: AgreementInput): AgreementPart => {
  const wholeVisit = note?.template === 'em' || note?.template === 'em-with-therapy'
  const met = session === null ? null : wholeVisit ? sessionMinutes(session) : sessionTherapyMinutes(session)
  return comparePart<number>({
    part: 'minutes',
    label: 'The minutes face to face',
    values: {
      note: note === null ? null : comparedMinutes(note, session),
      session: met,
      claim: claim?.minutes ?? null,
      billed: billed?.minutes ?? null,
    },
    paths: pathsTo('minutes'),
    show: String,
    compare: equal,
  })
}

export const dateAndTimesField = (given: AgreementInput): AgreementField => {
  const { note, session, claim, billed } = given
  const stated = <Key extends 'day' | 'start' | 'stop'>(key: Key) => ({
    note: note?.recorded[key] ?? null,
    session: session?.[key] ?? null,
    claim: claim?.[key] ?? null,
    billed: billed?.[key] ?? null,
  })
  return {
    field: 'date-and-times',
    parts: [
      exact('day', 'The date of service', stated('day')),
      exact('start', 'The start', stated('start')),
      exact('stop', 'The stop', stated('stop')),
      minutesPart(given),
    ],
  }
}

/** In person the client sat where the provider did, when only that was written. */
const whereClient = (of: {
  readonly modality: Modality | null
  readonly clientPlace: SessionPlace | null
  readonly providerPlace: SessionPlace | null
}): SessionPlace | null => of.clientPlace ?? (of.modality === 'in-person' ? of.providerPlace : null)

const placeParts = ({ note, session, claim, billed }: AgreementInput): readonly AgreementPart[] => {
  const places: Stated<SessionPlace> = {
    note: note === null ? null : whereClient(note.recorded),
    session: session === null ? null : whereClient(session),
    claim: claim?.clientPlace ?? null,
    billed: billed?.clientPlace ?? null,
  }
  const part = <Key extends keyof SessionPlace>(
    key: Key,
    label: string,
    compare: (one: NonNullable<SessionPlace[Key]>, other: NonNullable<SessionPlace[Key]>) => Comparison,
  ): AgreementPart =>
    comparePart<NonNullable<SessionPlace[Key]>>({
      part: key,
      label,
      values: {
        note: places.note?.[key] ?? null,
        session: places.session?.[key] ?? null,
        claim: places.claim?.[key] ?? null,
        billed: places.billed?.[key] ?? null,
      },
      paths: pathsTo(`clientPlace.${key}`),
      show: String,
      compare,
    })
  return [
    part('state', 'The state the client was in', compareStates),
    part('city', 'The town the client was in', compareCities),
    part('setting', 'The setting the client was in', compareSettings),
  ]
}

type Told = 'note' | 'session'

/** Where and how a document says that they met; null when it does not say how. */
const whereAndHow = (of: RecordedFacts | Session | null): WhereAndHow | null =>
  of === null || of.modality === null
    ? null
    : { modality: of.modality, setting: whereClient(of)?.setting ?? null }

/**
 * A place of service against where and how the note says that they met. One that contradicts the session itself is
 * the claim's own fault, whatever the note says, and is left to the rule on places of service: `unclear` here.
 */
const judgePlaceOfService = (by: Readonly<Record<Told, Comparison | null>>): Verdict => {
  if (by.session === 'disagree') return 'unclear'
  return gravest([by.note ?? 'not-stated', by.session ?? 'not-stated'])
}

const placeOfServicePart = (given: AgreementInput, facts: Facts, on: Day | null): AgreementPart => {
  const { coverage, note, session, claim, billed } = given
  const codes = { claim: claim?.placeOfService ?? null, billed: billed?.placeOfService ?? null }
  const met = { note: whereAndHow(note?.recorded ?? null), session: whereAndHow(session) }
  const judge = (code: string | null): Verdict => {
    const against = (told: Told): Comparison | null => {
      const where = met[told]
      if (code === null || on === null || where === null) return null
      return comparePlaceOfService(code, where, { coverage, facts, on })
    }
    return judgePlaceOfService({ note: against('note'), session: against('session') })
  }
  const verdicts = { billed: judge(codes.billed), claim: judge(codes.claim) }
  const verdict = gravest(Object.values(verdicts))
  const document = codes.billed !== null && verdicts.billed === verdict ? 'billed' : 'claim'
  const told = (['note', 'session'] as const).filter((each) => met[each] !== null)
  const shown = (where: WhereAndHow | null): string | null =>
    where === null ? null : [where.modality, where.setting].filter((each) => each !== null).join(', ')
  return {
    part: 'place-of-service',
    path: `${document}.placeOfService`,
    note: shown(met.note),
    session: shown(met.session),
    ...codes,
    verdict,
    says: sentence('The place of service', verdict, [...told, document]),
  }
}

export const placeField = (given: AgreementInput, facts: Facts): AgreementField => {
  const { note, session, claim, billed } = given
  return {
    field: 'place',
    parts: [
      exact('modality', 'The modality', {
        note: note?.recorded.modality ?? null,
        session: session?.modality ?? null,
        claim: claim?.modality ?? null,
        billed: billed?.modality ?? null,
      }),
      ...placeParts(given),
      placeOfServicePart(given, facts, dayOfService(given)),
    ],
  }
}

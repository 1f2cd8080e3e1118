// Place of service and modifiers: from the modality, where the client sat, and how this payer wants it billed.
import type { Day } from '../values/day.ts'
import type { Finding } from '../values/finding.ts'
import { type Result, accepted, refused } from '../values/result.ts'
import type { Facts, Modality, Setting } from '../facts/facts.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { Session } from '../session/session.ts'
import type { Note } from '../note/note.ts'
import { cannotCode } from './cannot-code.ts'
import type { Reason } from './coding.ts'
import { type PlaceWanted, placeWanted } from './place-wanted.ts'

export interface PlaceAndModifiers {
  readonly placeOfService: string
  /** In the order of the line, at most four. */
  readonly modifiers: readonly string[]
  readonly reasons: readonly Reason[]
}

export interface PlaceInput {
  readonly coverage: Coverage | null
  readonly session: Session
  readonly note: Note
  readonly facts: Facts
}

const modalityWords: Readonly<Record<Modality, string>> = {
  'in-person': 'In person at',
  'audio-video': 'By live video to',
  'audio-only': 'By audio alone to',
}

/** Where the client sat: as the note says, else as the session does; in person both sat together. */
const clientSetting = (note: Note, session: Session, modality: Modality): Setting | null => {
  const client = note.recorded.clientPlace?.setting ?? session.clientPlace.setting
  if (client !== null || modality !== 'in-person') return client
  return note.recorded.providerPlace?.setting ?? session.providerPlace.setting
}

const notStated = cannotCode({
  code: 'client-place-not-stated',
  path: 'note.recorded.clientPlace',
  says: 'Neither the note nor the session says in what place the client was, so no place of service follows.',
  remedy: 'Write where the client was: office, home, school or another place.',
  source: 'docs/sources.md 4 and 6.1, place',
})

/** Modifiers as they stand on a line: known ones by their order, the payer's own after them, at most four (docs/sources.md 4). */
export const orderedModifiers = (modifiers: readonly string[], facts: Facts, on: Day): readonly string[] => {
  const place = (code: string): number => facts.modifier(code, on)?.order ?? Number.MAX_SAFE_INTEGER
  return [...new Set(modifiers)].sort((one, other) => place(one) - place(other)).slice(0, 4)
}

const notAllowed = (wanted: PlaceWanted, severity: Finding['severity']): Finding =>
  cannotCode({
    code: wanted.allowed === 'no' ? 'modality-not-taken' : 'modality-ask-the-plan',
    severity,
    whose: 'payer',
    path: 'note.recorded.modality',
    says:
      wanted.allowed === 'no'
        ? 'This payer does not take the way the session was held.'
        : 'Whether this plan takes the way the session was held is not known.',
    remedy: 'Ask the plan, and keep its answer as a rule of this payer.',
    source: wanted.source,
  })

/** Place of service and modifiers with a reason for each, or a finding when the place does not follow. */
export const placeAndModifiers = ({
  coverage,
  session,
  note,
  facts,
}: PlaceInput): Result<PlaceAndModifiers> => {
  const on = session.day
  const modality = note.recorded.modality ?? session.modality
  const setting = clientSetting(note, session, modality)
  const wanted = setting === null ? null : placeWanted({ modality, setting }, { coverage, facts, on })
  if (setting === null || wanted === null) return refused([notStated])
  if (wanted.allowed === 'no') return refused([notAllowed(wanted, 'holds-claim')])
  const { placeOfService } = wanted
  if (placeOfService === null) return refused([notStated])
  const label = facts.place(placeOfService, on)?.label
  const modifiers = orderedModifiers(wanted.modifiers, facts, on)
  const reasons = [
    {
      says: `${modalityWords[modality]}: ${setting.replaceAll('-', ' ')}. Place ${placeOfService}${label === undefined ? '' : ` (${label})`}. ${wanted.says}`,
      source: wanted.source,
    },
    ...modifiers.map((code) => ({
      says: `${code}: ${facts.modifier(code, on)?.label ?? 'a modifier of this payer'}.`,
      source: facts.modifier(code, on)?.source ?? wanted.source,
    })),
  ]
  const warnings = wanted.allowed === 'ask-the-plan' ? [notAllowed(wanted, 'warns')] : []
  return accepted({ placeOfService, modifiers, reasons }, warnings)
}

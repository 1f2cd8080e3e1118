// The shipped facts behind the interface: indexes built once, the row of the day chosen, the nearest edition outside.
import type { Day } from '../../values/day.ts'
import type {
  Dated,
  Edition,
  EditionKind,
  Facts,
  Modality,
  PayerClass,
  ProcedureFact,
  TimeBand,
  TimedService,
} from '../facts.ts'
import { adjustmentReasonRows } from './adjustment-reasons.ts'
import { claimStatusCategoryRows, claimStatusRows } from './claim-statuses.ts'
import { credentialFor, credentialRows } from './credentials.ts'
import { diagnosisRows } from './diagnoses.ts'
import { editionRows } from './editions.ts'
import { modalityRows } from './modality.ts'
import { modifierRows } from './modifiers.ts'
import { payerProfileRows } from './payer-profiles.ts'
import { placeRows } from './places.ts'
import { procedureRows } from './procedures.ts'
import { settingRows } from './settings.ts'
import { dayJudgedBy, holdsOn, nearestEdition, rowOn } from './row-of-the-day.ts'
import { timeBandRows } from './time-bands.ts'

type Index<Row> = ReadonlyMap<string, readonly Row[]>

const indexed = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Index<Row> => {
  const index = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const held = index.get(key)
    if (held === undefined) index.set(key, [row])
    else held.push(row)
  }
  return index
}

const editions = indexed(editionRows, (edition) => edition.kind)
const editionsOf = (kind: EditionKind): readonly Edition[] => editions.get(kind) ?? []

/** A look-up by key and day: the day is first brought into the editions held of its kind. */
const lookUp = <Row extends Dated>(kind: EditionKind, rows: readonly Row[], keyOf: (row: Row) => string) => {
  const index = indexed(rows, keyOf)
  return (key: string, on: Day): Row | null => rowOn(index.get(key) ?? [], dayJudgedBy(editionsOf(kind), on))
}

const modalityKey = (payerClass: PayerClass, by: Modality, clientSetting: string): string =>
  `${payerClass} ${by} ${clientSetting}`
const codeOf = (row: { readonly code: string }): string => row.code

const procedure = lookUp('procedures', procedureRows, codeOf)
const place = lookUp('places', placeRows, codeOf)
const setting = lookUp('places', settingRows, (row) => row.setting)
const modifier = lookUp('modifiers', modifierRows, codeOf)
const diagnosis = lookUp('diagnoses', diagnosisRows, codeOf)
const adjustmentReason = lookUp('adjustment-reasons', adjustmentReasonRows, codeOf)
const claimStatusCategory = lookUp('claim-statuses', claimStatusCategoryRows, codeOf)
const claimStatus = lookUp('claim-statuses', claimStatusRows, codeOf)
const payerProfile = lookUp('procedures', payerProfileRows, (row) => row.payerClass)
const credential = lookUp('procedures', credentialRows, (row) => row.credentials)
const modality = lookUp('modifiers', modalityRows, (row) =>
  modalityKey(row.payerClass, row.modality, row.clientSetting),
)
const timeBands = indexed(timeBandRows, (row) => row.service)

/** As people may write it: `f33.1`, `F331`. */
const dotted = (code: string): string => {
  const bare = code.trim().toUpperCase().replaceAll('.', '')
  return bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare
}

const proceduresOn = (on: Day): readonly ProcedureFact[] => {
  const judged = dayJudgedBy(editionsOf('procedures'), on)
  return procedureRows.filter((row) => holdsOn(row, judged))
}

const timeBandsOn = (
  service: TimedService,
  on: Day,
  reading: 'started' | 'midpoint',
): readonly TimeBand[] => {
  const judged = dayJudgedBy(editionsOf('procedures'), on)
  const rows = timeBands.get(service) ?? []
  return rows.filter((row) => (row.reading === 'any' || row.reading === reading) && holdsOn(row, judged))
}

/** Our dated, sourced rows (docs/sources.md) as the one value that stages, rules and x12 are given. */
export const shippedFacts: Facts = {
  procedure,
  procedures: proceduresOn,
  timeBands: timeBandsOn,
  place,
  placeOfSetting: (of, on) => {
    const row = setting(of, on)
    return row === null ? null : place(row.place, on)
  },
  modifier,
  modality: (payerClass, by, clientAtHome, on) =>
    modality(modalityKey(payerClass, by, clientAtHome ? 'home' : 'elsewhere'), on) ??
    modality(modalityKey(payerClass, by, 'any'), on),
  diagnosis: (code, on) => diagnosis(dotted(code), on),
  adjustmentReason,
  claimStatusCategory,
  claimStatus,
  credential: (letters, on) => {
    const found = credentialFor(letters)
    return found === null ? null : credential(found.credentials, on)
  },
  payerProfile: (payerClass, on) => {
    const profile = payerProfile(payerClass, on)
    if (profile === null) throw new RangeError(`no profile is held for the payer class ${payerClass}`)
    return profile
  },
  editionOn: (kind, on) => nearestEdition(editionsOf(kind), on),
}

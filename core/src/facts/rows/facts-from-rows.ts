// Facts out of rows: indexes built once, the row of the day chosen, the nearest edition outside.
import type { Day } from '../../values/day.ts'
import type {
  Dated,
  Edition,
  EditionKind,
  FactRows,
  Facts,
  Modality,
  PayerClass,
  TimeBand,
  TimedService,
} from '../facts.ts'
import { credentialReader } from './read-credentials.ts'
import { dayJudgedBy, holdsOn, nearestEdition, rowOn } from './row-of-the-day.ts'

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

type EditionsOf = (kind: EditionKind) => readonly Edition[]
type LookUp = <Row extends Dated>(
  kind: EditionKind,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
) => (key: string, on: Day) => Row | null

/** A look-up by key and day: the day is first brought into the editions held of its kind. */
const lookUpIn =
  (editionsOf: EditionsOf): LookUp =>
  (kind, rows, keyOf) => {
    const index = indexed(rows, keyOf)
    return (key, on) => rowOn(index.get(key) ?? [], dayJudgedBy(editionsOf(kind), on))
  }

const codeOf = (row: { readonly code: string }): string => row.code

/** As people may write it: `f33.1`, `F331`. */
const dotted = (code: string): string => {
  const bare = code.trim().toUpperCase().replaceAll('.', '')
  return bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare
}

const modalityKey = (payerClass: PayerClass, by: Modality, clientSetting: string): string =>
  `${payerClass} ${by} ${clientSetting}`

type Codes = Pick<
  Facts,
  | 'procedure'
  | 'place'
  | 'modifier'
  | 'adjustmentReason'
  | 'claimStatusCategory'
  | 'claimStatus'
  | 'diagnosis'
>

const codesIn = (rows: FactRows, lookUp: LookUp): Codes => {
  const diagnosis = lookUp('diagnoses', rows.diagnoses, codeOf)
  return {
    procedure: lookUp('procedures', rows.procedures, codeOf),
    place: lookUp('places', rows.places, codeOf),
    modifier: lookUp('modifiers', rows.modifiers, codeOf),
    adjustmentReason: lookUp('adjustment-reasons', rows.adjustmentReasons, codeOf),
    claimStatusCategory: lookUp('claim-statuses', rows.claimStatusCategories, codeOf),
    claimStatus: lookUp('claim-statuses', rows.claimStatuses, codeOf),
    diagnosis: (code, on) => diagnosis(dotted(code), on),
  }
}

type Placing = Pick<Facts, 'placeOfSetting' | 'modality'>

const placingIn = (rows: FactRows, lookUp: LookUp, place: Facts['place']): Placing => {
  const setting = lookUp('places', rows.settings, (row) => row.setting)
  const modality = lookUp('modifiers', rows.modalities, (row) =>
    modalityKey(row.payerClass, row.modality, row.clientSetting),
  )
  return {
    placeOfSetting: (of, on) => {
      const row = setting(of, on)
      return row === null ? null : place(row.place, on)
    },
    modality: (payerClass, by, clientAtHome, on) =>
      modality(modalityKey(payerClass, by, clientAtHome ? 'home' : 'elsewhere'), on) ??
      modality(modalityKey(payerClass, by, 'any'), on),
  }
}

type Who = Pick<Facts, 'credential' | 'payerProfile'>

const whoIn = (rows: FactRows, lookUp: LookUp): Who => {
  const credential = lookUp('procedures', rows.credentials, (row) => row.credentials)
  const readCredential = credentialReader(rows.credentials)
  const profile = lookUp('procedures', rows.payerProfiles, (row) => row.payerClass)
  return {
    credential: (letters, on) => {
      const found = readCredential(letters)
      return found === null ? null : credential(found.credentials, on)
    },
    payerProfile: (payerClass, on) => {
      const found = profile(payerClass, on)
      if (found === null) throw new RangeError(`no profile is held for the payer class ${payerClass}`)
      return found
    },
  }
}

type Services = Pick<Facts, 'procedures' | 'timeBands'>

const servicesIn = (rows: FactRows, editionsOf: EditionsOf): Services => {
  const bands: Index<TimeBand> = indexed(rows.timeBands, (row) => row.service)
  return {
    procedures: (on) => {
      const judged = dayJudgedBy(editionsOf('procedures'), on)
      return rows.procedures.filter((row) => holdsOn(row, judged))
    },
    timeBands: (service: TimedService, on, reading) => {
      const judged = dayJudgedBy(editionsOf('procedures'), on)
      const of = bands.get(service) ?? []
      return of.filter((row) => (row.reading === 'any' || row.reading === reading) && holdsOn(row, judged))
    },
  }
}

/** Look-ups over rows: those that are shipped, or an edition that a practice imported. */
export const factsFrom = (rows: FactRows): Facts => {
  const editions = indexed(rows.editions, (edition) => edition.kind)
  const editionsOf: EditionsOf = (kind) => editions.get(kind) ?? []
  const lookUp = lookUpIn(editionsOf)
  const codes = codesIn(rows, lookUp)
  return {
    rows,
    ...codes,
    ...placingIn(rows, lookUp, codes.place),
    ...whoIn(rows, lookUp),
    ...servicesIn(rows, editionsOf),
    editionOn: (kind, on) => nearestEdition(editionsOf(kind), on),
  }
}

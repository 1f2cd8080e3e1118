// A coverage as the form has it, and as the server takes it. An empty amount is "not stated", never zero.
import { centsFromDecimal } from '@goldenthread/core/values/cents.ts'
import type { Coverage } from './coverage-words.ts'

/** The fields of the form, each a text as it was typed. */
export const noCoverageYet = {
  payerId: '',
  sequence: '1',
  starts: '',
  ends: '',
  plan: '',
  memberNumber: '',
  groupNumber: '',
  relation: 'self',
  copay: '',
  coinsurance: '',
  deductibleLeft: '',
  visitsLeft: '',
  authorizationNeeded: '',
  authNumber: '',
  authCodes: '',
  authUnits: '',
  authUsed: '',
  authFrom: '',
  authTo: '',
  holderFirst: '',
  holderLast: '',
  holderBirth: '',
  holderSex: 'U',
  holderStreet: '',
  holderCity: '',
  holderState: '',
  holderZip: '',
}

export type TypedCoverage = typeof noCoverageYet
export type CoverageField = keyof TypedCoverage

const written = (cents: number | null): string => (cents === null ? '' : (cents / 100).toFixed(2))

const holderTyped = (subscriber: Coverage['subscriber']): Partial<TypedCoverage> =>
  subscriber === null
    ? {}
    : {
        holderFirst: subscriber.name.first,
        holderLast: subscriber.name.last,
        holderBirth: subscriber.birthDate,
        holderSex: subscriber.sex,
        holderStreet: subscriber.address.street,
        holderCity: subscriber.address.city,
        holderState: subscriber.address.state,
        holderZip: subscriber.address.zip,
      }

const authorizationTyped = (authorization: Coverage['authorization']): Partial<TypedCoverage> =>
  authorization === null
    ? {}
    : {
        authNumber: authorization.number,
        authCodes: authorization.codes.join(', '),
        authUnits: String(authorization.units),
        authUsed: String(authorization.unitsUsed),
        authFrom: authorization.from,
        authTo: authorization.to,
      }

export const typedCoverage = (coverage: Coverage): TypedCoverage => {
  const { benefits } = coverage
  const needed = benefits.authorizationNeeded
  return {
    ...noCoverageYet,
    payerId: coverage.payerId,
    sequence: String(coverage.sequence),
    starts: coverage.starts,
    ends: coverage.ends ?? '',
    plan: coverage.plan,
    memberNumber: coverage.memberNumber,
    groupNumber: coverage.groupNumber ?? '',
    relation: coverage.relation,
    copay: written(benefits.copay),
    coinsurance: benefits.coinsurance === null ? '' : String(benefits.coinsurance / 100),
    deductibleLeft: written(benefits.deductibleLeft),
    visitsLeft: benefits.visitsLeft === null ? '' : String(benefits.visitsLeft),
    authorizationNeeded: needed === null ? '' : needed ? 'yes' : 'no',
    ...authorizationTyped(coverage.authorization),
    ...holderTyped(coverage.subscriber),
  }
}

/** Null where nothing was typed; what is no number goes to the server as it is not, and is refused at its field. */
const numberOf = (text: string): number | null =>
  text.trim() === '' ? null : Number(text.replace(/[$,%\s]/g, ''))

const centsOf = (text: string): number | null =>
  text.trim() === '' ? null : (centsFromDecimal(text.replace(/[$,\s]/g, '')) ?? Number.NaN)

const authorizationOf = (typed: TypedCoverage) =>
  typed.authNumber.trim() === ''
    ? null
    : {
        number: typed.authNumber.trim(),
        codes: typed.authCodes.split(/[\s,]+/).filter((code) => code !== ''),
        units: numberOf(typed.authUnits) ?? 0,
        unitsUsed: numberOf(typed.authUsed) ?? 0,
        from: typed.authFrom,
        to: typed.authTo,
      }

const sexOf = (letter: string): 'F' | 'M' | 'U' => (letter === 'F' || letter === 'M' ? letter : 'U')

/** Somebody else's insurance names them; what was kept of them and is not in the form stays. */
const holderOf = (typed: TypedCoverage, before: Coverage['subscriber']) =>
  typed.relation === 'self'
    ? null
    : {
        ...before,
        name: { ...before?.name, first: typed.holderFirst.trim(), last: typed.holderLast.trim() },
        birthDate: typed.holderBirth,
        sex: sexOf(typed.holderSex),
        address: {
          ...before?.address,
          street: typed.holderStreet.trim(),
          city: typed.holderCity.trim(),
          state: typed.holderState.trim().toUpperCase(),
          zip: typed.holderZip.replaceAll(/\D/g, ''),
        },
      }

export const coverageBody = (typed: TypedCoverage, before: Coverage | null) => {
  const coinsurance = numberOf(typed.coinsurance)
  return {
    payerId: typed.payerId,
    sequence: Number(typed.sequence),
    starts: typed.starts,
    ends: typed.ends === '' ? null : typed.ends,
    plan: typed.plan.trim(),
    memberNumber: typed.memberNumber.trim(),
    groupNumber: typed.groupNumber.trim() === '' ? null : typed.groupNumber.trim(),
    relation: typed.relation as Coverage['relation'],
    benefits: {
      copay: centsOf(typed.copay),
      coinsurance: coinsurance === null ? null : Math.round(coinsurance * 100),
      deductibleLeft: centsOf(typed.deductibleLeft),
      visitsLeft: numberOf(typed.visitsLeft),
      authorizationNeeded: typed.authorizationNeeded === '' ? null : typed.authorizationNeeded === 'yes',
    },
    authorization: authorizationOf(typed),
    subscriber: holderOf(typed, before?.subscriber ?? null),
  }
}

/** What cannot be sent as it was typed: an amount that is none. A number that is none would be sent as "not stated". */
export const unreadable = (typed: TypedCoverage): Partial<Record<CoverageField, string>> => {
  const faults: Partial<Record<CoverageField, string>> = {}
  for (const field of ['copay', 'deductibleLeft'] as const)
    if (Number.isNaN(centsOf(typed[field])))
      faults[field] = 'An amount in dollars, as 25.00; empty: not stated.'
  for (const field of ['coinsurance', 'visitsLeft', 'authUnits', 'authUsed'] as const)
    if (Number.isNaN(numberOf(typed[field]))) faults[field] = 'A number; empty: not stated.'
  return faults
}

/** Where the server's findings stand in the form. */
export const coveragePaths: Readonly<Record<string, CoverageField>> = {
  'body.payerId': 'payerId',
  'body.sequence': 'sequence',
  'body.starts': 'starts',
  'body.ends': 'ends',
  'body.plan': 'plan',
  'body.memberNumber': 'memberNumber',
  'body.groupNumber': 'groupNumber',
  'body.relation': 'relation',
  'body.benefits.copay': 'copay',
  'body.benefits.coinsurance': 'coinsurance',
  'body.benefits.deductibleLeft': 'deductibleLeft',
  'body.benefits.visitsLeft': 'visitsLeft',
  'body.authorization.number': 'authNumber',
  'body.authorization.codes': 'authCodes',
  'body.authorization.codes.0': 'authCodes',
  'body.authorization.units': 'authUnits',
  'body.authorization.unitsUsed': 'authUsed',
  'body.authorization.from': 'authFrom',
  'body.authorization.to': 'authTo',
  'body.subscriber.name.first': 'holderFirst',
  'body.subscriber.name.last': 'holderLast',
  'body.subscriber.birthDate': 'holderBirth',
  'body.subscriber.address.street': 'holderStreet',
  'body.subscriber.address.city': 'holderCity',
  'body.subscriber.address.state': 'holderState',
  'body.subscriber.address.zip': 'holderZip',
}

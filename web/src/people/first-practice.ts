// What the first set-up of an installation asks for, as it is typed, and as the server takes it.
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { components } from '../api/generated.api.ts'

export type FirstPractice = components['schemas']['FirstPracticeInput']

/** The fields of the form, each a text as it was typed. */
export const noPracticeYet = {
  ownerName: '',
  email: '',
  password: '',
  legalName: '',
  npi: '',
  taxId: '',
  taxIdKind: 'EI',
  taxonomy: '',
  street: '',
  unit: '',
  city: '',
  state: '',
  zip: '',
  telephone: '',
  zone: '',
  senderId: '',
}

export type Typed = typeof noPracticeYet
export type TypedField = keyof Typed

const digits = (text: string): string => text.replace(/\D/g, '')

/** The order to set up. Until a clearinghouse has given the practice a name of its own, its files carry the NPI. */
export const firstPracticeOf = (token: string, typed: Typed): FirstPractice => ({
  token,
  zone: typed.zone,
  senderQualifier: 'ZZ',
  senderId: typed.senderId.trim().toUpperCase() || digits(typed.npi),
  usage: 'P',
  owner: { email: typed.email.trim(), name: typed.ownerName.trim(), password: typed.password },
  practice: {
    legalName: typed.legalName.trim(),
    npi: digits(typed.npi),
    taxId: digits(typed.taxId),
    taxIdKind: typed.taxIdKind === 'SY' ? 'SY' : 'EI',
    taxonomy: typed.taxonomy.trim().toUpperCase(),
    contactName: typed.ownerName.trim(),
    telephone: digits(typed.telephone),
    address: {
      street: typed.street.trim(),
      ...(typed.unit.trim() === '' ? {} : { unit: typed.unit.trim() }),
      city: typed.city.trim(),
      state: typed.state.trim().toUpperCase(),
      zip: digits(typed.zip),
    },
  },
})

const fieldOfPath: Readonly<Record<string, TypedField>> = {
  'body.owner.name': 'ownerName',
  'body.owner.email': 'email',
  'body.owner.password': 'password',
  'body.practice.legalName': 'legalName',
  'body.practice.npi': 'npi',
  'body.practice.taxId': 'taxId',
  'body.practice.taxonomy': 'taxonomy',
  'body.practice.telephone': 'telephone',
  'body.practice.address.street': 'street',
  'body.practice.address.unit': 'unit',
  'body.practice.address.city': 'city',
  'body.practice.address.state': 'state',
  'body.practice.address.zip': 'zip',
  'body.zone': 'zone',
  'body.senderId': 'senderId',
}

/** What the server found wrong, under the field it was typed in; what belongs to none is left out. */
export const faultsByField = (findings: readonly Finding[]): Partial<Record<TypedField, string>> => {
  const found: Partial<Record<TypedField, string>> = {}
  for (const { place, says } of findings) {
    const field = place.kind === 'field' ? fieldOfPath[place.path] : undefined
    if (field !== undefined) found[field] ??= says
  }
  return found
}

/** Zones of the United States and its territories, by the names the server knows. */
export const zones: readonly (readonly [name: string, says: string])[] = [
  ['America/New_York', 'Eastern'],
  ['America/Chicago', 'Central'],
  ['America/Denver', 'Mountain'],
  ['America/Phoenix', 'Mountain, Arizona'],
  ['America/Los_Angeles', 'Pacific'],
  ['America/Anchorage', 'Alaska'],
  ['Pacific/Honolulu', 'Hawaii'],
  ['America/Puerto_Rico', 'Puerto Rico'],
  ['Pacific/Guam', 'Guam'],
]

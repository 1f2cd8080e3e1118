// A client as the form has them, and as the server takes them.
import type { components } from '../api/generated.api.ts'

export type ClientRecord = components['schemas']['ClientRecord']

/** The fields of the form, each a text as it was typed. */
export const noClientYet = {
  first: '',
  middle: '',
  last: '',
  suffix: '',
  chosenName: '',
  birthDate: '',
  sex: 'U',
  street: '',
  unit: '',
  city: '',
  state: '',
  zip: '',
  active: 'yes',
}

export type TypedClient = typeof noClientYet
export type ClientField = keyof TypedClient

export const typedClient = ({ client, active }: ClientRecord): TypedClient => ({
  ...noClientYet,
  ...client.name,
  chosenName: client.chosenName ?? '',
  birthDate: client.birthDate,
  sex: client.sex,
  ...client.address,
  active: active ? 'yes' : 'no',
})

const left = <Key extends string>(key: Key, text: string): Partial<Record<Key, string>> =>
  text.trim() === '' ? {} : ({ [key]: text.trim() } as Record<Key, string>)

/** What the server is sent; `before` is the record that is changed, null for a new client. */
export const clientBody = (typed: TypedClient, before: ClientRecord | null, providerId: string | null) => ({
  client: {
    name: {
      first: typed.first.trim(),
      ...left('middle', typed.middle),
      last: typed.last.trim(),
      ...left('suffix', typed.suffix),
    },
    ...left('chosenName', typed.chosenName),
    birthDate: typed.birthDate,
    sex: typed.sex === 'F' || typed.sex === 'M' ? (typed.sex as 'F' | 'M') : ('U' as const),
    address: {
      street: typed.street.trim(),
      ...left('unit', typed.unit),
      city: typed.city.trim(),
      state: typed.state.trim().toUpperCase(),
      zip: typed.zip.replaceAll(/\D/g, ''),
    },
  },
  contacts: before?.contacts ?? [],
  providerId: before === null ? providerId : before.providerId,
  active: typed.active === 'yes',
})

/** Where the server's findings stand in the form. */
export const clientPaths: Readonly<Record<string, ClientField>> = {
  'body.client.name.first': 'first',
  'body.client.name.middle': 'middle',
  'body.client.name.last': 'last',
  'body.client.name.suffix': 'suffix',
  'body.client.chosenName': 'chosenName',
  'body.client.birthDate': 'birthDate',
  'body.client.sex': 'sex',
  'body.client.address.street': 'street',
  'body.client.address.unit': 'unit',
  'body.client.address.city': 'city',
  'body.client.address.state': 'state',
  'body.client.address.zip': 'zip',
}

// A client, typed and sent.
import { expect, test } from 'vitest'
import { type ClientRecord, clientBody, clientPaths, noClientYet, typedClient } from './client-form.ts'
import { faultsAt } from './saving.ts'
import { waitsWords } from './waits-words.ts'

const record: ClientRecord = {
  id: '0',
  version: 2,
  client: {
    name: { first: 'Maribel', last: 'Quiñones' },
    birthDate: '1992-03-14',
    sex: 'F',
    address: { street: '1 Mill Lane', city: 'Albany', state: 'NY', zip: '12203' },
  },
  contacts: [],
  providerId: '7',
  active: true,
}

test('a client who is opened and saved untouched is sent as they were', () => {
  const { id: _id, version: _version, ...rest } = record
  expect(clientBody(typedClient(record), record, '9')).toEqual(rest)
})

test('a new client is treated by whoever adds them, where they treat', () => {
  expect(clientBody(noClientYet, null, '9').providerId).toBe('9')
  expect(clientBody(noClientYet, null, null).providerId).toBeNull()
})

test('a finding stands under its field, and one of no field is told for the whole form', () => {
  const finding = {
    code: 'x',
    severity: 'holds-claim',
    whose: 'platform',
    remedy: '',
    source: '',
    evidence: {},
  } as const
  const at = (path: string, says: string) => ({ ...finding, says, place: { kind: 'field', path } as const })
  const { byField, rest } = faultsAt(
    [at('body.client.address.zip', 'Five or nine digits.'), at('body.other', 'Something else.')],
    clientPaths,
  )
  expect(byField).toEqual({ zip: 'Five or nine digits.' })
  expect(rest).toEqual(['Something else.'])
})

test('what waits is told in one line, and nothing is nothing', () => {
  expect(waitsWords({ unconfirmed: 0, unsigned: 0, claims: 0 })).toBeNull()
  expect(waitsWords({ unconfirmed: 1, unsigned: 2, claims: 1 })).toBe(
    'A session to confirm, 2 notes to sign, a claim held or rejected',
  )
})

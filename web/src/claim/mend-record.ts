// Puts one field right that a payer rejected a claim for: in the client's record, or in the coverage of the session.
import { answerOf, ask } from '../api/ask.ts'
import type { MendableField } from './next-action.ts'

/** The values of the fields that a form shows, by name. */
export type Values = Readonly<Record<string, string>>

export interface Mendable {
  readonly values: Values
  /** Writes the values; throws a ProblemError, also where the record was changed meanwhile. */
  readonly write: (values: Values) => Promise<unknown>
}

export interface FormField {
  readonly name: string
  readonly label: string
  readonly type: 'text' | 'date'
}

export const fieldsOf: Readonly<Record<MendableField, readonly FormField[]>> = {
  memberNumber: [{ name: 'memberNumber', label: 'Member number', type: 'text' }],
  birthDate: [{ name: 'birthDate', label: 'Date of birth', type: 'date' }],
  name: [
    { name: 'first', label: 'First name, as the payer has it', type: 'text' },
    { name: 'last', label: 'Last name, as the payer has it', type: 'text' },
  ],
  zip: [{ name: 'zip', label: 'ZIP code', type: 'text' }],
}

const readClient = async (clientId: string, field: MendableField): Promise<Mendable> => {
  const params = { path: { id: clientId } }
  const { id: _id, ...record } = await answerOf(ask.GET('/api/people/clients/{id}', { params }))
  const { client } = record
  const write = (client: typeof record.client) =>
    answerOf(ask.PUT('/api/people/clients/{id}', { params, body: { ...record, client } }))
  if (field === 'birthDate')
    return {
      values: { birthDate: client.birthDate },
      write: ({ birthDate = '' }) => write({ ...client, birthDate }),
    }
  if (field === 'zip')
    return {
      values: { zip: client.address.zip },
      write: ({ zip = '' }) => write({ ...client, address: { ...client.address, zip } }),
    }
  const { first, last } = client.name
  return {
    values: { first, last },
    write: ({ first = '', last = '' }) => write({ ...client, name: { ...client.name, first, last } }),
  }
}

const readCoverage = async (sessionId: string): Promise<Mendable> => {
  const { coverageId, clientId } = await answerOf(
    ask.GET('/api/session/sessions/{id}', { params: { path: { id: sessionId } } }),
  )
  const { items } = await answerOf(
    ask.GET('/api/coverage/clients/{id}/coverages', { params: { path: { id: clientId } } }),
  )
  const found = items.find(({ id }) => id === coverageId)
  if (found === undefined) throw new Error('the session of a claim has a coverage')
  const { id, clientId: _client, ...coverage } = found
  return {
    values: { memberNumber: coverage.memberNumber },
    write: ({ memberNumber = '' }) =>
      answerOf(
        ask.PUT('/api/coverage/coverages/{id}', {
          params: { path: { id } },
          body: { ...coverage, memberNumber: memberNumber.trim() },
        }),
      ),
  }
}

/** Reads what is to be mended. */
export const readMendable = (
  field: MendableField,
  { clientId, sessionId }: { readonly clientId: string; readonly sessionId: string },
): Promise<Mendable> => (field === 'memberNumber' ? readCoverage(sessionId) : readClient(clientId, field))

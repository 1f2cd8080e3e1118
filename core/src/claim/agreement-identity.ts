// Three of the seven fields: the client's name, the date of birth, the provider with credentials.
import type { Facts } from '../facts/facts.ts'
import type { PersonName } from '../people/person.ts'
import type { AgreementInput } from './agreement-input.ts'
import { compareCredentials } from './compare-credentials.ts'
import { compareNames, showName } from './compare-names.ts'
import {
  type AgreementField,
  type AgreementPart,
  type Comparison,
  type Stated,
  comparePart,
} from './compare-part.ts'
import { plainWords } from './plain-letters.ts'
import { dayOfService } from './day-of-service.ts'

// For identity the middle column is what the practice holds of client and provider.
const called = { session: 'the practice’s record' }

const isChosen = (name: PersonName | null, chosen: string | undefined): boolean => {
  if (name === null || chosen === undefined) return false
  const [first] = plainWords(chosen)
  return first !== undefined && plainWords(name.first)[0] === first
}

/** A chosen name is what the client is called; the claim carries the legal one (docs/sources.md 0, 8.1). */
const aboutChosenName = (part: AgreementPart, { people, note, billed }: AgreementInput): AgreementPart => {
  const { chosenName } = people.client
  const chosen =
    isChosen(note?.identity.name ?? null, chosenName) || isChosen(billed?.clientName ?? null, chosenName)
  if (part.verdict !== 'disagree' || !chosen) return part
  return { ...part, says: `${part.says} A chosen name is not the legal name, which the payer holds.` }
}

export const clientNameField = (given: AgreementInput): AgreementField => {
  const part = comparePart<PersonName>({
    part: 'name',
    label: 'The client’s name',
    called,
    values: {
      note: given.note?.identity.name ?? null,
      session: given.people.client.name,
      claim: given.claim?.client.name ?? null,
      billed: given.billed?.clientName ?? null,
    },
    paths: {
      note: 'note.identity.name',
      session: 'people.client.name',
      claim: 'claim.client.name',
      billed: 'billed.clientName',
    },
    show: showName,
    compare: compareNames,
  })
  return { field: 'client-name', parts: [aboutChosenName(part, given)] }
}

export const birthDateField = ({ people, note, claim, billed }: AgreementInput): AgreementField => ({
  field: 'birth-date',
  parts: [
    comparePart<string>({
      part: 'birth-date',
      label: 'The date of birth',
      called,
      values: {
        note: note?.identity.birthDate ?? null,
        session: people.client.birthDate,
        claim: claim?.client.birthDate ?? null,
        billed: billed?.birthDate ?? null,
      },
      paths: {
        note: 'note.identity.birthDate',
        session: 'people.client.birthDate',
        claim: 'claim.client.birthDate',
        billed: 'billed.birthDate',
      },
      show: (value) => value,
      compare: (one, other) => (one === other ? 'agree' : 'disagree'),
    }),
  ],
})

const providerPaths = (part: 'name' | 'credentials') => ({
  note: `note.author.${part}`,
  session: `people.provider.${part}`,
  claim: `claim.renderingProvider.${part}`,
  billed: part === 'name' ? 'billed.providerName' : 'billed.credentials',
})

/** Where the payer wants the supervisor on the claim, the supervisor stands for the provider who did the work. */
const standsFor = ({
  people,
  claim,
}: AgreementInput): { readonly name: PersonName; readonly sure: boolean } | null =>
  people.supervisor === null
    ? null
    : { name: people.supervisor.name, sure: claim?.renderingProvider.npi === people.supervisor.npi }

export const providerField = (given: AgreementInput, facts: Facts): AgreementField => {
  const { people, note, claim, billed } = given
  const names: Stated<PersonName> = {
    note: note?.author.name ?? null,
    session: people.provider.name,
    claim: claim?.renderingProvider.name ?? null,
    billed: billed?.providerName ?? null,
  }
  const supervisor = standsFor(given)
  const isSupervisor = (name: PersonName | null): boolean =>
    supervisor !== null && name !== null && compareNames(name, supervisor.name) === 'agree'
  const isProvider = (name: PersonName): boolean => compareNames(name, people.provider.name) === 'agree'
  const compare = (one: PersonName, other: PersonName): Comparison => {
    const found = compareNames(one, other)
    const substituted = (isSupervisor(one) && isProvider(other)) || (isSupervisor(other) && isProvider(one))
    if (found !== 'disagree' || !substituted) return found
    return supervisor?.sure === true ? 'agree' : 'unclear'
  }
  // The supervisor's letters are not the provider's: they are not compared with them.
  const own = (name: PersonName | null, credentials: string | null | undefined): string | null =>
    credentials === undefined || credentials === null || credentials.trim() === '' || isSupervisor(name)
      ? null
      : credentials
  const credentials: Stated<string> = {
    note: own(null, note?.author.credentials),
    session: own(null, people.provider.credentials),
    claim: own(names.claim, claim?.renderingProvider.credentials),
    billed: own(names.billed, billed?.credentials),
  }
  const on = dayOfService(given)
  return {
    field: 'provider',
    parts: [
      comparePart({
        part: 'name',
        label: 'The provider’s name',
        called,
        values: names,
        paths: providerPaths('name'),
        show: showName,
        compare,
      }),
      comparePart({
        part: 'credentials',
        label: 'The provider’s credentials',
        called,
        values: credentials,
        paths: providerPaths('credentials'),
        show: (value) => value,
        compare: (one, other) => compareCredentials(one, other, facts, on),
      }),
    ],
  }
}

// Schemas of people as routes take and give them: names, addresses, clients, subscribers, providers, the practice.
import { z } from 'zod'
import type { Address, Client, PersonName, Subscriber } from '@goldenthread/core/people/person.ts'
import type { Practice, Provider } from '@goldenthread/core/people/provider.ts'
import { DayText, NpiText, StateCode, textOf, typed } from '../http/schemas.ts'

export const NameShape = typed<PersonName>(
  z
    .strictObject({
      first: textOf(60),
      middle: textOf(60).exactOptional(),
      last: textOf(60),
      suffix: textOf(10).exactOptional(),
    })
    .meta({ id: 'PersonName' }),
)

/** Five or nine digits. */
export const ZipText = z.string().regex(/^\d{5}(\d{4})?$/, 'a ZIP of five or nine digits, without a dash')

export const AddressShape = typed<Address>(
  z
    .strictObject({
      street: textOf(55),
      unit: textOf(55).exactOptional(),
      city: textOf(30),
      state: StateCode,
      zip: ZipText,
    })
    .meta({ id: 'Address' }),
)

export const SexLetter = z.enum(['F', 'M', 'U'])

/** core/people/person.ts `Client`; its key is the row's id and not written by anybody. */
export const ClientDocument = typed<Omit<Client, 'key'>>(
  z
    .strictObject({
      name: NameShape,
      chosenName: textOf(60).exactOptional(),
      birthDate: DayText,
      sex: SexLetter,
      address: AddressShape,
    })
    .meta({ id: 'Client' }),
)

export const SubscriberDocument = typed<Subscriber>(
  z
    .strictObject({ name: NameShape, birthDate: DayText, sex: SexLetter, address: AddressShape })
    .meta({ id: 'Subscriber' }),
)

export const CredentialsText = textOf(40).describe('as credentialed: LCSW, PhD, PMHNP')

export const ProviderDocument = typed<Provider>(
  z
    .strictObject({
      name: NameShape,
      credentials: CredentialsText,
      licences: z
        .array(
          z.strictObject({
            state: StateCode,
            number: textOf(40).exactOptional(),
            kind: z.enum(['licence', 'compact', 'telehealth-registration']).exactOptional(),
            from: DayText,
            to: DayText.nullable(),
          }),
        )
        .max(60),
      npi: NpiText,
      taxonomy: z.string().regex(/^[0-9A-Z]{10}$/),
    })
    .meta({ id: 'Provider' }),
)

export const PracticeDocument = typed<Practice>(
  z
    .strictObject({
      legalName: textOf(60),
      npi: NpiText,
      taxId: z.string().regex(/^\d{9}$/),
      taxIdKind: z.enum(['EI', 'SY']),
      taxonomy: z.string().regex(/^[0-9A-Z]{10}$/),
      address: AddressShape,
      contactName: textOf(60),
      telephone: z.string().regex(/^\d{10}$/),
    })
    .meta({ id: 'Practice' }),
)

// The people around a client: parents, guardians, partners; each with their household, and whether they may be told.
import { z } from 'zod'
import type { Address, PersonName } from '@goldenthread/core/people/person.ts'
import { textOf, typed } from '../http/schemas.ts'
import { AddressShape, NameShape } from './people-schemas.ts'

export interface Contact {
  readonly relation: 'parent' | 'guardian' | 'partner' | 'sibling' | 'child' | 'relative' | 'other'
  readonly name: PersonName
  /** Where they live, when it is not where the client does: a child of two households has two. */
  readonly address?: Address
  readonly telephone?: string
  /** Decides for a minor, or by order of a court. */
  readonly mayConsent: boolean
  readonly paysBills: boolean
}

export const ContactShape = typed<Contact>(
  z
    .strictObject({
      relation: z.enum(['parent', 'guardian', 'partner', 'sibling', 'child', 'relative', 'other']),
      name: NameShape,
      address: AddressShape.exactOptional(),
      telephone: textOf(20).exactOptional(),
      mayConsent: z.boolean(),
      paysBills: z.boolean(),
    })
    .meta({ id: 'Contact' }),
)

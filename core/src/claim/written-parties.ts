// How names and addresses are written in an 837P: in its basic letters, with what cannot be written noted at its field.
import type { Finding } from '../values/finding.ts'
import type { Address, PersonName } from '../people/person.ts'
import { inBasicSet, notInBasicSet } from './basic-character-set.ts'
import { held } from './check-claim.ts'

/** Takes a text as people write it and gives it as the file carries it; what cannot be carried is noted at its path. */
export type Say = (text: string, path: string) => string

export const sayingInto =
  (findings: Finding[]): Say =>
  (text, path) => {
    const written = inBasicSet(text)
    const strange = notInBasicSet(written)
    const said = findings.some(({ place }) => place.kind === 'field' && place.path === path)
    if (strange.length > 0 && !said)
      findings.push(
        held(
          'x12-character',
          path,
          'This text holds characters that an 837P cannot carry.',
          'Write it in Latin letters, digits and plain punctuation.',
          'docs/sources.md 8.1: basic character set',
          { characters: strange.join(' ').slice(0, 40) },
        ),
      )
    return written
  }

/** A person's name as NM1 carries it. */
export const names = (name: PersonName, path: string, say: Say) => ({
  lastName: say(name.last, `${path}.last`),
  firstName: say(name.first, `${path}.first`),
  ...(name.middle === undefined || name.middle === ''
    ? {}
    : { middleName: say(name.middle, `${path}.middle`) }),
  ...(name.suffix === undefined || name.suffix === '' ? {} : { suffix: say(name.suffix, `${path}.suffix`) }),
})

/** An address as N3 and N4 carry it. */
export const located = (address: Address, path: string, say: Say) => ({
  street: {
    line1: say(address.street, `${path}.street`),
    ...(address.unit === undefined || address.unit === ''
      ? {}
      : { line2: say(address.unit, `${path}.unit`) }),
  },
  city: {
    city: say(address.city, `${path}.city`),
    state: say(address.state, `${path}.state`),
    zip: address.zip,
  },
})

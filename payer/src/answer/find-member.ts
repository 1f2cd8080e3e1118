// Which member a claim is for. Member numbers and names are compared without case and marks.
import type { Member } from './plan.ts'
import type { SentClaim, SentName } from './sent-claim.ts'

// Letters that are one with their mark, so that taking marks off does not take them apart.
const whole: Readonly<Record<string, string>> = { Æ: 'AE', Œ: 'OE', Ø: 'O', Ł: 'L', Đ: 'D', Ð: 'D', Þ: 'TH' }

/** Letters and digits alone, in capitals: `O'Brien-Núñez` and `OBRIEN NUNEZ` are the same name. */
export const plain = (text: string): string =>
  text
    .replace(/ß/g, 'SS')
    .toUpperCase()
    .replace(/[ÆŒØŁĐÐÞ]/g, (letter) => whole[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^A-Z0-9]/g, '')

export const samePlain = (one: string, other: string): boolean => plain(one) === plain(other)

/** Last and first name alike; a first name that one side leaves out is no difference. */
const isNamed = (member: Member, name: SentName): boolean =>
  samePlain(member.lastName, name.lastName) &&
  (plain(name.firstName) === '' ||
    plain(member.firstName) === '' ||
    samePlain(member.firstName, name.firstName))

export type FoundMember =
  | { readonly kind: 'found'; readonly member: Member }
  | { readonly kind: 'unknown-subscriber' }
  | { readonly kind: 'unknown-birth-date' }

/**
 * Members of a family may share a number: then the row that names the client is the client's. The subscriber is known when
 * a row under the number sent bears the subscriber's or the client's name.
 */
export const findMember = (claim: SentClaim, members: readonly Member[]): FoundMember => {
  const underNumber = members.filter((member) => samePlain(member.memberNumber, claim.subscriber.id))
  const own = underNumber.filter((member) => isNamed(member, claim.client))
  const isKnown = own.length > 0 || underNumber.some((member) => isNamed(member, claim.subscriber))
  if (!isKnown) return { kind: 'unknown-subscriber' }
  const member = own.find(({ birthDate }) => birthDate === claim.clientBirthDate)
  return member === undefined ? { kind: 'unknown-birth-date' } : { kind: 'found', member }
}

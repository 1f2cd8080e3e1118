// The claim in a sentence, before and after it was filed.
import type { Link } from '@goldenthread/core/thread/outcome.ts'
import { isBilledToPayer } from '@goldenthread/core/thread/make-documents.ts'
import { agreement } from '@goldenthread/core/claim/agreement.ts'
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import type { Documents } from '@goldenthread/core/thread/make-documents.ts'
import type { ThreadCase } from '@goldenthread/core/thread/thread-case.ts'
import type { TimeToFile } from './time-left.ts'

const numbers = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'] as const

/** Of the seven fields that note and claim must agree on, how many do not disagree. */
export const agreeWords = (given: ThreadCase, { claim }: Documents, facts: Facts): string | null => {
  if (claim === null) return null
  const fields = agreement({ ...given, claim }, facts)
  const agreeing = fields.filter(({ parts }) => parts.every(({ verdict }) => verdict !== 'disagree')).length
  return `${numbers[agreeing]} of ${fields.length === 7 ? 'seven' : fields.length} fields agree.`
}

/** The payer by the first word of its name where the whole is long, as people call it. */
export const calledPayer = (name: string): string =>
  name.length <= 14 ? name : (name.split(/[\s,]/)[0] ?? name)

export const leftWords = ({ left }: TimeToFile, payer: string): string => {
  if (left < 0)
    return `The time to file with ${payer} was over ${-left === 1 ? '1 day' : `${-left} days`} ago.`
  if (left === 0) return `Today is the last day to file with ${payer}.`
  return `${left === 1 ? '1 day' : `${left} days`} left to file with ${payer}.`
}

/** `Waits for Amos Reyes to co-sign.` */
export const waitsForWords = ({ people: { supervisor } }: Pick<ThreadCase, 'people'>): string =>
  `Waits for ${supervisor === null ? 'the supervisor' : `${supervisor.name.first} ${supervisor.name.last}`} to co-sign.`

/** Before anything is filed: what it waits for, or that it goes out when the note is signed. */
export const draftWords = (
  given: ThreadCase,
  documents: Documents,
  facts: Facts,
  waitsFor: 'co-signature' | 'nothing',
): string => {
  if (!isBilledToPayer(given)) return 'No payer is billed for this session.'
  if (waitsFor === 'co-signature') return waitsForWords(given)
  const agrees = agreeWords(given, documents, facts)
  return agrees === null ? 'Waits for what stops it.' : `${agrees} Goes out when you sign.`
}

/** What the server says of a link after filing. */
export const linkSays = (links: readonly Link[], name: Link['name']): string =>
  links.find((link) => link.name === name)?.says ?? ''

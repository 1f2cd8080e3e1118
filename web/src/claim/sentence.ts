// A claim's state as one plain sentence, and what it means for the client and the practice.
import { moneyText } from '../ui/money-text.ts'
import { mainFinding, nameOf } from './claim-words.ts'
import type { Standing, Told } from './work.ts'

const small = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

const paidOf = ({ answer }: Told): string => moneyText(answer?.paid ?? 0)

const deniedSentence = (told: Told): string => {
  const { claim, answer } = told
  const reason = answer?.reasons[0]?.label
  const partly = (answer?.paid ?? 0) > 0
  const what = partly ? `paid ${paidOf(told)} and denied the rest` : 'denied it'
  return `${claim.payerName} ${what}${reason === undefined ? '' : `: ${small(reason)}`}.`
}

const rejectedSentence = ({ claim }: Told): string => {
  const says = mainFinding(claim.findings, 'rejected')?.says ?? 'it does not say why.'
  return `It was not taken in: ${small(says.replace(/^Rejected: /, ''))}`
}

/** One sentence: what is so. */
export const sentenceOf = (told: Told, standing: Standing): string => {
  const { claim } = told
  switch (standing) {
    case 'denied':
      return deniedSentence(told)
    case 'rejected':
      return rejectedSentence(told)
    case 'held':
      return mainFinding(claim.findings, standing)?.says ?? 'Nothing holds this claim any more.'
    case 'underpaid':
      return mainFinding(claim.findings, standing)?.says ?? `${claim.payerName} paid less than expected.`
    case 'unclear':
      return `${claim.payerName} answered neither yes nor no.`
    case 'waiting':
      return claim.status === 'accepted'
        ? `${claim.payerName} accepted it, and has not paid or denied it.`
        : `It was sent, and ${claim.payerName} has not said that it has it.`
    case 'ready':
      return 'Nothing holds this claim; it leaves by itself.'
    case 'by-hand':
      return `${claim.payerName} takes no files: a person sends this claim.`
    case 'paid':
      return `${claim.payerName} paid ${paidOf(told)}, and it is posted.`
    case 'settled':
      return claim.supersededAt === null
        ? 'It was answered, and what was left open is decided.'
        : 'Another claim stands in its place.'
    case 'void':
      return 'It was withdrawn.'
  }
}

/** Never the shares of law or contract: whether the client may be asked is what the answer says. */
const clientWords = (told: Told): string => {
  const reasons = told.answer?.reasons ?? []
  const name = nameOf(told.claim)
  if (reasons.length === 0) return ''
  return reasons.some(({ clientMayBeBilled }) => clientMayBeBilled)
    ? `The payer puts a part of it to ${name}.`
    : `${name} owes nothing of it: the payer puts it to the practice’s account.`
}

/** What it means. */
export const meaningOf = (told: Told, standing: Standing): string => {
  switch (standing) {
    case 'denied':
      return clientWords(told)
    case 'rejected':
      return 'The payer never had it, so there is no appeal: mended, it goes as a new claim.'
    case 'held':
      return 'The note is signed. The claim waits, and was not sent.'
    case 'underpaid':
      return `${told.claim.payerName} paid ${paidOf(told)}.`
    default:
      return ''
  }
}

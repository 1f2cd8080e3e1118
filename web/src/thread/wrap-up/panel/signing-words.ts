// What signing does, before it is done: under the button, and in the sheet where it is attested.
import { isBilledToPayer } from '@goldenthread/core/thread/make-documents.ts'
import { moneyText } from '../../../ui/money-text.ts'
import { expectedMoney } from './expected-money.ts'
import { calledName } from './opening-words.ts'
import type { WrapUp } from '../wrap-up.ts'
import type { Judgement } from './judgement.ts'

const supervisorOf = ({ served }: Pick<WrapUp, 'served'>): string => {
  const { supervisor } = served.case.people
  return supervisor === null ? 'the supervisor' : `${supervisor.name.first} ${supervisor.name.last}`
}

const filing = (page: Pick<WrapUp, 'served' | 'note'>, judgement: Judgement): string => {
  const { served, note } = page
  const given = { ...served.case, note }
  if (!isBilledToPayer(given)) {
    const charged = judgement.stops > 0 ? null : expectedMoney(given, judgement.coding)
    return charged === null
      ? 'bills nobody yet'
      : `charges ${calledName(given.people)} ${moneyText(charged.client.amount)}`
  }
  if (judgement.stops > 0) return 'holds the claim'
  if (judgement.waitsForCoSignature) return `the claim waits for ${supervisorOf(page)}`
  const { claim } = judgement.documents
  return claim === null ? 'files' : `files ${moneyText(claim.charge)} with ${claim.payer.name}`
}

/** Short, for under the button: `Signs and locks, files $150.00.` */
export const signingDoesShort = (page: Pick<WrapUp, 'served' | 'note'>, judgement: Judgement): string =>
  page.served.note?.status === 'amending'
    ? 'Signs the addendum.'
    : `Signs and locks, ${filing(page, judgement).replace(/ with .*/, '')}.`

/** `Signs and locks the note, files $150.00 with Harbor Health.` */
export const signingDoes = (page: Pick<WrapUp, 'served' | 'note'>, judgement: Judgement): string => {
  if (page.served.note?.status === 'amending')
    return 'Signs the addendum beside what was signed before; a claim that has not left follows it.'
  return `Signs and locks the note, ${filing(page, judgement)}.`
}

// What a session is expected to move: what the client pays, what its provider is paid, what the payer pays, each with why.
import type { Coding } from '@goldenthread/core/coding/coding.ts'
import type { Benefits } from '@goldenthread/core/coverage/coverage.ts'
import { estimate, type EstimatedLine } from '@goldenthread/core/coverage/estimate.ts'
import { expectedShare } from '@goldenthread/core/posting/expected-share.ts'
import { priceCharge, type PrivateCharge } from '@goldenthread/core/posting/private-charge.ts'
import { isBilledToPayer } from '@goldenthread/core/thread/make-documents.ts'
import type { ThreadCase } from '@goldenthread/core/thread/thread-case.ts'
import { type Cents, sum } from '@goldenthread/core/values/cents.ts'

export interface ExpectedAmount {
  readonly amount: Cents
  /** Beside the amount: `copay`, `when the payer has answered`. */
  readonly says: string
  /** Where it comes from, in full sentences. */
  readonly source: string
}

/** What its provider is paid, and whether that waits for the payer's answer. */
export interface ExpectedPay extends ExpectedAmount {
  readonly isGuaranteed: boolean
}

export interface ExpectedMoney {
  readonly client: ExpectedAmount
  /** Null where no contract of that day says so. */
  readonly provider: ExpectedPay | null
  /** Null where no payer is billed. */
  readonly payer: ExpectedAmount | null
}

const clientWords = ({ deductibleLeft, copay, coinsurance }: Benefits, amount: Cents): string => {
  if (amount === 0) return 'nothing, by the benefits held'
  const parts = [
    ...((deductibleLeft ?? 0) > 0 ? ['deductible'] : []),
    ...((copay ?? 0) > 0 ? ['copay'] : coinsurance === null || coinsurance === 0 ? [] : ['coinsurance']),
  ]
  return parts.length === 0 ? 'by the benefits held' : `${parts.join(' and ')}, by the benefits held`
}

const stepsOf = (lines: readonly EstimatedLine[]): string =>
  lines.map(({ code, steps }) => `${code}: ${steps.join(' ')}`).join(' ')

const total = (amounts: readonly Cents[]): Cents => sum(amounts)

const providerOf = (given: ThreadCase, work: Parameters<typeof expectedShare>[3]): ExpectedPay | null => {
  const { payContract, coverage, session } = given
  if (session === null || payContract === null) return null
  const payerClass = isBilledToPayer(given) ? (coverage?.payer.class ?? 'self-pay') : 'self-pay'
  const share = expectedShare(payContract, payerClass, session.day, work)
  if (share === null) return null
  const says = share.when === 'filed' ? 'earned when filed' : 'earned when the payer has answered'
  return {
    amount: share.amount,
    isGuaranteed: share.when === 'filed' && payerClass !== 'self-pay',
    says: payerClass === 'self-pay' ? 'earned when the client has paid' : says,
    source: `By the pay contract from ${payContract.from}: ${payContract.source}.`,
  }
}

const byPayer = (given: ThreadCase, { procedures }: Coding): ExpectedMoney | null => {
  const { coverage, session } = given
  if (coverage === null || session === null) return null
  const estimated = estimate(procedures, coverage, session.day)
  if (!estimated.ok) return null
  const lines = estimated.value
  const client = total(lines.map((line) => line.client))
  const source = stepsOf(lines)
  return {
    client: { amount: client, says: clientWords(coverage.benefits, client), source },
    provider: providerOf(
      given,
      lines.map(({ code, units, allowed }) => ({ procedure: code, units, allowed })),
    ),
    payer: {
      amount: total(lines.map((line) => line.payer)),
      says: 'by the contract',
      source,
    },
  }
}

const privately = (given: ThreadCase, { procedures }: Coding): ExpectedMoney | null => {
  const { session, people, coverage, privateFees = [] } = given
  if (session === null) return null
  const fees = [...privateFees, ...(coverage?.feeSchedule ?? [])]
  const { npi } = people.provider
  const wanted = { number: '', client: '', provider: npi, day: session.day, procedures, fees }
  const priced = priceCharge(wanted)
  if (!priced.ok) return null
  const charge: PrivateCharge = priced.value
  return {
    client: {
      amount: charge.agreed,
      says: 'by the practice’s own fee',
      source: 'No payer is billed: the practice’s fee for private pay on that day.',
    },
    provider: providerOf(
      given,
      charge.lines.map(({ procedure, units, agreed }) => ({ procedure, units, allowed: agreed })),
    ),
    payer: null,
  }
}

/** When it is paid: what is guaranteed on the next pay day, once the payer has taken the claim in; else as it is earned. */
export const payWords = ({ isGuaranteed, says }: ExpectedPay, payDay: string | null): string =>
  isGuaranteed && payDay !== null ? `${payDay}, once accepted` : says

/** Null while no code stands, or the fees of the day are not held. */
export const expectedMoney = (given: ThreadCase, coding: Coding | null): ExpectedMoney | null => {
  if (coding === null) return null
  return isBilledToPayer(given) ? byPayer(given, coding) : privately(given, coding)
}

// What stands beside a session's name and amount, in words.
import { moneyText } from '../../ui/money-text.ts'
import type { SessionToday } from './asked.ts'
import { isPrivate } from './sentence.ts'

const modalities: Readonly<Record<SessionToday['modality'], string>> = {
  'audio-video': 'Video',
  'audio-only': 'By telephone',
  'in-person': 'In person',
}

const linkNames: Readonly<Record<SessionToday['links'][number]['name'], string>> = {
  session: 'Session',
  note: 'Note',
  code: 'Code',
  claim: 'Claim',
  pay: 'Paid',
}

export const namesOfLinks: readonly string[] = Object.values(linkNames)

/** The links as people read them. */
export const linksShown = ({ links }: Pick<SessionToday, 'links'>) =>
  links.map(({ name, state }) => ({ name: linkNames[name], state }))

/** `Video, individual, self-pay` */
export const howWords = (session: Pick<SessionToday, 'status' | 'modality' | 'with' | 'links'>): string =>
  [modalities[session.modality], session.with, ...(isPrivate(session) ? ['self-pay'] : [])].join(', ')

const bases: Readonly<Record<NonNullable<SessionToday['expected']>['basis'], string>> = {
  claim: 'as its claim says',
  charge: 'as the client was charged',
  coded: 'as it is coded',
  'last-time': 'by the codes of the last session',
  planned: 'by the minutes that are planned',
}

/** Where an expected amount comes from. */
export const amountWords = ({ expected, payer }: Pick<SessionToday, 'expected' | 'payer'>): string => {
  if (expected === null) return ''
  const parts = [
    ...(expected.payer > 0 ? [`${moneyText(expected.payer)} from ${payer ?? 'the payer'}`] : []),
    ...(expected.client > 0 ? [`${moneyText(expected.client)} from the client`] : []),
  ]
  return `Expected: ${parts.join(', ') || moneyText(0)}. ${expected.codes.join(' and ')}, ${bases[expected.basis]}.`
}

/** The whole of it, in cents. */
export const amountOf = ({ expected }: Pick<SessionToday, 'expected'>): number | null =>
  expected === null ? null : expected.payer + expected.client

// What an 835 says, added up from its text alone, in cents: payments, claims, lines and what stands beside them.

/** `-168.5` as -16850, by its digits. */
const amount = (text: string): number => {
  const sign = text.startsWith('-') ? -1 : 1
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
  const size = Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
  return size === 0 ? 0 : sign * size
}

/** CAS03, 06, 09 … of one CAS. */
const reasons = (elements: readonly string[]): number =>
  [3, 6, 9, 12, 15, 18].reduce((total, n) => total + amount(elements[n] ?? '0'), 0)

export interface RemittedLineText {
  charge: number
  paid: number
  cas: number
  pr: number
}
export interface RemittedClaimText {
  claimNumber: string
  status: string
  charge: number
  paid: number
  owes: number
  payerClaimNumber: string
  lines: RemittedLineText[]
}
export interface PaymentText {
  paid: number
  /** PLB amounts. */
  beside: number
  claims: RemittedClaimText[]
}

/** The payments of the segments of one 835 file. */
export const paymentsIn = (segments: readonly string[]): readonly PaymentText[] => {
  const payments: PaymentText[] = []
  for (const segment of segments) {
    const elements = segment.split('*')
    const at = (n: number): number => amount(elements[n] ?? '0')
    const payment = payments.at(-1)
    const claim = payment?.claims.at(-1)
    const line = claim?.lines.at(-1)
    if (elements[0] === 'BPR') payments.push({ paid: at(2), beside: 0, claims: [] })
    if (elements[0] === 'CLP')
      payment?.claims.push({
        claimNumber: elements[1] ?? '',
        status: elements[2] ?? '',
        charge: at(3),
        paid: at(4),
        owes: at(5),
        payerClaimNumber: elements[7] ?? '',
        lines: [],
      })
    if (elements[0] === 'SVC') claim?.lines.push({ charge: at(2), paid: at(3), cas: 0, pr: 0 })
    if (elements[0] === 'CAS' && line !== undefined) {
      line.cas += reasons(elements)
      if (elements[1] === 'PR') line.pr += reasons(elements)
    }
    if (elements[0] === 'PLB' && payment !== undefined)
      payment.beside += [4, 6, 8].reduce((total, n) => total + at(n), 0)
  }
  return payments
}

/** Every sum of a payment that is off, on its three levels (docs/sources.md 8.5); none when it balances. */
export const unbalanced = ({ paid, beside, claims }: PaymentText): readonly string[] => {
  const total = (lines: readonly RemittedLineText[], of: keyof RemittedLineText): number =>
    lines.reduce((sum, each) => sum + each[of], 0)
  return [
    ...claims.flatMap(({ claimNumber, charge, paid: claimPaid, lines }) => [
      ...lines.flatMap((line, n) =>
        line.charge - line.cas === line.paid ? [] : [`${claimNumber} line ${n + 1}`],
      ),
      ...(total(lines, 'charge') === charge ? [] : [`${claimNumber} charges`]),
      ...(charge - total(lines, 'cas') === claimPaid ? [] : [`${claimNumber} paid`]),
    ]),
    ...(claims.reduce((sum, claim) => sum + claim.paid, 0) - beside === paid ? [] : ['payment']),
    ...(paid < 0 ? ['below zero'] : []),
  ]
}

/** `16850` as `168.5`. */
export const dollars = (amountInCents: number): string =>
  (amountInCents / 100).toFixed(2).replace(/\.?0+$/, '') || '0'

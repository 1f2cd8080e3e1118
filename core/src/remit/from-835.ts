// Bytes to remittances: each 835 of a file typed on its own, with what kept a part of it from being read.
import { type Cents, zero } from '../values/cents.ts'
import { dayFromCompact } from '../values/day.ts'
import type { Finding, Place } from '../values/finding.ts'
import { holdsClaim } from '../values/finding.ts'
import { readInterchangesLeniently } from '../x12/syntax/interchange.ts'
import type { SetRange } from '../x12/syntax/ranges.ts'
import { type Segments, segmentId, segmentLength, segmentOffset } from '../x12/syntax/segments.ts'
import { splitLeniently } from '../x12/syntax/split.ts'
import { type Remittance835, table835 } from '../x12/sets/835/table.ts'
import { isOfSet } from '../x12/sets/read-file.ts'
import { readSetLeniently } from '../x12/sets/read-set.ts'
import type { LenientDocument } from '../x12/sets/table-language.ts'
import { claimFrom } from './claim-from-835.ts'
import type { ProviderAdjustment, Remittance, RemittedClaim } from './remittance.ts'
import { remittanceUnit } from './unit-key.ts'

export interface RemittancesRead {
  /** One for each 835 whose payment could be told; those not read whole carry `faults`. */
  readonly remittances: readonly Remittance[]
  /** Of the file, and of sets whose payment could not be told; those of the sets' lesser segments are warnings. */
  readonly findings: readonly Finding[]
}

type Document = LenientDocument<Remittance835>

/** What money hangs on. A fault in any other segment leaves the payment what it is. */
const moneySegments: ReadonlySet<string> = new Set(['BPR', 'TRN', 'CUR', 'CLP', 'CAS', 'SVC', 'PLB'])

/** A code that is not in our list was read all the same, and the sums prove whether its amount was. */
const isHarmless = (finding: Finding): boolean => finding.code === '999:IK4:7'

const touchesMoney = (finding: Finding): boolean =>
  holdsClaim(finding) &&
  (finding.code.startsWith('999:IK5:') ||
    (finding.place.kind === 'segment' && moneySegments.has(finding.place.id) && !isHarmless(finding)))

const asWarning = (finding: Finding): Finding => ({ ...finding, severity: 'warns' })

const unreadFault = (place: Place, what: string): Finding => ({
  code: '835:unread',
  severity: 'holds-claim',
  whose: 'code-set',
  place,
  says: `The remittance cannot be read: ${what}.`,
  remedy: 'Ask the payer to send it again; post nothing of it by hand from a part.',
  source: '005010X221A1 (docs/sources.md 8.8)',
  evidence: {},
})

/** The segments of one id inside a set, as places. */
const placesIn = (segments: Segments, range: SetRange, id: string, loop?: string): readonly Place[] => {
  const found: Place[] = []
  for (let i = range.from; i <= range.to; i += 1) {
    if (segmentId(segments, i) !== id) continue
    const at = { offset: segmentOffset(segments, i), length: segmentLength(segments, i) }
    const segment = i - range.from + 1
    found.push({ kind: 'segment', id, segment, ...(loop === undefined ? {} : { loop }), ...at })
  }
  return found
}

const claimsFrom = (
  document: Document,
  segments: Segments,
  range: SetRange,
  whole: Place,
): readonly RemittedClaim[] => {
  const claimPlaces = placesIn(segments, range, 'CLP', '2100')
  const linePlaces = placesIn(segments, range, 'SVC', '2110')
  const claims = (document.headerNumbers ?? []).flatMap((each) => each.claims ?? [])
  let lines = 0
  return claims.map((claim, at) => {
    const from = lines
    lines += claim.lines?.length ?? 0
    return claimFrom(claim, claimPlaces[at] ?? whole, (line) => linePlaces[from + line] ?? whole)
  })
}

const providerAdjustmentsFrom = (
  document: Document,
  places: readonly Place[],
  whole: Place,
): readonly ProviderAdjustment[] =>
  (document.providerAdjustments ?? []).flatMap((segment, at) =>
    (segment.adjustments ?? []).map(({ reason, amount }) => ({
      place: places[at] ?? whole,
      provider: segment.providerId ?? '',
      code: reason?.code ?? '',
      reference: reason?.reference ?? null,
      amount: amount ?? zero,
    })),
  )

/** What the payment says of itself that we cannot post: another currency, money taken instead of sent. */
const paymentFaults = (document: Document, place: Place): readonly Finding[] => {
  const found: Finding[] = []
  const { financialInformation: payment, currency } = document
  if (currency?.code !== undefined && currency.code !== 'USD') {
    found.push(unreadFault(place, `it is in ${currency.code}, and these books are in US dollars`))
  }
  if ((document.payee?.name?.id ?? '') === '') {
    found.push(unreadFault(place, 'it does not say who is paid (N1*PE)'))
  }
  if (payment?.creditOrDebit === 'D' && (payment.paid ?? zero) !== 0) {
    found.push(unreadFault(place, 'it takes money out of the account instead of sending it (BPR03 D)'))
  }
  return found
}

const taxIdOf = (payee: Document['payee']): string | null => {
  if (payee?.name?.idQualifier === 'FI') return payee.name.id ?? null
  return payee?.otherIds?.find((each) => each.qualifier === 'TJ')?.id ?? null
}

const remittanceFrom = (
  document: Document,
  segments: Segments,
  range: SetRange,
  faults: readonly Finding[],
  sha256: (utf8: string) => string,
): Remittance | null => {
  const { financialInformation: payment, trace, payer, payee } = document
  const day = dayFromCompact(payment?.effectiveDay ?? '')
  const paid: Cents | undefined = payment?.paid
  if (paid === undefined || day === null || !trace?.number || !trace.payerTaxId) return null
  const [start] = placesIn(segments, range, 'ST')
  const place = placesIn(segments, range, 'BPR')[0] ?? start
  if (place === undefined) return null
  const claims = claimsFrom(document, segments, range, place)
  const own = payer?.otherIds?.find((each) => each.qualifier === '2U')?.id
  return {
    place,
    unit: remittanceUnit({ payer: trace.payerTaxId, trace: trace.number, day, paid }, claims, sha256),
    payerName: payer?.name?.name ?? null,
    payerId: own ?? payer?.name?.id ?? null,
    payee: payee?.name?.id ?? '',
    payeeTaxId: taxIdOf(payee),
    handling: payment?.handling ?? '',
    method: payment?.method ?? '',
    claims,
    providerAdjustments: providerAdjustmentsFrom(document, placesIn(segments, range, 'PLB'), place),
    faults: [...faults, ...paymentFaults(document, place)],
  }
}

/**
 * Every 835 of a file, whatever its delimiters and edition. A fault where money hangs makes a remittance's `faults`, by
 * which it is refused alone; any other fault is a warning. A payment that cannot even be told (no amount, day, trace or
 * payer) gives findings only.
 */
export const from835 = (bytes: Uint8Array, sha256: (utf8: string) => string): RemittancesRead => {
  const { segments, findings: syntax } = splitLeniently(bytes)
  const { interchanges, findings: envelope } = readInterchangesLeniently(segments)
  const ranges = interchanges.flatMap((each) => each.groups.flatMap((group) => group.sets))
  const outside = envelope.filter((finding) => !ranges.some((range) => isOfSet(finding, segments, range)))
  const remittances: Remittance[] = []
  const findings: Finding[] = [...syntax, ...outside]
  for (const range of ranges.filter((each) => each.set === '835')) {
    const { document, findings: own } = readSetLeniently(table835, segments, range)
    const all = [...envelope.filter((finding) => isOfSet(finding, segments, range)), ...own]
    const faults = all.filter(touchesMoney)
    const remittance = remittanceFrom(document, segments, range, faults, sha256)
    findings.push(...all.filter((finding) => !touchesMoney(finding)).map(asWarning))
    if (remittance !== null) remittances.push(remittance)
    else
      findings.push(...faults, ...placesIn(segments, range, 'ST').map((place) => unreadFault(place, untold)))
  }
  return { remittances, findings }
}

const untold = 'its amount, day, trace or payer is missing'

// A session's thread as it stands: the case that the page and the server judge alike, and the rows it was made of.
import type { Coverage } from '@goldenthread/core/coverage/coverage.ts'
import { readCoSignature } from '@goldenthread/core/note/co-signature.ts'
import { namedIn } from '@goldenthread/core/note/prefill-note.ts'
import type { Note } from '@goldenthread/core/note/note.ts'
import { readCanonicalNote } from '@goldenthread/core/note/read-canonical-note.ts'
import type { Claim } from '@goldenthread/core/claim/claim.ts'
import { netOf } from '@goldenthread/core/ledger/balance.ts'
import { account } from '@goldenthread/core/ledger/chart.ts'
import type { PrivateCharge } from '@goldenthread/core/posting/private-charge.ts'
import type { ThreadCase } from '@goldenthread/core/thread/thread-case.ts'
import type { Heard } from '@goldenthread/core/thread/links.ts'
import type { ClaimStanding } from '@goldenthread/core/thread/plan-correction.ts'
import type { Cents } from '@goldenthread/core/values/cents.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import { claimNumberOf } from '../claim/claim-number.ts'
import type { Tx } from '../database/tx.ts'
import type { NoteStatus } from '../note/store.ts'
import type { SessionRow } from '../session/store.ts'
import { type ThreadRow, readThreads } from './case-store.ts'
import type { VoidOfSession } from './void-links.ts'

/** The live claim of the session. */
export interface LiveClaim {
  readonly id: string
  readonly claimNumber: string
  readonly status: ClaimStanding
  readonly frequency: '1' | '7' | '8'
  /** The claim in whose place it stands. */
  readonly replacesId: string | null
  /** Null while held. */
  readonly claim: Claim | null
  readonly findings: readonly Finding[]
  readonly version: number
  readonly payerClaimNumber: string | null
  /** Of a claim that was sent: the answers to its file that came. */
  readonly heard: readonly Heard[]
  /** How the payer judged it, and what it paid so far; null while it has not. */
  readonly remitted: { readonly verdict: 'accepted' | 'rejected' | 'partly'; readonly paid: Cents } | null
}

/** The charge of a session that no payer is billed for. */
export interface StandingCharge {
  readonly id: string
  readonly status: 'waiting' | 'charged'
  /** Null while it waits. */
  readonly charge: PrivateCharge | null
  /** What it waits for. */
  readonly findings: readonly Finding[]
  readonly isPaid: boolean
}

export interface LoadedThread {
  readonly session: SessionRow
  /** The payer's row; null when the client pays without a plan. */
  readonly payerId: string | null
  /** Who supervises the one who treats, now. */
  readonly supervisorId: string | null
  readonly note: { readonly id: string; readonly status: NoteStatus; readonly version: number } | null
  /** The version that was signed last. */
  readonly signed: {
    readonly id: string
    readonly sequence: number
    readonly hash: string
    readonly note: Note
  } | null
  readonly live: LiveClaim | null
  /** The void filed last for the session; null while there is none. */
  readonly voided: VoidOfSession | null
  /** What the client is charged where no payer is billed. */
  readonly charge: StandingCharge | null
  /** With the note that lies on the desk: the draft, the addendum being written, or what was signed last. */
  readonly given: ThreadCase
}

const sessionOf = (row: ThreadRow): SessionRow => ({
  id: row.id,
  clientId: row.client_id,
  providerId: row.provider_id,
  coverageId: row.coverage_id,
  status: row.status,
  session: row.session,
  confirmedAt: row.confirmed_at,
  version: row.version,
})

const coverageOf = (row: ThreadRow): Coverage | null => {
  const { payer_code: id, payer_name: name, payer_class: payerClass, coverage } = row
  if (coverage === null || id === null || name === null || payerClass === null) return null
  return {
    payer: { name, id, class: payerClass },
    plan: coverage.plan,
    memberNumber: coverage.memberNumber,
    groupNumber: coverage.groupNumber,
    relation: coverage.relation,
    benefits: coverage.benefits,
    feeSchedule: row.fee_schedule ?? [],
    authorization: coverage.authorization,
    payerRules: row.payer_rules,
  }
}

const signedOf = (row: ThreadRow): LoadedThread['signed'] => {
  const { signed_id: id, signed_sequence: sequence, signed_hash: hash, canonical } = row
  if (id === null || sequence === null || hash === null || canonical === null) return null
  return { id, sequence, hash, note: readCanonicalNote(canonical) }
}

/** A draft is printed with client and author as the practice has them now; what was signed stands as it was signed. */
const noteOf = (row: ThreadRow, signed: LoadedThread['signed']): Note | null => {
  if (row.note_status === 'signed' && signed !== null) return signed.note
  return row.draft === null ? null : { ...row.draft, ...namedIn(row.client, row.provider) }
}

const liveOf = (row: ThreadRow): LiveClaim | null => {
  const { claim_id: id, claim_number: claimNumber, claim_status: status, claim_version: version } = row
  if (id === null || claimNumber === null || status === null || version === null) return null
  return {
    id,
    claimNumber,
    status,
    frequency: row.claim_frequency ?? '1',
    replacesId: row.replaces_id,
    claim: row.claim,
    findings: row.claim_findings ?? [],
    version,
    payerClaimNumber: row.payer_claim_number,
    heard: row.heard,
    remitted:
      row.remitted === null ? null : { verdict: row.remitted, paid: netOf(row.bank_lines, account('bank')) },
  }
}

const voidedOf = ({ voided, provider }: ThreadRow): VoidOfSession | null => {
  if (voided === null) return null
  const { lines, ...told } = voided
  return {
    ...told,
    payerPaid: netOf(lines, account('bank')),
    providerShare: netOf(lines, account('payable-provider', provider.npi)),
  }
}

const chargeOf = (row: ThreadRow): StandingCharge | null => {
  const { charge_id: id, charge_status: status, charge, charge_findings: findings } = row
  if (id === null || status === null) return null
  return { id, status, charge, findings: findings ?? [], isPaid: row.charge_paid_at !== null }
}

/** What a replacement says of the claim it replaces. */
const correctionOf = (row: ThreadRow): Pick<ThreadCase, 'correction'> => {
  const { replaced_number: number, replaced_payer: payerId } = row
  return row.claim_frequency === '7' && number !== null && payerId !== null
    ? { correction: { frequency: '7', replaces: { payerId, number } } }
    : {}
}

const caseOf = (row: ThreadRow, note: Note | null): ThreadCase => ({
  people: {
    practice: row.practice,
    provider: row.provider,
    supervisor: row.supervisor,
    client: { ...row.client, key: row.client_id },
    subscriber: row.subscriber,
  },
  coverage: coverageOf(row),
  // Only what took place is a session to judge: a plan makes no claim.
  session: row.status === 'confirmed' ? row.session : null,
  earlierSessions: row.earlier,
  note,
  ...(row.co_signed === null ? {} : { coSignature: readCoSignature(row.co_signed) }),
  billed: null,
  payContract: row.pay_contract,
  clientPayments: row.payments,
  ...(row.private_fees === null ? {} : { privateFees: row.private_fees }),
  ...(row.do_not_bill === null ? {} : { doNotBill: { askedOn: row.do_not_bill } }),
  envelope: {
    senderQualifier: row.sender_qualifier,
    senderId: row.sender_id,
    receiverQualifier: row.receiver_qualifier ?? '',
    receiverId: row.receiver_id ?? '',
    usage: row.usage,
    // Given when the batch is fixed; nothing is judged by them.
    interchangeControl: 0,
    groupControl: 0,
    setControl: 0,
    // Until a claim is made the session lends its own.
    claimNumber: row.claim_number ?? claimNumberOf(row.id),
  },
  ...correctionOf(row),
})

const loaded = (row: ThreadRow): LoadedThread => {
  const signed = signedOf(row)
  const { note_id: id, note_status: status, note_version: version } = row
  return {
    session: sessionOf(row),
    payerId: row.payer_id,
    supervisorId: row.supervisor_id,
    note: id === null || status === null || version === null ? null : { id, status, version },
    signed,
    live: liveOf(row),
    voided: voidedOf(row),
    charge: chargeOf(row),
    given: caseOf(row, noteOf(row, signed)),
  }
}

/** The threads of these sessions, in the order of their start. */
export const loadThreads = async (tx: Tx, sessionIds: readonly string[]): Promise<readonly LoadedThread[]> =>
  (await readThreads(tx, sessionIds)).map(loaded)

/** The thread of one session; null when this practice has none of that id. */
export const loadThread = async (tx: Tx, sessionId: string): Promise<LoadedThread | null> =>
  (await loadThreads(tx, [sessionId]))[0] ?? null

/** The thread of a session that was locked before, and so is there. */
export const loadLocked = async (tx: Tx, sessionId: string): Promise<LoadedThread> => {
  const found = await loadThread(tx, sessionId)
  if (found === null) throw new Error('a session that is held cannot be gone')
  return found
}

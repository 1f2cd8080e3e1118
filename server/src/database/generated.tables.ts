// What the tables hold, for Kysely. Made by tools/make-tables.ts from the migrated database; run `npm run tables`.
import type { ColumnType } from 'kysely'
import type { Day, Instant } from '@goldenthread/core/values/day.ts'

/** jsonb: read as a value, written as its JSON text. */
export type Document = ColumnType<unknown, string, string>
export type DocumentOrNull = ColumnType<unknown, string | null, string | null>
/** bytea: read as a Buffer, written from bytes. */
export type Bytes = ColumnType<Uint8Array, Uint8Array, Uint8Array>

export interface BatchTable {
  practice_id: string
  id: string
  receiver_qualifier: string
  receiver_id: string
  usage: string
  interchange_control: number
  group_control: number
  first_set_control: number
  set_count: number
  file_id: string
  sha256: string
  status: string
  attempts: number
  next_attempt_at: Instant | null
  last_error: string | null
  fixed_at: Instant
  sent_at: Instant | null
  delivered_at: Instant | null
}

export interface BatchClaimTable {
  practice_id: string
  batch_id: string
  claim_id: string
  set_control: number
}

export interface ClaimTable {
  practice_id: string
  id: string
  claim_number: string
  session_id: string
  client_id: string
  provider_id: string
  coverage_id: string
  payer_id: string
  signed_note_id: string
  status: string
  frequency: string
  replaces_id: string | null
  superseded_at: Instant | null
  day: Day
  document: DocumentOrNull
  charge: number | null
  expected_payer: number | null
  expected_client: number | null
  findings: Document
  proof: DocumentOrNull
  payer_claim_number: string | null
  version: number
  filed_at: Instant | null
  created_at: Instant
  updated_at: Instant
}

export interface ClaimEventTable {
  practice_id: string
  id: string
  claim_id: string
  key: string
  kind: string
  verdict: string | null
  day: Day
  at: Instant
  batch_id: string | null
  file_id: string | null
  document: Document
}

export interface ClearinghouseAccountTable {
  practice_id: string
  id: string
  receiver_qualifier: string
  receiver_id: string
  kind: string
  address: string
  user_name: string
  host_key: string | null
  send_folder: string
  fetch_folder: string
  secret: Bytes | null
  secret_key_id: string | null
  active: boolean
  version: number
  created_at: Instant
  updated_at: Instant
}

export interface ClientTable {
  practice_id: string
  id: string
  sort_name: string
  birth_date: Day
  document: Document
  contacts: Document
  provider_id: string | null
  active: boolean
  version: number
  created_at: Instant
  updated_at: Instant
}

export interface ClientPaymentTable {
  practice_id: string
  id: string
  client_id: string
  session_id: string | null
  key: string
  day: Day
  amount: number
  method: string
  received_at: Instant
}

export interface CoSignatureTable {
  practice_id: string
  id: string
  signed_note_id: string
  verdict: string
  canonical: string
  hash: string
  signed_at: Instant
  person_id: string
  provider_id: string
  statement: string
}

export interface ControlCounterTable {
  practice_id: string
  receiver_qualifier: string
  receiver_id: string
  interchange_control: number
  group_control: number
}

export interface CoverageTable {
  practice_id: string
  id: string
  client_id: string
  payer_id: string
  sequence: number
  starts: Day
  ends: Day | null
  member_number: string
  document: Document
  subscriber: DocumentOrNull
  version: number
  created_at: Instant
  updated_at: Instant
}

export interface EntryTable {
  practice_id: string
  id: string
  key: string
  act: string
  at: Instant
  says: string
  input_hash: string
  reverses: string | null
  claim_id: string | null
  remittance_id: string | null
  client_payment_id: string | null
  payout_run_id: string | null
  private_charge_id: string | null
  decision_id: string | null
}

export interface EntryLineTable {
  practice_id: string
  entry_id: string
  number: number
  account_kind: string
  party: string
  side: string
  amount: number
  source: string
}

export interface IdempotencyTable {
  practice_id: string
  key: string
  act: string
  input_hash: string
  answer: DocumentOrNull
  at: Instant
}

export interface MailboxTable {
  practice_id: string
  receiver_qualifier: string
  receiver_id: string
  code: string | null
  seen_key: string | null
  failing_since: Instant | null
  failures: number
  next_fetch_at: Instant | null
}

export interface MembershipTable {
  practice_id: string
  id: string
  person_id: string
  role: string
  provider_id: string | null
  invitation_hash: string | null
  accepted_at: Instant | null
  ended_at: Instant | null
  version: number
  created_at: Instant
  updated_at: Instant
  invited_name: string | null
}

export interface MoneyDecisionTable {
  practice_id: string
  id: string
  kind: string
  claim_id: string | null
  remittance_id: string | null
  entry_id: string | null
  refund_id: string | null
  amount: number
  document: Document
  person_id: string
  decided_at: Instant
}

export interface NoteTable {
  practice_id: string
  id: string
  session_id: string
  provider_id: string
  document: Document
  status: string
  sitting: string | null
  version: number
  created_at: Instant
  updated_at: Instant
}

export interface NoteMoveTable {
  practice_id: string
  id: string
  note_id: string
  to_note_id: string
  from_session_id: string
  to_session_id: string
  hash: string
  reason: string
  person_id: string
  moved_at: Instant
}

export interface PayContractTable {
  practice_id: string
  id: string
  provider_id: string
  starts: Day
  ends: Day | null
  document: Document
  version: number
  created_at: Instant
  updated_at: Instant
}

export interface PayerTable {
  practice_id: string
  id: string
  code: string
  name: string
  class: string
  receiver_qualifier: string
  receiver_id: string
  active: boolean
  version: number
  created_at: Instant
  updated_at: Instant
  channel: string
}

export interface PayerContractTable {
  practice_id: string
  id: string
  payer_id: string
  starts: Day
  ends: Day | null
  fee_schedule: Document
  payer_rules: DocumentOrNull
  source: string
  version: number
  created_at: Instant
  updated_at: Instant
}

export interface PayerDirectoryTable {
  code: string
  name: string
  class: string
  receiver_qualifier: string
  receiver_id: string
  source: string
}

export interface PayoutRunTable {
  practice_id: string
  id: string
  key: string
  status: string
  document: Document
  at: Instant
}

export interface PersonTable {
  id: string
  email: string
  name: string
  password_hash: string | null
  setup_hash: string | null
  setup_expires_at: Instant | null
  practice_ids: readonly string[]
  disabled_at: Instant | null
  created_at: Instant
  updated_at: Instant
}

export interface PracticeTable {
  practice_id: string
  document: Document
  zone: string
  sender_qualifier: string
  sender_id: string
  usage: string
  demo: boolean
  version: number
  created_at: Instant
  updated_at: Instant
}

export interface PrivateChargeTable {
  practice_id: string
  id: string
  charge_number: string
  session_id: string
  client_id: string
  provider_id: string
  signed_note_id: string
  status: string
  day: Day
  document: DocumentOrNull
  findings: Document
  paid_at: Instant | null
  version: number
  charged_at: Instant | null
  created_at: Instant
  updated_at: Instant
}

export interface ProviderTable {
  practice_id: string
  id: string
  npi: string
  sort_name: string
  document: Document
  supervisor_id: string | null
  active: boolean
  version: number
  created_at: Instant
  updated_at: Instant
}

export interface RemittanceTable {
  practice_id: string
  id: string
  unit_key: string
  file_id: string
  payer_id: string | null
  status: string
  trace: string
  day: Day
  paid: number
  document: Document
  findings: Document
  posted_at: Instant
}

export interface SessionTable {
  practice_id: string
  id: string
  client_id: string
  provider_id: string
  coverage_id: string | null
  status: string
  day: Day
  starts_at: Instant
  stops_at: Instant
  zone: string
  document: Document
  series_id: string | null
  confirmed_at: Instant | null
  version: number
  created_at: Instant
  updated_at: Instant
  do_not_bill: Day | null
}

export interface SettingTable {
  practice_id: string
  key: string
  value: Document
  version: number
  updated_at: Instant
}

export interface SignInAttemptTable {
  id: string
  account_hash: string
  address: string
  at: Instant
}

export interface SignInSessionTable {
  token_hash: string
  person_id: string
  practice_id: string | null
  made_at: Instant
  seen_at: Instant
  expires_at: Instant
  locked_at: Instant | null
  ended_at: Instant | null
}

export interface SignedNoteTable {
  practice_id: string
  id: string
  note_id: string
  sequence: number
  canonical: string
  hash: string
  previous_hash: string | null
  signed_at: Instant
  person_id: string
  provider_id: string
  statement: string
  attestation: string
  reason: string | null
  co_sign: boolean
}

export interface StoredFileTable {
  practice_id: string
  id: string
  direction: string
  kind: string
  name: string
  receiver_qualifier: string
  receiver_id: string
  bytes: Bytes
  size: number
  sha256: string
  status: string
  findings: Document
  stored_at: Instant
  read_at: Instant | null
  confirmed_at: Instant | null
  taken_in_at: Instant | null
}

export interface TrailTable {
  practice_id: string
  number: number
  at: Instant
  person_id: string | null
  actor: string
  act: string
  touched: Document
  request_id: string | null
  previous_hash: string
  hash: string
}

export interface TrailHeadTable {
  practice_id: string
  number: number
  hash: string
  at: Instant
}

export interface WakeUpTable {
  practice_id: string
  due_at: Instant
}

export interface Tables {
  batch: BatchTable
  batch_claim: BatchClaimTable
  claim: ClaimTable
  claim_event: ClaimEventTable
  clearinghouse_account: ClearinghouseAccountTable
  client: ClientTable
  client_payment: ClientPaymentTable
  co_signature: CoSignatureTable
  control_counter: ControlCounterTable
  coverage: CoverageTable
  entry: EntryTable
  entry_line: EntryLineTable
  idempotency: IdempotencyTable
  mailbox: MailboxTable
  membership: MembershipTable
  money_decision: MoneyDecisionTable
  note: NoteTable
  note_move: NoteMoveTable
  pay_contract: PayContractTable
  payer: PayerTable
  payer_contract: PayerContractTable
  payer_directory: PayerDirectoryTable
  payout_run: PayoutRunTable
  person: PersonTable
  practice: PracticeTable
  private_charge: PrivateChargeTable
  provider: ProviderTable
  remittance: RemittanceTable
  session: SessionTable
  setting: SettingTable
  sign_in_attempt: SignInAttemptTable
  sign_in_session: SignInSessionTable
  signed_note: SignedNoteTable
  stored_file: StoredFileTable
  trail: TrailTable
  trail_head: TrailHeadTable
  wake_up: WakeUpTable
}

-- The stages' tables: coverage, session, note, claim, remit, posting, payout.
-- `document` columns hold the core types as they are, proved by zod at the door. Amounts are whole cents.

CREATE TABLE payer (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  -- The id on claims (NM109 of 2010BB): `id` of core/coverage `Payer`.
  code text NOT NULL,
  name text NOT NULL,
  class text NOT NULL,
  -- Where its claims go (ISA07, ISA08).
  receiver_qualifier text NOT NULL,
  receiver_id text NOT NULL,
  active boolean NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT payer_code_unique UNIQUE (practice_id, code)
);

CREATE TABLE payer_contract (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  payer_id uuid NOT NULL,
  starts date NOT NULL,
  ends date,
  -- core/coverage `FeeScheduleRow[]`.
  fee_schedule jsonb NOT NULL,
  -- core/coverage `PayerRules`, or null: the class decides.
  payer_rules jsonb,
  source text NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT payer_contract_start_unique UNIQUE (practice_id, payer_id, starts),
  CHECK (ends IS NULL OR ends >= starts),
  FOREIGN KEY (practice_id, payer_id) REFERENCES payer (practice_id, id)
);

CREATE TABLE coverage (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  client_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  -- 1 pays first.
  sequence integer NOT NULL CHECK (sequence BETWEEN 1 AND 3),
  starts date NOT NULL,
  ends date,
  member_number text NOT NULL,
  -- core/coverage `Coverage` without payer, fee schedule and payer rules, which are looked up: {plan, memberNumber,
  -- groupNumber, relation, benefits, authorization}.
  document jsonb NOT NULL,
  -- core/people `Subscriber`, or null when the client holds the insurance.
  subscriber jsonb,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, id),
  CHECK (ends IS NULL OR ends >= starts),
  FOREIGN KEY (practice_id, client_id) REFERENCES client (practice_id, id),
  FOREIGN KEY (practice_id, payer_id) REFERENCES payer (practice_id, id)
);
CREATE INDEX coverage_client ON coverage (practice_id, client_id, sequence);
CREATE INDEX coverage_member ON coverage (practice_id, member_number);

CREATE TABLE pay_contract (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  provider_id uuid NOT NULL,
  starts date NOT NULL,
  ends date,
  -- core/posting `PayContract`.
  document jsonb NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT pay_contract_start_unique UNIQUE (practice_id, provider_id, starts),
  CHECK (ends IS NULL OR ends >= starts),
  FOREIGN KEY (practice_id, provider_id) REFERENCES provider (practice_id, id)
);

CREATE TABLE session (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  client_id uuid NOT NULL,
  provider_id uuid NOT NULL,
  -- Null when the client pays without a plan.
  coverage_id uuid,
  status text NOT NULL CHECK (status IN ('scheduled', 'confirmed', 'no-show', 'late-cancel', 'cancelled')),
  -- The day it began, on the clock of its zone.
  day date NOT NULL,
  starts_at timestamptz NOT NULL,
  stops_at timestamptz NOT NULL,
  zone text NOT NULL,
  -- core/session `Session`: as planned while scheduled, as it was once confirmed.
  document jsonb NOT NULL,
  -- The appointments of one series have one id.
  series_id uuid,
  confirmed_at timestamptz,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, id),
  CHECK (stops_at > starts_at),
  FOREIGN KEY (practice_id, client_id) REFERENCES client (practice_id, id),
  FOREIGN KEY (practice_id, provider_id) REFERENCES provider (practice_id, id),
  FOREIGN KEY (practice_id, coverage_id) REFERENCES coverage (practice_id, id)
);
CREATE INDEX session_start ON session (practice_id, starts_at, id);
CREATE INDEX session_provider ON session (practice_id, provider_id, starts_at, id);
CREATE INDEX session_client ON session (practice_id, client_id, starts_at, id);

CREATE TABLE note (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  provider_id uuid NOT NULL,
  -- core/note `Note` without a signature: the draft, and after an amendment began the next one.
  document jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('draft', 'signed', 'amending')),
  -- The id of the sitting that wrote last: autosaves of one sitting are one row of the trail.
  sitting uuid,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT note_session_unique UNIQUE (practice_id, session_id),
  FOREIGN KEY (practice_id, session_id) REFERENCES session (practice_id, id),
  FOREIGN KEY (practice_id, provider_id) REFERENCES provider (practice_id, id)
);
CREATE INDEX note_status ON note (practice_id, provider_id, status);

CREATE TABLE signed_note (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  note_id uuid NOT NULL,
  -- From 1; an amendment is the next one.
  sequence integer NOT NULL CHECK (sequence >= 1),
  -- The text that was hashed (core/note/canonical-note.ts); the note is read back from it.
  canonical text NOT NULL,
  hash text NOT NULL,
  previous_hash text,
  signed_at timestamptz NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  provider_id uuid NOT NULL,
  -- 'Electronically signed by …'.
  statement text NOT NULL,
  attestation text NOT NULL,
  -- Why it was amended; null for the first.
  reason text,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT signed_note_sequence_unique UNIQUE (practice_id, note_id, sequence),
  CHECK ((sequence = 1) = (previous_hash IS NULL)),
  FOREIGN KEY (practice_id, note_id) REFERENCES note (practice_id, id),
  FOREIGN KEY (practice_id, provider_id) REFERENCES provider (practice_id, id)
);

CREATE TABLE claim (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  claim_number text NOT NULL CHECK (claim_number ~ '^[A-Z0-9]{1,20}$'),
  session_id uuid NOT NULL,
  client_id uuid NOT NULL,
  provider_id uuid NOT NULL,
  coverage_id uuid NOT NULL,
  payer_id uuid NOT NULL,
  -- The signed note it rests on.
  signed_note_id uuid NOT NULL,
  status text NOT NULL CHECK (
    status IN ('held', 'filed', 'batched', 'sent', 'accepted', 'rejected', 'answered', 'void')),
  frequency text NOT NULL CHECK (frequency IN ('1', '7', '8')),
  -- The claim of ours that this one replaces or voids.
  replaces_id uuid,
  -- Set when another claim took its place: it is no longer the live one of its session.
  superseded_at timestamptz,
  day date NOT NULL,
  -- core/claim `Claim`; null while held.
  document jsonb,
  charge bigint,
  expected_payer bigint,
  expected_client bigint,
  findings jsonb NOT NULL,
  -- {rules, inputHash}: what judged it and over which input; null while held.
  proof jsonb,
  -- The payer's own number for it (CLP07, REF*1K).
  payer_claim_number text,
  version integer NOT NULL,
  filed_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT claim_number_unique UNIQUE (practice_id, claim_number),
  CHECK (status = 'held' OR (document IS NOT NULL AND proof IS NOT NULL AND filed_at IS NOT NULL) OR status = 'void'),
  FOREIGN KEY (practice_id, session_id) REFERENCES session (practice_id, id),
  FOREIGN KEY (practice_id, client_id) REFERENCES client (practice_id, id),
  FOREIGN KEY (practice_id, provider_id) REFERENCES provider (practice_id, id),
  FOREIGN KEY (practice_id, coverage_id) REFERENCES coverage (practice_id, id),
  FOREIGN KEY (practice_id, payer_id) REFERENCES payer (practice_id, id),
  FOREIGN KEY (practice_id, signed_note_id) REFERENCES signed_note (practice_id, id),
  FOREIGN KEY (practice_id, replaces_id) REFERENCES claim (practice_id, id)
);
-- One live claim a session.
CREATE UNIQUE INDEX claim_session_live ON claim (practice_id, session_id)
  WHERE status <> 'void' AND superseded_at IS NULL;
CREATE INDEX claim_status ON claim (practice_id, status, payer_id, id);
CREATE INDEX claim_day ON claim (practice_id, day, id);
CREATE INDEX claim_client ON claim (practice_id, client_id, day);

CREATE TABLE control_counter (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  receiver_qualifier text NOT NULL,
  receiver_id text NOT NULL,
  -- The last ones used: ISA13 and GS06.
  interchange_control bigint NOT NULL CHECK (interchange_control BETWEEN 0 AND 999999999),
  group_control bigint NOT NULL CHECK (group_control BETWEEN 0 AND 999999999),
  PRIMARY KEY (practice_id, receiver_qualifier, receiver_id)
);

CREATE TABLE batch (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  receiver_qualifier text NOT NULL,
  receiver_id text NOT NULL,
  usage text NOT NULL CHECK (usage IN ('T', 'P')),
  interchange_control bigint NOT NULL,
  group_control bigint NOT NULL,
  -- ST02 of its first set; the others follow by one.
  first_set_control bigint NOT NULL,
  set_count integer NOT NULL CHECK (set_count >= 1),
  file_id uuid NOT NULL,
  sha256 text NOT NULL,
  status text NOT NULL CHECK (status IN ('fixed', 'sent', 'delivered', 'refused')),
  attempts integer NOT NULL,
  next_attempt_at timestamptz,
  -- A code, never a text of the other side.
  last_error text,
  fixed_at timestamptz NOT NULL,
  sent_at timestamptz,
  delivered_at timestamptz,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT batch_interchange_unique
    UNIQUE (practice_id, receiver_qualifier, receiver_id, interchange_control),
  FOREIGN KEY (practice_id, file_id) REFERENCES stored_file (practice_id, id)
);
CREATE INDEX batch_due ON batch (practice_id, status, next_attempt_at);

CREATE TABLE batch_claim (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  batch_id uuid NOT NULL,
  claim_id uuid NOT NULL,
  set_control bigint NOT NULL,
  PRIMARY KEY (practice_id, batch_id, claim_id),
  CONSTRAINT batch_claim_set_unique UNIQUE (practice_id, batch_id, set_control),
  -- A claim travels in one batch; sent anew it is another claim.
  CONSTRAINT batch_claim_claim_unique UNIQUE (practice_id, claim_id),
  FOREIGN KEY (practice_id, batch_id) REFERENCES batch (practice_id, id),
  FOREIGN KEY (practice_id, claim_id) REFERENCES claim (practice_id, id)
);

CREATE TABLE claim_event (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  claim_id uuid NOT NULL,
  -- Unique: reading the same file again adds nothing.
  key text NOT NULL,
  -- 'held', 'filed', 'batched', 'sent', 'delivered', 'envelope', 'syntax', 'acknowledgment', 'remitted', 'voided'.
  kind text NOT NULL,
  -- 'accepted', 'rejected', 'partly'; null for what we did ourselves.
  verdict text,
  day date NOT NULL,
  at timestamptz NOT NULL,
  batch_id uuid,
  file_id uuid,
  -- core/claim `ClaimEvent` for what was answered, else {}.
  document jsonb NOT NULL,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT claim_event_key_unique UNIQUE (practice_id, key),
  FOREIGN KEY (practice_id, claim_id) REFERENCES claim (practice_id, id),
  FOREIGN KEY (practice_id, batch_id) REFERENCES batch (practice_id, id),
  FOREIGN KEY (practice_id, file_id) REFERENCES stored_file (practice_id, id)
);
CREATE INDEX claim_event_claim ON claim_event (practice_id, claim_id, at, id);

CREATE TABLE remittance (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  -- core/remit/unit-key.ts.
  unit_key text NOT NULL,
  file_id uuid NOT NULL,
  payer_id uuid,
  status text NOT NULL CHECK (status IN ('posted', 'refused')),
  trace text NOT NULL,
  day date NOT NULL,
  paid bigint NOT NULL,
  -- core/remit `Remittance`.
  document jsonb NOT NULL,
  findings jsonb NOT NULL,
  posted_at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT remittance_unit_unique UNIQUE (practice_id, unit_key),
  FOREIGN KEY (practice_id, file_id) REFERENCES stored_file (practice_id, id),
  FOREIGN KEY (practice_id, payer_id) REFERENCES payer (practice_id, id)
);
CREATE INDEX remittance_day ON remittance (practice_id, day, id);

CREATE TABLE client_payment (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  client_id uuid NOT NULL,
  session_id uuid,
  -- core/posting `ClientPayment`: its key, day, amount and method.
  key text NOT NULL,
  day date NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  method text NOT NULL CHECK (method IN ('card', 'cash', 'check', 'bank')),
  received_at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT client_payment_key_unique UNIQUE (practice_id, key),
  FOREIGN KEY (practice_id, client_id) REFERENCES client (practice_id, id),
  FOREIGN KEY (practice_id, session_id) REFERENCES session (practice_id, id)
);
CREATE INDEX client_payment_client ON client_payment (practice_id, client_id, day);
CREATE INDEX client_payment_session ON client_payment (practice_id, session_id);

CREATE TABLE payout_run (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  -- Names the run: '2026-03-13'.
  key text NOT NULL,
  status text NOT NULL CHECK (status IN ('previewed', 'paid')),
  -- What each provider is owed as it was when the run was made.
  document jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT payout_run_key_unique UNIQUE (practice_id, key)
);

CREATE TABLE entry (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  -- core/ledger `Entry`: the same act always makes the same key.
  key text NOT NULL,
  act text NOT NULL CHECK (act IN ('filed', 'client-paid', 'remitted', 'paid-out', 'reversed')),
  at timestamptz NOT NULL,
  says text NOT NULL,
  input_hash text NOT NULL,
  -- The key of the entry this one reverses.
  reverses text,
  -- The document it came from, of whichever kind.
  claim_id uuid,
  remittance_id uuid,
  client_payment_id uuid,
  payout_run_id uuid,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT entry_key_unique UNIQUE (practice_id, key),
  CONSTRAINT entry_reverses_unique UNIQUE (practice_id, reverses),
  FOREIGN KEY (practice_id, reverses) REFERENCES entry (practice_id, key),
  FOREIGN KEY (practice_id, claim_id) REFERENCES claim (practice_id, id),
  FOREIGN KEY (practice_id, remittance_id) REFERENCES remittance (practice_id, id),
  FOREIGN KEY (practice_id, client_payment_id) REFERENCES client_payment (practice_id, id),
  FOREIGN KEY (practice_id, payout_run_id) REFERENCES payout_run (practice_id, id)
);
CREATE INDEX entry_claim ON entry (practice_id, claim_id);
CREATE INDEX entry_remittance ON entry (practice_id, remittance_id);
CREATE INDEX entry_at ON entry (practice_id, at, id);

CREATE TABLE entry_line (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  entry_id uuid NOT NULL,
  number integer NOT NULL CHECK (number >= 1),
  account_kind text NOT NULL,
  -- Empty for an account without one.
  party text NOT NULL,
  side text NOT NULL CHECK (side IN ('debit', 'credit')),
  amount bigint NOT NULL CHECK (amount > 0),
  source text NOT NULL,
  PRIMARY KEY (practice_id, entry_id, number),
  FOREIGN KEY (practice_id, entry_id) REFERENCES entry (practice_id, id)
);
CREATE INDEX entry_line_account ON entry_line (practice_id, account_kind, party);

DO $$
DECLARE
  each text;
BEGIN
  FOREACH each IN ARRAY ARRAY[
    'payer', 'payer_contract', 'coverage', 'pay_contract', 'session', 'note', 'signed_note', 'claim',
    'control_counter', 'batch', 'batch_claim', 'claim_event', 'remittance', 'client_payment', 'payout_run',
    'entry', 'entry_line'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', each);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', each);
    EXECUTE format(
      'CREATE POLICY of_practice ON %I USING (practice_id = nullif(current_setting(''app.practice'', true), '''')::uuid)'
      ' WITH CHECK (practice_id = nullif(current_setting(''app.practice'', true), '''')::uuid)', each);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON
  payer, payer_contract, coverage, pay_contract, session, note, claim, control_counter, batch, remittance, payout_run
  TO golden_app;
-- What was signed, answered, paid and posted is appended to and never edited.
GRANT SELECT, INSERT ON signed_note, batch_claim, claim_event, client_payment, entry, entry_line TO golden_app;

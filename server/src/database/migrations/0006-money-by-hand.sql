-- Money on a person's word: what a client is charged without a payer, decisions on what stands open, quarantine released.

-- The client has asked on this day that the plan is not billed (45 CFR 164.522(a)(1)(vi)).
ALTER TABLE session ADD COLUMN do_not_bill date;

CREATE TABLE private_charge (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  -- As a claim's, and of the same row of numbers.
  charge_number text NOT NULL CHECK (charge_number ~ '^[A-Z0-9]{1,20}$'),
  session_id uuid NOT NULL,
  client_id uuid NOT NULL,
  provider_id uuid NOT NULL,
  signed_note_id uuid NOT NULL,
  -- 'waiting' for what its findings name, as a claim is held.
  status text NOT NULL CHECK (status IN ('waiting', 'charged', 'reversed')),
  day date NOT NULL,
  -- core/posting `PrivateCharge`; null while it never was charged.
  document jsonb,
  findings jsonb NOT NULL,
  -- When the client had paid it in full.
  paid_at timestamptz,
  version integer NOT NULL,
  charged_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT private_charge_number_unique UNIQUE (practice_id, charge_number),
  CHECK (status <> 'charged' OR (document IS NOT NULL AND charged_at IS NOT NULL)),
  FOREIGN KEY (practice_id, session_id) REFERENCES session (practice_id, id),
  FOREIGN KEY (practice_id, client_id) REFERENCES client (practice_id, id),
  FOREIGN KEY (practice_id, provider_id) REFERENCES provider (practice_id, id),
  FOREIGN KEY (practice_id, signed_note_id) REFERENCES signed_note (practice_id, id)
);
-- One standing charge a session.
CREATE UNIQUE INDEX private_charge_session_live ON private_charge (practice_id, session_id) WHERE status <> 'reversed';
CREATE INDEX private_charge_client ON private_charge (practice_id, client_id, status);
CREATE INDEX private_charge_status ON private_charge (practice_id, status, day, id);

-- What a person decided of money: appended and never edited.
CREATE TABLE money_decision (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (
    kind IN ('write-off', 'to-client', 'apply', 'refund-due', 'refunded', 'approve-remittance')),
  claim_id uuid,
  -- The remittance approved, or that the unapplied money came with.
  remittance_id uuid,
  -- The entry that put the money to unapplied.
  entry_id uuid,
  -- The decision that marked what was refunded.
  refund_id uuid,
  amount bigint NOT NULL CHECK (amount >= 0),
  -- core/posting: line, reason, notice; what the person wrote.
  document jsonb NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, id),
  -- What is to be given back is given back once; a remittance is approved once.
  CONSTRAINT money_decision_refund_unique UNIQUE (practice_id, refund_id),
  FOREIGN KEY (practice_id, claim_id) REFERENCES claim (practice_id, id),
  FOREIGN KEY (practice_id, remittance_id) REFERENCES remittance (practice_id, id),
  FOREIGN KEY (practice_id, entry_id) REFERENCES entry (practice_id, id),
  FOREIGN KEY (practice_id, refund_id) REFERENCES money_decision (practice_id, id)
);
CREATE INDEX money_decision_claim ON money_decision (practice_id, claim_id);
CREATE INDEX money_decision_entry ON money_decision (practice_id, entry_id);
CREATE UNIQUE INDEX money_decision_approval ON money_decision (practice_id, remittance_id)
  WHERE kind = 'approve-remittance';

ALTER TABLE entry DROP CONSTRAINT entry_act_check;
ALTER TABLE entry ADD CONSTRAINT entry_act_check
  CHECK (act IN ('filed', 'client-paid', 'remitted', 'decided', 'paid-out', 'reversed'));
ALTER TABLE entry ADD COLUMN private_charge_id uuid;
ALTER TABLE entry ADD COLUMN decision_id uuid;
ALTER TABLE entry ADD FOREIGN KEY (practice_id, private_charge_id) REFERENCES private_charge (practice_id, id);
ALTER TABLE entry ADD FOREIGN KEY (practice_id, decision_id) REFERENCES money_decision (practice_id, id);
CREATE INDEX entry_private_charge ON entry (practice_id, private_charge_id) WHERE private_charge_id IS NOT NULL;

-- A file that was set apart is rejected and kept, or taken in on an owner's word.
ALTER TABLE stored_file DROP CONSTRAINT stored_file_status_check;
ALTER TABLE stored_file ADD CONSTRAINT stored_file_status_check
  CHECK (status IN ('stored', 'read', 'quarantined', 'rejected'));
ALTER TABLE stored_file ADD COLUMN taken_in_at timestamptz;

DO $$
DECLARE
  each text;
BEGIN
  FOREACH each IN ARRAY ARRAY['private_charge', 'money_decision'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', each);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', each);
    EXECUTE format(
      'CREATE POLICY of_practice ON %I USING (practice_id = nullif(current_setting(''app.practice'', true), '''')::uuid)'
      ' WITH CHECK (practice_id = nullif(current_setting(''app.practice'', true), '''')::uuid)', each);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON private_charge TO golden_app;
GRANT SELECT, INSERT ON money_decision TO golden_app;

-- Practices and their people, sign-in, the trail, stored files: what every stage stands on.
-- Roles are made before the first migration (database/make-roles.ts): golden_app is what every unit of work runs as.
-- Tables without a practice, and why:
--   migration (made by the migrator), person, sign_in_session, sign_in_attempt (nobody is known before sign-in),
--   payer_directory (the same for all), wake_up (which practices have work due: ids and times only).
-- No now(), no sequence, no trigger: the clock and the ids are passed in.

CREATE TABLE person (
  id uuid PRIMARY KEY,
  email text NOT NULL CONSTRAINT person_email_unique UNIQUE CHECK (email = lower(email)),
  name text NOT NULL,
  -- Null until the set-up link was used.
  password_hash text,
  -- SHA-256 of the token of the set-up link; null once it was used.
  setup_hash text CONSTRAINT person_setup_unique UNIQUE,
  setup_expires_at timestamptz,
  -- Where this person may look for a membership when signing in. It grants nothing: membership does.
  practice_ids uuid[] NOT NULL,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE sign_in_session (
  -- SHA-256 of the token in the cookie: who reads the table cannot sign in with it.
  token_hash text PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  -- The practice chosen at sign-in; null while the person has none.
  practice_id uuid,
  made_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  locked_at timestamptz,
  ended_at timestamptz
);
CREATE INDEX sign_in_session_person ON sign_in_session (person_id);
CREATE INDEX sign_in_session_expires ON sign_in_session (expires_at);

-- Attempts that have not succeeded: each is put in before its password is tried, and taken out when it was right.
CREATE TABLE sign_in_attempt (
  id uuid PRIMARY KEY,
  -- SHA-256 of the lower-case e-mail, so that a mistyped password in the name field is not kept.
  account_hash text NOT NULL,
  address text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX sign_in_attempt_account ON sign_in_attempt (account_hash, at);
CREATE INDEX sign_in_attempt_address ON sign_in_attempt (address, at);

CREATE TABLE payer_directory (
  -- The id on claims (NM109 of 2010BB).
  code text PRIMARY KEY,
  name text NOT NULL,
  class text NOT NULL,
  receiver_qualifier text NOT NULL,
  receiver_id text NOT NULL,
  source text NOT NULL
);

CREATE TABLE wake_up (
  practice_id uuid PRIMARY KEY,
  due_at timestamptz NOT NULL
);
CREATE INDEX wake_up_due ON wake_up (due_at);

CREATE TABLE practice (
  practice_id uuid PRIMARY KEY,
  -- core/people/provider.ts `Practice`.
  document jsonb NOT NULL,
  zone text NOT NULL,
  sender_qualifier text NOT NULL,
  sender_id text NOT NULL,
  usage text NOT NULL CHECK (usage IN ('T', 'P')),
  demo boolean NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE provider (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  npi text NOT NULL,
  sort_name text COLLATE "C" NOT NULL,
  -- core/people/provider.ts `Provider`.
  document jsonb NOT NULL,
  supervisor_id uuid,
  active boolean NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT provider_npi_unique UNIQUE (practice_id, npi),
  FOREIGN KEY (practice_id, supervisor_id) REFERENCES provider (practice_id, id)
);

CREATE TABLE membership (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  role text NOT NULL CHECK (role IN ('owner', 'clinician', 'biller')),
  provider_id uuid,
  -- SHA-256 of the token by which somebody with an account elsewhere in this installation joins; the account is theirs
  -- only if they hold it. Null for who was new, and once they have joined.
  invitation_hash text,
  -- Null until they joined: it gives no part before.
  accepted_at timestamptz,
  ended_at timestamptz,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT membership_person_unique UNIQUE (practice_id, person_id),
  CHECK (role <> 'clinician' OR provider_id IS NOT NULL),
  FOREIGN KEY (practice_id, provider_id) REFERENCES provider (practice_id, id)
);

CREATE TABLE client (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  -- Last and first name in plain small letters: what a list is ordered and searched by.
  sort_name text COLLATE "C" NOT NULL,
  birth_date date NOT NULL,
  -- core/people/person.ts `Client`.
  document jsonb NOT NULL,
  -- Parents, partners, guardians, households: `Contact[]` of server/people/contact.ts.
  contacts jsonb NOT NULL,
  provider_id uuid,
  active boolean NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, id),
  FOREIGN KEY (practice_id, provider_id) REFERENCES provider (practice_id, id)
);
CREATE INDEX client_sort ON client (practice_id, sort_name, id);
CREATE INDEX client_provider ON client (practice_id, provider_id, sort_name, id);

CREATE TABLE setting (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  key text NOT NULL,
  value jsonb NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, key)
);

CREATE TABLE idempotency (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  key text NOT NULL,
  act text NOT NULL,
  input_hash text NOT NULL,
  -- Null only inside the unit of work that makes the answer.
  answer jsonb,
  at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, key)
);
CREATE INDEX idempotency_at ON idempotency (practice_id, at);

CREATE TABLE stored_file (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  direction text NOT NULL CHECK (direction IN ('in', 'out')),
  -- By content: '837P', 'TA1', '999', '277CA', '835', 'unknown'.
  kind text NOT NULL,
  name text NOT NULL,
  -- The other side: to whom it went, from whose mailbox it came.
  receiver_qualifier text NOT NULL,
  receiver_id text NOT NULL,
  bytes bytea NOT NULL,
  size bigint NOT NULL CHECK (size >= 0),
  sha256 text NOT NULL,
  status text NOT NULL CHECK (status IN ('stored', 'read', 'quarantined')),
  findings jsonb NOT NULL,
  stored_at timestamptz NOT NULL,
  read_at timestamptz,
  -- When its sender was told that we hold it; null while it was not, and for what went out.
  confirmed_at timestamptz,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT stored_file_content_unique
    UNIQUE (practice_id, direction, receiver_qualifier, receiver_id, sha256)
);
CREATE INDEX stored_file_status ON stored_file (practice_id, direction, status, stored_at);

CREATE TABLE trail (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  number bigint NOT NULL,
  at timestamptz NOT NULL,
  -- The true user, or null when the program acted by itself.
  person_id uuid,
  -- 'person' or the name of the part that acted: 'sweep', 'seed', 'set-up'.
  actor text NOT NULL,
  act text NOT NULL,
  -- What was touched: [{kind, id}], in the order it was touched.
  touched jsonb NOT NULL,
  request_id text,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (practice_id, number)
);
CREATE INDEX trail_at ON trail (practice_id, at);

CREATE TABLE trail_head (
  practice_id uuid PRIMARY KEY REFERENCES practice (practice_id),
  number bigint NOT NULL,
  hash text NOT NULL,
  at timestamptz NOT NULL
);

DO $$
DECLARE
  each text;
BEGIN
  FOREACH each IN ARRAY ARRAY[
    'practice', 'provider', 'membership', 'client', 'setting', 'idempotency', 'stored_file', 'trail', 'trail_head'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', each);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', each);
    EXECUTE format(
      'CREATE POLICY of_practice ON %I USING (practice_id = nullif(current_setting(''app.practice'', true), '''')::uuid)'
      ' WITH CHECK (practice_id = nullif(current_setting(''app.practice'', true), '''')::uuid)', each);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO golden_app;
GRANT SELECT, INSERT, UPDATE ON person, sign_in_session, payer_directory, wake_up TO golden_app;
GRANT SELECT, INSERT, DELETE ON sign_in_attempt TO golden_app;
GRANT DELETE ON sign_in_session, payer_directory TO golden_app;
GRANT SELECT, INSERT, UPDATE ON
  practice, provider, membership, client, setting, stored_file, trail_head TO golden_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency TO golden_app;
-- The trail is appended to and never edited.
GRANT SELECT, INSERT ON trail TO golden_app;

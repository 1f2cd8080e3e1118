-- How a claim leaves: by which channel a payer takes it, whose account carries it there, and how each mailbox stands.

ALTER TABLE payer
  -- What is not electronic is never put into a batch: a person sends it and says so.
  ADD COLUMN channel text NOT NULL DEFAULT 'electronic' CHECK (channel IN ('electronic', 'mail', 'fax', 'portal'));

-- One account for each receiver: where its files go, and as whom.
CREATE TABLE clearinghouse_account (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  receiver_qualifier text NOT NULL,
  receiver_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('http', 'folder', 'sftp')),
  -- `https://…`, `sftp://host:port`, or the name of a folder under the practice's own.
  address text NOT NULL,
  -- Empty for a folder.
  user_name text NOT NULL,
  -- The fingerprint that the other side's key must have, `SHA256:…`; null for what is not SFTP, and while nobody has said it.
  host_key text,
  -- Folders on the other side, for SFTP.
  send_folder text NOT NULL,
  fetch_folder text NOT NULL,
  -- AES-256-GCM (server/src/clearinghouse/secret-box.ts) under a key that the database does not have; null: none.
  secret bytea,
  secret_key_id text,
  active boolean NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT clearinghouse_account_receiver_unique UNIQUE (practice_id, receiver_qualifier, receiver_id),
  CHECK ((secret IS NULL) = (secret_key_id IS NULL))
);

-- How it stands with the mailbox at each receiver: what fails there since when, and when it is looked into next.
CREATE TABLE mailbox (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  receiver_qualifier text NOT NULL,
  receiver_id text NOT NULL,
  -- A code of ours, never a text of the other side; null while all is well.
  code text,
  -- The fingerprint of the key that was shown instead of the one that is pinned.
  seen_key text,
  failing_since timestamptz,
  failures integer NOT NULL,
  -- Null: with every sweep.
  next_fetch_at timestamptz,
  PRIMARY KEY (practice_id, receiver_qualifier, receiver_id),
  CHECK ((code IS NULL) = (failing_since IS NULL))
);

DO $$
DECLARE
  each text;
BEGIN
  FOREACH each IN ARRAY ARRAY['clearinghouse_account', 'mailbox'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', each);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', each);
    EXECUTE format(
      'CREATE POLICY of_practice ON %I USING (practice_id = nullif(current_setting(''app.practice'', true), '''')::uuid)'
      ' WITH CHECK (practice_id = nullif(current_setting(''app.practice'', true), '''')::uuid)', each);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON clearinghouse_account, mailbox TO golden_app;

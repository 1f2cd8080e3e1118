-- Signing whole: what a supervisor said of a supervised note, and notes that were moved out of a wrong chart.

-- A note that was moved stays where it was, struck; the session may then have another one of its own.
ALTER TABLE note DROP CONSTRAINT note_status_check;
ALTER TABLE note ADD CONSTRAINT note_status_check CHECK (status IN ('draft', 'signed', 'amending', 'moved'));
ALTER TABLE note DROP CONSTRAINT note_session_unique;
CREATE UNIQUE INDEX note_session_standing ON note (practice_id, session_id) WHERE status <> 'moved';
CREATE INDEX note_session ON note (practice_id, session_id);

-- Whether this version is for a supervisor to co-sign, as it was when it was signed (it stands in the signed text too).
ALTER TABLE signed_note ADD COLUMN co_sign boolean NOT NULL DEFAULT false;
CREATE INDEX signed_note_co_sign ON signed_note (practice_id, provider_id, id) WHERE co_sign;

CREATE TABLE co_signature (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  signed_note_id uuid NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('co-signed', 'returned')),
  -- The text that was hashed (core/note/co-signature.ts); what was said is read back from it.
  canonical text NOT NULL,
  hash text NOT NULL,
  signed_at timestamptz NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  -- The supervisor.
  provider_id uuid NOT NULL,
  -- 'Electronically co-signed by …'.
  statement text NOT NULL,
  PRIMARY KEY (practice_id, id),
  -- A version is decided on once; an addendum is a version of its own.
  CONSTRAINT co_signature_version_unique UNIQUE (practice_id, signed_note_id),
  FOREIGN KEY (practice_id, signed_note_id) REFERENCES signed_note (practice_id, id),
  FOREIGN KEY (practice_id, provider_id) REFERENCES provider (practice_id, id)
);

CREATE TABLE note_move (
  practice_id uuid NOT NULL REFERENCES practice (practice_id),
  id uuid NOT NULL,
  note_id uuid NOT NULL,
  to_note_id uuid NOT NULL,
  from_session_id uuid NOT NULL,
  to_session_id uuid NOT NULL,
  -- The hash of the version that was signed last where it stood.
  hash text NOT NULL,
  reason text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  moved_at timestamptz NOT NULL,
  PRIMARY KEY (practice_id, id),
  CONSTRAINT note_move_note_unique UNIQUE (practice_id, note_id),
  CHECK (note_id <> to_note_id),
  FOREIGN KEY (practice_id, note_id) REFERENCES note (practice_id, id),
  FOREIGN KEY (practice_id, to_note_id) REFERENCES note (practice_id, id),
  FOREIGN KEY (practice_id, from_session_id) REFERENCES session (practice_id, id),
  FOREIGN KEY (practice_id, to_session_id) REFERENCES session (practice_id, id)
);
CREATE INDEX note_move_from ON note_move (practice_id, from_session_id);

DO $$
DECLARE
  each text;
BEGIN
  FOREACH each IN ARRAY ARRAY['co_signature', 'note_move'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', each);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', each);
    EXECUTE format(
      'CREATE POLICY of_practice ON %I USING (practice_id = nullif(current_setting(''app.practice'', true), '''')::uuid)'
      ' WITH CHECK (practice_id = nullif(current_setting(''app.practice'', true), '''')::uuid)', each);
  END LOOP;
END $$;

-- What was said and what was moved is appended to and never edited.
GRANT SELECT, INSERT ON co_signature, note_move TO golden_app;

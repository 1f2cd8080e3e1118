-- All claims of a session, also those that no longer stand: its links tell of a void and of money that is still to come back.
CREATE INDEX claim_session ON claim (practice_id, session_id);

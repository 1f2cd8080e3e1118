-- Whoever invites somebody writes a name. What they are called elsewhere in this installation is not told before they
-- have joined: only then is the person's own name shown. Null: a part from before this was kept.
ALTER TABLE membership ADD COLUMN invited_name text;

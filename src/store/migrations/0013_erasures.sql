-- What was destroyed of people, by whom and why. Entered before anything is destroyed, so that an erasure that was broken
-- off can be completed; what it took out of an incident stands in the hash chain of that incident.
CREATE TABLE erasures (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('person', 'incident')),
  -- The id of the person, or of the incident.
  subject text NOT NULL,
  reason text NOT NULL,
  erased_by json NOT NULL,
  begun_at timestamptz NOT NULL,
  done_at timestamptz,
  counts json,
  CHECK ((done_at IS NULL) = (counts IS NULL))
);
CREATE UNIQUE INDEX erasures_begun ON erasures (kind, subject) WHERE done_at IS NULL;
CREATE INDEX erasures_newest ON erasures (begun_at DESC, id DESC);

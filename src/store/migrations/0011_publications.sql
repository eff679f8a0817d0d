-- What the public sees, word by word as it was approved. One row to a publication: what is approved once is never changed.
CREATE TABLE publications (
  n bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  incident_id text NOT NULL REFERENCES incidents,
  publication text NOT NULL,
  version integer NOT NULL,
  -- Drawn by lot: the public learns neither the id of the incident nor how many there are.
  public_id text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('first', 'update', 'final', 'correction')),
  -- Another publication of the same incident.
  corrects text,
  -- Gone when it is withdrawn.
  texts json,
  next_at timestamptz,
  -- Absent where it was withdrawn before it was out: then nobody ever sees it.
  published_at timestamptz,
  withdrawn_at timestamptz,
  PRIMARY KEY (incident_id, publication),
  CHECK ((withdrawn_at IS NULL) = (texts IS NOT NULL)),
  CHECK (published_at IS NOT NULL OR withdrawn_at IS NOT NULL)
);
CREATE INDEX publications_out ON publications (n DESC) WHERE published_at IS NOT NULL;
CREATE INDEX publications_corrections ON publications (incident_id, corrects) WHERE corrects IS NOT NULL;

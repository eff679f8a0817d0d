-- Incidents whose record is refused for good, such as after an older backup was restored under a newer Temporal. A row
-- is renewed with each refusal and goes with the first recording that succeeds. The incident may not be recorded at all:
-- no foreign key.
CREATE TABLE blocked_records (
  incident_id text PRIMARY KEY,
  code text NOT NULL,
  detail text NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  refused_at timestamptz NOT NULL DEFAULT now()
);

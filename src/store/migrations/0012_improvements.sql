-- Corrective actions. The projection: the state after the last event, and what lists filter and show.
CREATE TABLE improvements (
  id text PRIMARY KEY,
  seq integer NOT NULL,
  head_hash text NOT NULL,
  state json NOT NULL,
  status text NOT NULL,
  kind text NOT NULL,
  owner_post text,
  owner_person text,
  origin text NOT NULL,
  incident_id text,
  due_at timestamptz NOT NULL,
  -- When the evidence was handed in that waits for a verdict, or found one.
  done_at timestamptz,
  opened_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX improvements_due ON improvements (due_at, id);

-- Append-only, as the events of incidents are.
CREATE TABLE improvement_events (
  improvement_id text NOT NULL REFERENCES improvements,
  seq integer NOT NULL,
  event json NOT NULL,
  texts json NOT NULL,
  hash text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (improvement_id, seq)
);

-- Drills. The projection: the state after the last event, and what lists filter and show.
CREATE TABLE drills (
  id text PRIMARY KEY,
  seq integer NOT NULL,
  head_hash text NOT NULL,
  state json NOT NULL,
  status text NOT NULL,
  scenario text NOT NULL,
  kind text NOT NULL,
  -- Of the plan's programme; null for one that somebody opened by hand.
  programme text,
  incident_id text NOT NULL,
  plan_id text NOT NULL,
  plan_version integer NOT NULL,
  opened_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX drills_newest ON drills (opened_at DESC, id DESC);
CREATE INDEX drills_by_incident ON drills (incident_id);

-- Append-only, as the events of incidents are.
CREATE TABLE drill_events (
  drill_id text NOT NULL REFERENCES drills,
  seq integer NOT NULL,
  event json NOT NULL,
  texts json NOT NULL,
  hash text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (drill_id, seq)
);

-- What people say after a drill where nobody shall be able to tell who said it: no name, no time, and an id of chance.
CREATE TABLE drill_sheets (
  drill_id text NOT NULL REFERENCES drills,
  id text NOT NULL,
  answers json NOT NULL,
  PRIMARY KEY (drill_id, id)
);

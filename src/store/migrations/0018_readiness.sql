-- Since when readiness is inspected here: nothing that was due before is made up for.
CREATE TABLE readiness_kept (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  since timestamptz NOT NULL
);

-- One row for each inspection. Written once. Findings quote ids, and no names.
CREATE TABLE readiness_inspections (
  id text PRIMARY KEY,
  plan_id text NOT NULL,
  plan_version integer NOT NULL,
  -- When it was to be made, and when it was.
  scheduled_for timestamptz NOT NULL,
  inspected_at timestamptz NOT NULL,
  -- Who has asked for it; null where the schedule has.
  asked_by json,
  -- Of 100.
  score double precision NOT NULL CHECK (score BETWEEN 0 AND 100),
  areas json NOT NULL,
  findings json NOT NULL
);
CREATE INDEX readiness_inspections_newest ON readiness_inspections (inspected_at DESC, id DESC);

-- Of what stands still, who was told when, and what it was about then.
CREATE TABLE readiness_told (
  key text NOT NULL,
  person text NOT NULL,
  told_at timestamptz NOT NULL,
  about json NOT NULL,
  PRIMARY KEY (key, person)
);

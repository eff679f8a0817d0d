-- What of the programme's entries only the store knows: since when they are kept, and who has paused them.
CREATE TABLE drill_programme (
  entry text PRIMARY KEY,
  -- Nothing that was due before is opened.
  since timestamptz NOT NULL,
  -- By whom, why, since when; null while it runs.
  paused json
);

-- Each time that an entry was due, with what became of it. Written once.
CREATE TABLE drill_occurrences (
  entry text NOT NULL,
  -- Year and month.
  occurrence text NOT NULL,
  plan_id text NOT NULL,
  plan_version integer NOT NULL,
  -- When its scheme was to be drafted, and when that was seen to.
  scheduled_for timestamptz NOT NULL,
  settled_at timestamptz NOT NULL,
  -- When it was to be held by the programme.
  due_at timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('opened', 'paused', 'noScenario')),
  drill_id text,
  -- Of the drill: another time where it was missed.
  planned_at timestamptz,
  missed text CHECK (missed IN ('run', 'replan')),
  paused json,
  PRIMARY KEY (entry, occurrence),
  CHECK ((outcome = 'opened') = (drill_id IS NOT NULL))
);
CREATE INDEX drill_occurrences_newest ON drill_occurrences (settled_at DESC);

-- Who serves which live incident, over all of them. `held` and `shared` serve it, `waiting` is wanted and held by another one.
-- `mode`: a drill never takes anybody from a real incident.
CREATE TABLE people_claims (
  mode text NOT NULL,
  person text NOT NULL,
  incident_id text NOT NULL,
  role text NOT NULL,
  target text NOT NULL,
  -- Of the level, 0 is the most severe: whoever waits is served by it, then by time.
  rank integer NOT NULL,
  status text NOT NULL CHECK (status IN ('held', 'shared', 'waiting')),
  -- Granted while it waited, and its incident has not asked since: it is told again until it has.
  news boolean NOT NULL DEFAULT false,
  claimed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (mode, person, incident_id)
);
CREATE INDEX people_claims_of_incident ON people_claims (incident_id);
-- Nobody is held by two incidents, whatever a program gets wrong; `shared` is a person's decision.
CREATE UNIQUE INDEX people_claims_held ON people_claims (mode, person) WHERE status = 'held';

-- Which incident further reports under a source's key of its own (`dedupKey`) belong to, while that incident lives.
CREATE TABLE live_keys (
  key text PRIMARY KEY,
  incident_id text NOT NULL,
  claimed_at timestamptz NOT NULL DEFAULT now()
);

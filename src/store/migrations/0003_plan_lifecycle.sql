-- What has happened to each version of a plan. Append-only; the status and the date in `plans` follow from it and are
-- there for the queries. `request_key`: the Idempotency-Key under which the steps were asked for; `request_hash`: what was.
CREATE TABLE plan_steps (
  plan_id text NOT NULL,
  version integer NOT NULL,
  n integer NOT NULL,
  step json NOT NULL,
  request_key text,
  request_hash text,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (plan_id, version, n),
  FOREIGN KEY (plan_id, version) REFERENCES plans (id, version)
);

ALTER TABLE plans ADD COLUMN effective_from timestamptz;

-- Up to here a plan could only be the sample of the first start.
UPDATE plans SET effective_from = saved_at;
INSERT INTO plan_steps (plan_id, version, n, step)
SELECT id, version, 1, json_build_object(
  'at', (extract(epoch FROM saved_at) * 1000)::bigint,
  'by', json_build_object('kind', 'operator'),
  'type', 'broughtIn',
  'hash', hash
)
FROM plans;

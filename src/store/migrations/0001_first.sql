-- One row. Whoever appends events updates it last in the transaction; its row lock lasts until the commit, so that
-- positions have no gaps and become visible in their order.
CREATE TABLE record_head (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  position bigint NOT NULL
);
INSERT INTO record_head (position) VALUES (0);

-- What incidents are pinned to (compiled plan and holders of posts), once for all incidents that share it.
CREATE TABLE incident_bases (
  hash text PRIMARY KEY,
  basis json NOT NULL
);

-- The projection: the state after the last event, and what lists filter and show.
CREATE TABLE incidents (
  id text PRIMARY KEY,
  seq integer NOT NULL,
  head_hash text NOT NULL,
  basis_hash text NOT NULL REFERENCES incident_bases,
  state json NOT NULL,
  phase text NOT NULL,
  level text,
  incident_level text,
  category text NOT NULL,
  mode text NOT NULL,
  title text NOT NULL,
  opened_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX incidents_newest ON incidents (opened_at DESC, id DESC);

-- Append-only. `event` is the event without its free texts; `texts` holds them with salt and digest.
CREATE TABLE incident_events (
  incident_id text NOT NULL REFERENCES incidents,
  seq integer NOT NULL,
  position bigint NOT NULL UNIQUE,
  event json NOT NULL,
  texts json NOT NULL,
  hash text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (incident_id, seq)
);

-- Accepted messages, so that an incident can be run again. `first_seq`: the first event that the message caused.
CREATE TABLE incident_messages (
  incident_id text NOT NULL REFERENCES incidents,
  first_seq integer NOT NULL,
  message json NOT NULL,
  PRIMARY KEY (incident_id, first_seq)
);

-- Which incident a report became. Claimed before the incident exists.
CREATE TABLE reports (
  key text PRIMARY KEY,
  fingerprint text NOT NULL,
  incident_id text NOT NULL,
  claimed_at timestamptz NOT NULL DEFAULT now()
);

-- One row for each notice, person and channel. Written before the incident's own record may have arrived: no foreign key.
CREATE TABLE outbox (
  id text PRIMARY KEY,
  incident_id text NOT NULL,
  effect_id text NOT NULL,
  notice_id text NOT NULL,
  person text NOT NULL,
  channel text NOT NULL,
  address text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  message_id text NOT NULL,
  status text NOT NULL DEFAULT 'queued',
  attempts integer NOT NULL DEFAULT 0,
  possible_repeats integer NOT NULL DEFAULT 0,
  lease_until timestamptz,
  lease_owner text,
  last_code text,
  last_detail text,
  accepted_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outbox_by_effect ON outbox (incident_id, effect_id);

-- Mass answers on their way to their incident; `n` is the order of arrival.
CREATE TABLE inbox (
  id text PRIMARY KEY,
  n bigint GENERATED ALWAYS AS IDENTITY,
  incident_id text NOT NULL,
  kind text NOT NULL,
  body json NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  forwarded_at timestamptz
);
CREATE INDEX inbox_pending ON inbox (incident_id, n) WHERE forwarded_at IS NULL;

CREATE TABLE documents (
  id text NOT NULL,
  incident_id text NOT NULL,
  kind text NOT NULL,
  format text NOT NULL,
  lang text NOT NULL,
  content_type text NOT NULL,
  bytes bytea NOT NULL,
  sha256 text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, format, lang)
);
CREATE INDEX documents_by_incident ON documents (incident_id);

CREATE TABLE mails (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id text NOT NULL,
  sender text NOT NULL,
  recipients json NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  html text,
  raw bytea NOT NULL,
  received_at timestamptz NOT NULL
);

CREATE TABLE tokens (
  id text PRIMARY KEY,
  hash text NOT NULL UNIQUE,
  -- Null: the operator's.
  person text,
  label text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);

CREATE TABLE plans (
  id text NOT NULL,
  version integer NOT NULL,
  hash text NOT NULL,
  document json NOT NULL,
  status text NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, version)
);
CREATE UNIQUE INDEX one_plan_is_effective ON plans (status) WHERE status = 'effective';

-- Append-only: the newest row is the roster.
CREATE TABLE rosters (
  version integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hash text NOT NULL,
  document json NOT NULL,
  saved_at timestamptz NOT NULL DEFAULT now()
);

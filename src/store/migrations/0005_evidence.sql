-- Files that show that a task was done. They are named by what is in them: the record of the incident holds the hash, so
-- that a file which was exchanged would be found out. Never changed, and stored once however often it comes.
CREATE TABLE evidence (
  incident_id text NOT NULL,
  sha256 text NOT NULL,
  name text NOT NULL,
  content_type text NOT NULL,
  size integer NOT NULL,
  bytes bytea NOT NULL,
  stored_by text NOT NULL,
  stored_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (incident_id, sha256)
);

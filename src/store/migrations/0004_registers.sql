-- Who imported a version, and how many entries it added, removed and changed. Null: brought in from the file at a start.
ALTER TABLE rosters ADD COLUMN imported_by json, ADD COLUMN summary json;

-- Append-only: the newest row is the ledger.
CREATE TABLE ledgers (
  version integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hash text NOT NULL,
  document json NOT NULL,
  imported_by json,
  summary json,
  saved_at timestamptz NOT NULL DEFAULT now()
);

-- What has to be done about stock: inspections, repairs, replacements and replenishment. A task is opened once, closed by
-- what happened, and stays as history.
CREATE TABLE stock_upkeep (
  n bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('inspect', 'repair', 'replace', 'replenish')),
  -- The same as long as the same has to be done: then the open task goes on.
  matter text NOT NULL,
  resource text NOT NULL,
  item text,
  due_on text NOT NULL,
  opened_on text NOT NULL,
  opened_at timestamptz NOT NULL,
  -- How far the records were when it was opened: what came later may have closed it.
  after_move bigint NOT NULL,
  after_inspection bigint NOT NULL,
  ledger_version integer NOT NULL,
  -- Which steps were told, and when.
  told json NOT NULL DEFAULT '[]',
  done_at timestamptz,
  done json,
  CHECK ((done_at IS NULL) = (done IS NULL))
);
CREATE UNIQUE INDEX stock_upkeep_open ON stock_upkeep (matter) WHERE done_at IS NULL;
CREATE INDEX stock_upkeep_of_matter ON stock_upkeep (matter);
CREATE INDEX stock_upkeep_due ON stock_upkeep (due_on, n);

-- What incidents ask of the ledger, over all of them. Quantities are thousandths of the unit of the resource: sums of
-- whole numbers do not drift.
CREATE TABLE stock_requests (
  incident_id text NOT NULL,
  request text NOT NULL,
  -- A drill takes nothing from a real incident.
  mode text NOT NULL CHECK (mode IN ('real', 'drill')),
  resource text NOT NULL,
  -- In all, what was given back and used up included.
  wanted bigint NOT NULL CHECK (wanted >= 0),
  -- Of that, what was given back, used up or lost; what it holds stands in `stock_lots`.
  settled bigint NOT NULL DEFAULT 0 CHECK (settled >= 0),
  -- Of the level, 0 is the most severe: whoever waits is served by it, then by time.
  rank integer NOT NULL,
  -- Waits for nothing any more.
  closed boolean NOT NULL DEFAULT false,
  -- Served while it waited, and its incident has not asked since: it is told again until it has.
  news boolean NOT NULL DEFAULT false,
  asked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (incident_id, request)
);
CREATE INDEX stock_requests_waiting ON stock_requests (mode, resource) WHERE NOT closed;
CREATE INDEX stock_requests_news ON stock_requests (incident_id) WHERE news;

-- What a request holds of which item of the ledger.
CREATE TABLE stock_lots (
  incident_id text NOT NULL,
  request text NOT NULL,
  item text NOT NULL,
  mode text NOT NULL,
  quantity bigint NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (incident_id, request, item),
  FOREIGN KEY (incident_id, request) REFERENCES stock_requests
);
CREATE INDEX stock_lots_of_item ON stock_lots (item, mode);

-- Which effects of incidents are settled, so that none is settled twice.
CREATE TABLE stock_settlements (
  incident_id text NOT NULL,
  effect_id text NOT NULL,
  settled_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (incident_id, effect_id)
);

-- The use log: every movement of stock, by incidents and outside of them. Only ever added to.
CREATE TABLE stock_moves (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mode text NOT NULL,
  item text NOT NULL,
  quantity bigint NOT NULL CHECK (quantity > 0),
  kind text NOT NULL CHECK (kind IN ('reserved', 'returned', 'consumed', 'damaged', 'replenished', 'found')),
  -- What it adds to what is on hand by the ledger of this version; an import says anew what there is.
  change bigint NOT NULL,
  ledger_version integer NOT NULL,
  incident_id text,
  request text,
  effect_id text,
  -- Outside of incidents: who, why, and under which key, so that a repeat changes nothing.
  moved_by json,
  note text,
  request_key text UNIQUE,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX stock_moves_of_item ON stock_moves (item, n);
CREATE INDEX stock_moves_of_version ON stock_moves (ledger_version) WHERE change <> 0;

CREATE TABLE stock_inspections (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  item text NOT NULL,
  inspected_on text NOT NULL,
  result text NOT NULL CHECK (result IN ('good', 'bad')),
  inspected_by json NOT NULL,
  note text,
  request_key text NOT NULL UNIQUE,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX stock_inspections_of_item ON stock_inspections (item, inspected_on, n);

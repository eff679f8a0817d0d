-- What lists look for gets columns of its own. PostgreSQL cannot read any field of a JSON value in which a string holds
-- U+0000 or half of a surrogate pair, and whoever writes a title can put that there: one such incident would have made every
-- list fail. Here, once, what cannot be said is replaced first.
CREATE FUNCTION pg_temp.sayable(value json) RETURNS json LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(value::text, '\\u(0000|d[89a-f][0-9a-f]{2})', '\\ufffd', 'gi')::json
$$;

ALTER TABLE incident_events ADD COLUMN type text;
UPDATE incident_events SET type = pg_temp.sayable(event) ->> 'type';
ALTER TABLE incident_events ALTER COLUMN type SET NOT NULL;
CREATE INDEX incident_events_by_type ON incident_events (incident_id, type, seq);
CREATE INDEX erasures_by_position ON incident_events (position) WHERE type = 'personalDataErased';

ALTER TABLE improvement_events ADD COLUMN type text;
UPDATE improvement_events SET type = pg_temp.sayable(event) ->> 'type';
ALTER TABLE improvement_events ALTER COLUMN type SET NOT NULL;

ALTER TABLE drill_events ADD COLUMN type text;
UPDATE drill_events SET type = pg_temp.sayable(event) ->> 'type';
ALTER TABLE drill_events ALTER COLUMN type SET NOT NULL;

-- Of a drill: how its own clock goes; null for a real incident.
ALTER TABLE incidents ADD COLUMN clock json;
-- By the wall clock, when what is personal has to be destroyed; null before the end, and once it is destroyed.
ALTER TABLE incidents ADD COLUMN destroy_by timestamptz;
UPDATE incidents SET
  clock = pg_temp.sayable(state) -> 'clock',
  destroy_by = CASE WHEN pg_temp.sayable(state) -> 'aftermath' ->> 'erasedAt' IS NULL THEN to_timestamp((
    (pg_temp.sayable(state) -> 'aftermath' ->> 'destroyBy')::numeric
    - coalesce(
        (pg_temp.sayable(state) -> 'clock' ->> 'at')::numeric - (pg_temp.sayable(state) -> 'clock' ->> 'realAt')::numeric, 0)
  ) / 1000) END;
DROP FUNCTION pg_temp.sayable(json);

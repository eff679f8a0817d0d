-- Who has answered, so that what a person said last is found without reading what everybody said. Null in rows that an
-- earlier release has put.
ALTER TABLE inbox ADD COLUMN person text;
CREATE INDEX inbox_by_person ON inbox (incident_id, person, n);

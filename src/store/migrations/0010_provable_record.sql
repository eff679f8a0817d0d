-- What an incident was pinned to at its report. Null: recorded by an earlier release, and moved since.
ALTER TABLE incidents ADD COLUMN first_basis_hash text REFERENCES incident_bases;
UPDATE incidents SET first_basis_hash = basis_hash WHERE NOT EXISTS (
  SELECT 1 FROM incident_events
  WHERE incident_id = incidents.id AND event ->> 'type' IN ('planMoved', 'peopleChanged')
);

-- SHA-256, hex, of the message as it is stored: what the program sends to itself leaves no mark in the hash chain.
ALTER TABLE incident_messages ADD COLUMN sha256 text;
UPDATE incident_messages SET sha256 = encode(sha256(convert_to(message::text, 'UTF8')), 'hex');

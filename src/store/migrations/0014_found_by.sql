-- Lists read the few events of some kinds out of a record of tens of thousands, and the improvements of one incident.
CREATE INDEX incident_events_by_type ON incident_events (incident_id, (event ->> 'type'), seq);
CREATE INDEX improvements_by_incident ON improvements (incident_id);

-- Lists show the improvements of one incident.
CREATE INDEX improvements_by_incident ON improvements (incident_id);

import type { IncidentSummary as Stored } from '../../store/index.js';
import type { IncidentSummary } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { iso, named, namedIfAny } from './named.js';

export function summaryView(incident: Stored, speech: Pick<Speech, 'names' | 'lang'>): IncidentSummary {
  const { id, mode, phase, seq, category, title, incidentLevel, level, openedAt, updatedAt } = incident;
  return {
    id,
    mode,
    phase,
    seq,
    category: named(speech, 'category', category),
    title,
    incidentLevel: namedIfAny(speech, 'incidentLevel', incidentLevel ?? undefined),
    level: namedIfAny(speech, 'level', level ?? undefined),
    reportedAt: iso(openedAt),
    updatedAt: iso(updatedAt),
  };
}

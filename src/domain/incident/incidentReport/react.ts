import type { EventBody, IncidentEvent } from '../events.js';
import type { State } from '../state.js';
import { effectOf } from './evolve.js';

export function react(state: State, event: IncidentEvent): EventBody[] {
  switch (event.type) {
    case 'terminated':
      return [written(event), ...asked(state)];
    case 'watchEnded':
      return [written(event)];
    case 'incidentReportSubmitted':
    case 'incidentReportApproved':
      return [written(event, event.version)];
    default:
      return [];
  }
}

function written(event: IncidentEvent, version?: number): EventBody {
  const of = version === undefined ? {} : { version };
  const effect = { kind: 'writeDocument', id: effectOf(event), document: 'incidentReport', upTo: event.seq } as const;
  return { type: 'effectRequested', effect: { ...effect, ...of } };
}

function asked({ incidentReport: { dueAt }, analysis }: State): EventBody[] {
  if (dueAt === undefined) return [];
  const analysisDueAt = analysis.asked?.dueAt;
  return [{ type: 'incidentReportAsked', dueAt, ...(analysisDueAt === undefined ? {} : { analysisDueAt }) }];
}

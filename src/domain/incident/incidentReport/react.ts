import { newlyAsked } from '../aftermath/movedPlan.js';
import type { EventBody, EventOf, IncidentEvent } from '../events.js';
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
    case 'planMoved':
      return askedByPlan(state, event);
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

/** Analysis and report, where another version of the plan gives them to somebody else, or asks for them by another time. */
function askedByPlan(state: State, event: EventOf<'planMoved'>): EventBody[] {
  const news = newlyAsked(state, event);
  const analysisDueAt = news.find(({ item }) => item === 'analysis')?.dueAt;
  const dueAt = state.incidentReport.stage === 'draft' ? news.find(({ item }) => item === 'report')?.dueAt : undefined;
  if (dueAt === undefined && analysisDueAt === undefined) return [];
  return [
    {
      type: 'incidentReportAsked',
      ...(dueAt === undefined ? {} : { dueAt }),
      ...(analysisDueAt === undefined ? {} : { analysisDueAt }),
    },
  ];
}

import { newlyAsked } from '../aftermath/movedPlan.js';
import type { EventBody, EventOf, IncidentEvent } from '../events.js';
import type { Heard } from '../hearing.js';
import type { State } from '../state.js';
import type { ReportPart } from '../events/incidentReport.js';
import { effectOf } from './evolve.js';
import { isWanted } from './parts.js';
import { latestOf } from './people.js';

export function react(state: State, event: Heard<'incidentReport'>): EventBody[] {
  switch (event.type) {
    case 'terminated':
      return [written(event), ...asked(state)];
    case 'watchEnded':
      return [written(event), ...outdated(state, event)];
    case 'incidentReportSubmitted':
      return [written(event, { version: event.version })];
    case 'incidentReportApproved':
      return [written(event, { version: event.version, ...textOf(state, event) })];
    case 'analysisRecorded':
    case 'analysisCompleted':
    case 'lessonsCollected':
    case 'improvementOpened':
      return outdated(state, event);
    case 'planMoved':
      return askedByPlan(state, event);
    default:
      return [];
  }
}

const BRINGS = {
  watchEnded: 'watch',
  analysisRecorded: 'analysis',
  analysisCompleted: 'analysis',
  lessonsCollected: 'lessons',
  improvementOpened: 'prevention',
} as const satisfies Partial<Record<IncidentEvent['type'], ReportPart>>;

/**
 * What is under review tells of less than there is now. One that was approved goes back only for what the incident is not
 * closed without. Measures bring it back once, where it had none: whoever finds another one must not undo three signatures.
 */
function outdated(state: State, event: EventOf<keyof typeof BRINGS>): EventBody[] {
  const { stage } = state.incidentReport;
  const latest = latestOf(state);
  if (latest === undefined || stage === 'draft') return [];
  const by = BRINGS[event.type];
  const wasApproved = stage === 'approved';
  // Causes that are written anew are complete only later.
  if (wasApproved && (event.type === 'analysisRecorded' || !isWanted(state, by))) return [];
  if (by === 'prevention' && latest.lacks?.includes(by) !== true) return [];
  const { version } = latest;
  return [{ type: 'incidentReportOutdated', version, by, ...(wasApproved ? { wasApproved: true } : {}) }];
}

/** Whoever approves it signs what was reviewed, whatever has come since. */
function textOf(state: State, { version }: EventOf<'incidentReportApproved'>): { textUpTo?: number } {
  const seq = state.incidentReport.versions.find((one) => one.version === version)?.seq;
  return seq === undefined ? {} : { textUpTo: seq };
}

function written(event: IncidentEvent, of: { version?: number; textUpTo?: number } = {}): EventBody {
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

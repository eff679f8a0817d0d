import type { Duration, Instant } from '../../time.js';
import { afterErasure } from '../afterErasure.js';
import type { Actor } from '../actor.js';
import type { EventOf } from '../events.js';
import type { Heard } from '../hearing.js';
import { isAfterEnd } from '../phases.js';
import type { IncidentReportSlice, ReportStage, ReportVersion, Signed, State } from '../state.js';

/** As many as the state remembers; all of them stand in the record. */
const MOST_VERSIONS = 20;

export function evolveIncidentReport(
  slice: IncidentReportSlice,
  event: Heard<'incidentReport'>,
  { phase, basis, analysis }: State,
): IncidentReportSlice {
  switch (event.type) {
    case 'terminated': {
      const { within } = basis.plan.aftermath?.report ?? {};
      const due = within === undefined ? {} : { from: event.at, since: event.at, dueAt: event.at + within };
      return { ...withoutEnd(slice), asked: effectOf(event), ...due };
    }
    case 'watchEnded': {
      const { draft: _, ...rest } = slice;
      return { ...rest, asked: effectOf(event), broughtAt: event.at };
    }
    case 'analysisCompleted':
      // Where nobody was asked for it, nobody has waited.
      return analysis.asked === undefined ? slice : { ...slice, broughtAt: event.at };
    case 'lessonsCollected':
      return { ...slice, broughtAt: event.at };
    case 'planMoved':
      return isAfterEnd(phase) ? moved(slice, basis.plan.aftermath?.report.within, event.at) : slice;
    case 'reopened':
      return withoutEnd(slice);
    case 'documentWritten':
      if (event.document !== 'incidentReport') return slice;
      if (event.version !== undefined) return withDocument(slice, event, event.version);
      if (!isAfterEnd(phase) || isOutdated(slice, event)) return slice;
      return { ...slice, draft: { documentId: event.documentId, files: event.files } };
    case 'incidentReportEdited': {
      const edited = { ...slice.edited };
      const writers = { ...slice.writers };
      const by = event.actor.kind === 'person' ? [event.actor.id] : [];
      for (const section of event.sections) {
        if (event.texts?.[section] === undefined) {
          delete edited[section];
          delete writers[section];
        } else {
          edited[section] = event.seq;
          writers[section] = [...new Set([...(writers[section] ?? []), ...by])];
        }
      }
      return inStage({ ...slice, edited, writers }, 'draft', event);
    }
    case 'incidentReportSubmitted': {
      const { version, lacks } = event;
      const writers = [...new Set(Object.values(slice.writers ?? {}).flat())];
      const written: ReportVersion = {
        ...{ version, ...signed(event) },
        ...(writers.length === 0 ? {} : { writers }),
        ...(lacks === undefined ? {} : { lacks }),
      };
      const versions = [...slice.versions, written].slice(-MOST_VERSIONS);
      return inStage({ ...slice, versions }, 'review', event);
    }
    case 'incidentReportReturned': {
      const { version, stage, texts } = event;
      const next = withVersion(slice, version, { returned: { ...signed(event), stage } });
      return inStage({ ...next, reason: texts.remarks }, 'draft', event);
    }
    case 'incidentReportReviewed':
      return inStage(withVersion(slice, event.version, { reviewed: signed(event) }), 'approval', event);
    case 'incidentReportApproved':
      return inStage(withVersion(slice, event.version, { approved: signed(event) }), 'approved', event);
    case 'incidentReportOutdated': {
      const { reason: _, ...rest } = slice;
      return inStage({ ...rest, broughtAt: event.at }, 'draft', event);
    }
    case 'incidentReportRevised':
      return inStage({ ...slice, since: event.at, dueAt: event.dueAt, reason: event.texts.reason }, 'draft', event);
    case 'personalDataErased':
      return erased(slice, event);
    default:
      return slice;
  }
}

/** The effect that has the report written: it is named after the event that asks for it. */
export function effectOf({ seq }: { seq: number }): string {
  return `d${seq}`;
}

/** By another version of the plan. What an earlier release kept does not say since when, and keeps its time. */
function moved(slice: IncidentReportSlice, within: Duration | undefined, at: Instant): IncidentReportSlice {
  const { from, since, dueAt, ...rest } = slice;
  if (within === undefined) return rest;
  if (from === undefined || dueAt === undefined) return { ...rest, from: at, since: at, dueAt: at + within };
  return since === undefined ? slice : { ...slice, dueAt: since + within };
}

/** Nothing is asked for any more; what people wrote and the versions stay. */
function withoutEnd({ edited, writers, versions }: IncidentReportSlice): IncidentReportSlice {
  return { edited, ...(writers === undefined ? {} : { writers }), versions, stage: 'draft' };
}

/** Another one has been asked for since. What an earlier release kept does not say which. */
function isOutdated({ asked }: IncidentReportSlice, { effectId }: EventOf<'documentWritten'>): boolean {
  return asked !== undefined && asked !== effectId;
}

function withDocument(slice: IncidentReportSlice, event: EventOf<'documentWritten'>, version: number) {
  const { documentId, files, effectId } = event;
  const document = { documentId, files };
  const approved = slice.versions.find((one) => one.version === version)?.approved;
  const ofApproval = approved !== undefined && effectOf(approved) === effectId;
  return withVersion(slice, version, ofApproval ? { approved: { ...approved, document } } : { document });
}

function withVersion(slice: IncidentReportSlice, version: number, more: Partial<ReportVersion>): IncidentReportSlice {
  const versions = slice.versions.map((one) => (one.version === version ? { ...one, ...more } : one));
  return { ...slice, versions };
}

function erased({ draft, versions, ...slice }: IncidentReportSlice, event: EventOf<'personalDataErased'>) {
  const left = afterErasure(draft, event);
  return {
    ...slice,
    ...(left === undefined ? {} : { draft: left }),
    versions: versions.map(({ document, approved, ...version }) => ({
      ...version,
      ...written(afterErasure(document, event)),
      ...(approved === undefined ? {} : { approved: erasedApproval(approved, event) }),
    })),
  };
}

function erasedApproval(
  { document, ...signed }: NonNullable<ReportVersion['approved']>,
  event: EventOf<'personalDataErased'>,
) {
  return { ...signed, ...written(afterErasure(document, event)) };
}

function written<T>(document: T | undefined): { document?: T } {
  return document === undefined ? {} : { document };
}

/** Whoever has it now has it since then. */
function inStage(slice: IncidentReportSlice, stage: ReportStage, { at }: { at: number }): IncidentReportSlice {
  return slice.stage === stage ? slice : { ...slice, stage, from: at };
}

function signed({ seq, at, actor: by }: { seq: number; at: number; actor: Actor }): Signed {
  return { seq, at, by };
}

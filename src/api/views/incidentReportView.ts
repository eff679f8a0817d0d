import { holderOf, reportTurn } from '../../domain/incident/index.js';
import type { Actor, EventOf, EventType, IncidentEvent, State } from '../../domain/incident/index.js';
import type { IncidentReport } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { documentView } from './documentView.js';
import { actorView, iso, isoIfAny, named, namedIfAny } from './named.js';

type Version = IncidentReport['versions'][number];
type OfVersion = Extract<EventType, `incidentReport${'Submitted' | 'Returned' | 'Reviewed' | 'Approved'}`>;

/** What the view is made of. */
export const REPORT_EVENTS = [
  'incidentReportEdited',
  'incidentReportSubmitted',
  'incidentReportReturned',
  'incidentReportReviewed',
  'incidentReportApproved',
  'documentWritten',
] as const satisfies EventType[];

/** `events`: all of these types; the state remembers neither words nor every version. */
export function incidentReportView(state: State, events: readonly IncidentEvent[], speech: Speech): IncidentReport {
  const { incidentId, incidentReport } = state;
  const { stage, dueAt, draft } = incidentReport;
  const turn = reportTurn(state);
  return {
    stage,
    turn:
      turn === undefined
        ? undefined
        : { post: named(speech, 'post', turn), person: namedIfAny(speech, 'person', holderOf(state, turn)) },
    due: isoIfAny(dueAt),
    draft: draft && documentView(incidentId, draft.documentId, 'incidentReport', draft.files),
    sections: sectionViews(state, events, speech),
    versions: versionViews(incidentId, events, speech),
  };
}

/** Those of the plan, and whatever else people wrote under another version of it. */
function sectionViews(
  { basis, incidentReport: { edited } }: State,
  events: readonly IncidentEvent[],
  speech: Speech,
): IncidentReport['sections'] {
  const ids = [...new Set([...(basis.plan.aftermath?.report.sections ?? []), ...Object.keys(edited)])];
  return ids.map((id) => {
    const event = events.find((one): one is EventOf<'incidentReportEdited'> => one.seq === edited[id]);
    return {
      section: named(speech, 'reportSection', id),
      // What was erased is empty.
      text: event?.texts?.[id] || undefined,
      by: event && actorView(event.actor, speech),
      at: isoIfAny(event?.at),
    };
  });
}

function versionViews(incidentId: string, events: readonly IncidentEvent[], speech: Speech): Version[] {
  const signed = ({ at, actor }: { at: number; actor: Actor }) => ({ at: iso(at), by: actorView(actor, speech) });
  const submitted = events.filter((event): event is EventOf<'incidentReportSubmitted'> => {
    return event.type === 'incidentReportSubmitted';
  });
  return submitted.map((event): Version => {
    const { version, lacks = [] } = event;
    const find = <T extends OfVersion>(type: T) =>
      events.find((one): one is EventOf<T> => one.type === type && 'version' in one && one.version === version);
    const returned = find('incidentReportReturned');
    const reviewed = find('incidentReportReviewed');
    const approved = find('incidentReportApproved');
    return {
      version,
      submitted: signed(event),
      lacks: lacks.length === 0 ? undefined : lacks,
      document: documentOf(incidentId, events, event),
      returned: returned && {
        ...signed(returned),
        stage: returned.stage,
        remarks: returned.texts.remarks || undefined,
      },
      reviewed: reviewed && signed(reviewed),
      approved: approved && signed(approved),
      approvedDocument: approved && documentOf(incidentId, events, approved),
    };
  });
}

/** Written because of that event. */
function documentOf(incidentId: string, events: readonly IncidentEvent[], { seq }: IncidentEvent): Version['document'] {
  const written = events.find((event): event is EventOf<'documentWritten'> => {
    return event.type === 'documentWritten' && event.effectId === `d${seq}`;
  });
  return written && documentView(incidentId, written.documentId, 'incidentReport', written.files);
}

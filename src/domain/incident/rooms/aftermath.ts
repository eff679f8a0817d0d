import { authorityOf, postsFor } from '../authority.js';
import { destroyBy } from '../aftermath/destroyBy.js';
import { mustLiftFirst } from '../cordon.js';
import type { EventBody, EventOf, IncidentEvent } from '../events.js';
import type { MessageOf } from '../messages.js';
import { isAfterEnd } from '../phases.js';
import { refusal } from '../refusals.js';
import { mustReturnFirst } from '../resources/out.js';
import type { Room } from '../room.js';
import type { AftermathSlice, State } from '../state.js';
import type { Instant } from '../../time.js';

/**
 * After the end the incident report is written, and anew when the watch is over: nobody waits days for it, and the last one
 * tells of the watch as well. Then command closes the incident.
 */
export const aftermath: Room<'aftermath'> = {
  name: 'aftermath',
  initial: {},

  evolve(slice, event, { phase }) {
    switch (event.type) {
      case 'documentWritten':
        if (event.document !== 'incidentReport' || !isAfterEnd(phase) || isOutdated(slice, event)) return slice;
        return { ...slice, report: { documentId: event.documentId, files: event.files } };
      case 'terminated':
      case 'watchEnded':
        return { asked: reportOf(event) };
      case 'reopened':
        return aftermath.initial;
      case 'closed':
        return { ...slice, closedAt: event.at, ...dateOf(event) };
      case 'rejected':
      case 'merged':
        return event.destroyBy === undefined ? slice : { ...slice, ...dateOf(event) };
      case 'personalDataErased':
        return afterErasure(slice, event);
      default:
        return slice;
    }
  },

  decide: { close },

  react(_state, event) {
    if (event.type !== 'terminated' && event.type !== 'watchEnded') return [];
    const { seq } = event;
    return [
      {
        type: 'effectRequested',
        effect: { kind: 'writeDocument', id: reportOf(event), document: 'incidentReport', upTo: seq },
      },
    ];
  },

  openItems(state) {
    return state.phase === 'aftermath' && !state.aftermath.report ? [{ code: 'report_not_written' }] : [];
  },
};

function dateOf({ destroyBy: by }: EventOf<'closed' | 'rejected' | 'merged'>): Pick<AftermathSlice, 'destroyBy'> {
  return by === undefined ? {} : { destroyBy: by };
}

/** A report that names somebody no more is another file, or none. */
function afterErasure(
  { report, ...slice }: AftermathSlice,
  { scope, at, erased }: EventOf<'personalDataErased'>,
): AftermathSlice {
  const files = (report?.files ?? []).flatMap((file) => {
    const other = erased.documents.find(
      ({ documentId, format, lang }) =>
        documentId === report?.documentId && format === file.format && lang === file.lang,
    );
    if (other === undefined) return [file];
    return other.sha256 === undefined ? [] : [{ ...file, sha256: other.sha256 }];
  });
  return {
    ...slice,
    ...(report === undefined || files.length === 0 ? {} : { report: { ...report, files } }),
    ...(scope === 'incident' ? { erasedAt: at } : {}),
  };
}

/** The effect that has the report written. */
function reportOf({ seq }: IncidentEvent): string {
  return `d${seq}`;
}

/** Another one has been asked for since. What an earlier release kept does not say which. */
function isOutdated({ asked }: AftermathSlice, { effectId }: EventOf<'documentWritten'>): boolean {
  return asked !== undefined && asked !== effectId;
}

function close(state: State, message: MessageOf<'close'>, at: Instant): EventBody[] {
  if (state.phase !== 'aftermath') {
    return [refusal('wrong_phase', { phase: state.phase }, { phases: ['aftermath'] })];
  }
  const by = authorityOf(state, message.actor, postsFor(state, 'close'));
  if ('code' in by) return [by];
  if (message.reason.trim() === '') return [refusal('reason_required')];
  if (!state.aftermath.report) return [refusal('report_not_written')];
  return (
    mustLiftFirst(state) ??
    mustReturnFirst(state) ?? [
      { type: 'closed', ...by, ...destroyBy(state.basis.plan, at), texts: { reason: message.reason } },
    ]
  );
}

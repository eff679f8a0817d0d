import { afterReminder, nextReminder, remind } from '../aftermath/pressing.js';
import { authorityOf, postsFor } from '../authority.js';
import { mustLiftFirst } from '../cordon.js';
import type { EventBody, EventOf, IncidentEvent } from '../events.js';
import type { MessageOf } from '../messages.js';
import { isAfterEnd } from '../phases.js';
import { refusal } from '../refusals.js';
import { mustReturnFirst } from '../resources/out.js';
import type { Room } from '../room.js';
import type { AftermathSlice, State } from '../state.js';

/**
 * After the end the incident report is written, and anew when the watch is over: nobody waits days for it, and the last one
 * tells of the watch as well. Then command closes the incident. What anybody owes by a time, in whichever room, is pressed
 * for here.
 */
export const aftermath: Room<'aftermath'> = {
  name: 'aftermath',
  initial: {},

  evolve(slice, event, state) {
    const { phase } = state;
    switch (event.type) {
      case 'documentWritten':
        if (event.document !== 'incidentReport' || !isAfterEnd(phase) || isOutdated(slice, event)) return slice;
        return { ...slice, report: { documentId: event.documentId, files: event.files } };
      case 'terminated':
      case 'watchEnded':
        return { ...told(slice), asked: reportOf(event) };
      case 'reopened':
        return told(slice);
      case 'duesReminded':
        return afterReminder(slice, event, state);
      case 'closed':
        return { ...slice, closedAt: event.at };
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

  due: nextReminder,
  wake: remind,

  openItems(state) {
    return state.phase === 'aftermath' && !state.aftermath.report ? [{ code: 'report_not_written' }] : [];
  },
};

/** Public opinion and what is said to the public go on through all phases. */
function told({ told }: AftermathSlice): AftermathSlice {
  return told === undefined ? {} : { told };
}

/** The effect that has the report written. */
function reportOf({ seq }: IncidentEvent): string {
  return `d${seq}`;
}

/** Another one has been asked for since. What an earlier release kept does not say which. */
function isOutdated({ asked }: AftermathSlice, { effectId }: EventOf<'documentWritten'>): boolean {
  return asked !== undefined && asked !== effectId;
}

function close(state: State, message: MessageOf<'close'>): EventBody[] {
  if (state.phase !== 'aftermath') {
    return [refusal('wrong_phase', { phase: state.phase }, { phases: ['aftermath'] })];
  }
  const by = authorityOf(state, message.actor, postsFor(state, 'close'));
  if ('code' in by) return [by];
  if (message.reason.trim() === '') return [refusal('reason_required')];
  if (!state.aftermath.report) return [refusal('report_not_written')];
  return (
    mustLiftFirst(state) ?? mustReturnFirst(state) ?? [{ type: 'closed', ...by, texts: { reason: message.reason } }]
  );
}

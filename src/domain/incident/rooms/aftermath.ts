import { authorityOf, postsFor } from '../authority.js';
import { mustLiftFirst } from '../cordon.js';
import type { EventBody } from '../events.js';
import type { MessageOf } from '../messages.js';
import { refusal } from '../refusals.js';
import { mustReturnFirst } from '../resources/out.js';
import type { Room } from '../room.js';
import type { State } from '../state.js';

/** After the end: the incident report is written, then command closes the incident. */
export const aftermath: Room<'aftermath'> = {
  name: 'aftermath',
  initial: {},

  evolve(slice, event) {
    switch (event.type) {
      case 'documentWritten':
        if (event.document !== 'incidentReport') return slice;
        return { ...slice, report: { documentId: event.documentId, files: event.files } };
      case 'closed':
        return { ...slice, closedAt: event.at };
      default:
        return slice;
    }
  },

  decide: { close },

  react(_state, event) {
    if (event.type !== 'terminated') return [];
    const { seq } = event;
    return [
      {
        type: 'effectRequested',
        effect: { kind: 'writeDocument', id: `d${seq}`, document: 'incidentReport', upTo: seq },
      },
    ];
  },

  openItems(state) {
    return state.phase === 'aftermath' && !state.aftermath.report ? [{ code: 'report_not_written' }] : [];
  },
};

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

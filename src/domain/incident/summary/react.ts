import type { EventBody, IncidentEvent } from '../events.js';
import type { State } from '../state.js';
import { recordOf } from './evolve.js';

export function react(state: State, event: IncidentEvent): EventBody[] {
  switch (event.type) {
    case 'summaryHeld':
      return [
        {
          type: 'effectRequested',
          effect: { kind: 'writeDocument', id: recordOf(event), document: 'summary', upTo: event.seq },
        },
      ];
    case 'reopened':
    case 'closed': {
      const { called } = state.summary;
      if (called === undefined) return [];
      const { meetingAt, participants: people } = called;
      return [{ type: 'summaryCalledOff', why: event.type, meetingAt, people }];
    }
    default:
      return [];
  }
}

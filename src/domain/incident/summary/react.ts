import type { EventBody, EventOf } from '../events.js';
import type { Heard } from '../hearing.js';
import type { State } from '../state.js';
import { recordOf } from './evolve.js';

export function react(state: State, event: Heard<'summary'>): EventBody[] {
  switch (event.type) {
    case 'summaryHeld':
      return [
        {
          type: 'effectRequested',
          effect: { kind: 'writeDocument', id: recordOf(event), document: 'summary', upTo: event.seq },
        },
      ];
    case 'planMoved':
      return isDropped(state, event) ? calledOff(state, event.type) : [];
    case 'reopened':
    case 'closed':
      return calledOff(state, event.type);
    default:
      return [];
  }
}

/** What somebody called although no plan asked for it goes on. */
function isDropped({ summary }: State, { owed = [] }: EventOf<'planMoved'>): boolean {
  return summary.asked === undefined && owed.some(({ item }) => item === 'summary');
}

function calledOff({ summary: { called } }: State, why: EventOf<'summaryCalledOff'>['why']): EventBody[] {
  if (called === undefined) return [];
  const { meetingAt, participants: people } = called;
  return [{ type: 'summaryCalledOff', why, meetingAt, people }];
}

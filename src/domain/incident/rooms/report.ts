import type { Room } from '../room.js';
import { SYSTEM } from '../actor.js';

/** What somebody told us. Nothing here ever changes after the report; facts that follow are another event. */
export const report: Room<'report'> = {
  name: 'report',
  initial: { mode: 'real', category: '', reporter: SYSTEM, reportedAt: 0, facts: {}, texts: { title: '', place: '' } },
  evolve(slice, event) {
    if (event.type !== 'reported') return slice;
    return {
      mode: event.mode,
      category: event.category,
      reporter: event.actor,
      reportedAt: event.at,
      ...(event.occurredAt === undefined ? {} : { occurredAt: event.occurredAt }),
      facts: event.facts,
      texts: event.texts,
    };
  },
};

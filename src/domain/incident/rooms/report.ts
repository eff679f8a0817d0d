import type { Room } from '../room.js';
import { SYSTEM } from '../actor.js';

/** What somebody told us. Only what kind of incident it is may turn out to be another; facts that follow are events of their own. */
export const report: Room<'report'> = {
  name: 'report',
  initial: { mode: 'real', category: '', reporter: SYSTEM, reportedAt: 0, facts: {}, texts: { title: '', place: '' } },
  evolve(slice, event) {
    if (event.type === 'categoryChanged') return { ...slice, category: event.to };
    if (event.type !== 'reported') return slice;
    return {
      mode: event.mode,
      ...(event.participants === undefined ? {} : { participants: event.participants }),
      ...(event.simulated === undefined ? {} : { simulated: event.simulated }),
      category: event.category,
      reporter: event.actor,
      reportedAt: event.at,
      ...(event.occurredAt === undefined ? {} : { occurredAt: event.occurredAt }),
      facts: event.facts,
      texts: event.texts,
    };
  },
};

import { join } from 'node:path';
import { ROOT } from './installation.mjs';

/**
 * How much later than due the machine did what falls due by the clock. Told by the machine itself: the state before each event
 * says what was due by then, and the first event after that moment must be what was due. What was never done stands last,
 * as late as the record is at `until`: so nothing that the clock owes anybody can be missing unseen.
 */
export async function wakeUps(basis, events, until) {
  const { evolve, initial, nextWake } = await import(join(ROOT, 'dist/domain/incident/index.js'));
  let state = initial(basis);
  const found = [];
  for (const event of events) {
    const due = nextWake(state);
    if (due !== undefined && due <= event.at) found.push({ type: event.type, seq: event.seq, due, at: event.at });
    state = evolve(state, event);
  }
  const due = nextWake(state);
  return due === undefined || due > until ? found : [...found, { type: 'nothing', seq: state.seq, due, at: until }];
}

/** How far beyond its due moment, or beyond the last outage that it fell into. */
export function beyond({ due, at }, outages) {
  // One outage may follow another before anything could happen in between.
  const hit = outages.filter((outage) => outage.at <= at && outage.backAt >= due).map(({ backAt }) => backAt);
  return at - Math.max(due, ...hit);
}

import { join } from 'node:path';
import { ROOT } from './installation.mjs';

/**
 * How much later than due the machine did what falls due by the clock. Told by the machine itself: each event by the system
 * that follows from no other is a wake-up, and the state before it says for when it was.
 */
export async function wakeUps(basis, events) {
  const { evolve, initial, nextWake } = await import(join(ROOT, 'dist/domain/incident/index.js'));
  let state = initial(basis);
  const found = [];
  for (const event of events) {
    const due = nextWake(state);
    if (event.actor.kind === 'system' && event.cause === undefined && due !== undefined && due <= event.at)
      found.push({ type: event.type, seq: event.seq, due, at: event.at });
    state = evolve(state, event);
  }
  return found;
}

/** How far beyond its due moment, or beyond the last outage that it fell into. */
export function beyond({ due, at }, outages) {
  // One outage may follow another before anything could happen in between.
  const hit = outages.filter((outage) => outage.at <= at && outage.backAt >= due).map(({ backAt }) => backAt);
  return at - Math.max(due, ...hit);
}

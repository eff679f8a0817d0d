import { isDeepStrictEqual } from 'node:util';
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

/**
 * What happened by the clock is, event by event, what the machine does of itself in the state before it: nothing is told twice
 * after a kill, and nothing that nobody was owed.
 */
export async function astray(basis, events) {
  const { evolve, initial, nextWake, wake } = await import(join(ROOT, 'dist/domain/incident/index.js'));
  let state = initial(basis);
  const found = [];
  for (let i = 0, length = 1; i < events.length; i += length) {
    const event = events[i];
    const due = nextWake(state);
    // What follows from a decision is recorded with it, also where the decision has made something due: a higher level, for one.
    const isBetween = event.cause !== undefined;
    const owed = !isBetween && due !== undefined && due <= event.at ? plain(wake(state, event.at)) : [];
    // What happens at one moment is one step, with all that follows from it.
    length = Math.max(1, owed.length);
    const step = events.slice(i, i + length);
    if (owed.length > 0 && !isDeepStrictEqual(owed, plain(step))) found.push(event);
    state = step.reduce(evolve, state);
  }
  return found;
}

/** As the record keeps it: without fields that have no value. */
function plain(events) {
  return JSON.parse(JSON.stringify(events));
}

/** How far beyond its due moment, or beyond the last outage that it fell into. */
export function beyond({ due, at }, outages) {
  // One outage may follow another before anything could happen in between.
  const hit = outages.filter((outage) => outage.at <= at && outage.backAt >= due).map(({ backAt }) => backAt);
  return at - Math.max(due, ...hit);
}

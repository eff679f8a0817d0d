import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './installation.mjs';
import { astray, beyond, wakeUps } from './lateness.mjs';
import { checkMails } from './mailChecks.mjs';
import { outcomeOf } from './outcome.mjs';

/** How much later than due, or than the end of the outage that it fell into. A promise of the product. */
const LATE_MS = 15_000;
/** Notices that are put off come at the plan's waits. */
const SETTLED_WITHIN_MS = 60_000;

/** What a scripted incident left in the record and in the mails, and everything in it that should not be so. */
export async function lookedAt(script, { played, outages, installation, sink }) {
  const { player } = played;
  const { incidentId } = player;
  const { openStore } = await import(join(ROOT, 'dist/store/index.js'));
  const store = await openStore({ kind: 'postgres', url: installation.databaseUrl });
  try {
    const violations = [];
    if (!(await isSettled(store, incidentId))) violations.push('not everything was delivered in time');
    const { state } = await store.getIncident(incidentId);
    const events = (await store.eventsOf(incidentId, 0, 10_000)).map(({ event }) => event);
    const until = Date.now();
    const chain = await store.verifyIncident(incidentId);
    if (!chain.intact) violations.push(`broken chain ${JSON.stringify(chain)}`);
    const notices = await player.read('/notices?limit=1000', 'operator');
    violations.push(...checkMails({ sink, incidentId, notices: notices.items, events }).violations);
    const late = (await wakeUps(state.basis, events, until)).map((wake) => ({ ...wake, ms: beyond(wake, outages) }));
    for (const { type, seq, ms } of late)
      if (ms > LATE_MS) violations.push(`event ${seq} (${type}) came ${ms} ms too late`);
    for (const { seq, type } of await astray(state.basis, events))
      violations.push(`event ${seq} (${type}) is not what the clock called for`);
    return { script, events, outages, violations, outcome: outcomeOf(events, state), late };
  } finally {
    await store.close();
  }
}

async function isSettled(store, incidentId) {
  for (const until = Date.now() + SETTLED_WITHIN_MS; Date.now() < until; await pause(200)) {
    const { state } = await store.getIncident(incidentId);
    if (Object.keys(state.effects.pending).length === 0) return true;
  }
  return false;
}

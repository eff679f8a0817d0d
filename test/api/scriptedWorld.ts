import { nextWake } from '../../src/domain/incident/index.js';
import { MINUTE } from '../../src/domain/time.js';
import type { World } from '../scripted/player.mjs';
import type { TestApi } from './harness.js';

/** The clock is moved; whatever falls due on the way happens at its moment. */
export function scriptedWorld(api: TestApi): World {
  const began = api.clock.now;
  const momentOf = (minute: number): number => began + minute * MINUTE;
  async function until(minute: number, incidentId: string): Promise<void> {
    const moment = momentOf(minute);
    for (;;) {
      const due = nextWake(api.incidents.stateOf(incidentId));
      if (due === undefined || due > moment) break;
      api.clock.now = Math.max(api.clock.now, due);
      await api.incidents.tick(incidentId);
    }
    api.clock.now = moment;
  }
  return {
    momentOf,
    until,
    ask: ({ as, path, method, body, bytes }) =>
      api.ask(path, {
        as,
        ...(method === undefined ? {} : { method }),
        ...(body === undefined ? {} : { body }),
        ...(bytes === undefined ? {} : { raw: bytes, headers: { 'content-type': 'text/plain' } }),
      }),
  };
}

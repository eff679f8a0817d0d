import type { EventBody } from '../events.js';
import { refusal } from '../refusals.js';
import type { State } from '../state.js';
import { outOf } from './lots.js';

/** Where the incident ends at once, nobody could return it afterwards. */
export function mustReturnFirst({ resources }: State): EventBody[] | undefined {
  const out = Object.entries(resources.requests).filter(([, request]) => outOf(request) > 0);
  return out.length === 0 ? undefined : [refusal('resources_out', { requests: out.map(([id]) => id) })];
}

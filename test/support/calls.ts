import { callOf } from '../../src/domain/incident/index.js';
import type { Call, State } from '../../src/domain/incident/index.js';

/** `key` is a `targetKey`, such as `team/technical-rescue`. */
export function callIn(state: State, key: string, person: string): Call | undefined {
  const body = state.mobilisation.bodies[key];
  return body && callOf(body.people, person);
}

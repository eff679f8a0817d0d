import type { Facts } from '../plan/condition.js';
import { worse } from './worse.js';
import type { State } from './state.js';

/** What is known of the facts that the plan grades by: the report, and other reports of the same thing. */
export function knownFacts({ basis, report, merging }: State): Facts {
  return worse(basis.plan, report.facts, merging.facts);
}

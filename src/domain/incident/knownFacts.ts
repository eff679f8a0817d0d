import type { Facts } from '../plan/condition.js';
import type { State } from './state.js';
import { worse } from './worse.js';

/** What is known now: what was reported, here and in other reports of the same thing, and over it what was told since. */
export function knownFacts({ basis, report, merging, situation }: State): Facts {
  const told = Object.entries(situation.known).map(([fact, { value }]) => [fact, value] as const);
  return { ...worse(basis.plan, report.facts, merging.facts), ...Object.fromEntries(told) };
}

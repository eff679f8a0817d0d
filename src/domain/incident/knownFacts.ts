import type { Facts } from '../plan/condition.js';
import type { State } from './state.js';

/** What is known now: what was reported, and over it what was told since. */
export function knownFacts({ report, situation }: Pick<State, 'report' | 'situation'>): Facts {
  const told = Object.entries(situation.known).map(([fact, { value }]) => [fact, value] as const);
  return { ...report.facts, ...Object.fromEntries(told) };
}

import type { Facts } from '../plan/condition.js';
import type { State } from './state.js';
import { worse } from './worse.js';

/**
 * What is known now: what was reported, here and in other reports of the same thing, and over it what was told since. A
 * report that came later than what was told counts where it is worse.
 */
export function knownFacts({ basis, report, merging, situation }: State): Facts {
  const { plan } = basis;
  const reported = worse(plan, report.facts, merging.facts);
  const told = Object.fromEntries(Object.entries(situation.known).map(([fact, { value }]) => [fact, value]));
  const later = Object.entries(merging.facts).filter(([fact]) => {
    const since = situation.known[fact]?.at;
    return since !== undefined && (merging.toldAt[fact] ?? 0) > since;
  });
  return worse(plan, { ...reported, ...told }, Object.fromEntries(later));
}

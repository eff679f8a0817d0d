import type { FactId } from '../plan/compiled.js';
import type { Facts, FactValue } from '../plan/condition.js';
import type { Instant } from '../time.js';
import type { Confidence } from './events.js';
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

export interface KnownFact {
  fact: FactId;
  value: FactValue;
  /** The event that told this value, and when; another one may have told another value since. */
  seq: number;
  at: Instant;
  /** Of what was added; reports do not say it. */
  confidence?: Confidence;
}

/** The report is the first event of every incident. */
const REPORTED = 1;

export function knownFactsWithSource(state: State): KnownFact[] {
  return Object.entries(knownFacts(state)).map(([fact, value]) => ({ fact, value, ...sourceOf(state, fact, value) }));
}

function sourceOf(
  { report, merging, situation }: State,
  fact: FactId,
  value: FactValue,
): Pick<KnownFact, 'seq' | 'at' | 'confidence'> {
  const added = situation.known[fact];
  if (added?.value === value) return { seq: added.seq, at: added.at, confidence: added.confidence };
  const first = { seq: REPORTED, at: report.reportedAt };
  // Over what was added only a report that came after it can stand.
  return added === undefined && report.facts[fact] === value ? first : (merging.saidIn?.[fact] ?? first);
}

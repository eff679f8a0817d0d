import type { CompiledPlan, FactId } from '../plan/compiled.js';
import type { Facts, FactValue, Known } from '../plan/condition.js';
import type { Instant } from '../time.js';
import type { Confidence } from './events.js';
import type { State } from './state.js';
import { worse } from './worse.js';

/** What facts and grading are read from. */
export type Knowing = Pick<State, 'basis' | 'report' | 'merging' | 'situation' | 'grading'>;

/**
 * What is known now: what was reported, and over it what was told since. Other reports of the same thing count where they
 * are worse.
 */
export function knownFacts(known: Knowing): Readonly<Facts> {
  const { basis, report, merging, situation } = known;
  const { plan } = basis;
  // Asked for with every event; what it is read from changes with few of them.
  const isSame =
    last?.plan === plan &&
    last.reported === report.facts &&
    last.merged === merging.facts &&
    last.known === situation.known;
  if (isSame) return last!.facts;
  const told = Object.fromEntries(Object.entries(situation.known).map(([fact, { value }]) => [fact, value]));
  const facts = worse(plan, { ...report.facts, ...told }, merging.facts);
  last = { plan, reported: report.facts, merged: merging.facts, known: situation.known, facts };
  return facts;
}

let last:
  | {
      plan: CompiledPlan;
      reported: Facts;
      merged: Facts;
      known: Knowing['situation']['known'];
      facts: Readonly<Facts>;
    }
  | undefined;

/** All that the conditions of the plan are held against. */
export function knownIn(state: State): Known {
  const { level, incidentLevel } = state.grading;
  return {
    facts: knownFacts(state),
    category: state.report.category,
    ...(level === undefined ? {} : { level }),
    ...(incidentLevel === undefined ? {} : { incidentLevel }),
  };
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
export const REPORTED = 1;

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
  return added === undefined && report.facts[fact] === value ? first : (merging.saidIn?.[fact] ?? first);
}

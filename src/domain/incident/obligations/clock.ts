import type { ObligationId, ObligationRule } from '../../plan/compiled.js';
import { limitEnd } from '../../plan/legalLimit.js';
import { HOUR, MINUTE } from '../../time.js';
import type { Duration, Instant } from '../../time.js';
import type { Clock } from '../events.js';
import type { Duty, State } from '../state.js';

/** Of the limit: then it has passed. */
const WHOLE = 100;

/** What is missed is told again after a quarter of the limit, within these bounds. */
const TOLD_AGAIN = { part: 4, least: 15 * MINUTE, most: 24 * HOUR };

/** What begins when it was first to be reckoned with. */
const FROM_KNOWING: readonly ObligationRule['start'][] = ['discovered', 'aware', 'received', 'materialityDetermined'];

export function ruleOf({ basis }: State, id: ObligationId): ObligationRule | undefined {
  return basis.plan.obligations.find((rule) => rule.id === id);
}

/** Neither filed nor lifted. */
export function isOwed({ status }: Duty): boolean {
  return status === 'provisional' || status === 'confirmed';
}

/** Ours to file, and neither filed nor lifted. */
export function obligationsOwed(state: State): ObligationId[] {
  const owed = Object.entries(state.obligations.duties).filter(([, duty]) => isOwed(duty));
  return owed.map(([id]) => id).filter((id) => ruleOf(state, id)?.theirs !== true);
}

/**
 * The moment from which it runs, as the record shows it; `since`: when it first was to be reckoned with. `undefined` where
 * that moment has not come.
 */
export function startOf(state: State, { start, after }: ObligationRule, since: Instant): Instant | undefined {
  switch (start) {
    case 'discovered':
    case 'aware':
    case 'received':
    case 'materialityDetermined':
      return since;
    case 'classified':
      return afterGrading(state, since);
    case 'responseEnded':
      return state.termination.terminatedAt;
    case 'earlierFiling':
      return after === undefined ? undefined : state.obligations.duties[after]?.filedAt;
    case 'planPublished':
      return undefined;
  }
}

/** From a moment that lies before the grading too, such as that of the report, it runs only since the grading. */
function afterGrading(state: State, since: Instant): Instant | undefined {
  const graded = gradedAt(state);
  return graded === undefined ? undefined : Math.max(graded, since);
}

/** By a person: what the plan starts by itself nobody has graded. */
export function gradedAt({ verification: { outcome, at } }: State): Instant | undefined {
  return outcome === 'confirmed' ? at : undefined;
}

/** Since the report, and not since a moment of its own that happens to be the same. */
export function runsSinceReport(rule: ObligationRule, { start }: Pick<Clock, 'start'>, reportedAt?: Instant): boolean {
  return start !== undefined && start === reportedAt && FROM_KNOWING.includes(rule.start);
}

export function clockFrom({ basis }: State, rule: ObligationRule, start: Instant | undefined): Clock {
  if (start === undefined) return { obligation: rule.id };
  const due = limitEnd(start, rule.limit, basis.plan.calendar);
  return { obligation: rule.id, start, ...(due === undefined ? {} : { due }) };
}

/** What is told next of a clock; what lies before `at` has been told, or there was nobody to tell. */
export function nextTold(rule: ObligationRule, { start, due }: Pick<Duty, 'start' | 'due'>, at: Instant): Duty['next'] {
  if (start === undefined || due === undefined) return undefined;
  const steps = rule.reminders
    .toSorted((a, b) => a - b)
    .map((percent) => ({ percent, at: start + Math.floor(((due - start) * percent) / WHOLE) }));
  return steps.find((step) => step.at > at) ?? { percent: WHOLE, at: due };
}

export function toldAgainAfter({ start = 0, due = 0 }: Pick<Duty, 'start' | 'due'>): Duration {
  const { part, least, most } = TOLD_AGAIN;
  return Math.min(most, Math.max(least, Math.floor((due - start) / part)));
}

export function isMissed({ due }: Pick<Duty, 'due'>, at: Instant): boolean {
  return due !== undefined && due <= at;
}

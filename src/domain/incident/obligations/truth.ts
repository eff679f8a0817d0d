import type { ObligationId, ObligationRule } from '../../plan/compiled.js';
import { evaluate } from '../../plan/condition.js';
import type { Known, Truth } from '../../plan/condition.js';
import { knownFacts } from '../knownFacts.js';
import type { State } from '../state.js';

/** Of each obligation of the plan whether the facts call for it, or do not decide it. */
export function dutiesIn(state: State): Map<ObligationId, Truth> {
  const { plan } = state.basis;
  const known = knownIn(state);
  return new Map(plan.obligations.map(({ id, when }) => [id, evaluate(when, known, plan)]));
}

export function isCalledFor(state: State, rule: ObligationRule): Truth {
  return evaluate(rule.when, knownIn(state), state.basis.plan);
}

function knownIn(state: State): Known {
  const { level, incidentLevel } = state.grading;
  return {
    facts: knownFacts(state),
    category: state.report.category,
    ...(level === undefined ? {} : { level }),
    ...(incidentLevel === undefined ? {} : { incidentLevel }),
  };
}

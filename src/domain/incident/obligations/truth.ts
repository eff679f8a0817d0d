import type { ObligationRule } from '../../plan/compiled.js';
import { evaluate } from '../../plan/condition.js';
import type { Known, Truth } from '../../plan/condition.js';
import { knownFacts } from '../knownFacts.js';
import type { State } from '../state.js';

/** Whether the facts call for it; `undefined` where they do not decide it. */
export function isCalledFor(state: State, rule: ObligationRule): Truth {
  return evaluate(rule.when, knownIn(state), state.basis.plan);
}

export function knownIn(state: State): Known {
  const { level, incidentLevel } = state.grading;
  return {
    facts: knownFacts(state),
    category: state.report.category,
    ...(level === undefined ? {} : { level }),
    ...(incidentLevel === undefined ? {} : { incidentLevel }),
  };
}

import type { ObligationRule } from '../../plan/compiled.js';
import { evaluate } from '../../plan/condition.js';
import type { Truth } from '../../plan/condition.js';
import { knownIn } from '../knownFacts.js';
import type { State } from '../state.js';

/** Whether the facts call for it; `undefined` where they do not decide it. */
export function isCalledFor(state: State, { when }: ObligationRule, known = knownIn(state)): Truth {
  return evaluate(when, known, state.basis.plan);
}

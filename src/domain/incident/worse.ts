import type { CompiledPlan, FactId, FactRule } from '../plan/compiled.js';
import type { Condition, Facts, FactValue } from '../plan/condition.js';
import { valueFault } from '../plan/reportFault.js';

/**
 * Two tellings of the same facts as one: of each fact the worse value, since an incident that is graded too low is helped
 * too late. What the plan cannot read is left out.
 */
export function worse(plan: CompiledPlan, known: Facts, told: Facts): Facts {
  const merged: Facts = { ...known };
  for (const fact of plan.facts) {
    const value = told[fact.id];
    if (value === undefined || valueFault(fact, value) !== undefined) continue;
    const before = known[fact.id];
    if (before === undefined || isWorse(plan, fact, value, before)) merged[fact.id] = value;
  }
  return merged;
}

function isWorse(
  { criteria, responseRules }: CompiledPlan,
  { id, options = [] }: FactRule,
  value: FactValue,
  than: FactValue,
): boolean {
  if (typeof value === 'number' && typeof than === 'number') return value > than;
  if (typeof value === 'boolean' && typeof than === 'boolean') {
    const conditions = [...criteria, ...responseRules].map(({ when }) => when);
    return value === (answersAskedFor(conditions, id)[0] ?? true);
  }
  // The mildest option stands first.
  return options.indexOf(String(value)) > options.indexOf(String(than));
}

/** The answers to a yes-or-no fact that make conditions true: what they ask for is the worse one. */
function answersAskedFor(conditions: Condition[], id: FactId): boolean[] {
  return conditions.flatMap((condition) => {
    if ('all' in condition) return answersAskedFor(condition.all, id);
    if ('any' in condition) return answersAskedFor(condition.any, id);
    if ('of' in condition) return answersAskedFor(condition.of, id);
    return 'is' in condition && condition.fact === id ? [condition.is] : [];
  });
}

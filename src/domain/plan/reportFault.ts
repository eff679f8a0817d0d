import type { CompiledPlan } from './compiled.js';
import type { Facts, FactValue } from './condition.js';

export type ReportFault =
  | { code: 'unknown_category'; found: { category: string }; needed: { categories: string[] } }
  | { code: 'unknown_fact'; found: { facts: string[] }; needed: { known: string[] } }
  | { code: 'wrong_fact_type'; found: { fact: string }; needed: { type: string } }
  | { code: 'unknown_option'; found: { fact: string; option: string }; needed: { options: string[] } };

interface Told {
  category: string;
  facts?: Facts | undefined;
}

/** What the plan has against a report. A fact that no criterion could read would silently grade too low. */
export function reportFault(report: Told, plan: CompiledPlan): ReportFault | undefined {
  const { category, facts = {} } = report;
  if (!plan.categories.includes(category)) {
    return { code: 'unknown_category', found: { category }, needed: { categories: plan.categories } };
  }
  const known = new Map(plan.facts.map((fact) => [fact.id, fact]));
  const unknown = Object.keys(facts).filter((fact) => !known.has(fact));
  if (unknown.length > 0)
    return { code: 'unknown_fact', found: { facts: unknown }, needed: { known: [...known.keys()] } };
  for (const [id, value] of Object.entries(facts)) {
    const fault = valueFault(known.get(id)!, value);
    if (fault) return fault;
  }
  return undefined;
}

/** What keeps a value from being read as this fact: its type, or an option that there is not. */
export function valueFault(
  { id: fact, type, options = [] }: CompiledPlan['facts'][number],
  value: FactValue,
): ReportFault | undefined {
  if (typeof value !== (type === 'choice' ? 'string' : type)) {
    return { code: 'wrong_fact_type', found: { fact }, needed: { type } };
  }
  return typeof value === 'string' && !options.includes(value)
    ? { code: 'unknown_option', found: { fact, option: value }, needed: { options } }
    : undefined;
}

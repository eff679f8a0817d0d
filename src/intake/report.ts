import type { z } from 'zod';
import type { Report } from '../domain/incident/index.js';
import type { CompiledPlan } from '../domain/plan/compiled.js';
import type { reportFields } from './fields.js';

/** A report as it comes from outside: not yet held against the plan. */
export type IncomingReport = z.infer<z.ZodObject<typeof reportFields>>;

export type ReportFault =
  | { code: 'unknown_category'; found: { category: string }; needed: { categories: string[] } }
  | { code: 'unknown_fact'; found: { facts: string[] }; needed: { known: string[] } }
  | { code: 'wrong_fact_type'; found: { fact: string }; needed: { type: string } }
  | { code: 'unknown_option'; found: { fact: string; option: string }; needed: { options: string[] } };

/** What the plan has against the report. A fact that no criterion could read would silently grade too low. */
export function faultIn(report: IncomingReport, plan: CompiledPlan): ReportFault | undefined {
  const { category, facts = {} } = report;
  if (!plan.categories.includes(category)) {
    return { code: 'unknown_category', found: { category }, needed: { categories: plan.categories } };
  }
  const known = new Map(plan.facts.map((fact) => [fact.id, fact]));
  const unknown = Object.keys(facts).filter((fact) => !known.has(fact));
  if (unknown.length > 0)
    return { code: 'unknown_fact', found: { facts: unknown }, needed: { known: [...known.keys()] } };
  for (const [fact, value] of Object.entries(facts)) {
    const { type = '', options = [] } = known.get(fact) ?? {};
    if (typeof value !== (type === 'choice' ? 'string' : type)) {
      return { code: 'wrong_fact_type', found: { fact }, needed: { type } };
    }
    if (typeof value === 'string' && !options.includes(value)) {
      return { code: 'unknown_option', found: { fact, option: value }, needed: { options } };
    }
  }
  return undefined;
}

export function toReport(incoming: IncomingReport, incidentId: string): Report {
  const { category, title, place, occurredAt, cause, impact, description, facts = {} } = incoming;
  const texts = Object.entries({ cause, impact, description }).filter(([, text]) => text !== undefined && text !== '');
  return {
    incidentId,
    mode: 'real',
    category,
    title,
    place,
    facts,
    ...(occurredAt === undefined ? {} : { occurredAt: Date.parse(occurredAt) }),
    ...Object.fromEntries(texts),
  };
}

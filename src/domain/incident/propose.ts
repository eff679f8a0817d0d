import type { CompiledPlan, Criterion } from '../plan/compiled.js';
import type { Facts, Hit, Proposal } from './events.js';

/** The most severe criterion that the facts meet wins; an unknown fact never lowers anything, it is listed. */
export function propose(plan: CompiledPlan, facts: Facts): Proposal {
  const hits = plan.criteria.flatMap((criterion) => hit(criterion, facts));
  const worst = plan.incidentLevels.find((level) => hits.some((h) => h.incidentLevel === level.id));
  const asked = new Set(plan.criteria.map((c) => c.fact));
  const unknown = [...asked].filter((fact) => facts[fact] === undefined);
  return { ...(worst ? { incidentLevel: worst.id, level: worst.level } : {}), hits, unknown };
}

function hit(criterion: Criterion, facts: Facts): Hit[] {
  const value = facts[criterion.fact];
  if (value === undefined) return [];
  const met =
    typeof value === 'number'
      ? criterion.atLeast !== undefined && value >= criterion.atLeast
      : criterion.is !== undefined && value === criterion.is;
  return met ? [{ criterion: criterion.id, fact: criterion.fact, value, incidentLevel: criterion.incidentLevel }] : [];
}

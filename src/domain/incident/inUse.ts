import type { CompiledPlan } from '../plan/compiled.js';
import type { State } from './state.js';

/** Kinds of things that an incident uses by their ids in the plan. */
export const USED_KINDS = ['category', 'incidentLevel', 'level', 'post', 'team', 'fact'] as const;
export type UsedKind = (typeof USED_KINDS)[number];

/** What the incident uses now and the plan does not have, as `kind/id`. */
export function missingFor(state: State, plan: CompiledPlan): string[] {
  const known: Record<UsedKind, Set<string>> = {
    category: new Set(plan.categories),
    incidentLevel: idsOf(plan.incidentLevels),
    level: idsOf(plan.levels),
    post: idsOf(plan.posts),
    team: idsOf(plan.teams),
    fact: idsOf(plan.facts),
  };
  const missing = USED_KINDS.flatMap((kind) =>
    usedBy(state)
      [kind].filter((id) => !known[kind].has(id))
      .map((id) => `${kind}/${id}`),
  );
  return [...missing, ...factsOfAnotherType(state, plan)];
}

function usedBy({ report, grading, command, mobilisation }: State): Record<UsedKind, string[]> {
  const called = Object.values(mobilisation.bodies).filter((body) => body.status === 'called');
  const targets = (kind: 'post' | 'team') => called.flatMap(({ target }) => (target.kind === kind ? [target.id] : []));
  return {
    category: [report.category],
    incidentLevel: grading.incidentLevel === undefined ? [] : [grading.incidentLevel],
    level: grading.level === undefined ? [] : [grading.level],
    post: [...new Set([...Object.keys(command.posts), ...targets('post')])],
    team: targets('team'),
    fact: Object.keys(report.facts),
  };
}

/** A fact that is told as a number is lost to a plan in which it is a choice. */
function factsOfAnotherType({ report, basis }: State, plan: CompiledPlan): string[] {
  const typeIn = ({ facts }: CompiledPlan, id: string) => facts.find((fact) => fact.id === id)?.type;
  return Object.keys(report.facts)
    .filter((id) => typeIn(plan, id) !== undefined && typeIn(plan, id) !== typeIn(basis.plan, id))
    .map((id) => `fact/${id}`);
}

function idsOf(items: readonly { id: string }[]): Set<string> {
  return new Set(items.map(({ id }) => id));
}

import type { Basis, CompiledPlan, PostId } from '../plan/compiled.js';
import { valueFault } from '../plan/reportFault.js';
import { knownFacts } from './knownFacts.js';
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
  return [...missing, ...unreadableFacts(state, plan)];
}

function usedBy(state: State): Record<UsedKind, string[]> {
  const { report, grading, command, mobilisation } = state;
  const called = Object.values(mobilisation.bodies).filter((body) => body.status === 'called');
  const targets = (kind: 'post' | 'team') => called.flatMap(({ target }) => (target.kind === kind ? [target.id] : []));
  return {
    category: [report.category],
    incidentLevel: grading.incidentLevel === undefined ? [] : [grading.incidentLevel],
    level: grading.level === undefined ? [] : [grading.level],
    post: [...new Set([...Object.keys(command.posts), ...targets('post')])],
    team: targets('team'),
    fact: Object.keys(knownFacts(state)),
  };
}

/** A fact that is told as a number, or as an option that is gone, is lost to the plan: it would grade too low. */
function unreadableFacts(state: State, { facts }: CompiledPlan): string[] {
  return Object.entries(knownFacts(state)).flatMap(([id, value]) => {
    const fact = facts.find((known) => known.id === id);
    return fact === undefined || valueFault(fact, value) === undefined ? [] : [`fact/${id}`];
  });
}

/** Posts of the new basis without which nobody could command, verify or decide: of each group, one has to be filled. */
export function unfilledIn({ command }: State, { plan, holders }: Basis): PostId[] {
  const isFilled = (post: PostId) => command.posts[post] !== undefined || (holders[post] ?? []).length > 0;
  const groups = [
    [plan.command.commander],
    plan.verification.posts,
    ...plan.levels.map(({ decidedBy }) => decidedBy),
    ...Object.values(plan.authority).flatMap((rules) => rules.map(({ posts }) => posts)),
  ];
  return [...new Set(groups.filter((posts) => !posts.some(isFilled)).flat())];
}

function idsOf(items: readonly { id: string }[]): Set<string> {
  return new Set(items.map(({ id }) => id));
}

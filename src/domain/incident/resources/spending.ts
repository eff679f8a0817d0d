import type { PostId, ResourceId } from '../../plan/compiled.js';
import type { State } from '../state.js';

export function isMoney({ basis }: State, resource: ResourceId): boolean {
  return basis.plan.resources?.find(({ id }) => id === resource)?.class === 'funds';
}

/** Posts that may say that so much is paid, at the level of now. Whoever pays it out says nothing of the kind. */
export function spenders({ basis, grading }: State, resource: ResourceId, quantity: number): PostId[] {
  const { level } = grading;
  const rules = basis.plan.spending.filter(
    ({ upTo, levels }) =>
      (upTo === undefined || quantity <= upTo) &&
      (levels === undefined || (level !== undefined && levels.includes(level))),
  );
  const rule = basis.plan.resources?.find(({ id }) => id === resource);
  return [...new Set(rules.flatMap(({ posts }) => posts))].filter(
    (post) => post !== rule?.custodian && post !== rule?.deputy,
  );
}

import type { CompiledPlan, CriterionId, PersonId, PostId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';
import { actorName } from '../actor.js';
import { authorityOf, holderOf, postsFor, whoCommands } from '../authority.js';
import { hereIn } from '../availability.js';
import type { CriteriaTold } from '../events.js';
import { refusal } from '../refusals.js';
import type { Refusal } from '../refusals.js';
import { deputiesOf, postsOfCommand } from '../rooms/tasks/owners.js';
import type { State } from '../state.js';

export type Rule = CompiledPlan['termination']['criteria'][number];
export type Refused = { type: 'refused' } & Refusal;

/** What the plan asks for at the level of now. */
export function criteriaAsked({ basis, grading: { level } }: State): Rule[] {
  const { criteria } = basis.plan.termination;
  return criteria.filter(({ levels }) => levels === undefined || (level !== undefined && levels.includes(level)));
}

export function isConfirmed({ termination }: State, id: CriterionId): boolean {
  return Object.hasOwn(termination.confirmed ?? {}, id);
}

/** In the order of the plan. */
export function criteriaOpen(state: State): Rule[] {
  return criteriaAsked(state).filter(({ id }) => !isConfirmed(state, id));
}

/**
 * Posts on whose word it is met: the plan's, its deputies while nobody is there who holds it, and command while they are
 * not there either. Where the plan names nobody, whoever may propose the end.
 */
export function confirmers(state: State, { confirmedBy }: Rule, at: Instant): PostId[] {
  if (confirmedBy === undefined) return postsFor(state, 'proposeTermination');
  const isThere = (post: PostId) => hereIn(state, post, at).length > 0;
  if (isThere(confirmedBy)) return [confirmedBy];
  const deputies = deputiesOf(state, confirmedBy);
  const own = [confirmedBy, ...deputies];
  return deputies.some(isThere) ? own : [...new Set([...own, ...postsOfCommand(state)])];
}

/** The rules of these, or which of them the plan does not have. */
export function rulesOf({ basis }: State, ids: CriterionId[]): Rule[] | Refused {
  const { criteria } = basis.plan.termination;
  const known = criteria.map(({ id }) => id);
  const unknown = [...new Set(ids)].filter((id) => !known.includes(id));
  if (unknown.length > 0) return refusal('unknown_criteria', { criteria: unknown }, { criteria: known });
  return criteria.filter(({ id }) => ids.includes(id));
}

/** The post by whose authority all of them are confirmed, or of which of them that is up to others, and to whom. */
export function mayConfirm(
  state: State,
  actor: Actor,
  rules: Rule[],
  at: Instant,
): { authority: PostId } | Refused | undefined {
  const each = rules.map((rule) => ({ rule, by: authorityOf(state, actor, confirmers(state, rule, at)) }));
  const others = each.flatMap(({ rule, by }) => ('code' in by ? [rule] : []));
  if (others.length > 0) {
    const criteria = others.map(({ id }) => id);
    return refusal('criteria_of_others', { criteria }, { posts: others.map((rule) => firstPost(state, rule, at)) });
  }
  return each[0]?.by;
}

/** The post that it is up to now. */
export function firstPost(state: State, rule: Rule, at: Instant): PostId {
  const posts = confirmers(state, rule, at);
  return posts.find((post) => hereIn(state, post, at).length > 0) ?? posts[0] ?? '';
}

/** Each person with all that waits for this person's word, in the order of the plan. */
export function askedOf(state: State, rules: Rule[], at: Instant): CriteriaTold[] {
  return byPerson(
    rules.map((rule) => {
      const post = firstPost(state, rule, at);
      return [rule.id, hereIn(state, post, at)[0] ?? holderOf(state, post) ?? whoCommands(state)[0]];
    }),
  );
}

/** Those who had confirmed them, as far as they are people. */
export function confirmedThem({ termination }: State, ids: CriterionId[]): CriteriaTold[] {
  return byPerson(
    ids.map((id) => {
      const by = termination.confirmed?.[id]?.by;
      return [id, by?.kind === 'person' ? by.id : undefined];
    }),
  );
}

/** Who had confirmed all of these. */
export function isTheirWord({ termination }: State, actor: Actor, ids: CriterionId[]): boolean {
  return ids.every((id) => {
    const by = termination.confirmed?.[id]?.by;
    return by !== undefined && actorName(by) === actorName(actor);
  });
}

function byPerson(criteria: [CriterionId, PersonId | undefined][]): CriteriaTold[] {
  const people = new Map<PersonId, CriterionId[]>();
  for (const [id, person] of criteria) {
    if (person !== undefined) people.set(person, [...(people.get(person) ?? []), id]);
  }
  return [...people].map(([person, ids]) => ({ person, criteria: ids }));
}

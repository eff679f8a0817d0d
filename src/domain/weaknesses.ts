import type { CompiledPlan, Holders, PersonId, PostId } from './plan/compiled.js';
import { isOwnLimit } from './plan/legalLimit.js';
import type { WeaknessCode } from './plan/weaknessCodes.js';
import type { Duration } from './time.js';

/** What of plan, roster or ledger may fail by itself, named by its cause. */
export type Weakness = Extract<
  | { code: 'team_without_substitutes'; team: string }
  /** `person`: the only one who holds the post or could stand in. */
  | { code: 'post_without_deputy'; post: PostId; person: PersonId }
  | { code: 'time_box_beyond_limit'; obligation: string; timeBox: Duration; limit: Duration }
  | { code: 'item_short'; resource: string; missing: number }
  | { code: 'task_without_owner'; task: string; post: PostId },
  { code: WeaknessCode }
>;

/** What was put to the test: what no run has touched says nothing. */
export interface Exercised {
  plan: CompiledPlan;
  holders: Holders;
  category: string;
  levels: ReadonlySet<string>;
  opened: ReadonlySet<string>;
  /** The first answer of the ledger was less than what was wanted. */
  short: readonly { resource: string; missing: number }[];
}

export function weaknessesIn(exercised: Exercised): Weakness[] {
  return [
    ...teamsWithoutSubstitutes(exercised),
    ...postsWithoutDeputy(exercised),
    ...timeBoxes(exercised),
    ...itemsShort(exercised),
    ...tasksWithoutOwner(exercised),
  ];
}

/** A team that has to be complete, with neither posts nor partners to call when it is not. */
function teamsWithoutSubstitutes({ plan, category, levels }: Exercised): Weakness[] {
  const rules = plan.mobilisation.filter(
    (rule) =>
      (rule.headcount ?? 0) > 0 &&
      (rule.substitutes ?? []).length === 0 &&
      (rule.partners ?? []).length === 0 &&
      (rule.categories === undefined || rule.categories.includes(category)) &&
      rule.levels.some((level) => levels.has(level)),
  );
  return [...new Set(rules.map(({ team }) => team))].map((team) => ({ code: 'team_without_substitutes', team }));
}

/** A post that had something to do, and that one person alone could act in. Who holds nothing is told by the task that nobody owns. */
function postsWithoutDeputy(exercised: Exercised): Weakness[] {
  const { plan, opened } = exercised;
  const needed = [
    plan.command.commander,
    ...plan.verification.posts,
    ...plan.tasks.filter(({ id }) => opened.has(id)).map(({ owner }) => owner),
    ...plan.obligations.map(({ owner }) => owner),
    ...plan.termination.criteria.flatMap(({ confirmedBy }) => confirmedBy ?? []),
  ];
  return [...new Set(needed)].flatMap((post): Weakness[] => {
    const [person, ...others] = whoCouldAct(exercised, post);
    return person === undefined || others.length > 0 ? [] : [{ code: 'post_without_deputy', post, person }];
  });
}

/** Whoever holds it, or a post that stands in for it. For the commander these are the deputies of command. */
function whoCouldAct({ plan, holders }: Exercised, post: PostId): PersonId[] {
  const { deputies = [] } = plan.posts.find(({ id }) => id === post) ?? {};
  const ofCommand = post === plan.command.commander ? plan.command.deputies : [];
  return [...new Set([post, ...deputies, ...ofCommand].flatMap((one) => holders[one] ?? []))];
}

/** While the report may still wait for verification, the law's time is over. */
function timeBoxes({ plan, category }: Exercised): Weakness[] {
  const box = plan.verification.timeBox.find(
    ({ categories }) => categories === undefined || categories.includes(category),
  );
  if (box === undefined) return [];
  return plan.obligations
    .filter(
      (rule) => rule.beforeVerification !== true && rule.theirs !== true && !isOwnLimit(rule) && runsFromReport(rule),
    )
    .flatMap(({ id, limit }): Weakness[] => {
      if (limit.within === undefined || limit.within > box.within) return [];
      return [{ code: 'time_box_beyond_limit', obligation: id, timeBox: box.within, limit: limit.within }];
    });
}

function runsFromReport({ start }: CompiledPlan['obligations'][number]): boolean {
  return start === 'discovered' || start === 'aware' || start === 'received';
}

function itemsShort({ short }: Exercised): Weakness[] {
  const most = new Map<string, number>();
  for (const { resource, missing } of short) most.set(resource, Math.max(missing, most.get(resource) ?? 0));
  return [...most].map(([resource, missing]) => ({ code: 'item_short', resource, missing }));
}

/** Neither its post nor one that stands in for it is held by anybody. */
function tasksWithoutOwner(exercised: Exercised): Weakness[] {
  return exercised.plan.tasks
    .filter(({ id, owner }) => exercised.opened.has(id) && whoCouldAct(exercised, owner).length === 0)
    .map(({ id, owner }) => ({ code: 'task_without_owner', task: id, post: owner }));
}

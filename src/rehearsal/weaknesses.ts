import type { CompiledPlan, PersonId, PostId } from '../domain/plan/compiled.js';
import { isOwnLimit } from '../domain/plan/legalLimit.js';
import type { Duration } from '../domain/time.js';
import type { Outcome } from './outcome.js';
import type { Rehearsed } from './rehearsal.js';
import { shareOf } from './statistics.js';
import type { ShareOf } from './statistics.js';

/** What of plan, roster or ledger may fail by itself, and in how many runs something came of it. */
export type Weakness = { harm: ShareOf } & (
  | { code: 'team_without_substitutes'; team: string }
  /** `person`: the only one who holds the post or could stand in; nobody where there is none. */
  | { code: 'post_without_deputy'; post: PostId; person?: PersonId }
  | { code: 'time_box_beyond_limit'; obligation: string; timeBox: Duration; limit: Duration }
  | { code: 'item_short'; resource: string; missing: number }
  | { code: 'task_without_owner'; task: string; post: PostId }
);

/** Found by their cause, each with the share of runs in which it did harm; the most harmful first. */
export function weaknessesOf(given: Rehearsed, outcomes: readonly Outcome[]): Weakness[] {
  const found = [
    ...teamsWithoutSubstitutes(given, outcomes),
    ...postsWithoutDeputy(given, outcomes),
    ...timeBoxes(given, outcomes),
    ...itemsShort(outcomes),
    ...tasksWithoutOwner(given, outcomes),
  ];
  return found.sort((a, b) => b.harm.share - a.harm.share);
}

function harm(outcomes: readonly Outcome[], isHarmed: (outcome: Outcome) => boolean): ShareOf {
  return shareOf(outcomes.filter(isHarmed).length, outcomes.length);
}

/** A team that has to be complete, with neither posts nor partners to call when it is not. */
function teamsWithoutSubstitutes({ basis, scenario }: Rehearsed, outcomes: readonly Outcome[]): Weakness[] {
  const levels = new Set(outcomes.map(({ level }) => level));
  const rules = basis.plan.mobilisation.filter(
    (rule) =>
      (rule.headcount ?? 0) > 0 &&
      (rule.substitutes ?? []).length === 0 &&
      (rule.partners ?? []).length === 0 &&
      (rule.categories === undefined || rule.categories.includes(scenario.category)) &&
      rule.levels.some((level) => levels.has(level)),
  );
  return [...new Set(rules.map(({ team }) => team))].map((team) => ({
    code: 'team_without_substitutes',
    team,
    harm: harm(outcomes, ({ quorums }) => quorums.some((one) => one.team === team && one.missed)),
  }));
}

/** A post that something hangs on in these runs, and that one person alone could act in. */
function postsWithoutDeputy(given: Rehearsed, outcomes: readonly Outcome[]): Weakness[] {
  const { plan } = given.basis;
  return [...neededPosts(given, outcomes)].flatMap(([post, hurts]): Weakness[] => {
    const people = whoCouldAct(given, post);
    // Who holds nothing at all is told by the task that nobody owns.
    if (people.length !== 1) return [];
    const [person] = people;
    const isGone = (outcome: Outcome) => person !== undefined && outcome.absent.includes(person);
    const isCommand = post === plan.command.commander;
    return [
      {
        code: 'post_without_deputy',
        post,
        ...(person === undefined ? {} : { person }),
        harm: harm(
          outcomes,
          (one) => isGone(one) && (hurts(one) || (isCommand && (one.commandLapsed || one.unverified))),
        ),
      },
    ];
  });
}

type Hurts = (outcome: Outcome) => boolean;

/** The posts that had something to do, and by what it shows that nobody did it. */
function neededPosts({ basis: { plan } }: Rehearsed, outcomes: readonly Outcome[]): Map<PostId, Hurts> {
  const needed = new Map<PostId, Hurts>();
  const add = (post: PostId | undefined, hurts: Hurts) => {
    if (post === undefined) return;
    const before = needed.get(post);
    needed.set(post, before === undefined ? hurts : (outcome) => before(outcome) || hurts(outcome));
  };
  const opened = new Set(outcomes.flatMap((outcome) => outcome.opened));
  add(plan.command.commander, (outcome) => outcome.commandLapsed);
  for (const post of plan.verification.posts) add(post, (outcome) => outcome.unverified);
  for (const { id, owner } of plan.tasks.filter(({ id }) => opened.has(id))) {
    add(owner, ({ undone, overdue }) => undone.includes(id) || overdue.includes(id));
  }
  for (const { id, owner } of plan.obligations) add(owner, ({ missed }) => missed.some((one) => one.obligation === id));
  for (const { id, confirmedBy } of plan.termination.criteria)
    add(confirmedBy, ({ unconfirmed }) => unconfirmed.includes(id));
  return needed;
}

/** Whoever holds it, or a post that stands in for it. For the commander these are the deputies of command. */
function whoCouldAct({ basis: { plan, holders } }: Rehearsed, post: PostId): PersonId[] {
  const { deputies = [] } = plan.posts.find(({ id }) => id === post) ?? {};
  const ofCommand = post === plan.command.commander ? plan.command.deputies : [];
  return [...new Set([post, ...deputies, ...ofCommand].flatMap((one) => holders[one] ?? []))];
}

/** While the report may still wait for verification, the law's time is over. */
function timeBoxes({ basis: { plan }, scenario }: Rehearsed, outcomes: readonly Outcome[]): Weakness[] {
  const box = plan.verification.timeBox.find(
    ({ categories }) => categories === undefined || categories.includes(scenario.category),
  );
  if (box === undefined) return [];
  return plan.obligations
    .filter(
      (rule) => rule.beforeVerification !== true && rule.theirs !== true && !isOwnLimit(rule) && runsFromReport(rule),
    )
    .flatMap(({ id, limit }): Weakness[] => {
      if (limit.within === undefined || limit.within > box.within) return [];
      return [
        {
          code: 'time_box_beyond_limit',
          obligation: id,
          timeBox: box.within,
          limit: limit.within,
          harm: harm(outcomes, ({ missed }) => missed.some((one) => one.obligation === id)),
        },
      ];
    });
}

function runsFromReport({ start }: CompiledPlan['obligations'][number]): boolean {
  return start === 'discovered' || start === 'aware' || start === 'received';
}

function itemsShort(outcomes: readonly Outcome[]): Weakness[] {
  const short = new Map<string, number>();
  for (const { resource, missing } of outcomes.flatMap((outcome) => outcome.short)) {
    short.set(resource, Math.max(missing, short.get(resource) ?? 0));
  }
  return [...short].map(([resource, missing]) => ({
    code: 'item_short',
    resource,
    missing,
    harm: harm(outcomes, (outcome) => outcome.short.some((one) => one.resource === resource)),
  }));
}

/** Neither its post nor one that stands in for it is held by anybody. */
function tasksWithoutOwner(given: Rehearsed, outcomes: readonly Outcome[]): Weakness[] {
  const opened = new Set(outcomes.flatMap((outcome) => outcome.opened));
  return given.basis.plan.tasks
    .filter(({ id, owner }) => opened.has(id) && whoCouldAct(given, owner).length === 0)
    .map(({ id, owner }) => ({
      code: 'task_without_owner',
      task: id,
      post: owner,
      harm: harm(outcomes, ({ undone, overdue }) => undone.includes(id) || overdue.includes(id)),
    }));
}

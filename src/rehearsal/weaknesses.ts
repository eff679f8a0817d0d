import type { PostId } from '../domain/plan/compiled.js';
import { weaknessesIn } from '../domain/weaknesses.js';
import type { Weakness as Cause } from '../domain/weaknesses.js';
import type { Outcome } from './outcome.js';
import type { Rehearsed } from './rehearsal.js';
import { shareOf } from './statistics.js';
import type { ShareOf } from './statistics.js';

/** What may fail by itself, and in how many runs something came of it. */
export type Weakness = { harm: ShareOf } & Cause;

/** Found by their cause, each with the share of runs in which it did harm; the most harmful first. */
export function weaknessesOf(given: Rehearsed, outcomes: readonly Outcome[]): Weakness[] {
  const { plan, holders } = given.basis;
  const found = weaknessesIn({
    ...{ plan, holders, category: given.scenario.category },
    levels: new Set(outcomes.flatMap(({ level }) => level ?? [])),
    opened: new Set(outcomes.flatMap(({ opened }) => opened)),
    short: outcomes.flatMap(({ short }) => short),
  });
  return found
    .map((cause) => ({ ...cause, harm: shareOf(outcomes.filter(hurtBy(cause, given)).length, outcomes.length) }))
    .sort((a, b) => b.harm.share - a.harm.share);
}

type Hurts = (outcome: Outcome) => boolean;

function hurtBy(cause: Cause, given: Rehearsed): Hurts {
  switch (cause.code) {
    case 'team_without_substitutes':
      return ({ quorums }) => quorums.some(({ team, missed }) => team === cause.team && missed);
    case 'post_without_deputy': {
      const hurts = hurtWithout(cause.post, given);
      return (outcome) => outcome.absent.includes(cause.person) && hurts(outcome);
    }
    case 'time_box_beyond_limit':
      return ({ missed }) => missed.some(({ obligation }) => obligation === cause.obligation);
    case 'item_short':
      return ({ short }) => short.some(({ resource }) => resource === cause.resource);
    case 'task_without_owner':
      return ({ undone, overdue }) => undone.includes(cause.task) || overdue.includes(cause.task);
  }
}

/** By what it shows that nobody acted in this post. */
function hurtWithout(post: PostId, { basis: { plan } }: Rehearsed): Hurts {
  const theirs = <T extends { id: string }>(all: readonly T[], isTheirs: (one: T) => boolean) =>
    new Set(all.filter(isTheirs).map(({ id }) => id));
  const tasks = theirs(plan.tasks, ({ owner }) => owner === post);
  const duties = theirs(plan.obligations, ({ owner }) => owner === post);
  const criteria = theirs(plan.termination.criteria, ({ confirmedBy }) => confirmedBy === post);
  const isCommand = post === plan.command.commander;
  const isVerifier = isCommand || plan.verification.posts.includes(post);
  return (outcome) =>
    (isCommand && outcome.lapses.some((lapse) => lapse.of === 'command')) ||
    (isVerifier && outcome.lapses.some((lapse) => lapse.of === 'verification')) ||
    [...outcome.undone, ...outcome.overdue].some((task) => tasks.has(task)) ||
    outcome.missed.some(({ obligation }) => duties.has(obligation)) ||
    outcome.unconfirmed.some((id) => criteria.has(id));
}

import type { PersonId } from '../domain/plan/compiled.js';
import { HOUR } from '../domain/time.js';
import { causesOf } from './causes.js';
import type { Cause } from './causes.js';
import { TIMES } from './outcome.js';
import type { Coming, Outcome, RehearsedTime } from './outcome.js';
import type { Rehearsed } from './rehearsal.js';
import { shareOf, summaryOf } from './statistics.js';
import type { ShareOf, Summary } from './statistics.js';
import { weaknessesOf } from './weaknesses.js';
import type { Weakness } from './weaknesses.js';

type Counted<K extends string> = { [P in K]: string } & { share: ShareOf };

/** Works for so much of a day, or has so much waiting at once, that things are left undone. */
const TOO_LONG = 8 * HOUR;
const TOO_MANY = 6;
/** In so many runs, for it to be worth a line. */
const OFTEN = 0.1;

export interface RehearsalReport {
  plan: { id: string; version: number; hash: string };
  scenario: string;
  runs: number;
  seed: number;
  start: number;
  parameters: Rehearsed['parameters'];
  ended: Record<Outcome['ended'], ShareOf>;
  /** Milliseconds. Only of the runs that came so far; `reached`: how many did. */
  times: Partial<Record<RehearsedTime, Summary & { reached: ShareOf }>>;
  quorums: { team: string; late: ShareOf; took?: Summary }[];
  /** As the scenario has them. */
  expected: ({ inject: string } & Record<Coming, ShareOf>)[];
  unverified: ShareOf;
  commandLapsed: ShareOf;
  /** Who did not act when something lapsed; the most frequent first. */
  causes: Cause[];
  missed: (Counted<'obligation'> & { ours?: true })[];
  undone: Counted<'task'>[];
  overdue: Counted<'task'>[];
  overloaded: { person: PersonId; share: ShareOf; busy: Summary; waiting: Summary }[];
  weaknesses: Weakness[];
}

/** What many runs say together. The order of the outcomes does not matter. */
export function reportOn(given: Rehearsed, unordered: readonly Outcome[]): RehearsalReport {
  const outcomes = unordered.toSorted((a, b) => a.run - b.run);
  const { basis, scenario, seed, start, parameters } = given;
  const { id, version, hash } = basis.plan;
  const share = (is: (outcome: Outcome) => boolean) => shareOf(outcomes.filter(is).length, outcomes.length);
  const ours = new Set(outcomes.flatMap(({ missed }) => missed.filter((one) => one.ours).map((one) => one.obligation)));
  return {
    plan: { id, version, hash },
    scenario: scenario.id,
    runs: outcomes.length,
    seed,
    start,
    parameters,
    ended: {
      terminated: share(({ ended }) => ended === 'terminated'),
      overridden: share(({ ended }) => ended === 'overridden'),
      rejected: share(({ ended }) => ended === 'rejected'),
      unfinished: share(({ ended }) => ended === 'unfinished'),
    },
    times: timesOf(outcomes),
    quorums: quorumsOf(outcomes),
    expected: expectedOf(outcomes),
    unverified: share(({ lapses }) => lapses.some((lapse) => lapse.of === 'verification')),
    commandLapsed: share(({ lapses }) => lapses.some((lapse) => lapse.of === 'command')),
    causes: causesOf(outcomes),
    missed: counted(outcomes, ({ missed }) => missed.map((one) => one.obligation)).map(([obligation, one]) => ({
      obligation,
      share: one,
      ...(ours.has(obligation) ? { ours: true as const } : {}),
    })),
    undone: counted(outcomes, ({ undone }) => undone).map(([task, one]) => ({ task, share: one })),
    overdue: counted(outcomes, ({ overdue }) => overdue).map(([task, one]) => ({ task, share: one })),
    overloaded: overloadedIn(outcomes),
    weaknesses: weaknessesOf(given, outcomes),
  };
}

function timesOf(outcomes: readonly Outcome[]): RehearsalReport['times'] {
  const times: RehearsalReport['times'] = {};
  for (const time of TIMES) {
    const taken = outcomes.flatMap((outcome) => outcome.times[time] ?? []);
    const summary = summaryOf(taken);
    if (summary !== undefined) times[time] = { ...summary, reached: shareOf(taken.length, outcomes.length) };
  }
  return times;
}

/** Of the runs in which the team was called. */
function quorumsOf(outcomes: readonly Outcome[]): RehearsalReport['quorums'] {
  const teams = new Map<string, Outcome['quorums']>();
  for (const one of outcomes.flatMap(({ quorums }) => quorums)) {
    const all = teams.get(one.team);
    if (all === undefined) teams.set(one.team, [one]);
    else all.push(one);
  }
  return [...teams].map(([team, all]) => {
    const took = summaryOf(all.flatMap((one) => one.took ?? []));
    const late = shareOf(all.filter(({ missed }) => missed).length, all.length);
    return { team, late, ...(took === undefined ? {} : { took }) };
  });
}

function expectedOf(outcomes: readonly Outcome[]): RehearsalReport['expected'] {
  const injects = new Map<string, Coming[]>();
  for (const { inject, came } of outcomes.flatMap(({ expected }) => expected)) {
    const all = injects.get(inject);
    if (all === undefined) injects.set(inject, [came]);
    else all.push(came);
  }
  return [...injects].map(([inject, all]) => {
    const share = (coming: Coming) => shareOf(all.filter((one) => one === coming).length, all.length);
    return { inject, inTime: share('inTime'), late: share('late'), missed: share('missed') };
  });
}

/** In how many runs each of them is named; the most frequent first. */
function counted(outcomes: readonly Outcome[], named: (outcome: Outcome) => string[]): [string, ShareOf][] {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) for (const id of new Set(named(outcome))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([id, count]) => [id, shareOf(count, outcomes.length)]);
}

function overloadedIn(outcomes: readonly Outcome[]): RehearsalReport['overloaded'] {
  const people = new Map<PersonId, Outcome['people']>();
  for (const one of outcomes.flatMap((outcome) => outcome.people)) {
    const all = people.get(one.person);
    if (all === undefined) people.set(one.person, [one]);
    else all.push(one);
  }
  return [...people]
    .flatMap(([person, all]) => {
      const tooMuch = all.filter(({ busy, mostWaiting }) => busy > TOO_LONG || mostWaiting >= TOO_MANY).length;
      const share = shareOf(tooMuch, outcomes.length);
      const busy = summaryOf(all.map((one) => one.busy));
      const waiting = summaryOf(all.map((one) => one.mostWaiting));
      if (share.share < OFTEN || busy === undefined || waiting === undefined) return [];
      return [{ person, share, busy, waiting }];
    })
    .sort((a, b) => b.share.share - a.share.share || (a.person < b.person ? -1 : 1));
}

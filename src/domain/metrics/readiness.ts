import { DAY } from '../time.js';
import { contactsVerified } from '../plan/contactsVerified.js';
import { daysBetween } from '../plan/days.js';
import type { Day } from '../plan/days.js';
import type { Instant } from '../time.js';
import type { LedgerItem } from '../plan/ledger.js';
import { holdersOf, isActive } from '../plan/roster.js';
import type { RosterDocument } from '../plan/roster.js';
import { present } from '../plan/rosterRemarks/check.js';
import { standInsFor } from '../plan/rosterRemarks/posts.js';
import type { PlanDocument } from '../plan/schema.js';
import { isExpired, isInspected, stockOf } from '../plan/stock.js';
import type { Resource } from '../plan/stock.js';

/** Why a share of readiness cannot be taken. */
export const READINESS_CODES = ['no_evaluation', 'none_in_plan', 'no_ledger', 'none_due'] as const;
export type ReadinessCode = (typeof READINESS_CODES)[number];

export type Ready = { met: number; of: number } | { unknown: ReadinessCode };

export const READINESS = ['posts', 'contacts', 'resources', 'planEvaluated', 'drills', 'actions'] as const;
export type Readiness = Record<(typeof READINESS)[number], Ready>;

/** Contacts count as verified for fewer days than this. */
const VERIFIED_FOR = 90;

/** In days, leap days included. */
const EVALUATED_FOR = 3 * 365.25;

/** Drills of the programme count that were to be held within this. */
const DRILLS_WITHIN = 365 * DAY;

/** A drill that is held within a day of its time is on schedule. */
const HELD_WITHIN = DAY;

/** Improvements count that fell due within this. */
export const ACTIONS_WITHIN = 365 * DAY;

/** A drill that the programme asked for. */
export interface ScheduledDrill {
  /** When it was to be held. */
  dueAt: Instant;
  /** Absent where it was not held: not yet, or the entry was paused, or there was no scenario for it. */
  startedAt?: Instant;
}

export interface ReadinessBasis {
  plan: PlanDocument;
  roster: RosterDocument;
  /** Absent where no ledger was ever brought in. */
  items: LedgerItem[] | undefined;
  /** The last evaluation of the plan, or else its approval. */
  evaluatedOn: Day | undefined;
  /** What the programme asked for; of entries of the plan. */
  scheduled: ScheduledDrill[];
  /** Of the improvements that fell due lately, those that were done by then and are verified. */
  actions: { met: number; of: number };
  today: Day;
  at: Instant;
}

export function readinessOf(basis: ReadinessBasis): Readiness {
  return {
    posts: posts(basis),
    contacts: contacts(basis),
    resources: resources(basis),
    planEvaluated: evaluated(basis),
    drills: drills(basis),
    actions: basis.actions.of === 0 ? { unknown: 'none_due' } : basis.actions,
  };
}

/** Posts whose primary holder is there today, and somebody who may stand in as well. Deputies of command are the stand-in. */
function posts({ plan, roster, today }: ReadinessBasis): Ready {
  const holders = holdersOf(roster);
  const people = new Map(roster.people.map((person) => [person.id, person]));
  const isThere = (ids: string[]) => present({ people, today }, ids).length > 0;
  return part(plan.posts, (post) => {
    const [primary] = holders[post.id] ?? [];
    if (primary === undefined || !isThere([primary])) return false;
    return plan.command.deputies.includes(post.id) || isThere(standInsFor({ holders, plan }, post));
  });
}

function contacts({ roster, today }: ReadinessBasis): Ready {
  return part(roster.people.filter(isActive), (person) => contactsVerified(person, VERIFIED_FOR - 1, today));
}

/** Resources of which there is the minimum, everything of it inspected. */
function resources({ plan, items, today }: ReadinessBasis): Ready {
  if (items === undefined) return { unknown: 'no_ledger' };
  return part(plan.resources ?? [], (resource) => isReady(resource, items, today));
}

function isReady(resource: Resource, ledger: LedgerItem[], today: Day): boolean {
  const { items, state } = stockOf(resource, ledger, today);
  const good = items.filter((item) => !isExpired(item, today));
  return (state === 'sufficient' || state === 'reorder') && good.every((item) => isInspected(item, resource, today));
}

function evaluated({ evaluatedOn, today }: ReadinessBasis): Ready {
  if (evaluatedOn === undefined) return { unknown: 'no_evaluation' };
  return { met: daysBetween(evaluatedOn, today) < EVALUATED_FOR ? 1 : 0, of: 1 };
}

function drills({ plan, scheduled, at }: ReadinessBasis): Ready {
  if ((plan.drills?.programme ?? []).length === 0) return { unknown: 'none_in_plan' };
  const over = scheduled.filter(({ dueAt }) => dueAt > at - DRILLS_WITHIN && dueAt + HELD_WITHIN <= at);
  if (over.length === 0) return { unknown: 'none_due' };
  return part(over, ({ dueAt, startedAt }) => startedAt !== undefined && startedAt <= dueAt + HELD_WITHIN);
}

function part<T>(all: T[], isMet: (one: T) => boolean): Ready {
  return all.length === 0 ? { unknown: 'none_in_plan' } : { met: all.filter(isMet).length, of: all.length };
}

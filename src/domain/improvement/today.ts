import type { PersonId, PostId } from '../plan/compiled.js';
import { parseDuration } from '../plan/duration.js';
import { holdersOf, isActive } from '../plan/roster.js';
import type { RosterDocument } from '../plan/roster.js';
import type { PlanDocument } from '../plan/schema.js';
import type { Duration } from '../time.js';
import type { Ground, WhoIsThere } from './people.js';

/** What the plan in force and the roster of today say about who is there. */
export function whoIsThere(plan: PlanDocument, roster: RosterDocument): WhoIsThere {
  const active = new Set(roster.people.filter(isActive).map(({ id }) => id));
  return {
    ...keepersIn(plan),
    holders: holdersOf(roster),
    isThere: (person) => active.has(person),
    deputiesOf: (post) => plan.posts.find(({ id }) => id === post)?.deputies ?? [],
  };
}

/** How often the plan has each improvement looked at; where it says nothing, monthly. */
export function reviewEveryOf({ aftermath }: PlanDocument): Duration {
  return parseDuration(aftermath?.improvements?.reviewEvery ?? '30d');
}

/** The same, as somebody's decision is judged by it; `person` is absent for the operator. */
export function groundFor(plan: PlanDocument, roster: RosterDocument, person: PersonId | undefined): Ground {
  const holders = holdersOf(roster);
  const held = Object.keys(holders).filter((post) => person !== undefined && holders[post]?.includes(person));
  const standsInFor = plan.posts.filter(({ deputies }) => deputies?.some((post) => held.includes(post)));
  return {
    ...keepersIn(plan),
    types: plan.aftermath?.improvements?.types.map(({ id }) => id) ?? [],
    held,
    standsInFor: standsInFor.map(({ id }) => id),
  };
}

function keepersIn({ aftermath, command }: PlanDocument): { keeper?: PostId; command: PostId[] } {
  const keeper = aftermath?.improvements?.owner;
  return { ...(keeper === undefined ? {} : { keeper }), command: [command.commander, ...command.deputies] };
}

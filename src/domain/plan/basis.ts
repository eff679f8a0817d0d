import type { Basis, PersonFacts } from './compiled.js';
import { compilePlan } from './compile.js';
import { addDays, startOfDay } from './days.js';
import type { People } from './peopleChange.js';
import { holdersOf } from './roster.js';
import type { Person, RosterDocument } from './roster.js';
import type { PlanDocument } from './schema.js';

/** Where the plan has no calendar, days begin in UTC. */
const NO_ZONE = 'UTC';

/** What an incident that is reported now is pinned to: the rules, and who is there to carry them out. */
export function basisOf(plan: PlanDocument, hash: string, roster: RosterDocument): Basis {
  return { plan: compilePlan(plan, hash), ...peopleOf(plan, roster) };
}

/** Days begin where the plan's calendar says. */
export function peopleOf(plan: Pick<PlanDocument, 'calendar'>, roster: RosterDocument): Required<People> {
  const holders = holdersOf(roster);
  const holding = new Set(Object.values(holders).flat());
  const zone = plan.calendar?.zone ?? NO_ZONE;
  const facts = roster.people
    .filter(({ id }) => holding.has(id))
    .map((person): [string, PersonFacts] => [person.id, factsOf(person, zone)])
    .filter(([, known]) => Object.keys(known).length > 0);
  return { holders, people: Object.fromEntries(facts) };
}

function factsOf({ qualifications = [], away = [] }: Person, zone: string): PersonFacts {
  return {
    ...(qualifications.length === 0
      ? {}
      : {
          qualifications: qualifications.map(({ qualification, until }) => ({
            qualification,
            ...(until === undefined ? {} : { until: startOfDay(addDays(until, 1), zone) }),
          })),
        }),
    ...(away.length === 0
      ? {}
      : {
          away: away.map(({ from, to }) => ({ from: startOfDay(from, zone), until: startOfDay(addDays(to, 1), zone) })),
        }),
  };
}

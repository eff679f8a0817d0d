import { whoIsThere } from '../improvement/today.js';
import type { PersonId, PostId } from '../plan/compiled.js';
import type { RosterDocument } from '../plan/roster.js';
import type { Day } from '../plan/days.js';
import type { PlanDocument } from '../plan/schema.js';

/**
 * Whose something is, by plan and roster. Whoever has left is passed over, whoever is away where somebody else is there, and command
 * answers for what nobody else does.
 */
export interface Owners {
  person(id: PersonId): PersonId[];
  /** The first of the holders of these posts and of their deputies who is there, or else the first. */
  posts(...posts: (PostId | undefined)[]): PersonId[];
  /** Whoever leads those in this post: the lead of its team; of a lead, command. */
  above(post: PostId): PersonId[];
  command: PersonId[];
}

export function ownersIn(plan: PlanDocument, roster: RosterDocument, today: Day): Owners {
  const { holders, isThere, deputiesOf, command } = whoIsThere(plan, roster);
  const away = new Set(roster.people.filter((one) => isAway(one, today)).map(({ id }) => id));
  const firstOf = (people: PersonId[]) => [...people.filter((id) => !away.has(id)), ...people].slice(0, 1);
  const commanders = firstOf(command.flatMap((post) => holders[post] ?? []));
  const leads = new Map(plan.teams.map(({ id, lead }) => [id, lead]));

  function posts(...wanted: (PostId | undefined)[]): PersonId[] {
    const all = wanted.flatMap((post) => (post === undefined ? [] : [post, ...deputiesOf(post)]));
    const first = firstOf(all.flatMap((post) => holders[post] ?? []));
    return first.length === 0 ? commanders : first;
  }

  return {
    person: (id) => (isThere(id) ? [id] : commanders),
    posts,
    above(post) {
      const team = plan.posts.find(({ id }) => id === post)?.team;
      const lead = team === undefined ? undefined : leads.get(team);
      return lead === undefined || lead === post ? commanders : posts(lead);
    },
    command: commanders,
  };
}

function isAway({ away = [] }: RosterDocument['people'][number], today: Day): boolean {
  return away.some(({ from, to }) => from <= today && today <= to);
}

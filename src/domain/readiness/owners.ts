import { whoIsThere } from '../improvement/today.js';
import type { PersonId, PostId } from '../plan/compiled.js';
import type { RosterDocument } from '../plan/roster.js';
import type { PlanDocument } from '../plan/schema.js';

/** Whose something is, by plan and roster. Whoever has left is passed over, and command answers for what nobody else does. */
export interface Owners {
  person(id: PersonId): PersonId[];
  /** The first holder of the first of these posts that is filled, or of a deputy's. */
  posts(...posts: (PostId | undefined)[]): PersonId[];
  /** Whoever leads those in this post: the lead of its team; of a lead, command. */
  above(post: PostId): PersonId[];
  command: PersonId[];
}

export function ownersIn(plan: PlanDocument, roster: RosterDocument): Owners {
  const { holders, isThere, deputiesOf, command } = whoIsThere(plan, roster);
  const commanders = command.flatMap((post) => holders[post]?.[0] ?? []).slice(0, 1);
  const leads = new Map(plan.teams.map(({ id, lead }) => [id, lead]));

  function posts(...wanted: (PostId | undefined)[]): PersonId[] {
    const all = wanted.flatMap((post) => (post === undefined ? [] : [post, ...deputiesOf(post)]));
    const [first] = all.flatMap((post) => holders[post] ?? []);
    return first === undefined ? commanders : [first];
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

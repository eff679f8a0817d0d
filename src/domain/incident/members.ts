import type { PersonId, TeamId } from '../plan/compiled.js';
import type { State } from './state.js';

/** Everybody who holds a post of the team, each once. */
export function teamMembers({ basis }: State, team: TeamId): PersonId[] {
  const posts = basis.plan.posts.filter((post) => post.team === team);
  return [...new Set(posts.flatMap((post) => basis.holders[post.id] ?? []))];
}

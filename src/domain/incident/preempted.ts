import type { Holders, PersonId } from '../plan/compiled.js';
import type { State } from './state.js';

type Claimed = Pick<State, 'claims'>;

/** A real incident has taken this person out of the drill, and the drill goes on without. */
export function isPreempted({ claims }: Claimed, person: PersonId): boolean {
  return claims.preempted?.includes(person) === true;
}

/** Whoever fills these posts without the people whom a real incident has taken. */
export function withoutPreempted(holders: Holders, taken: readonly PersonId[] = []): Holders {
  if (taken.length === 0) return holders;
  const left = Object.entries(holders).map(([post, people]) => [post, people.filter((one) => !taken.includes(one))]);
  return Object.fromEntries(left) as Holders;
}

import type { PersonId } from '../plan/compiled.js';
import type { State } from './state.js';

const { hasOwn } = Object;

/** Another live incident holds this person, and nobody has decided yet: then nobody counts on the person. */
export function isContested({ claims }: State, person: PersonId): boolean {
  return hasOwn(claims.contested, person);
}

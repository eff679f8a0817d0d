import type { PersonId } from '../plan/compiled.js';
import type { State } from './state.js';

/** Another live incident claims this person too, and nobody has decided yet: then nobody counts on the person. */
export function isContested(_state: State, _person: PersonId): boolean {
  return false;
}

import type { PersonId } from '../plan/compiled.js';
import type { Person, RosterDocument } from '../plan/roster.js';
import { redacted } from './redacted.js';
import type { Traces } from './traces.js';

/** A version of the roster without somebody. Who held which post then stays, by id. */
export function rosterWithout(roster: RosterDocument, person: PersonId, traces: Traces): RosterDocument {
  const people = roster.people.filter(({ id }) => id !== person);
  return redacted({ ...roster, people }, (text) => traces.finds(text)).value;
}

/** As the versions have this person, each way once. */
export function entriesOf(rosters: readonly RosterDocument[], person: PersonId): Person[] {
  return rosters.flatMap(({ people }) => people.filter(({ id }) => id === person));
}

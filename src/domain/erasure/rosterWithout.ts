import type { PersonId } from '../plan/compiled.js';
import type { Person, RosterDocument } from '../plan/roster.js';
import { redacted } from './redacted.js';
import type { PersonTraces } from './traces.js';

/** A version of the roster without somebody. Who held which post then stays, by id; so do names and contacts of others. */
export function rosterWithout(roster: RosterDocument, person: PersonId, { certain }: PersonTraces): RosterDocument {
  const people = roster.people
    .filter(({ id }) => id !== person)
    .map((other) => {
      if (other.unit === undefined) return other;
      return { ...other, unit: redacted(other.unit, (text) => certain.finds(text)).value };
    });
  return { ...roster, people };
}

/** Whose entries these are that a version loses or changes. */
export function entriesChanged(before: RosterDocument, after: RosterDocument): PersonId[] {
  const left = new Map(after.people.map((one) => [one.id, JSON.stringify(one)]));
  return before.people.filter((one) => left.get(one.id) !== JSON.stringify(one)).map(({ id }) => id);
}

/** As the versions have this person, each way once. */
export function entriesOf(rosters: readonly RosterDocument[], person: PersonId): Person[] {
  return rosters.flatMap(({ people }) => people.filter(({ id }) => id === person));
}

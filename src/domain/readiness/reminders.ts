import type { PersonId } from '../plan/compiled.js';
import type { Duration, Instant } from '../time.js';
import type { Finding } from './finding.js';

/** That a person was told of a finding, and what it was about then. */
export interface ToldOf {
  key: string;
  person: PersonId;
  at: Instant;
  about: string[];
}

export interface Reminders {
  /** By person, the findings that are theirs and are told now. */
  people: Map<PersonId, Finding[]>;
  told: ToldOf[];
}

/** Nobody is told again of what stays as it was, before the plan's time has passed since; what has grown is told at once. */
export function remindersOf(
  findings: readonly Finding[],
  before: readonly ToldOf[],
  at: Instant,
  remindEvery: Duration,
): Reminders {
  const known = new Map(before.map((one) => [`${one.person} ${one.key}`, one]));
  const people = new Map<PersonId, Finding[]>();
  const told: ToldOf[] = [];
  for (const finding of findings) {
    const { key, about = [] } = finding;
    for (const person of finding.owners) {
      const last = known.get(`${person} ${key}`);
      const isSame = last !== undefined && about.every((one) => last.about.includes(one));
      if (isSame && at < last.at + remindEvery) continue;
      people.set(person, [...(people.get(person) ?? []), finding]);
      told.push({ key, person, at, about });
    }
  }
  return { people, told };
}

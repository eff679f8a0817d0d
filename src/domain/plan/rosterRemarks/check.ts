import type { Holders, PersonId } from '../compiled.js';
import type { Day } from '../days.js';
import { isActive } from '../roster.js';
import type { Person, RosterDocument } from '../roster.js';
import type { PlanDocument } from '../schema.js';

/** What a roster is looked at with. */
export interface RosterCheck {
  roster: RosterDocument;
  people: ReadonlyMap<PersonId, Person>;
  plan: PlanDocument;
  today: Day;
  verifiedWithinDays: number;
  /** Active ones only. */
  holders: Holders;
}

export type RosterRemarkCode =
  | 'shared_phone'
  | 'suspected_double'
  | 'contacts_unverified'
  | 'post_vacant'
  | 'post_without_deputy'
  | 'post_uncovered'
  | 'conflicting_posts'
  | 'person_without_post'
  | 'unknown_qualification'
  | 'qualification_expired'
  | 'holder_unqualified'
  | 'team_too_small'
  | 'team_unqualified'
  | 'id_from_name';

/** People who can be called, with their place in the roster. */
export function activePeople({ roster }: Pick<RosterCheck, 'roster'>): { person: Person; i: number }[] {
  return roster.people.map((person, i) => ({ person, i })).filter(({ person }) => isActive(person));
}

function isAway({ away = [] }: Person, today: Day): boolean {
  return away.some(({ from, to }) => from <= today && today <= to);
}

export function isQualified({ qualifications = [] }: Person, qualification: string, today: Day): boolean {
  return qualifications.some((held) => held.qualification === qualification && (held.until ?? today) >= today);
}

/** Those of them who are not away today. */
export function present({ people, today }: Pick<RosterCheck, 'people' | 'today'>, ids: PersonId[]): Person[] {
  return ids.flatMap((id) => people.get(id) ?? []).filter((person) => !isAway(person, today));
}

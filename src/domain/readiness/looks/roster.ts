import { holdersOf, isActive } from '../../plan/roster.js';
import type { Remark } from '../../plan/remark.js';
import type { RosterCheck, RosterRemarkCode } from '../../plan/rosterRemarks/check.js';
import { contactRemarks } from '../../plan/rosterRemarks/contacts.js';
import { postRemarks } from '../../plan/rosterRemarks/posts.js';
import { qualificationRemarks } from '../../plan/rosterRemarks/qualifications.js';
import { teamRemarks } from '../../plan/rosterRemarks/teams.js';
import type { ReadinessFacts } from '../facts.js';
import type { Fault, FindingCode, Look, Subject } from '../finding.js';
import type { Owners } from '../owners.js';
import { readinessRules, wholeDays } from '../rules.js';

/** Posts that are filled by people who are there, and teams in the strength in which the plan calls them. */
export function people(facts: ReadinessFacts, owners: Owners): Look[] {
  const check = checkOf(facts);
  const remarks = postRemarks(check).filter(({ code }) => code !== 'post_without_deputy');
  return [
    ...facts.plan.posts.map(({ id }) => ofPost(check, remarks, id, owners)),
    ...facts.plan.mobilisation.map((wanted) => {
      const own = teamRemarks({ ...check, plan: { ...facts.plan, mobilisation: [wanted] } });
      const lead = facts.plan.teams.find(({ id }) => id === wanted.team)?.lead;
      return look(own, { kind: 'team', id: wanted.team }, owners.posts(lead));
    }),
  ];
}

/** Posts for which somebody may stand in. */
export function deputies(facts: ReadinessFacts, owners: Owners): Look[] {
  const check = checkOf(facts);
  const remarks = postRemarks(check).filter(({ code }) => code === 'post_without_deputy');
  return facts.plan.posts.map(({ id }) => ofPost(check, remarks, id, owners));
}

/** People who can be reached, as themselves. */
export function contacts(facts: ReadinessFacts, owners: Owners): Look[] {
  return byPerson(facts, contactRemarks(checkOf(facts)), owners);
}

/** Faults of what each person is qualified for; training joins them. */
export function qualificationFaults(facts: ReadinessFacts, owners: Owners): Look[] {
  return byPerson(facts, qualificationRemarks(checkOf(facts)), owners);
}

function checkOf({ plan, roster, today }: ReadinessFacts): RosterCheck {
  // Each post has its entry, so that a remark on an empty one says which.
  const empty = Object.fromEntries(plan.posts.map(({ id }) => [id, [] as string[]]));
  const filled = { ...roster, holders: { ...empty, ...roster.holders } };
  return {
    ...{ roster: filled, plan, today, holders: holdersOf(filled) },
    people: new Map(roster.people.map((person) => [person.id, person])),
    verifiedWithinDays: wholeDays(readinessRules(plan).contactsWithin),
  };
}

function ofPost(check: RosterCheck, remarks: Remark<RosterRemarkCode>[], post: string, owners: Owners): Look {
  const own = remarks.filter(({ path: [section, id] }) => section === 'holders' && id === post);
  return look(own, { kind: 'post', id: post }, owners.above(post));
}

function byPerson({ roster }: ReadinessFacts, remarks: Remark<RosterRemarkCode>[], owners: Owners): Look[] {
  return roster.people.filter(isActive).map(({ id }) => {
    const own = remarks.filter(({ path: [section, of, n] }) => {
      const person = section === 'people' ? roster.people[Number(of)]?.id : roster.holders[String(of)]?.[Number(n)];
      return person === id;
    });
    return look(own, { kind: 'person', id }, owners.person(id));
  });
}

/** What may well be meant so is no fault. */
export function look(remarks: readonly Remark[], subject: Subject, owners: Fault['owners']): Look {
  const faults = remarks
    .filter(({ severity }) => severity === 'warning')
    .map(({ code, found, todo }) => ({ code: code as FindingCode, subject, found, todo, owners }));
  return { things: 1, faults };
}

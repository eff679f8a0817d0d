import { z } from 'zod';
import type { Holders, PostId } from './compiled.js';
import { date, id, languages, listOf, name, phone, record, words } from './fields.js';
import type { Checked } from './issues.js';
import { MOST_OF_ONE } from './peopleChange.js';
import { rosterPlanIssues } from './rosterAgainstPlan.js';
import { rosterOwnIssues } from './rosterOwnIssues.js';
import type { PlanDocument } from './schema.js';
import { shapeIssues } from './shape.js';

/** Of one person alone, but for `phone`, which may be that of a room. Chat ids as their server knows them. */
const contacts = record({
  email: z.email('bad_email'),
  mobile: phone.exactOptional(),
  phone: phone.exactOptional(),
  wecom: words.exactOptional(),
  dingtalk: words.exactOptional(),
  feishu: words.exactOptional(),
});

/** The largest organisations, with room; the request that brings them in is bounded in bytes as well. */
const MOST_PEOPLE = 100_000;

/** The people and the posts that they hold. Changes without a new version of the plan. */
const rosterSchema = record({
  people: listOf(
    record({
      id,
      name,
      /** The department. */
      unit: name.exactOptional(),
      /** Most preferred first. */
      languages,
      contacts,
      /** What the person can do, by the ids of the plan; `until`: the last day on which that is taken as given. */
      qualifications: listOf(record({ qualification: id, until: date.exactOptional() }), MOST_OF_ONE).exactOptional(),
      /** Which training of the plan the person has had, and when last. */
      trained: listOf(record({ training: id, on: date }), MOST_OF_ONE).exactOptional(),
      /** Known absences, first and last day. They are for the check alone: whoever is away is called all the same. */
      away: listOf(record({ from: date, to: date }), MOST_OF_ONE).exactOptional(),
      /** When somebody last made sure that the contacts reach this person. */
      verifiedAt: date.exactOptional(),
      /** `false`: stays on the record, holds no post now. */
      active: z.boolean().exactOptional(),
    }),
    MOST_PEOPLE,
  ),
  /** The primary holder of each post first. */
  holders: z.record(id, z.array(id)),
});

export type RosterDocument = z.infer<typeof rosterSchema>;
export type Person = RosterDocument['people'][number];

/** With a plan, also whether these people can run it; `coming`: further posts that the roster may fill. */
export function checkRoster(document: unknown, plan?: PlanDocument, coming: PostId[] = []): Checked<RosterDocument> {
  const parsed = rosterSchema.safeParse(document);
  if (!parsed.success) return { issues: shapeIssues(parsed.error.issues, document) };
  const roster = parsed.data;
  const issues = [
    ...rosterOwnIssues(roster),
    ...(plan ? rosterPlanIssues(roster, holdersOf(roster), plan, coming) : []),
  ];
  return issues.length === 0 ? { document: roster } : { issues };
}

/** Who holds which post now, the primary holder first; whoever is not active is passed over. */
export function holdersOf(roster: RosterDocument): Holders {
  const active = new Set(roster.people.filter(isActive).map((person) => person.id));
  return Object.fromEntries(
    Object.entries(roster.holders).map(([post, people]) => [post, people.filter((person) => active.has(person))]),
  );
}

export function isActive(person: Person): boolean {
  return person.active !== false;
}

import type { Day } from './days.js';
import type { Remark } from './remark.js';
import { holdersOf } from './roster.js';
import type { RosterDocument } from './roster.js';
import { idRemarks } from './rosterRemarks/ids.js';
import { contactRemarks } from './rosterRemarks/contacts.js';
import type { RosterCheck, RosterRemarkCode } from './rosterRemarks/check.js';
import { postRemarks } from './rosterRemarks/posts.js';
import { qualificationRemarks } from './rosterRemarks/qualifications.js';
import { teamRemarks } from './rosterRemarks/teams.js';
import type { PlanDocument } from './schema.js';

/** Contacts that nobody has tried for so many days are doubted, unless another number is asked for. */
export const VERIFIED_WITHIN_DAYS = 90;

interface Today {
  /** The domain has no clock. */
  today: Day;
  verifiedWithinDays?: number;
}

/** What should be looked into in a roster that can run this plan. */
export function rosterRemarks(
  roster: RosterDocument,
  plan: PlanDocument,
  { today, verifiedWithinDays = VERIFIED_WITHIN_DAYS }: Today,
): Remark<RosterRemarkCode>[] {
  const people = new Map(roster.people.map((person) => [person.id, person]));
  const check: RosterCheck = { roster, people, plan, today, verifiedWithinDays, holders: holdersOf(roster) };
  return [contactRemarks, postRemarks, qualificationRemarks, teamRemarks, idRemarks].flatMap((remarks) =>
    remarks(check),
  );
}

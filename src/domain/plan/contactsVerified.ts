import { daysBetween } from './days.js';
import type { Day } from './days.js';
import type { Person } from './roster.js';

/** Whether somebody has made sure within so many days that the contacts reach this person. A day to come counts for nothing. */
export function contactsVerified({ verifiedAt }: Pick<Person, 'verifiedAt'>, withinDays: number, today: Day): boolean {
  if (verifiedAt === undefined) return false;
  const days = daysBetween(verifiedAt, today);
  return days >= 0 && days <= withinDays;
}

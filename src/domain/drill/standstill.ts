import type { ClockSlice } from '../incident/state.js';
import type { PersonId } from '../plan/compiled.js';
import { DAY, HOUR } from '../time.js';
import type { Instant } from '../time.js';
import { isSimulated } from './people.js';
import type { DrillState } from './state.js';

/** By the wall clock; after that once a day. */
const FIRST_REMINDED_AFTER = HOUR;

type Standstill = NonNullable<DrillState['standstill']>;

/** Since when it stands still, with the clock that its incident shows from `at` on. */
export function standingStill(
  { rules, standstill }: DrillState,
  { pace }: ClockSlice,
  at: Instant,
): Standstill | undefined {
  if (rules.edition !== 2 || pace > 0) return undefined;
  return standstill ?? { since: at, remindAt: at + FIRST_REMINDED_AFTER, told: [] };
}

export function remindedAgain(standstill: Standstill, people: PersonId[], at: Instant): Standstill {
  return { ...standstill, remindAt: at + DAY, told: [...new Set([...standstill.told, ...people])] };
}

/**
 * Whom it is time to tell that it still stands still, and when: whoever directs it, and those who approve drills where a real
 * incident has the director, or nothing has come of the first time. Where none of them is there, whoever else may stop it.
 */
export function remindedOfStandstill(
  state: DrillState,
): { at: Instant; since: Instant; people: PersonId[] } | undefined {
  const { status, standstill, roles, rules, preempted } = state;
  if (status !== 'running' || standstill === undefined) return undefined;
  const isThere = (person: PersonId) => !isSimulated(state, person) && !preempted?.people.includes(person);
  const director = [roles.director].filter(isThere);
  const approvers = rules.approvers.filter(isThere);
  const first = standstill.told.length === 0 && director.length > 0 ? director : [...director, ...approvers];
  const people = first.length > 0 ? first : [...roles.controllers, ...roles.safety].filter(isThere);
  if (people.length === 0) return undefined;
  return { at: standstill.remindAt, since: standstill.since, people: [...new Set(people)] };
}

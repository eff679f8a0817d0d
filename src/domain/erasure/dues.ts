import type { PersonId } from '../plan/compiled.js';
import { daysBetween } from '../plan/days.js';
import type { Day } from '../plan/days.js';
import { holdersOf } from '../plan/roster.js';
import type { RosterDocument } from '../plan/roster.js';
import type { PlanDocument } from '../plan/schema.js';
import type { Instant } from '../time.js';

/** An incident whose personal data has a day of destruction. */
export interface DestructionDue {
  incidentId: string;
  destroyBy: Instant;
  /** Where that was after the day: nothing is destroyed before. */
  closedAt?: Instant;
}

const AGAIN_AFTER_DAYS = 7;

/**
 * What the mail of today says: all that is due, once something new is, and otherwise every week until it is done. `told`:
 * the day of the last mail, and until when it told.
 */
export function destructionsToTell<T extends DestructionDue>(
  due: readonly T[],
  told: { day: Day; at: Instant } | undefined,
  today: Day,
): readonly T[] {
  if (told === undefined) return due;
  const news = due.some(({ destroyBy, closedAt = destroyBy }) => closedAt > told.at);
  return news || daysBetween(told.day, today) >= AGAIN_AFTER_DAYS ? due : [];
}

/** Who answers for the destruction; where nobody holds that post, whoever commands. */
export function destructionOwners(
  { aftermath, command }: Pick<PlanDocument, 'aftermath' | 'command'>,
  roster: RosterDocument,
): PersonId[] {
  const holders = holdersOf(roster);
  const owners = holders[aftermath?.personalData?.owner ?? ''] ?? [];
  return owners.length > 0 ? owners : (holders[command.commander] ?? []);
}

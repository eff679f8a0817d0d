import type { Request } from 'express';
import { everybody } from '../../domain/drill/index.js';
import type { DrillRoles, SimulateAbsent } from '../../domain/drill/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import { holdersOf } from '../../domain/plan/roster.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import { actorOf } from '../auth.js';
import { ProblemError } from '../problemError.js';

export interface WhoIsAbsent {
  simulateAbsent?: boolean | undefined;
  present?: PersonId[] | undefined;
  seed?: number | undefined;
}

/** Everybody with a part in it, and who is said to be there: all of them in the roster. */
export function mustBeKnown(roster: RosterDocument, people: readonly PersonId[]): void {
  const known = new Set(roster.people.map(({ id }) => id));
  const strangers = [...new Set(people.filter((person) => !known.has(person)))];
  if (strangers.length > 0) throw new ProblemError('unknown_drill_people', { people: strangers });
}

/** Everybody with a part or a post who is not there. A seed that nobody names is the same for a repeat of the request. */
export function absentFrom(
  { simulateAbsent, present, seed }: WhoIsAbsent,
  req: Request,
  { drill, roles, roster }: { drill: string; roles: DrillRoles; roster: RosterDocument },
): SimulateAbsent | undefined {
  if (simulateAbsent !== true) return undefined;
  const actor = actorOf(req);
  const there = present ?? (actor.kind === 'person' ? [actor.id] : []);
  const all = [...everybody({ roles }), ...Object.values(holdersOf(roster)).flat()];
  const people = [...new Set(all)].filter((person) => !there.includes(person)).sort();
  return { seed: seed ?? (Number.parseInt(drill.slice(-7), 16) || 0), people };
}

import type { Request } from 'express';
import type { z } from 'zod';
import { departmentsOf, everybody } from '../../domain/drill/index.js';
import type { DrillRoles, DrillState, Revision } from '../../domain/drill/index.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import { compact } from '../compact.js';
import type { DrillDecisionRequest } from '../contract.js';
import type { ApiParts } from '../deps.js';
import { unavailable } from '../problemError.js';
import { absentFrom, mustBeKnown } from './people.js';

type Asked = Omit<Extract<z.infer<typeof DrillDecisionRequest>, { action: 'revise' }>, 'action' | 'ifSeq'>;

/** People are those of the roster of today, with the posts that they hold today. */
export async function revisionFrom(
  { store }: ApiParts,
  req: Request,
  state: DrillState | undefined,
  { roles: given = {}, pace, plannedAt, ...absent }: Asked,
): Promise<Revision> {
  if (state === undefined) return {};
  const begins = typeof plannedAt === 'string' ? Date.parse(plannedAt) : plannedAt;
  const stored = await store.currentRoster();
  if (!stored) throw unavailable('no_plan');
  const roster = stored.document as RosterDocument;
  const changed: Partial<DrillRoles> = compact(given);
  const roles: DrillRoles = { ...state.roles, ...changed };
  const known = everybody(state);
  const fresh = everybody({ roles }).filter((person) => !known.includes(person));
  mustBeKnown(roster, [...fresh, ...(absent.present ?? [])]);
  const posts = departmentsOf(roster);
  const unknown = fresh.filter((person) => state.rules.departments[person] === undefined);
  return {
    ...(Object.keys(changed).length === 0 ? {} : { roles: changed }),
    ...compact({ pace }),
    ...(begins === undefined ? {} : { plannedAt: begins }),
    ...(absent.simulateAbsent === undefined
      ? {}
      : { simulateAbsent: absentFrom(absent, req, { drill: state.drill, roles, roster }) ?? null }),
    ...(unknown.length === 0
      ? {}
      : { departments: Object.fromEntries(unknown.map((person) => [person, posts[person] ?? []])) }),
  };
}

import { FASTEST_PACE } from '../incident/clock.js';
import { printOf } from '../incident/fingerprint.js';
import { SYSTEM } from '../incident/actor.js';
import { MINUTE } from '../time.js';
import type { Instant } from '../time.js';
import type { DrillEventOf } from './events.js';
import type { DrillRoles, MessageOf } from './messages.js';
import { refuse } from './refusals.js';
import type { Refused } from './refusals.js';
import type { DrillState } from './state.js';

type Revised = DrillEventOf<'schemeRevised'>;
type Body = Pick<Revised, 'type' | 'roles' | 'pace' | 'plannedAt' | 'simulateAbsent' | 'departments'>;

/**
 * Changes what a scheme says of people, pace and time. What was before command already is taken back by that: nobody approves
 * what they have not read.
 */
export function revise(state: DrillState, message: MessageOf<'revise'>, at: Instant): [Body | Refused] {
  const { pace, plannedAt, simulateAbsent, departments } = message;
  const odd = pace === undefined ? undefined : oddPace(pace);
  const past = state.rules.edition === 2 ? beginsInThePast(plannedAt, at) : undefined;
  const wrong = odd ?? past;
  if (wrong !== undefined) return [wrong];
  const roles: DrillRoles = { ...state.roles, ...message.roles };
  const changed = {
    ...(isSame(roles, state.roles) ? {} : { roles }),
    ...(pace === undefined || pace === state.pace ? {} : { pace }),
    ...(plannedAt === undefined || plannedAt === (state.plannedAt ?? null) ? {} : { plannedAt }),
    ...(simulateAbsent === undefined || isSame(simulateAbsent, state.simulateAbsent ?? null) ? {} : { simulateAbsent }),
  };
  if (Object.keys(changed).length === 0) return [refuse('no_change')];
  const unknown = Object.entries(departments ?? {}).filter(([person]) => state.rules.departments[person] === undefined);
  const added = unknown.length === 0 ? {} : { departments: Object.fromEntries(unknown) };
  return [{ type: 'schemeRevised', ...changed, ...added }];
}

/** Whoever says it on their own clock may be a little behind. */
const CLOCKS_APART = MINUTE;

/** A drill that begins by itself begins later than now. */
export function beginsInThePast(plannedAt: Instant | null | undefined, now: Instant): Refused | undefined {
  if (typeof plannedAt !== 'number' || plannedAt >= now - CLOCKS_APART) return undefined;
  const iso = (at: Instant) => new Date(at).toISOString();
  return refuse('begins_in_the_past', { plannedAt: iso(plannedAt) }, { after: iso(now) });
}

export function revised(state: DrillState, event: Revised): DrillState {
  const { actor, roles = state.roles, pace = state.pace, departments } = event;
  const { plannedAt = state.plannedAt ?? null, simulateAbsent = state.simulateAbsent ?? null } = event;
  const { plannedAt: _, simulateAbsent: __, approvedAt: ___, approvalSimulated: ____, ...rest } = state;
  const { revisedBy = [] } = state;
  return {
    ...rest,
    ...{ status: 'drafting', roles, pace },
    // What was handed out said something else.
    papers: state.papers.filter(({ paper }) => paper !== 'scheme' && paper !== 'controllersScheme'),
    ...(plannedAt === null ? {} : { plannedAt }),
    ...(simulateAbsent === null ? {} : { simulateAbsent }),
    ...(departments === undefined
      ? {}
      : { rules: { ...state.rules, departments: { ...state.rules.departments, ...departments } } }),
    ...(actor.kind === 'person' ? { revisedBy: [...new Set([...revisedBy, actor.id])] } : {}),
    ...(actor.kind === 'operator' ? { draftedByOperator: true as const } : {}),
  };
}

export function oddPace(pace: number): Refused | undefined {
  if (pace >= 0 && pace <= FASTEST_PACE) return undefined;
  return refuse('pace_out_of_range', { pace }, { from: 0, to: FASTEST_PACE });
}

function isSame(a: object | null, b: object | null): boolean {
  return printOf(SYSTEM, { of: a }) === printOf(SYSTEM, { of: b });
}

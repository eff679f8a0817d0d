import { compileScenario } from '../plan/compile/scenario.js';
import type { RosterDocument } from '../plan/roster.js';
import type { PlanDocument } from '../plan/schema.js';
import type { Instant } from '../time.js';
import { drillRules, usualRoles } from './fromPlan.js';
import type { DrillsOfPlan } from './fromPlan.js';
import type { DrillOpening, DrillRules } from './messages.js';
import { whenMissed } from './programme.js';
import type { Appointment, Occurrence, ProgrammeEntry } from './programme.js';

export interface DrillGround {
  plan: PlanDocument & { drills: DrillsOfPlan };
  version: DrillRules['plan'];
  roster: RosterDocument;
}

/** What asks for a drill: the programme, or something else, such as an improvement that a drill has to prove. */
export type DrillWanted =
  | { entry: ProgrammeEntry; occurrence: Occurrence; appointment: Appointment }
  | {
      /** Of the drill; the same id is the same drill. */
      id: string;
      scenario: string;
      /** An id, such as of the improvement. */
      reason: string;
      dueAt: Instant;
      /** Default: all. */
      teams?: readonly string[];
    };

/** The same for the same occurrence, whoever opens it: no occurrence is drilled twice. */
export function scheduledDrillId(entry: Pick<ProgrammeEntry, 'id'>, occurrence: Pick<Occurrence, 'id'>): string {
  return `d-${entry.id}-${occurrence.id}`;
}

/** The opening of a drill that nobody opens by hand: its scheme goes to command at once. Undefined where the plan has no such scenario. */
export function planDrill(
  { plan, version, roster }: DrillGround,
  wanted: DrillWanted,
  at: Instant,
): DrillOpening | undefined {
  const { id, scenario, teams, ...about } = factsOf(wanted);
  if (!plan.scenarios?.some((known) => known.id === scenario)) return undefined;
  return {
    ...{ drill: id, incidentId: `${id}-incident`, scenario: compileScenario(plan, scenario) },
    roles: usualRoles(plan, roster, teams),
    rules: drillRules(plan, version, roster),
    ...{ pace: 1, ...about },
    by: { actor: { kind: 'system' }, via: 'system', requestId: `${id}/open` },
    at,
  };
}

function factsOf(wanted: DrillWanted) {
  if ('reason' in wanted) {
    const { id, scenario, teams, reason, dueAt } = wanted;
    return { id, scenario, teams, planned: { reason, whenMissed: 'replan' as const }, plannedAt: dueAt };
  }
  const { entry, occurrence, appointment } = wanted;
  const { dueAt, missed } = appointment;
  return {
    ...{ id: scheduledDrillId(entry, occurrence), scenario: entry.scenario, teams: entry.teams },
    ...{ programme: entry.id, scheduledFor: occurrence.opensAt, plannedAt: dueAt },
    planned: {
      ...{ occurrence: occurrence.id, whenMissed: whenMissed(entry) },
      ...(missed === undefined ? {} : { missed }),
    },
  };
}

import type { Duration } from '../../time.js';
import type { CategoryId, CriterionId, IncidentLevelId, PostId } from '../compiled.js';
import type { Facts, FactValue } from '../condition.js';
import { parseDuration } from '../duration.js';
import type { ScenarioEvent } from '../scenarioEvents.js';
import type { PlanDocument } from '../schema.js';
import { inMilliseconds } from './durations.js';

/** An event of the incident. `where`: its fields that have to be so; where the event has a list, the list has it. */
export interface Sought {
  event: ScenarioEvent;
  where?: Record<string, FactValue>;
}

/**
 * What players are to do, as it is recognised. `by`: whoever holds one of these posts. `within`: after the inject. `anew`: what
 * was done before the inject does not count.
 */
export interface Expectation extends Sought {
  by?: PostId[];
  within: Duration;
  anew?: true;
  /** Of the criteria of its objective those that it says something about. Absent: all. */
  shows?: CriterionId[];
  /** Whose task it is by the plan, or whose report to the authorities, with the deputy; anybody may do it all the same. */
  owners?: PostId[];
}

/** When an inject is played. `at` and `within` are counted from the start of the scenario. */
export type Trigger = { at: Duration } | { when: Sought } | { unless: Sought; within: Duration } | { byHand: true };

export interface Inject {
  id: string;
  trigger: Trigger;
  /** How long it keeps the players busy. */
  takes: Duration;
  /** What becomes known through it. */
  facts: Facts;
  /** Whoever holds one of these posts then cannot be reached from then on. */
  leaves?: PostId[];
  /** The posts of a team where a team plays. */
  players: PostId[];
  /** Of the scenario. */
  objective: string;
  expects: Expectation[];
  /** There are words for when none of that comes. */
  contingency?: true;
}

/** A scenario without its words, for machines that play it. No part of the compiled plan: incidents do not carry it. */
export interface Scenario {
  id: string;
  kind: 'tabletop' | 'live';
  category: CategoryId;
  /** The key: what the facts call for once all of them are known. */
  incidentLevel: IncidentLevelId;
  duration: Duration;
  /** Players hear of it when it begins. */
  unannounced?: true;
  reportFacts: Facts;
  objectives: { id: string; criteria: CriterionId[] }[];
  /** As they stand in the plan. */
  injects: Inject[];
}

type WrittenInject = NonNullable<PlanDocument['scenarios']>[number]['injects'][number];

/** Throws for a scenario that the plan does not have. */
export function compileScenario(document: PlanDocument, id: string): Scenario {
  const found = document.scenarios?.find((scenario) => scenario.id === id);
  if (found === undefined) throw new RangeError(`the plan has no scenario "${id}"`);
  const { kind, category, incidentLevel, duration, announced, report, objectives, injects } = found;
  return {
    id,
    kind,
    category,
    incidentLevel,
    duration: parseDuration(duration),
    ...(announced === false ? { unannounced: true } : {}),
    reportFacts: report?.facts ?? {},
    objectives: objectives.map((objective) => ({ id: objective.id, criteria: objective.criteria })),
    injects: injects.map((inject) => compileInject(inject, document)),
  };
}

function compileInject(written: WrittenInject, document: PlanDocument): Inject {
  const { posts } = document;
  const { id, takes, facts, leaves, players, objective, expects, contingency } = written;
  const played = players.flatMap((player) => {
    const ofTeam = posts.filter(({ team }) => team === player).map((post) => post.id);
    return ofTeam.length > 0 ? ofTeam : [player];
  });
  return {
    id,
    trigger: triggerOf(written),
    takes: parseDuration(takes),
    facts: facts ?? {},
    ...(leaves === undefined ? {} : { leaves }),
    players: [...new Set(played)],
    objective,
    expects: (expects ?? []).map((one) => ({ ...inMilliseconds('within')(one), ...ownersOf(one.where, document) })),
    ...(contingency === undefined ? {} : { contingency: true }),
  };
}

function ownersOf(where: Sought['where'], { tasks = [], obligations = [] }: PlanDocument): Pick<Expectation, 'owners'> {
  const task = tasks.find(({ id }) => id === where?.['task']);
  if (task !== undefined) return { owners: [task.owner] };
  const report = obligations.find(({ id }) => id === where?.['obligations']);
  if (report === undefined) return {};
  return { owners: [report.owner, ...(report.deputy === undefined ? [] : [report.deputy])] };
}

/** `references/scenarios.ts` refuses an inject that has none of them, or several. */
function triggerOf({ at, when, unless }: WrittenInject): Trigger {
  if (at !== undefined) return { at: parseDuration(at) };
  if (when !== undefined) return { when };
  if (unless === undefined) return { byHand: true };
  const { within, ...sought } = unless;
  return { unless: sought, within: parseDuration(within) };
}

import { countsFor, isLateFor } from '../incident/soughtEvent.js';
import type { Expectation, Inject } from '../plan/compile/scenario.js';
import type { Duration, Instant } from '../time.js';
import { earliest, HOUR } from '../time.js';
import { isBeyondSimulation } from './beyondSimulation.js';
import type { DrillBody, EndOfConduct } from './events.js';
import { areAllSimulated, areAllTaken, everybody, isPlayed, wasSimulated } from './people.js';
import { fits, fitsExpected } from './patterns.js';
import type { SeenEvent } from './patterns.js';
import type { AddedInject, DrillState, InjectState } from './state.js';

/** Of the scenario, and those that somebody has added. */
export function injectsOf({ scenario, added }: Pick<DrillState, 'scenario' | 'added'>): Inject[] {
  return [...scenario.injects, ...Object.entries(added).map(([id, one]) => addedInject(id, one))];
}

export function addedInject(id: string, { players, facts, objective = '', expects = [] }: AddedInject): Inject {
  return { id, trigger: { byHand: true }, takes: 0, facts, players, objective, expects };
}

/** What was expected on those that were played; nobody has been asked for the rest. */
export function actionsAsked({ injects }: Pick<DrillState, 'injects'>): InjectState['actions'] {
  return Object.values(injects).flatMap(({ playedAt, actions }) => (playedAt === undefined ? [] : actions));
}

/** What the story has come to by `storyAt`: injects that fall due, expected actions that did not come. */
export function fallenDue(state: DrillState, storyAt: Instant): DrillBody[] {
  const isUp = isTimeUp(state, storyAt);
  // Only an outage holds up until then what should have been seen before: that was nobody's fault.
  if (isUp && state.rules.edition === 2) return [{ type: 'conductEnded', why: 'timeUp', storyAt }];
  return [
    ...injectsOf(state).flatMap((inject) => missedIn(state, inject, storyAt)),
    ...ripe(state, storyAt).map(({ id, trigger }): DrillBody => {
      return { type: 'injectPlayed', inject: id, by: 'unless' in trigger ? 'silence' : 'time', storyAt };
    }),
    ...(isUp ? [{ type: 'conductEnded', why: 'timeUp', storyAt } as const] : []),
  ];
}

/** The first due first. What comes late, after an outage, is played then: players are given their time from that moment. */
function ripe(state: DrillState, storyAt: Instant): Inject[] {
  const due = state.scenario.injects.flatMap((inject) => {
    const at = dueAtOf(state, inject);
    return at === undefined || at > storyAt ? [] : [{ inject, at }];
  });
  return due.toSorted((a, b) => a.at - b.at).map(({ inject }) => inject);
}

/** When the story next has something to say, in its own time. */
export function nextInStory(state: DrillState): Instant | undefined {
  if (state.status !== 'running') return undefined;
  const open = injectsOf(state).flatMap((inject) => [dueAtOf(state, inject), ...openUntil(state, inject)]);
  return earliest(...open, timeUpAt(state));
}

/**
 * What follows from what happened in the incident: injects that waited for it, actions that were expected. That command passes
 * because a real incident took whoever had it is nothing that anybody did.
 */
export function recognised(state: DrillState, seen: SeenEvent): DrillBody[] {
  if (seen.fields['why'] === 'preempted') return [];
  const waiting = state.scenario.injects.filter(
    ({ id, trigger }) => isWaiting(state, id) && 'when' in trigger && fits(seen, trigger.when),
  );
  const simulated = seen.simulated === true ? { simulated: true as const } : {};
  return [
    ...injectsOf(state).flatMap((inject): DrillBody[] => {
      const { playedAt, actions = [] } = state.injects[inject.id] ?? {};
      return inject.expects.flatMap((expected, action): DrillBody[] => {
        const now = actions[action]?.status;
        if (now === 'seen' || now === 'late' || now === undefined) return [];
        if (!isCounted(state, expected, seen.at, playedAt)) return [];
        if (!fitsExpected(seen, expected, state.rules.departments)) return [];
        const late = isLateFor(expected, seen.at, playedAt);
        const early = playedAt === undefined || seen.at < playedAt ? { early: true as const } : {};
        const of = { inject: inject.id, action, seenIn: seen.seq, storyAt: seen.at };
        return [{ type: 'actionSeen', ...of, late, ...early, ...simulated }];
      });
    }),
    ...state.scenario.injects
      .filter(({ id, trigger }) => isWaiting(state, id) && 'unless' in trigger && fits(seen, trigger.unless))
      .map(({ id }): DrillBody => ({ type: 'injectNotNeeded', inject: id, storyAt: seen.at })),
    ...waiting.map(({ id }): DrillBody => ({ type: 'injectPlayed', inject: id, by: 'event', storyAt: seen.at })),
  ];
}

/** By the first edition nothing counted that came before the inject. */
function isCounted({ rules }: DrillState, expected: Expectation, at: Instant, playedAt: Instant | undefined): boolean {
  if (rules.edition === 2) return countsFor(expected, at, playedAt);
  return playedAt !== undefined && at >= playedAt;
}

/** Played when one of its actions has not come, once. */
export function hasContingency(state: DrillState, id: string): boolean {
  const inject = state.scenario.injects.find((one) => one.id === id);
  return inject?.contingency === true && state.injects[id]?.contingency === undefined;
}

function missedIn(state: DrillState, inject: Inject, storyAt: Instant): DrillBody[] {
  const { id, expects } = inject;
  const { playedAt, actions = [] } = state.injects[id] ?? {};
  if (playedAt === undefined) return [];
  return expects.flatMap(({ within }, action): DrillBody[] => {
    if (actions[action]?.status !== 'open' || playedAt + within > storyAt) return [];
    return [notCome(state, inject, action, playedAt + within)];
  });
}

/** Expected, played, and not come by the end. */
export function leftAtEnd(state: DrillState, why: EndOfConduct, storyAt: Instant): DrillBody[] {
  return injectsOf(state).flatMap((inject) => {
    const { playedAt, actions = [] } = state.injects[inject.id] ?? {};
    if (playedAt === undefined) return [];
    return actions.flatMap(({ status }, action) => {
      const outcome = notCome(state, inject, action, storyAt);
      if (status !== 'open') return [];
      return outcome.type === 'actionExcused' || isMissedAtEnd(state, why) ? [outcome] : [];
    });
  });
}

/** Only whoever ends the response without it has left it out; where somebody else ends the drill there was time left to do it. */
function isMissedAtEnd({ rules }: DrillState, why: EndOfConduct): boolean {
  return rules.edition !== 2 || why === 'terminated';
}

/** Nobody is blamed for what those were to do whom a real incident has taken, nor for what the simulator cannot do for them. */
function notCome(state: DrillState, inject: Inject, action: number, storyAt: Instant): DrillBody {
  const expected = inject.expects[action];
  const { by, owners = [] } = expected ?? {};
  const posts = by ?? (isPlayed(state, owners) ? owners : inject.players);
  const isBeyond = state.rules.edition === 2 && expected !== undefined && isBeyondSimulation(expected, inject);
  const of = { inject: inject.id, action, storyAt };
  if (areAllTaken(state, posts)) return { type: 'actionExcused', ...of };
  if (isBeyond && areAllSimulated(state, posts)) return { type: 'actionExcused', ...of, why: 'simulated' };
  return { type: 'actionMissed', ...of };
}

function openUntil(state: DrillState, { id, expects }: Inject): Instant[] {
  const { playedAt, actions = [] } = state.injects[id] ?? {};
  if (playedAt === undefined) return [];
  return expects.flatMap(({ within }, i) => (actions[i]?.status === 'open' ? [playedAt + within] : []));
}

function dueAtOf(state: DrillState, { id, trigger }: Inject): Instant | undefined {
  if (state.startedAt === undefined || !isWaiting(state, id)) return undefined;
  if ('at' in trigger) return state.startedAt + trigger.at;
  return 'unless' in trigger ? state.startedAt + trigger.within : undefined;
}

function isWaiting({ injects }: DrillState, id: string): boolean {
  return injects[id]?.status === 'waiting';
}

/** A scenario is written for an afternoon of people, who leave things out. Simulated ones do all that the plan asks for. */
const WORKING_DAY = 8 * HOUR;

/** A scenario takes its time and half as long again; then whoever still plays is let go. Where nobody is there, nobody waits. */
export function latestEnd(state: Pick<DrillState, 'scenario' | 'roles' | 'simulateAbsent'>): Duration {
  const usual = Math.floor(state.scenario.duration * 1.5);
  const isEmpty = everybody(state).every((person) => wasSimulated(state, person));
  return isEmpty ? Math.max(usual, WORKING_DAY) : usual;
}

function timeUpAt(state: DrillState): Instant | undefined {
  return state.startedAt === undefined ? undefined : state.startedAt + latestEnd(state);
}

function isTimeUp(state: DrillState, storyAt: Instant): boolean {
  const at = timeUpAt(state);
  return at !== undefined && storyAt >= at;
}

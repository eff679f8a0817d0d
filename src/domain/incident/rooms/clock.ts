import { FASTEST_PACE, paceOf } from '../clock.js';
import type { EventBody, IncidentEvent } from '../events.js';
import type { MessageOf } from '../messages.js';
import { isOver } from '../phases.js';
import { refusal } from '../refusals.js';
import type { Room } from '../room.js';
import type { ClockSlice, State } from '../state.js';

/**
 * The clock of a drill. It is read outside: the machine takes the time that it is given, and nothing of the plan is altered.
 * When the drill is over it goes on like the wall clock, so that what is done years later is not centuries ahead.
 */
export const clock: Room<'clock'> = {
  name: 'clock',
  initial: undefined,

  evolve(slice, event) {
    switch (event.type) {
      case 'reported':
        return event.pace === undefined ? slice : goingOn(event, event.pace);
      case 'paceSet':
        return goingOn(event, event.pace);
      case 'closed':
      case 'rejected':
      case 'merged':
        return slice && goingOn(event, 1);
      default:
        return slice;
    }
  },

  decide: { setPace },
};

function goingOn({ at, realAt = at }: IncidentEvent, pace: number): ClockSlice {
  return { at, realAt, pace };
}

function setPace(state: State, { actor, pace }: MessageOf<'setPace'>): EventBody[] {
  if (actor.kind !== 'operator' && actor.kind !== 'system') return [refusal('operator_only')];
  if (state.report.mode !== 'drill') return [refusal('not_a_drill')];
  if (pace < 0 || pace > FASTEST_PACE) return [refusal('pace_out_of_range', { pace }, { from: 0, to: FASTEST_PACE })];
  // Whoever conducts a drill may be told of its end too late.
  if (isOver(state.phase)) return [refusal('incident_closed', { phase: state.phase })];
  return pace === paceOf(state) ? [] : [{ type: 'paceSet', pace }];
}

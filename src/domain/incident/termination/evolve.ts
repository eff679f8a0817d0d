import type { CriterionId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';
import type { EventOf } from '../events.js';
import type { Heard } from '../hearing.js';
import type { State, TerminationSlice } from '../state.js';
import { pressedAgain, suspected } from './recurrence.js';

export function evolveTermination(
  slice: TerminationSlice,
  event: Heard<'termination'>,
  state: State,
): TerminationSlice {
  switch (event.type) {
    case 'criteriaConfirmed':
      return withConfirmed(slice, event.criteria, event.actor, event.at);
    case 'criteriaWithdrawn':
      return { ...withoutConfirmed(slice, event.criteria), reason: event.texts.reason };
    case 'criteriaLapsed':
      return withoutConfirmed(slice, event.criteria);
    case 'terminationProposed': {
      const { actor: by, at, criteria, override, texts } = event;
      const overrides = override === undefined ? {} : { override };
      return { ...slice, proposed: { by, at, criteria, reason: texts.reason, ...overrides } };
    }
    case 'terminationWithdrawn':
    case 'terminationLapsed':
      return withoutProposal(slice);
    case 'terminated':
      return { ...slice, terminatedAt: event.at, ...until(event) };
    case 'recurrenceSuspected':
      return { ...slice, recurrence: suspected(state, slice.recurrence, event) };
    case 'recurrenceUndecided':
      return { ...slice, recurrence: pressedAgain(state, event) };
    case 'recurrenceDismissed':
      return { ...withoutSign(slice), reason: event.texts.reason };
    case 'watchEnded':
      return withoutWatch(slice);
    case 'reopened':
      return { ...runningAgain(slice), reopenedAt: event.at };
    default:
      return slice;
  }
}

function until({ watchUntil }: EventOf<'terminated'>): Pick<TerminationSlice, 'watchUntil'> {
  return watchUntil === undefined ? {} : { watchUntil };
}

function withoutWatch({ watchUntil: _, ...slice }: TerminationSlice): TerminationSlice {
  return withoutSign(slice);
}

function withoutSign({ recurrence: _, ...slice }: TerminationSlice): TerminationSlice {
  return slice;
}

function runningAgain({ terminatedAt: _, proposed: __, ...slice }: TerminationSlice): TerminationSlice {
  return withoutWatch(slice);
}

export function withConfirmed(
  slice: TerminationSlice,
  criteria: CriterionId[],
  by: Actor,
  at: Instant,
): TerminationSlice {
  const anew = Object.fromEntries(criteria.map((id) => [id, { by, at }]));
  return { ...slice, confirmed: { ...slice.confirmed, ...anew } };
}

function withoutConfirmed({ confirmed = {}, ...slice }: TerminationSlice, criteria: CriterionId[]): TerminationSlice {
  const left = Object.entries(confirmed).filter(([id]) => !criteria.includes(id));
  return left.length === 0 ? slice : { ...slice, confirmed: Object.fromEntries(left) };
}

function withoutProposal({ proposed: _, ...slice }: TerminationSlice): TerminationSlice {
  return slice;
}

import type { LevelId } from '../../plan/compiled.js';
import type { Duration } from '../../time.js';
import { afterErasure } from '../afterErasure.js';
import { movedTerm } from '../aftermath/term.js';
import type { EventOf } from '../events.js';
import type { Heard } from '../hearing.js';
import { isAfterEnd } from '../phases.js';
import type { State, SummarySlice } from '../state.js';

export function evolveSummary(slice: SummarySlice, event: Heard<'summary'>, state: State): SummarySlice {
  switch (event.type) {
    case 'terminated':
      return { ...slice, ...movedTerm(undefined, withinOf(state, event.level), event.at) };
    case 'planMoved':
      if (!isAfterEnd(state.phase)) return slice;
      return {
        ...without(slice, 'asked'),
        ...movedTerm(slice.asked, withinOf(state, state.grading.level), event.at),
      };
    case 'reopened':
      return without(slice, 'asked', 'held');
    case 'summaryCalled': {
      const { seq, at, actor: by, meetingAt, participants, texts } = event;
      return { ...slice, called: { seq, at, by, meetingAt, ...texts, participants } };
    }
    case 'summaryCalledOff':
      return without(slice, 'called');
    case 'summaryHeld':
      return held(slice, event);
    case 'documentWritten':
      return written(slice, event);
    case 'personalDataErased':
      return erased(slice, event);
    default:
      return slice;
  }
}

/** Where the plan names levels, only at these. */
function withinOf({ basis }: State, level: LevelId | undefined): Duration | undefined {
  const { levels, within } = basis.plan.aftermath?.summary ?? {};
  return levels === undefined || (level !== undefined && levels.includes(level)) ? within : undefined;
}

function held(slice: SummarySlice, event: EventOf<'summaryHeld'>): SummarySlice {
  const { version, seq, at, actor: by, score, conclusion } = event;
  return {
    ...without(slice, 'called'),
    versions: version,
    held: {
      version,
      seq,
      at,
      by,
      ...(score === undefined ? {} : { score }),
      ...(conclusion === undefined ? {} : { conclusion }),
    },
  };
}

function written(slice: SummarySlice, event: EventOf<'documentWritten'>): SummarySlice {
  if (slice.held === undefined || event.effectId !== recordOf(slice.held)) return slice;
  const { documentId, files } = event;
  return { ...slice, held: { ...slice.held, document: { documentId, files } } };
}

function erased(slice: SummarySlice, event: EventOf<'personalDataErased'>): SummarySlice {
  if (slice.held === undefined) return slice;
  const { document, ...held } = slice.held;
  const left = afterErasure(document, event);
  return { ...slice, held: { ...held, ...(left === undefined ? {} : { document: left }) } };
}

/** The effect that has the record written. */
export function recordOf({ seq }: { seq: number }): string {
  return `d${seq}`;
}

function without(slice: SummarySlice, ...keys: ('asked' | 'called' | 'held')[]): SummarySlice {
  const rest = { ...slice };
  for (const key of keys) delete rest[key];
  return rest;
}

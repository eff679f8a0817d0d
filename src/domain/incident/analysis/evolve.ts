import { movedTerm } from '../aftermath/term.js';
import type { Heard } from '../hearing.js';
import { isAfterEnd } from '../phases.js';
import type { AnalysisSlice, State } from '../state.js';
import { lackingIn } from './causes.js';

/** As many as a refusal names. */
const MOST_LACKING = 20;

export function evolveAnalysis(slice: AnalysisSlice, event: Heard<'analysis'>, state: State): AnalysisSlice {
  switch (event.type) {
    case 'terminated': {
      const within = withinOf(state);
      return within === undefined ? slice : { ...slice, asked: { from: event.at, dueAt: event.at + within } };
    }
    case 'planMoved': {
      if (!isAfterEnd(state.phase)) return slice;
      const { asked, ...rest } = slice;
      return { ...rest, ...movedTerm(asked, withinOf(state), event.at) };
    }
    case 'reopened': {
      // What was written stays; what was asked for, and that it was complete, was said of an end that was none.
      const { asked: _, completed: __, ...rest } = slice;
      return rest;
    }
    case 'analysisRecorded': {
      const { completed: _, ...rest } = slice;
      const { version, seq, at } = event;
      return { ...rest, version, seq, at, lacks: lackingIn(event.items).slice(0, MOST_LACKING) };
    }
    case 'analysisCompleted':
      return { ...slice, completed: { seq: event.seq, at: event.at, by: event.actor } };
    default:
      return slice;
  }
}

/** Absent where the plan wants none at this level. */
function withinOf({ basis, grading: { level } }: State): number | undefined {
  const { levels, within } = basis.plan.aftermath?.analysis ?? {};
  return levels === undefined || (level !== undefined && levels.includes(level)) ? within : undefined;
}

import type { AftermathStep } from '../../plan/compiled.js';
import { approvedWithout } from '../incidentReport/parts.js';
import { isPublicationDone } from '../publication/standing.js';
import type { State } from '../state.js';
import { isAskedFor } from './askedFor.js';

/** Of what the plan wants before the closure, what is not done; nothing that it does not ask for at this level. */
export function undoneSteps(state: State): AftermathStep[] {
  const { aftermath } = state.basis.plan;
  return (aftermath?.mandatory ?? []).filter((step) => !isDone[step](state));
}

const isDone: Record<AftermathStep, (state: State) => boolean> = {
  analysis: (state) =>
    state.analysis.completed !== undefined || !isAskedFor(state, state.basis.plan.aftermath?.analysis.levels),
  report: (state) => state.incidentReport.stage === 'approved' && approvedWithout(state).length === 0,
  publication: (state) => state.basis.plan.aftermath?.publication === undefined || isPublicationDone(state),
  // What ended under an earlier release was never asked for any.
  lessons: ({ lessons }) => lessons.collected !== undefined || lessons.asked === undefined,
  summary: (state) =>
    state.summary.held !== undefined || !isAskedFor(state, state.basis.plan.aftermath?.summary.levels),
};

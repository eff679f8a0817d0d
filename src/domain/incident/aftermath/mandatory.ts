import type { AftermathStep, LevelId } from '../../plan/compiled.js';
import { isPublicationDone } from '../publication/standing.js';
import type { State } from '../state.js';

/** Of what the plan wants before the closure, what is not done; nothing that it does not ask for at this level. */
export function undoneSteps(state: State): AftermathStep[] {
  const { aftermath } = state.basis.plan;
  return (aftermath?.mandatory ?? []).filter((step) => !isDone[step](state));
}

const isDone: Record<AftermathStep, (state: State) => boolean> = {
  analysis: (state) =>
    state.analysis.completed !== undefined || !isAskedFor(state, state.basis.plan.aftermath?.analysis.levels),
  report: ({ incidentReport }) => incidentReport.stage === 'approved',
  publication: (state) => state.basis.plan.aftermath?.publication === undefined || isPublicationDone(state),
  // What ended under an earlier release was never asked for any.
  lessons: ({ lessons }) => lessons.collected !== undefined || lessons.asked === undefined,
  summary: (state) =>
    state.summary.held !== undefined || !isAskedFor(state, state.basis.plan.aftermath?.summary.levels),
};

function isAskedFor({ grading: { level } }: State, levels: LevelId[] | undefined): boolean {
  return levels === undefined || (level !== undefined && levels.includes(level));
}

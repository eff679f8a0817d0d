import type { ReportPart } from '../events/incidentReport.js';
import type { State } from '../state.js';
import { latestOf } from './people.js';

/** The section of the plan without which nobody is asked for measures. */
const PREVENTION = 'prevention';

/** What others have still to bring: no version that is submitted now can hold it. */
export function reportWaitsFor(state: State): ReportPart[] {
  const { phase, analysis, lessons } = state;
  const isAnalysisOpen = analysis.asked !== undefined && analysis.completed === undefined;
  return [
    ...(phase === 'watching' ? ['watch' as const] : []),
    ...(isAnalysisOpen ? ['analysis' as const] : []),
    ...(lessons.asked !== undefined && lessons.collected === undefined ? ['lessons' as const] : []),
  ];
}

/** And where nobody has said what is to be done, that as well. */
export function missingNow(state: State): ReportPart[] {
  const { incidentReport, improvements } = state;
  const hasMeasures = improvements.opened > 0 || incidentReport.edited[PREVENTION] !== undefined;
  return [...reportWaitsFor(state), ...(hasMeasures || !hasPrevention(state) ? [] : [PREVENTION as ReportPart])];
}

/** Of what an approved report lacks, what the plan wants before the closure: it has to be supplemented first. */
export function approvedWithout(state: State): ReportPart[] {
  if (state.incidentReport.stage !== 'approved') return [];
  return (latestOf(state)?.lacks ?? []).filter((part) => isWanted(state, part));
}

/** Whether the incident is closed only with a report that holds it. */
export function isWanted(state: State, part: ReportPart): boolean {
  const { mandatory = [] } = state.basis.plan.aftermath ?? {};
  switch (part) {
    case 'watch':
      return true;
    case 'analysis':
    case 'lessons':
      return mandatory.includes(part);
    case 'prevention':
      return hasPrevention(state);
  }
}

function hasPrevention({ basis }: State): boolean {
  return basis.plan.aftermath?.report.sections?.includes(PREVENTION) === true;
}

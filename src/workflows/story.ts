import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { State } from '../domain/incident/index.js';
import type { SEARCH_ATTRIBUTES } from './messages.js';

type Name = (typeof SEARCH_ATTRIBUTES)[number];

function keyword(name: Name) {
  return defineSearchAttributeKey(name, SearchAttributeType.KEYWORD);
}

/** By what an incident is found in the Temporal UI. Ids only: whoever may look there may not be allowed to know more. */
export function listInTemporal(state: State): void {
  upsertSearchAttributes([
    { key: keyword('MusterPhase'), value: state.phase },
    { key: keyword('MusterLevel'), value: state.grading.level ?? null },
    { key: keyword('MusterCategory'), value: state.report.category },
    { key: keyword('MusterMode'), value: state.report.mode },
  ]);
}

/** What the Temporal UI shows of an incident; ids only, too. */
export function describeToTemporal(state: State): void {
  const { level, incidentLevel } = state.grading;
  const rows = [
    ['phase', state.phase],
    ['level', level ?? '–'],
    ['incident level', incidentLevel ?? '–'],
    ['category', state.report.category],
    ['plan', `${state.basis.plan.id} v${state.basis.plan.version}`],
    ['in command', Object.values(state.command.posts)[0] ?? '–'],
  ];
  setCurrentDetails(`### Incident ${state.incidentId}\n\n${rows.map(([k, v]) => `- **${k}**: ${v}`).join('\n')}`);
}

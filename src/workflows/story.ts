import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { State } from '../domain/incident/index.js';
import type { SEARCH_ATTRIBUTES } from './messages.js';

type Name = (typeof SEARCH_ATTRIBUTES)[number];

function keyword(name: Name) {
  return defineSearchAttributeKey(name, SearchAttributeType.KEYWORD);
}

/**
 * What the Temporal UI shows of an incident. Ids only: whoever may look there may not be allowed to know more. A new
 * incident brings its search attributes along with its start, which saves the first task a write.
 */
export function tellTemporal(state: State, isNew = false): void {
  const { level, incidentLevel } = state.grading;
  if (!isNew) {
    upsertSearchAttributes([
      { key: keyword('MusterPhase'), value: state.phase },
      { key: keyword('MusterLevel'), value: level ?? null },
      { key: keyword('MusterCategory'), value: state.report.category },
      { key: keyword('MusterMode'), value: state.report.mode },
    ]);
  }
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

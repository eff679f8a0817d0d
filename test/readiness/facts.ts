import { coverageOf } from '../../src/domain/drill/index.js';
import type { ReadinessFacts } from '../../src/domain/readiness/index.js';
import { loadLedger, loadPlan, loadRoster } from '../../src/planfiles/index.js';

/** A Monday. */
export const AT = Date.UTC(2026, 10, 30, 1);

const SAMPLE = sample();

function sample() {
  const folder = 'plans/software-incident';
  const { document: plan } = loadPlan(folder);
  const { document: roster } = loadRoster(`${folder}/roster.yaml`, plan);
  return { plan, roster, items: loadLedger(`${folder}/ledger.yaml`, plan, roster).document.items };
}

/** The sample organisation on that day, before its first drill. */
export function facts(more: Partial<ReadinessFacts> = {}): ReadinessFacts {
  const { plan, roster, items } = structuredClone(SAMPLE);
  return {
    ...{ at: AT, today: '2026-11-30', plan, roster, items },
    standing: { evaluations: [] },
    bad: [],
    coverage: coverageOf(plan, [], AT),
    pausedEntries: [],
    drills: [],
    improvements: [],
    ...more,
  };
}

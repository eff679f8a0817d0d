import { basisOf } from '../../src/domain/plan/basis.js';
import { compileScenario } from '../../src/domain/plan/compile/scenario.js';
import type { LedgerDocument } from '../../src/domain/plan/ledger.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { loadLedger, loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { PARAMETERS, rehearseOnce } from '../../src/rehearsal/index.js';
import type { Outcome, Parameters, Rehearsed } from '../../src/rehearsal/index.js';

const DIR = 'plans/software-incident';
const { document, hash } = loadPlan(DIR);
const roster = loadRoster(`${DIR}/roster.yaml`, document).document;
const ledger = loadLedger(`${DIR}/ledger.yaml`, document, roster).document;

export interface Files {
  plan: PlanDocument;
  roster: RosterDocument;
  ledger: LedgerDocument;
}

/** The default plan, changed as one likes. */
export function given(
  scenario: string,
  change: (files: Files) => void = () => undefined,
  parameters: Partial<Parameters> = {},
): Rehearsed {
  const files = structuredClone({ plan: document, roster, ledger });
  change(files);
  return {
    basis: basisOf(files.plan, hash, files.roster),
    ledger: files.ledger.items,
    scenario: compileScenario(files.plan, scenario),
    parameters: { ...PARAMETERS, ...parameters },
    seed: 7,
    start: Date.UTC(2026, 10, 30),
  };
}

export function rehearse(rehearsed: Rehearsed, runs: number): Outcome[] {
  return Array.from({ length: runs }, (_, run) => rehearseOnce(rehearsed, run));
}

import { basisOf } from '../../src/domain/plan/basis.js';
import { compileScenario } from '../../src/domain/plan/compile/scenario.js';
import type { LedgerDocument } from '../../src/domain/plan/ledger.js';
import type { RosterDocument } from '../../src/domain/plan/roster.js';
import type { PlanDocument } from '../../src/domain/plan/schema.js';
import { loadLedger, loadPlan, loadRoster } from '../../src/planfiles/index.js';
import { PARAMETERS, rehearseOnce } from '../../src/rehearsal/index.js';
import type { Outcome, Parameters, Rehearsed } from '../../src/rehearsal/index.js';

const DIR = 'plans/software-incident';
const HOSPITAL = 'plans/hospital-it';

function filesIn(dir: string): Files & { hash: string } {
  const { document, hash } = loadPlan(dir);
  const roster = loadRoster(`${dir}/roster.yaml`, document).document;
  return { hash, plan: document, roster, ledger: loadLedger(`${dir}/ledger.yaml`, document, roster).document };
}

const usual = filesIn(DIR);
const hospital = filesIn(HOSPITAL);

export interface Files {
  plan: PlanDocument;
  roster: RosterDocument;
  ledger: LedgerDocument;
}

type Given = [scenario: string, change?: (files: Files) => void, parameters?: Partial<Parameters>];

/** The default plan, changed as one likes. */
export function given(...asked: Given): Rehearsed {
  return givenOn(usual, ...asked);
}

/** The sample plan of a hospital, changed as one likes. */
export function givenHospital(...asked: Given): Rehearsed {
  return givenOn(hospital, ...asked);
}

function givenOn(
  { hash, ...own }: Files & { hash: string },
  ...[scenario, change = () => undefined, parameters = {}]: Given
): Rehearsed {
  const files = structuredClone(own);
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

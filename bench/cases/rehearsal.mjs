import { availableParallelism } from 'node:os';
import { Rehearsals } from '../../dist/cli/rehearsal/runs.js';
import { basisOf } from '../../dist/domain/plan/basis.js';
import { compileScenario } from '../../dist/domain/plan/compile/scenario.js';
import { loadLedger, loadPlan, loadRoster } from '../../dist/planfiles/index.js';
import { PARAMETERS } from '../../dist/rehearsal/index.js';

const FOLDER = 'plans/software-incident';
const RUNS = 1_000;

/** Each scenario of the default plan, from the report to the end, on all cores: what `muster rehearse` does, by the same threads. */
export const rehearsal = {
  name: 'rehearsal',
  async run() {
    const { document, hash } = loadPlan(FOLDER);
    const roster = loadRoster(`${FOLDER}/roster.yaml`, document).document;
    const ledger = loadLedger(`${FOLDER}/ledger.yaml`, document, roster).document.items;
    const basis = basisOf(document, hash, roster);
    const rehearsals = new Rehearsals();
    const byScenario = {};
    const began = performance.now();
    try {
      for (const { id } of document.scenarios) {
        const scenario = compileScenario(document, id);
        const given = { basis, ledger, scenario, parameters: PARAMETERS, seed: 1, start: Date.UTC(2026, 10, 30) };
        const from = performance.now();
        await rehearsals.run(given, RUNS, () => undefined);
        byScenario[id] = Math.round(RUNS / ((performance.now() - from) / 60_000));
      }
    } finally {
      await rehearsals.close();
    }
    const n = RUNS * document.scenarios.length;
    return [
      {
        measure: `incidents a minute (${availableParallelism()} cores, ${RUNS} of each scenario)`,
        n,
        total: Math.round(n / ((performance.now() - began) / 60_000)),
        ...byScenario,
        targets: [{ stat: 'total', atLeast: 5_000 }],
      },
    ];
  },
};

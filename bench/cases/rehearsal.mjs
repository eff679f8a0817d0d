import { availableParallelism } from 'node:os';
import { rehearseAll } from '../../dist/cli/rehearsal/runs.js';
import { basisOf } from '../../dist/domain/plan/basis.js';
import { compileScenario } from '../../dist/domain/plan/compile/scenario.js';
import { loadLedger, loadPlan, loadRoster } from '../../dist/planfiles/index.js';
import { PARAMETERS } from '../../dist/rehearsal/index.js';

const FOLDER = 'plans/software-incident';
const RUNS = 300;

/** Each scenario of the default plan, from the report to the end, on all cores: what `muster rehearse` does. */
export const rehearsal = {
  name: 'rehearsal',
  async run() {
    const { document, hash } = loadPlan(FOLDER);
    const roster = loadRoster(`${FOLDER}/roster.yaml`, document).document;
    const ledger = loadLedger(`${FOLDER}/ledger.yaml`, document, roster).document.items;
    const basis = basisOf(document, hash, roster);
    const rates = [];
    const byScenario = {};
    for (const { id } of document.scenarios) {
      const scenario = compileScenario(document, id);
      const given = { basis, ledger, scenario, parameters: PARAMETERS, seed: 1, start: Date.UTC(2026, 10, 30) };
      const began = performance.now();
      await rehearseAll(given, RUNS, () => undefined);
      const rate = Math.round(RUNS / ((performance.now() - began) / 60_000));
      rates.push(rate);
      byScenario[id] = rate;
    }
    rates.sort((a, b) => a - b);
    return [
      {
        measure: `incidents a minute (${availableParallelism()} cores, ${RUNS} of each scenario)`,
        n: rates.length,
        p50: rates[Math.floor(rates.length / 2)],
        min: rates[0],
        ...byScenario,
        targets: [{ stat: 'p50', atLeast: 5_000 }],
      },
    ];
  },
};

import { compilePlan } from '../../dist/domain/plan/compile.js';
import { grade } from '../../dist/domain/plan/grade.js';
import { loadPlan } from '../../dist/planfiles/index.js';

const SETS = 10_000;
const ROUNDS = 20;

/** The default plan grades random sets of facts, each fact known half of the time. One thread, no store. */
export const grading = {
  name: 'grading',
  async run() {
    const { document, hash } = loadPlan('plans/software-incident');
    const plan = compilePlan(document, hash);
    const random = seeded(20_261_127);
    const sets = Array.from({ length: SETS }, () => randomFacts(plan, random));
    const categories = Array.from({ length: SETS }, () => pick(plan.categories, random));
    const rates = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const began = performance.now();
      for (let i = 0; i < SETS; i++) grade(plan, sets[i], categories[i]);
      // The first round warms up.
      if (round > 0) rates.push(SETS / ((performance.now() - began) / 1_000));
    }
    rates.sort((a, b) => a - b);
    return [
      {
        measure: `gradings a second (${plan.criteria.length} criteria, ${plan.facts.length} facts)`,
        n: ROUNDS,
        p50: Math.round(rates[Math.floor(ROUNDS / 2)]),
        min: Math.round(rates[0]),
        targets: [{ stat: 'p50', atLeast: 20_000 }],
      },
    ];
  },
};

function randomFacts(plan, random) {
  const known = plan.facts.filter(() => random() < 0.5);
  return Object.fromEntries(known.map((fact) => [fact.id, randomValue(fact, random)]));
}

function randomValue({ type, options }, random) {
  if (type === 'boolean') return random() < 0.5;
  if (type === 'choice') return pick(options, random);
  return Math.floor(10 ** (random() * 9));
}

function pick(items, random) {
  return items[Math.floor(random() * items.length)];
}

/** Mulberry32: the same sets in every run. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

import { expect, test } from '@jest/globals';
import { comparison, LEFT_OUT, runOfDrill, runOfIncident } from '../../src/domain/drill/index.js';
import type { Run } from '../../src/domain/drill/index.js';
import type { EventOf } from '../../src/domain/incident/index.js';
import { metricsOf } from '../../src/domain/metrics/index.js';
import { LANGS } from '../../src/domain/lang.js';
import { leftOutWords } from '../../src/domain/words/index.js';
import { Rehearsal } from '../../src/rehearsal/rehearsal.js';
import { given } from '../rehearsal/given.js';
import { samplePlan } from '../support/samplePlan.js';
import { ENGINEER, running, SCENARIO } from './story.js';

const NOW: Run = {
  ...{ kind: 'drill', id: 'd-9', at: 900, plan: { id: 'p', version: 3 }, category: 'security', scenario: 'ransomware' },
  ...{ score: 80, actions: { inTime: 3, late: 1, missed: 0, simulated: 0 }, figures: { grading: 600, reach: 0.9 } },
};
const like = (more: Partial<Run>): Run => ({ ...NOW, id: `r-${more.at}`, at: 100, ...more });
const idsOf = (others: Run[], before?: number) => comparison(NOW, others, before).runs.map(({ id }) => id);

test('a drill stands beside earlier drills of its scenario and incidents of its category', () => {
  const others = [
    like({ at: 300, kind: 'incident' }),
    like({ at: 200 }),
    like({ at: 400, scenario: 'data-loss' }),
    like({ at: 500, kind: 'incident', category: 'operation' }),
    like({ at: 950 }),
  ];
  expect(idsOf(others)).toEqual(['r-200', 'r-300', 'd-9']);
});

test('on the same version of the plan and the one before, and no other', () => {
  const of = (at: number, version: number, id = 'p') => like({ at, plan: { id, version } });
  const others = [of(1, 1), of(2, 2), of(3, 3), of(4, 4), of(5, 3, 'other')];
  expect(idsOf(others)).toEqual(['r-3', 'd-9']);
  expect(idsOf(others, 2)).toEqual(['r-2', 'r-3', 'd-9']);
});

test('less time is better, and more of everything else', () => {
  const last = like({ at: 100, score: 70, figures: { grading: 300, reach: 0.9 } });
  const { rows } = comparison(NOW, [last], undefined);
  const change = Object.fromEntries(rows.map((row) => [row.measure, row.change]));
  expect(change).toEqual({ score: 'better', actions: 'same', grading: 'worse', reach: 'same' });
});

test('a change is against the latest run that has the figure', () => {
  const others = [like({ at: 100, figures: { grading: 700 } }), like({ at: 200, figures: {} })];
  const row = comparison(NOW, others, undefined).rows.find(({ measure }) => measure === 'grading');
  expect(row).toEqual({ measure: 'grading', values: [700, undefined, 600], change: 'better' });
});

test('as many as stand on a page, the latest ones', () => {
  const others = Array.from({ length: 9 }, (_, i) => like({ at: i + 1 }));
  expect(idsOf(others)).toEqual(['r-6', 'r-7', 'r-8', 'r-9', 'd-9']);
  expect(comparison(NOW, others, undefined).leftOut).toEqual({ older: 5 });
});

test('of each kind and version the latest, before any has a second one', () => {
  const many = Array.from({ length: 9 }, (_, i) => like({ at: 500 + i }));
  const others = [
    ...many,
    like({ at: 1, plan: { id: 'p', version: 2 } }),
    like({ at: 2, kind: 'incident' }),
    like({ at: 3, kind: 'incident', plan: { id: 'p', version: 2 } }),
  ];
  expect(idsOf(others, 2)).toEqual(['r-1', 'r-2', 'r-3', 'r-508', 'd-9']);
  expect(idsOf(others)).toEqual(['r-2', 'r-506', 'r-507', 'r-508', 'd-9']);
});

test('people stand beside people, the simulator beside the simulator, and what was left out is said', () => {
  const others = [like({ at: 1, simulated: true }), like({ at: 2 }), like({ at: 3, kind: 'incident' })];
  const byPeople = comparison(NOW, others, undefined);
  expect(byPeople.runs.map(({ id }) => id)).toEqual(['r-2', 'r-3', 'd-9']);
  expect(byPeople.leftOut).toEqual({ simulated: 1 });
  const bySimulator = comparison({ ...NOW, simulated: true }, others, undefined);
  expect(bySimulator.runs.map(({ id }) => id)).toEqual(['r-1', 'd-9']);
  expect(bySimulator.leftOut).toEqual({ inPerson: 2 });
  for (const lang of LANGS) for (const why of LEFT_OUT) expect(leftOutWords(why, 3, lang)).toContain('3');
});

test('a drill in which anybody was played is one of the simulator', () => {
  expect(runOfDrill(running().state, undefined)).not.toHaveProperty('simulated');
  const simulateAbsent = { seed: 1, people: [ENGINEER] };
  expect(runOfDrill(running({ simulateAbsent }).state, undefined)).toHaveProperty('simulated', true);
});

test('of a tabletop no time is compared, nor a margin to the law: it tells its own time', () => {
  const rehearsal = new Rehearsal(given('ransomware'), 1);
  rehearsal.plays();
  const { events } = rehearsal.incident;
  const metrics = metricsOf([...events], rehearsal.state.basis.plan, events.at(-1)!.at);
  const figuresOf = (kind: 'live' | 'tabletop') =>
    Object.keys(runOfDrill(running({ scenario: { ...SCENARIO, kind } }).state, metrics).figures);
  const [live, tabletop] = [figuresOf('live'), figuresOf('tabletop')];
  expect(live).toEqual(expect.arrayContaining(['grading', 'containment', 'reach']));
  expect(tabletop).toEqual(live.filter((measure) => ['reach', 'requests'].includes(measure)));
});

test('a real incident stands there with the score of its summary evaluation, where that was held', () => {
  const metrics = metricsOf([], samplePlan(), 0);
  const about = { id: 'i-1', at: 100, category: 'security', plan: { id: 'p', version: 3 } };
  const summary = { score: 60, conclusion: 'fair', ratings: [{ criterion: 'E-11', rating: 'M' }] };
  const held = runOfIncident(about, metrics, summary as EventOf<'summaryHeld'>);
  expect(held).toMatchObject({ kind: 'incident', score: 60, conclusion: 'fair', ratings: { 'E-11': 'M' } });
  const row = comparison(NOW, [held], undefined).rows.find(({ measure }) => measure === 'score');
  expect(row).toEqual({ measure: 'score', values: [60, 80], change: 'better' });
  expect(runOfIncident(about, metrics, undefined)).not.toHaveProperty('score');
});

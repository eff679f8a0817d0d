import { describe, expect, test } from '@jest/globals';
import {
  deciding,
  figuresSeen,
  howPlayed,
  proposedRatings,
  ratedByRecord,
  restored,
  unimproved,
} from '../../src/domain/drill/index.js';
import type { DrillFigures, DrillState } from '../../src/domain/drill/index.js';
import { LANGS } from '../../src/domain/lang.js';
import { compileScenario } from '../../src/domain/plan/compile/scenario.js';
import { compileEvaluation } from '../../src/domain/plan/compile/evaluation.js';
import type { RateRule } from '../../src/domain/plan/compiled.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { decidingWords, ratedFigureWords, rateRuleWords } from '../../src/domain/words/index.js';
import { loadPlan } from '../../src/planfiles/index.js';
import { Rehearsal } from '../../src/rehearsal/rehearsal.js';
import { given } from '../rehearsal/given.js';
import { DIRECTOR, opening, running, SCENARIO } from './story.js';
import type { Story } from './story.js';

const { rules } = opening();
const { document } = loadPlan('plans/software-incident');

/** E-11 is rated by these figures besides. */
function ruled(...rates: RateRule[]) {
  const criteria = rules.evaluation!.criteria.map((one) => (one.id === 'E-11' ? { ...one, rates } : one));
  return { ...rules, evaluation: { ...rules.evaluation!, criteria } };
}

/** With its first inject only. */
const SHORT = { ...SCENARIO, injects: SCENARIO.injects.slice(0, 1) };

/** Over, with what was measured. */
function over(figures: DrillFigures, rates: RateRule[], more: Parameters<typeof running>[0] = {}): Story {
  const story = running({ rules: ruled(...rates), scenario: SHORT, ...more });
  story.passes(MINUTE);
  story.shows('factAdded');
  story.says(DIRECTOR, { type: 'end' });
  const clear = story.state.effects.find(({ kind }) => kind === 'clear')!;
  story.hears({ type: 'settled', effectId: clear.id, figures });
  return story;
}

const ratingOf = ({ state }: { state: DrillState }, criterion: string) =>
  proposedRatings(state).find((one) => one.criterion === criterion);

describe('an action', () => {
  const [first, second, ...others] = SCENARIO.injects;
  const showing = (...shows: string[]) => ({
    ...SCENARIO,
    injects: [first!, { ...second!, expects: [{ ...second!.expects[0]!, shows }] }, ...others],
  });

  test('that took more than twice its time is worse than late', () => {
    const after = (time: number) => {
      const story = running({ scenario: SHORT, rules: { ...rules, edition: 2 } });
      story.passes(MINUTE);
      story.passes(time);
      story.shows('factAdded');
      return ratingOf(story, 'E-11');
    };
    expect(after(5 * MINUTE)).toMatchObject({ rating: 'P', inTime: 1 });
    expect(after(10 * MINUTE)).toMatchObject({ rating: 'S', late: 1 });
    expect(after(10 * MINUTE)).not.toHaveProperty('tooLate');
    expect(after(10 * MINUTE + 1)).toMatchObject({ rating: 'M', late: 1, tooLate: 1 });
  });

  test('rates what it shows, and nothing else that its objective is about', () => {
    const told = (scenario: typeof SCENARIO) => {
      const story = running({ scenario });
      story.passes(MINUTE);
      story.shows('factAdded');
      story.shows('confirmed', { level: 'II', authority: 'commander' });
      return proposedRatings(story.state).map(({ criterion, inTime }) => [criterion, inTime]);
    };
    expect(told(SCENARIO)).toEqual([
      ['E-11', 2],
      ['E-21', 1],
    ]);
    expect(told(showing('E-21'))).toEqual([
      ['E-11', 1],
      ['E-21', 1],
    ]);
    expect(told(showing('E-11'))).toEqual([['E-11', 2]]);
  });

  test('that says nothing of a criterion leaves it to evaluators', () => {
    expect(ratedByRecord(running({ scenario: showing('E-21') }).state)).toEqual(['E-11', 'E-21']);
    expect(ratedByRecord(running({ scenario: showing('E-11') }).state)).toEqual(['E-11']);
  });

  test('that never fell due makes a criterion that it does not show no less complete', () => {
    const story = running({ scenario: showing('E-21') });
    story.passes(MINUTE);
    story.says(DIRECTOR, { type: 'skip', inject: 'in-1', reason: 'late' });
    expect(howPlayed(story.state, 'E-11')).toBe('incomplete');
  });
});

describe('a figure', () => {
  const GRADING: RateRule = { by: 'grading', P: 10 * MINUTE, S: 15 * MINUTE, M: 30 * MINUTE };

  test.each([
    [10 * MINUTE, 'P'],
    [11 * MINUTE, 'S'],
    [30 * MINUTE, 'M'],
    [31 * MINUTE, 'U'],
  ])('of %d ms is rated %s by the bounds of the plan, and the worst counts', (value, rating) => {
    expect(ratingOf(over({ grading: { value } }, [GRADING]), 'E-11')).toMatchObject({ rating, inTime: 1 });
  });

  test.each([
    [1, 'P'],
    [0.946, 'P'],
    [0.944, 'S'],
    [0.5, 'U'],
  ])('that is a share of %d counts as it is shown: %s', (value, rating) => {
    const story = over({ reach: { value } }, [{ by: 'reach', P: 95, S: 70 }]);
    expect(ratingOf(story, 'E-11')?.figures).toEqual([{ by: 'reach', value, rating }]);
  });

  test('that is not known rates nothing', () => {
    const found = ratingOf(over({}, [GRADING]), 'E-11');
    expect(found).toEqual({ criterion: 'E-11', rating: 'P', inTime: 1, late: 0, missed: 0 });
  });

  test('makes nothing better: what was not done was not done', () => {
    const story = running({ rules: ruled({ by: 'reach', P: 90 }), scenario: SHORT });
    story.passes(10 * MINUTE);
    story.says(DIRECTOR, { type: 'end' });
    story.hears({
      type: 'settled',
      effectId: story.state.effects.find(({ kind }) => kind === 'clear')!.id,
      figures: { reach: { value: 1 } },
    });
    expect(ratingOf(story, 'E-11')).toMatchObject({ rating: 'U', figures: [{ rating: 'P' }] });
  });

  test('says which of several decided', () => {
    const slow = ratingOf(over({ grading: { value: HOUR } }, [GRADING]), 'E-11')!;
    expect(deciding(slow)).toEqual(['grading']);
    const quick = ratingOf(over({ grading: { value: 0 } }, [GRADING]), 'E-11')!;
    expect(deciding(quick)).toEqual(['actions', 'grading']);
    const alone = ratingOf(over({}, [GRADING]), 'E-11')!;
    expect(decidingWords(alone, deciding(alone), 'en')).toBe('');
    for (const lang of LANGS) {
      expect(decidingWords(slow, deciding(slow), lang)).not.toBe('');
      expect(ratedFigureWords(slow.figures![0]!, lang)).toContain('U');
    }
  });

  test('to which the simulator contributed proves nothing of people', () => {
    const played = (figures: DrillFigures) => howPlayed(over(figures, [GRADING]).state, 'E-11');
    expect(played({ grading: { value: 0, simulated: true } })).toBe('simulated');
    expect(played({ grading: { value: 0 } })).toBe('inPerson');
  });

  test('of a tabletop that is a time, or a limit of the law, rates nothing: it tells its own time', () => {
    const tabletop = { scenario: { ...SHORT, kind: 'tabletop' as const } };
    const rates: RateRule[] = [GRADING, { by: 'filings', P: 100 }, { by: 'sitreps', P: 95 }, { by: 'key', P: 0, M: 1 }];
    const figures = { grading: { value: HOUR }, filings: { value: 0 }, sitreps: { value: 0 }, key: { value: 1 } };
    expect(ratingOf(over(figures, rates, tabletop), 'E-11')?.figures?.map(({ by }) => by)).toEqual(['key']);
    expect(ratingOf(over(figures, rates), 'E-11')?.figures).toHaveLength(4);
  });

  test('is kept with the drill, and what an earlier release kept has none', () => {
    const { state } = over({ reach: { value: 1 } }, []);
    expect(state.figures).toEqual({ reach: { value: 1 } });
    const { figures: _, ...earlier } = state;
    expect(proposedRatings(restored(earlier))).toEqual(proposedRatings(state));
  });
});

test('what is rated M or U waits for an improvement, until there is one that stands', () => {
  const story = over({ reach: { value: 0 } }, [{ by: 'reach', P: 90 }]);
  const of = (status: string, drill = 'd-1') => [{ origin: { drill, criterion: 'E-11' }, status }];
  expect(unimproved(story.state, [])).toEqual(['E-11']);
  expect(unimproved(story.state, of('cancelled'))).toEqual(['E-11']);
  expect(unimproved(story.state, of('open', 'd-2'))).toEqual(['E-11']);
  expect(unimproved(story.state, of('verified'))).toEqual([]);
  expect(unimproved(over({}, []).state, [])).toEqual([]);
});

describe('how it was prepared', () => {
  const rates: RateRule[] = [
    { by: 'expectedActions', P: 100, M: 50 },
    { by: 'approval', P: 100, M: 50 },
  ];
  const of = ({ state }: Story) =>
    Object.fromEntries(ratingOf({ state }, 'E-11')?.figures?.map(({ by, rating }) => [by, rating]) ?? []);

  test('is rated once it is over, from the record of the drill itself', () => {
    expect(of(running({ rules: ruled(...rates) }))).toEqual({});
    expect(of(over({}, rates))).toEqual({ expectedActions: 'P', approval: 'M' });
  });

  test('an inject that somebody adds without saying what is expected is one without', () => {
    const story = running({ rules: ruled(...rates) });
    story.says(DIRECTOR, { type: 'addInject', event: 'a call', players: ['engineer'] });
    story.says(DIRECTOR, { type: 'addInject', event: 'a mail', expected: 'no answer', players: ['engineer'] });
    story.says(DIRECTOR, { type: 'end' });
    expect(of(story)).toMatchObject({ expectedActions: 'M' });
  });
});

describe('of an incident that was played', () => {
  const rehearsed = given('ransomware');
  const rehearsal = new Rehearsal(rehearsed, 1);
  rehearsal.plays();
  const { incident, state } = rehearsal;
  const { scenario, start } = rehearsed;
  const all = Object.fromEntries(
    scenario.injects.map(({ id, trigger, expects }) => [
      id,
      {
        status: 'played' as const,
        playedAt: start + ('at' in trigger ? trigger.at : 0),
        actions: expects.map(() => ({ status: 'open' as const })),
      },
    ]),
  );
  const ended = { why: 'terminated' as const, at: 0, storyAt: incident.events.at(-1)!.at };
  const drill = { scenario, injects: all, ended };

  test('figures and the distance from the key are known at its end', () => {
    const figures = figuresSeen(drill, state, incident.events);
    expect(figures.key).toEqual({ value: 0 });
    for (const measure of ['grading', 'activation', 'reach', 'sitreps', 'containment'] as const) {
      expect([measure, typeof figures[measure]?.value]).toEqual([measure, 'number']);
      expect(figures[measure]).not.toHaveProperty('simulated');
    }
  });

  test('whatever the simulator had a part in is marked', () => {
    const played = incident.events.map((event) => ({ ...event, via: 'simulator' as const }));
    const figures = figuresSeen(drill, state, played);
    for (const measure of ['grading', 'quorum', 'sitreps', 'containment', 'key'] as const) {
      if (figures[measure] !== undefined) expect([measure, figures[measure].simulated]).toEqual([measure, true]);
    }
    expect(figures.key?.simulated).toBe(true);
  });

  test('nobody is graded by facts that were never told, or only just', () => {
    const untold = { ...all, 'rw-09': { status: 'waiting' as const, actions: [] } };
    expect(figuresSeen({ ...drill, injects: untold }, state, incident.events)).not.toHaveProperty('key');
    const stopped = { ...ended, why: 'stopped' as const, storyAt: all['rw-09']!.playedAt + MINUTE };
    expect(figuresSeen({ ...drill, ended: stopped }, state, incident.events)).not.toHaveProperty('key');
  });
});

describe('in the default plan', () => {
  const evaluation = compileEvaluation(document.drills!);
  const scenarios = document.scenarios!.map(({ id }) => compileScenario(document, id));
  const shownBy = (event: string, task?: string) =>
    scenarios.flatMap(({ injects }) =>
      injects.flatMap(({ expects }) =>
        expects
          .filter((one) => one.event === event && (task === undefined || one.where?.['task'] === task))
          .flatMap(({ shows }) => shows ?? ['all']),
      ),
    );

  test('every action says which criteria it shows, and only those', () => {
    const open = scenarios.flatMap(({ objectives, injects }) =>
      injects.flatMap(({ id, objective, expects }) => {
        const own = objectives.find((one) => one.id === objective)!.criteria;
        return expects.some(({ shows }) => shows === undefined) && own.length > 1 ? [id] : [];
      }),
    );
    expect(open).toEqual([]);
    expect(new Set(shownBy('taskFinished', 'stop-attack'))).toEqual(new Set(['E-51']));
    expect(shownBy('resourcesDispatched')).not.toContain('E-81');
    expect(shownBy('released')).not.toContain('E-81');
  });

  test('what no record shows is for evaluators', () => {
    for (const scenario of scenarios) {
      const record = ratedByRecord({ scenario, rules: { ...rules, evaluation } });
      for (const criterion of ['E-01', 'E-43', 'E-62']) expect([scenario.id, record]).not.toContain(criterion);
      expect(record).toEqual(expect.arrayContaining(['E-03', 'E-04', 'E-21', 'E-91']));
      // That it is complete is what makes a plan valid: no record could say otherwise.
      expect(record).not.toContain('E-02');
    }
  });

  test('its bounds are said in words', () => {
    const rates = evaluation.criteria.flatMap((one) => one.rates ?? []);
    expect(rates.length).toBeGreaterThan(12);
    for (const lang of LANGS) {
      const told = rates.map((rate) => rateRuleWords(rate, lang));
      expect(told.join()).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

import { describe, expect, test } from '@jest/globals';
import { objectiveResults, simulatedStep } from '../../src/domain/drill/index.js';
import type { DrillRules } from '../../src/domain/drill/index.js';
import type { Rated } from '../../src/domain/drill/proposed.js';
import { APPROVER, DIRECTOR, EVALUATOR, OBSERVER, refusalOf, running, SCENARIO, told, TODAY } from './story.js';
import type { Story } from './story.js';

const report = { type: 'submit', problems: 'slow', suggestions: '', despite: true } as const;
const rating = { type: 'rate', rating: 'P', reason: 'seen' } as const;

/** Over, with nobody to wait for. */
function over(rules: DrillRules): Story {
  const story = running({ rules });
  story.says(DIRECTOR, { type: 'end' });
  story.settles();
  return story;
}

function handedIn(submittedTo: string[], approversElse: string[] = [], approvers = [APPROVER]): Story {
  const story = over({ ...TODAY, submittedTo, approversElse });
  story.state = { ...story.state, rules: { ...story.state.rules, approvers } };
  story.says(EVALUATOR, { ...rating, criterion: 'E-11' });
  story.says(DIRECTOR, report);
  expect(story.state.status).toBe('submitted');
  return story;
}

test('a report is handed in once all is rated that the drill was held for, or it is said that it goes without', () => {
  const story = over(TODAY);
  const { despite: _, ...asked } = report;
  const answered = { ...story.state, feedback: { ...story.state.feedback!, asked: [] } };
  story.state = answered;
  expect(refusalOf(story.says(DIRECTOR, asked))).toBe('nothing_rated');
  story.says(EVALUATOR, { ...rating, criterion: 'E-51' });
  const [refused] = story.says(DIRECTOR, asked);
  expect(refused).toMatchObject({ code: 'criteria_unrated', found: { criteria: ['E-11', 'E-21'] } });
  story.says(EVALUATOR, { ...rating, criterion: 'E-11' });
  story.says(EVALUATOR, { ...rating, criterion: 'E-21' });
  expect(refusalOf(story.says(DIRECTOR, asked))).toBeUndefined();
  expect(story.state.status).toBe('submitted');
  expect(refusalOf(handedIn([APPROVER]).events)).toBeUndefined();
});

describe('whoever has handed the report in', () => {
  test('does not accept it, where the plan submits it to somebody else as well; only they are asked to', () => {
    const story = handedIn([DIRECTOR, APPROVER]);
    expect(told(story)['reportToAccept']).toEqual([APPROVER]);
    const [refused] = story.says(DIRECTOR, { type: 'accept' });
    expect(refused).toMatchObject({ code: 'own_report', needed: { people: [APPROVER] } });
    expect(refusalOf(story.says(DIRECTOR, { type: 'accept' }, { inPost: ['receiver'] }))).toBe('own_report');
    story.says(APPROVER, { type: 'accept' });
    expect(story.state.status).toBe('closed');
  });

  test('has it accepted by whoever stands in, where the plan names nobody else', () => {
    const story = handedIn([DIRECTOR], [DIRECTOR, OBSERVER], [DIRECTOR]);
    expect(told(story)['reportToAccept']).toEqual([OBSERVER]);
    expect(refusalOf(story.says(DIRECTOR, { type: 'accept' }))).toBe('own_report');
    expect(refusalOf(story.says(OBSERVER, { type: 'accept' }))).toBeUndefined();
  });

  test('has it accepted by nobody whom the simulator plays, while they are there themselves', () => {
    const story = running({
      rules: { ...TODAY, submittedTo: [DIRECTOR, OBSERVER] },
      simulateAbsent: { seed: 1, people: [APPROVER, OBSERVER] },
    });
    story.says(DIRECTOR, { type: 'end' });
    story.settles();
    story.says(EVALUATOR, { ...rating, criterion: 'E-11' });
    story.says(DIRECTOR, report);
    expect(story.state.status).toBe('submitted');
    expect(simulatedStep(story.state)).toBeUndefined();
    expect(refusalOf(story.says(DIRECTOR, { type: 'accept' }))).toBeUndefined();
  });

  test('accepts it where there is nobody else at all: else it would wait for ever', () => {
    const story = handedIn([DIRECTOR], [], [DIRECTOR]);
    expect(refusalOf(story.says(DIRECTOR, { type: 'accept' }))).toBeUndefined();
  });
});

test('an objective is met by P and S, with defects where there is an M, not where there is a U, and open until all is rated', () => {
  const scenario = { ...SCENARIO, objectives: [{ id: 'o', criteria: ['E-1', 'E-2'] }] };
  const by = (...all: (Rated['rating'] | undefined)[]) => {
    const ratings = all.flatMap((rating, i): Rated[] =>
      rating === undefined ? [] : [{ criterion: `E-${i + 1}`, rating, by: 'person' }],
    );
    return objectiveResults({ scenario }, ratings)[0]?.outcome;
  };
  expect(by('P', 'S')).toBe('met');
  expect(by('P', 'M')).toBe('partly');
  expect(by('M', 'U')).toBe('notMet');
  expect(by('U', undefined)).toBe('notMet');
  expect(by('P', undefined)).toBe('open');
  expect(objectiveResults({ scenario }, [{ criterion: 'E-1', rating: 'U', by: 'simulator' }])[0]?.outcome).toBe('open');
});

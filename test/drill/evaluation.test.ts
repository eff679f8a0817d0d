import { DAY, MINUTE } from '../../src/domain/time.js';
import { acceptedByPeople, proposedRatings } from '../../src/domain/drill/index.js';
import {
  APPROVER,
  COMMANDER,
  CONTROLLER,
  DIRECTOR,
  ENGINEER,
  EVALUATOR,
  opening,
  OBSERVER,
  refusalOf,
  TODAY,
  running,
  SAFETY,
  told,
} from './story.js';
import type { Story } from './story.js';

/** Reported in time, graded late. */
function ended(change: Parameters<typeof running>[0] = {}): Story {
  const story = running(change);
  story.passes(MINUTE);
  story.shows('factAdded');
  story.passes(25 * MINUTE);
  story.shows('confirmed', { level: 'II', authority: 'commander' });
  story.settles();
  story.says(DIRECTOR, { type: 'end' });
  return story;
}

const answers = { q1: 'at once', q3: ' ' };
const report = { type: 'submit', problems: 'grading took long', suggestions: 'a card' } as const;

describe('feedback', () => {
  test('is asked of players, evaluators and departments, reminded at half time, and whoever is missing is listed', () => {
    const story = ended();
    expect(told(story)['feedbackAsked']).toEqual([COMMANDER, ENGINEER, EVALUATOR, 'leader']);
    expect(refusalOf(story.says(OBSERVER, { type: 'answer', answers }))).toBe('not_asked');
    expect(refusalOf(story.says(ENGINEER, { type: 'answer', answers: { q4: 'x' } }))).toBe('unknown_question');
    expect(refusalOf(story.says(ENGINEER, { type: 'answer', answers: { q1: '' } }))).toBe('text_required');
    story.says(ENGINEER, { type: 'answer', answers });
    expect(story.all('feedbackGiven')).toMatchObject([{ person: ENGINEER, texts: { q1: 'at once' } }]);
    expect(refusalOf(story.says(ENGINEER, { type: 'answer', answers }))).toBe('already_answered');
    story.passes(1.5 * DAY);
    expect(told(story)['feedbackReminder']).toEqual([COMMANDER, EVALUATOR, 'leader']);
    story.passes(1.5 * DAY);
    expect(story.state.feedback?.missing).toEqual([COMMANDER, EVALUATOR, 'leader']);
    story.says(COMMANDER, { type: 'answer', answers });
    expect(story.state.feedback?.missing).toEqual([EVALUATOR, 'leader']);
  });

  test('by the rules of today, of everybody who had a part in it', () => {
    const story = ended({ rules: TODAY });
    expect(told(story)['feedbackAsked']?.toSorted()).toEqual(
      [COMMANDER, CONTROLLER, DIRECTOR, ENGINEER, EVALUATOR, OBSERVER, SAFETY, 'leader'].sort(),
    );
  });

  test('on paper is entered by the director, by who drafted the scheme or by the operator, and says so', () => {
    const story = ended({ rules: TODAY });
    const onPaper = { type: 'answer', answers, for: ENGINEER } as const;
    expect(refusalOf(story.says(CONTROLLER, onPaper))).toBe('not_authorised');
    expect(refusalOf(story.says(DIRECTOR, { ...onPaper, for: 'stranger' }))).toBe('not_asked');
    story.says(DIRECTOR, onPaper);
    expect(story.all('feedbackGiven')).toMatchObject([
      { person: ENGINEER, onPaper: true, actor: { kind: 'person', id: DIRECTOR } },
    ]);
    expect(story.state.feedback?.given).toEqual([ENGINEER]);
    expect(refusalOf(story.says(ENGINEER, { type: 'answer', answers }))).toBe('already_answered');
    const rules = TODAY;
    const anonymous = ended({ rules: { ...rules, feedback: { ...rules.feedback, anonymous: true } } });
    anonymous.says('', { type: 'answer', for: ENGINEER }, { actor: { kind: 'operator' } });
    expect(anonymous.all('feedbackCounted')).toMatchObject([{ person: ENGINEER, onPaper: true }]);
    expect(anonymous.all('feedbackCounted')[0]).not.toHaveProperty('texts');
  });

  test('that is anonymous leaves who has answered in the record, and no word of it', () => {
    const { rules } = opening();
    const story = ended({ rules: { ...rules, feedback: { ...rules.feedback, anonymous: true } } });
    story.says(ENGINEER, { type: 'answer' });
    expect(story.state.feedback?.given).toEqual([ENGINEER]);
    expect(story.all('feedbackGiven')).toEqual([]);
    expect(story.all('feedbackCounted')).toMatchObject([{ person: ENGINEER }]);
  });
});

describe('ratings', () => {
  test('the machine rates what it can see: in time P, late S, partly M, never U', () => {
    const story = ended();
    expect(proposedRatings(story.state)).toEqual([
      { criterion: 'E-11', rating: 'S', inTime: 1, late: 1, missed: 0 },
      { criterion: 'E-21', rating: 'S', inTime: 0, late: 1, missed: 0 },
    ]);
    const silent = running();
    silent.passes(10 * MINUTE);
    expect(proposedRatings(silent.state)).toMatchObject([{ criterion: 'E-11', rating: 'U' }]);
  });

  test('evaluators rate with a reason, players never', () => {
    const story = ended();
    const rated = { type: 'rate', criterion: 'E-51', rating: 'P', reason: 'images taken first' } as const;
    expect(refusalOf(story.says(ENGINEER, rated))).toBe('not_authorised');
    expect(refusalOf(story.says(EVALUATOR, { ...rated, reason: '' }))).toBe('text_required');
    expect(refusalOf(story.says(EVALUATOR, { ...rated, criterion: 'E-99' }))).toBe('unknown_rated_criteria');
    expect(refusalOf(story.says(EVALUATOR, { ...rated, rating: 'A' as 'P' }))).toBe('unknown_rating');
    expect(refusalOf(story.says(EVALUATOR, rated))).toBeUndefined();
  });

  test('an evaluator who plays rates nothing', () => {
    const { roles } = opening();
    const story = ended({ roles: { ...roles, evaluators: [EVALUATOR, ENGINEER] } });
    const rated = { type: 'rate', criterion: 'E-51', rating: 'P', reason: 'mine' } as const;
    expect(refusalOf(story.says(ENGINEER, rated))).toBe('own_department');
  });
});

describe('the report', () => {
  test('goes to command with scores on what was rated, once everybody has answered or their time is up', () => {
    const story = ended();
    expect(refusalOf(story.says(DIRECTOR, report))).toBe('feedback_outstanding');
    story.passes(3 * DAY);
    story.says(EVALUATOR, { type: 'rate', criterion: 'E-51', rating: 'P', reason: 'clean' });
    expect(refusalOf(story.says(CONTROLLER, report))).toBe('not_authorised');
    story.says(DIRECTOR, report);
    const [submitted] = story.all('reportSubmitted');
    expect(submitted).toMatchObject({ version: 1, score: 86, conclusion: 'good' });
    expect(submitted?.ratings).toEqual([
      { criterion: 'E-11', rating: 'S', by: 'machine' },
      { criterion: 'E-21', rating: 'S', by: 'machine' },
      { criterion: 'E-51', rating: 'P', by: 'person' },
    ]);
    expect(told(story)['reportToAccept']).toEqual([APPROVER]);
  });

  test('waits until its incident is cleared away: what that brings to light counts in it', () => {
    const { rules } = opening();
    const story = running({ rules: { ...rules, reportsCleared: true } });
    story.says(DIRECTOR, { type: 'end' });
    story.says(EVALUATOR, { type: 'rate', criterion: 'E-51', rating: 'P', reason: 'clean' });
    const [refused] = story.says(DIRECTOR, { ...report, despite: true });
    expect(refused).toMatchObject({ type: 'refused', code: 'clearing_up', found: { incidentId: 'i-1' } });
    expect(story.state.status).toBe('evaluating');
    story.settles();
    expect(refusalOf(story.says(DIRECTOR, { ...report, despite: true }))).toBeUndefined();
  });

  test('a critical criterion that was not met caps it', () => {
    const story = running();
    story.passes(MINUTE);
    story.shows('factAdded');
    story.settles();
    story.says(DIRECTOR, { type: 'end' });
    story.says(EVALUATOR, { type: 'rate', criterion: 'E-11', rating: 'P', reason: 'fast' });
    story.says(EVALUATOR, { type: 'rate', criterion: 'E-51', rating: 'P', reason: 'clean' });
    story.says(DIRECTOR, { ...report, despite: true });
    expect(story.state.report).toMatchObject({ capped: ['E-21'], conclusion: 'basic' });
  });

  test('is returned with remarks, comes again as another version, and is accepted', () => {
    const story = ended();
    story.says(DIRECTOR, { ...report, despite: true });
    expect(refusalOf(story.says(DIRECTOR, { type: 'accept' }))).toBe('not_authorised');
    story.says(APPROVER, { type: 'returnReport', remarks: 'what of the suppliers?' });
    expect(story.state.status).toBe('evaluating');
    story.says(DIRECTOR, { ...report, despite: true });
    story.says(APPROVER, { type: 'accept' });
    expect(story.state).toMatchObject({ status: 'closed', report: { version: 2 } });
    expect(story.state.report).not.toHaveProperty('simulated');
  });

  test('that the simulator accepts is marked so', () => {
    const story = ended({ simulateAbsent: { seed: 1, people: [APPROVER] } });
    story.says(DIRECTOR, { ...report, despite: true });
    expect(refusalOf(story.says(DIRECTOR, { type: 'accept' }, { simulated: true }))).toBe('not_simulated');
    story.says(APPROVER, { type: 'accept' }, { simulated: true });
    expect(acceptedByPeople(story.state)).toBe(false);
    expect(story.state.report?.simulated).toBe(true);
  });

  test('is asked for when it does not come', () => {
    const story = ended();
    story.settles();
    story.passes(7 * DAY);
    expect(told(story)['reportOverdue']).toEqual([DIRECTOR]);
  });
});

test('a repeated request is answered with nothing new, a used id is refused, and so is what others decided on since', () => {
  const story = running();
  const stop = { type: 'stop', reason: 'x' } as const;
  expect(story.says(DIRECTOR, { type: 'setPace', pace: 2 }, { requestId: 'same' })).toHaveLength(1);
  expect(story.says(DIRECTOR, { type: 'setPace', pace: 2 }, { requestId: 'same' })).toEqual([]);
  expect(refusalOf(story.says(DIRECTOR, stop, { requestId: 'same' }))).toBe('request_id_reused');
  expect(refusalOf(story.says(DIRECTOR, stop, { ifSeq: 1 }))).toBe('changed');
});

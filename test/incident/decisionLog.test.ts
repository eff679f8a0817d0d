import { decisionLog, LOGGED_TYPES } from '../../src/domain/incident/index.js';
import type { Decision, EventOf } from '../../src/domain/incident/index.js';
import { isStatement } from '../../src/domain/incident/statements.js';
import { HOUR } from '../../src/domain/time.js';
import { BASIS, confirmAt, endsAnyhow, MINUTE, raiseTo, Story } from './story.js';

const plan = (story: Story) => story.state.basis.plan;
const logOf = (story: Story) => decisionLog(plan(story), story.events);
const fact = (more: Partial<Extract<Decision, { type: 'addFact' }>>): Decision => ({
  type: 'addFact',
  source: 'the dashboard',
  confidence: 'confirmed',
  ...more,
});
const idsOf = (questions: readonly EventOf<'questionAsked'>[]) => questions.map(({ question }) => question);

describe('each decision stands with what was known before it', () => {
  test('the level, the facts and how many statements there were', () => {
    const story = new Story({ facts: { usersAffected: 500 } });
    story.says('lin-wei', confirmAt('L3'));
    story.says('lin-wei', fact({ values: { dataLost: true } }));
    story.says('lin-wei', fact({ statement: 'the ledger is a day behind' }));
    story.passes(MINUTE);
    story.says('lin-wei', raiseTo('L2'));
    story.says('lin-wei', raiseTo('L1'));

    const log = logOf(story).filter(({ event }) => ['confirmed', 'levelChanged'].includes(event.type));
    const none = { count: 0, latest: [] };
    const said = story.events.filter((event) => event.type === 'factAdded' && event.texts.statement !== undefined);
    const known = { usersAffected: 500, dataLost: true };
    expect(log.map(({ event: _, questions: __, ...entry }) => entry)).toStrictEqual([
      { facts: { usersAffected: 500 }, statements: none },
      { level: 'L3', facts: known, statements: { count: 1, latest: said } },
      { level: 'L2', facts: known, statements: { count: 1, latest: said } },
    ]);
    expect(log.map(({ event }) => event)).toEqual(
      story.events.filter(({ type }) => type === 'confirmed' || type === 'levelChanged'),
    );
  });

  test('after a recurrence the level at which it was reopened', () => {
    const basis = structuredClone(BASIS);
    basis.plan.termination.watch = [{ levels: ['L2'], for: HOUR }];
    const story = new Story({}, basis);
    story.says('lin-wei', confirmAt('L2'));
    endsAnyhow(story);
    story.says('lin-wei', { type: 'reopen', level: 'L1', reason: 'orders fail again' });
    story.says('lin-wei', raiseTo('L2'));
    const [reopened, changed] = logOf(story).filter(({ event }) => /reopened|levelChanged/.test(event.type));
    expect([reopened?.level, changed?.level]).toEqual(['L2', 'L1']);
  });

  test('the questions that nobody had answered', () => {
    const story = new Story();
    story.says('lin-wei', { type: 'askQuestion', text: 'Are all orders there?' });
    story.says('lin-wei', { type: 'askQuestion', text: 'Is it one region?' });
    const [first, second] = Object.keys(story.state.situation.questions);
    story.says('lin-wei', confirmAt('L3'));
    story.says('lin-wei', { type: 'answerQuestion', question: first!, text: 'Yes' });
    story.says('lin-wei', raiseTo('L2'));
    const [confirmed, changed] = logOf(story).filter(({ event }) => /confirmed|levelChanged/.test(event.type));
    expect(idsOf(confirmed!.questions)).toEqual([first, second]);
    expect(idsOf(changed!.questions)).toEqual([second]);
  });

  test('the worse value of each fact that another report told', () => {
    const story = new Story({ facts: { usersAffected: 500 } });
    story.says('lin-wei', {
      type: 'absorb',
      from: 'i-9',
      mode: 'real',
      reporter: { kind: 'person', id: 'he-zhe' },
      reportedAt: story.at - MINUTE,
      facts: { usersAffected: 300, dataLost: true },
      texts: { title: 'Refunds fail', place: 'back office' },
    });
    story.says('lin-wei', confirmAt('L3'));
    expect(logOf(story).at(-1)).toMatchObject({ facts: { usersAffected: 500, dataLost: true } });
  });

  test('the last fifty statements, and the number of all', () => {
    const story = new Story();
    for (let i = 0; i < 52; i++) story.says('lin-wei', fact({ statement: `look ${i}` }));
    story.says('lin-wei', confirmAt('L3'));
    const { statements } = logOf(story).find(({ event }) => event.type === 'confirmed')!;
    expect(statements.count).toBe(52);
    expect(statements.latest.map(({ texts }) => texts.statement)).toEqual(
      Array.from({ length: 50 }, (_, i) => `look ${i + 2}`),
    );
  });
});

test('it is made from decisions and from what tells what is known, and from nothing else', () => {
  const story = new Story({ facts: { usersAffected: 500 } });
  story.says('lin-wei', confirmAt('L3'));
  story.says('lin-wei', fact({ values: { dataLost: true } }));
  const read = story.events.filter(({ type }) => LOGGED_TYPES.includes(type));
  expect(read.map(({ type }) => type)).toEqual(expect.arrayContaining(['reported', 'confirmed', 'factAdded']));
  expect(read.length).toBeLessThan(story.events.length);
  expect(decisionLog(plan(story), read)).toEqual(logOf(story));
});

test('a statement whose words were erased is one all the same, a value without words is none', () => {
  const story = new Story();
  const [valued] = story.says('lin-wei', fact({ values: { dataLost: true } }));
  const [said] = story.says('lin-wei', fact({ statement: 'seen' }));
  const statement = said as EventOf<'factAdded'>;
  expect(isStatement(valued as EventOf<'factAdded'>)).toBe(false);
  expect(isStatement(statement)).toBe(true);
  expect(isStatement({ ...statement, texts: { ...statement.texts, statement: undefined } } as never)).toBe(true);
});

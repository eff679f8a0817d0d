import { knownFacts, readDecision, statementsMade } from '../../src/domain/incident/index.js';
import type { AddFact, Decision } from '../../src/domain/incident/index.js';
import { nextVersion } from './nextVersion.js';
import { ends, responding } from './sitrepsStory.js';
import { confirmAt, MINUTE, propose, confirmEnd, refusalOf, Story, told } from './story.js';

const fact = (more: Partial<AddFact>): AddFact => ({
  type: 'addFact',
  source: 'the dashboard',
  confidence: 'confirmed',
  ...more,
});
const ask = (text: string): Decision => ({ type: 'askQuestion', text });
const answer = (question: string, text: string): Decision => ({ type: 'answerQuestion', question, text });

describe('facts', () => {
  test('lie over what was reported, and the later one counts', () => {
    const story = new Story({ facts: { usersAffected: 10, dataLost: false } });
    story.says('sun-yu', fact({ values: { usersAffected: 5_000 } }));
    story.passes(MINUTE);
    story.says('zhao-lei', fact({ values: { usersAffected: 300 }, confidence: 'likely' }));
    expect(knownFacts(story.state)).toEqual({ usersAffected: 300, dataLost: false });
    const { usersAffected } = story.state.situation.known;
    expect(usersAffected).toEqual({
      value: 300,
      confidence: 'likely',
      at: story.at,
      seq: story.events.findLast((e) => e.type === 'factAdded')!.seq,
    });
  });

  test('are named after their event, and free text stands under texts alone', () => {
    const story = new Story();
    const [event] = story.says('sun-yu', fact({ statement: 'Disk full', observedAt: story.at - MINUTE }));
    expect(event).toMatchObject({
      type: 'factAdded',
      fact: `f${event!.seq}`,
      values: {},
      observedAt: story.at - MINUTE,
      texts: { statement: 'Disk full', source: 'the dashboard' },
    });
    expect(story.state.situation.statements).toEqual([event!.seq]);
  });

  test('have a statement or a moment only where one was told', () => {
    const story = new Story();
    const [event] = story.says('sun-yu', fact({ values: { usersAffected: 1 } }));
    expect(event).toHaveProperty('texts', { source: 'the dashboard' });
    expect(Object.keys(event!)).not.toContain('observedAt');
    expect(Object.keys(event!.type === 'factAdded' ? event!.texts : {})).toEqual(['source']);
    expect(story.state.situation.statements).toEqual([]);
  });

  test.each([
    ['nothing_told', fact({}), {}],
    ['nothing_told', fact({ values: {}, statement: ' ' }), {}],
    ['text_required', fact({ statement: 'x', source: ' ' }), { found: { field: 'source' } }],
    [
      'unknown_fact',
      fact({ values: { weather: 1 } }),
      { found: { facts: ['weather'] }, needed: { known: ['usersAffected', 'dataLost'] } },
    ],
    [
      'wrong_fact_type',
      fact({ values: { dataLost: 3 } }),
      { found: { fact: 'dataLost' }, needed: { type: 'boolean' } },
    ],
    ['unknown_option', fact({ values: { scope: 'all' } }), { found: { fact: 'scope', option: 'all' } }],
  ] as const)('are refused as %s', (code, decision, details) => {
    const basis = nextVersion(({ plan }) => plan.facts.push({ id: 'scope', type: 'choice', options: ['one', 'two'] }));
    if (code === 'unknown_fact') basis.plan.facts.pop();
    const story = new Story({}, basis);
    expect(refusalOf(story.says('sun-yu', decision))).toMatchObject({ code, ...details });
    expect(story.state.situation.known).toEqual({});
  });

  test('come from posts, from the reporter and from the integration that reported, and from nobody else', () => {
    const story = new Story();
    const known = fact({ statement: 'x' });
    expect(refusalOf(story.says('gao-yang', known))).toBeUndefined();
    expect(refusalOf(story.says('stranger', known))).toMatchObject({ code: 'not_involved' });
    const integration = { kind: 'integration', id: 'grafana' } as const;
    expect(refusalOf(story.says('', known, { actor: integration }))).toMatchObject({ code: 'not_involved' });
    expect(refusalOf(story.says('', known, { actor: { kind: 'operator' } }))).toMatchObject({ code: 'not_involved' });
    story.state = { ...story.state, report: { ...story.state.report, reporter: integration } };
    expect(refusalOf(story.says('', known, { actor: integration }))).toBeUndefined();
  });

  test('are taken from the report to the aftermath, and not after the end', () => {
    const story = new Story();
    const known = fact({ statement: 'x' });
    expect(refusalOf(story.says('sun-yu', known))).toBeUndefined();
    story.says('lin-wei', { type: 'verify', outcome: 'standby', reason: 'unclear' });
    expect(refusalOf(story.says('sun-yu', known))).toBeUndefined();
    story.says('lin-wei', confirmAt('L3'));
    expect(refusalOf(story.says('sun-yu', known))).toBeUndefined();
    story.says('zhao-lei', propose(['serviceRestored', 'causeControlled']));
    story.says('lin-wei', confirmEnd);
    expect(story.state.phase).toBe('aftermath');
    expect(refusalOf(story.says('sun-yu', known))).toBeUndefined();
    story.delivers();
    story.says('lin-wei', { type: 'close', reason: 'done' });
    expect(refusalOf(story.says('sun-yu', known))).toMatchObject({ code: 'incident_closed' });
  });

  test('stand in the way of a version of the plan that does not know them', () => {
    const story = new Story();
    story.says('sun-yu', fact({ values: { dataLost: true } }));
    const basis = nextVersion(({ plan }) => {
      plan.facts = plan.facts.filter(({ id }) => id !== 'dataLost');
      plan.criteria = plan.criteria.filter(({ id }) => id !== 'lostData');
    });
    const refused = refusalOf(story.says('lin-wei', { type: 'movePlan', basis, reason: 'newer' }));
    expect(refused).toMatchObject({ code: 'missing_in_plan', found: { missing: ['fact/dataLost'] } });
  });

  test('leave the state small, however many there are', () => {
    const story = new Story();
    for (let i = 0; i < 300; i++) {
      story.says('sun-yu', fact({ values: { usersAffected: i }, statement: '长'.repeat(2_000) }));
    }
    expect(story.state.situation.statements).toHaveLength(50);
    expect(statementsMade(story.state.situation)).toBe(300);
    const seqs = story.events.filter(({ type }) => type === 'factAdded').map(({ seq }) => seq);
    expect(story.state.situation.statements).toEqual(seqs.slice(-50));
    expect(JSON.stringify(story.state.situation).length).toBeLessThan(1_000);
  });
});

test('statements that an earlier release remembered are counted as well', () => {
  const { situation } = new Story().state;
  expect(statementsMade({ ...situation, statements: [3, 5] })).toBe(2);
});

describe('questions', () => {
  test('stay open until somebody answers', () => {
    const story = new Story();
    const [asked] = story.says('lin-wei', ask('Is the ledger intact?'));
    const question = `q${asked!.seq}`;
    expect(story.state.situation.questions[question]).toMatchObject({ text: 'Is the ledger intact?', at: story.at });
    const [answered] = story.says('sun-yu', answer(question, 'Yes, compared at 03:40'));
    expect(answered).toMatchObject({
      type: 'questionAnswered',
      question,
      texts: { question: 'Is the ledger intact?', answer: 'Yes, compared at 03:40' },
    });
    expect(story.state.situation.questions).toEqual({});
    expect(refusalOf(story.says('sun-yu', answer(question, 'again')))).toMatchObject({
      code: 'no_such_question',
      found: { question },
    });
  });

  test('and their answers need words and somebody who takes part', () => {
    const story = new Story();
    expect(refusalOf(story.says('lin-wei', ask(' ')))).toMatchObject({
      code: 'text_required',
      found: { field: 'question' },
    });
    expect(refusalOf(story.says('stranger', ask('?')))).toMatchObject({ code: 'not_involved' });
    story.says('lin-wei', ask('why?'));
    const [question] = Object.keys(story.state.situation.questions);
    expect(refusalOf(story.says('lin-wei', answer(question!, ' ')))).toMatchObject({
      code: 'text_required',
      found: { field: 'answer' },
    });
    expect(refusalOf(story.says('lin-wei', answer('q0', 'so')))).toMatchObject({ needed: { open: [question] } });
    expect(refusalOf(story.says('stranger', answer(question!, 'so')))).toMatchObject({ code: 'not_involved' });
  });

  test('are at most thirty at a time', () => {
    const story = new Story();
    for (let i = 0; i < 30; i++) story.says('lin-wei', ask(`${i}?`));
    expect(refusalOf(story.says('lin-wei', ask('one more?')))).toMatchObject({
      code: 'too_many_questions',
      found: { open: 30 },
      needed: { atMost: 30 },
    });
    story.says('lin-wei', answer(Object.keys(story.state.situation.questions)[0]!, 'known'));
    expect(refusalOf(story.says('lin-wei', ask('one more?')))).toBeUndefined();
  });
});

describe('a question', () => {
  const notices = (story: Story) =>
    Object.values(story.state.effects.pending).filter(
      ({ effect }) => effect.kind === 'notify' && effect.template.startsWith('question'),
    );

  test('is told to whoever drafts the SITREPs, at once, in its own words', () => {
    const story = responding();
    const events = story.says('lin-wei', ask('Is the ledger intact?'));
    expect(told(events)).toEqual({ questionAsked: ['xu-na'] });
    expect(notices(story)).toMatchObject([{ texts: { question: 'Is the ledger intact?' } }]);
    expect(JSON.stringify(notices(story).map(({ effect }) => effect))).not.toContain('ledger');
  });

  test('is told to whoever commands while nobody keeps the situation, and when its keeper asks', () => {
    expect(told(new Story().says('sun-yu', ask('why?')))).toEqual({ questionAsked: ['lin-wei'] });
    expect(told(responding().says('xu-na', ask('why?')))).toEqual({ questionAsked: ['lin-wei'] });
  });

  test('is told to nobody where whoever asks is all there is', () => {
    expect(told(new Story().says('lin-wei', ask('why?')))).toEqual({});
  });

  test('is still told to whoever writes the last SITREP after the end', () => {
    const story = responding();
    ends(story);
    expect(told(story.says('lin-wei', ask('why?')))).toEqual({ questionAsked: ['xu-na'] });
  });

  test('is told of with the answer to whoever asked it', () => {
    const story = responding();
    const [asked] = story.says('sun-yu', ask('Since when?'));
    story.says('lin-wei', ask('Why?'));
    const events = story.says('xu-na', answer(`q${asked!.seq}`, 'Since 03:00'));
    expect(events[0]).toMatchObject({ askedBy: { kind: 'person', id: 'sun-yu' } });
    expect(told(events)).toEqual({ questionAnswered: ['sun-yu'] });
    expect(notices(story).at(-1)).toMatchObject({ texts: { question: 'Since when?', answer: 'Since 03:00' } });
  });

  test('is not told back to whoever answers it themselves, nor to an integration', () => {
    const story = responding();
    const [own] = story.says('sun-yu', ask('Since when?'));
    expect(told(story.says('sun-yu', answer(`q${own!.seq}`, 'Since 03:00')))).toEqual({});
    const actor = { kind: 'integration', id: 'grafana' } as const;
    story.state = { ...story.state, report: { ...story.state.report, reporter: actor } };
    const [machine] = story.says('', ask('Still there?'), { actor });
    expect(told(story.says('sun-yu', answer(`q${machine!.seq}`, 'Yes')))).toEqual({});
  });
});

test('a value that no store could keep is refused', () => {
  const payload = { requestId: 'r', actor: { kind: 'operator' }, source: 'x', confidence: 'likely' };
  const read = (values: unknown) => readDecision('addFact', { ...payload, values }, 'temporal');
  for (const values of [{ a: Infinity }, { a: null }, { a: '' }, [1], 'x', { '': 1 }]) {
    expect(read(values)).toMatchObject({ field: 'values' });
  }
  expect(read({ a: 1, b: false, c: 'x' })).toMatchObject({ values: { a: 1, b: false, c: 'x' } });
});

import type { Decision, IncidentEvent } from '../../src/domain/incident/index.js';
import {
  duesOf,
  givenOver,
  isFinished,
  knownFacts,
  knownFactsWithSource,
  pending,
  readDecision,
} from '../../src/domain/incident/index.js';
import { worse } from '../../src/domain/incident/worse.js';
import { HOUR } from '../../src/domain/time.js';
import { confirmed, COUNSEL, draft, DRAFTER, on, published } from './publicationPlan.js';
import { responding } from './sitrepsStory.js';
import { BASIS, confirmAt, MINUTE, propose, refusalOf, START, Story, told } from './story.js';

const merge: Decision = { type: 'merge', into: 'i-2', reason: 'the same outage' };
const absorb = (more: Partial<Extract<Decision, { type: 'absorb' }>> = {}): Decision => ({
  type: 'absorb',
  from: 'i-9',
  mode: 'real',
  reporter: { kind: 'person', id: 'he-zhe' },
  reportedAt: START - 60_000,
  facts: { usersAffected: 2_000 },
  texts: { title: 'Refunds fail', place: 'back office' },
  ...more,
});
const answer = (story: Story, code?: string) => {
  const effect = Object.values(story.state.effects.pending).find((p) => p.effect.kind === 'merge')!.effect;
  const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
  return story.hears({ ...head, type: 'mergeAnswered', effectId: effect.id, ...(code === undefined ? {} : { code }) });
};

describe('an incident that is merged into another', () => {
  test('goes on as it was until the other has taken it over; then everybody is told and it is over', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L3'));
    story.says('lin-wei', merge);
    expect(story.state.phase).toBe('responding');
    const events = answer(story);
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['merged', 'stoodDown']));
    expect(told(events)).toEqual({ merged: expect.arrayContaining(['lin-wei', 'zhao-lei', 'sun-yu']) as string[] });
    expect(story.state).toMatchObject({ phase: 'merged', merging: { into: 'i-2' } });
    expect(refusalOf(story.says('lin-wei', confirmAt('L3')))).toMatchObject({ code: 'incident_closed' });
  });

  test('goes on when the other would not, and whoever decided hears why', () => {
    const story = new Story();
    story.says('lin-wei', merge);
    expect(told(answer(story, 'wrong_phase'))).toEqual({ mergeRefused: ['lin-wei'] });
    expect(story.state).toMatchObject({ phase: 'reported', merging: { absorbed: [] } });
    expect(refusalOf(story.says('lin-wei', merge))).toBeUndefined();
  });

  test('is over for good when it is rejected before the other has answered', () => {
    const story = new Story();
    story.says('lin-wei', merge);
    const { id: effectId } = pending(story.state).find(({ kind }) => kind === 'merge')!;
    story.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test' });
    story.delivers();
    expect(isFinished(story.state)).toBe(true);
    const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
    expect(story.hears({ ...head, type: 'mergeAnswered', effectId })).toEqual([]);
    expect(story.state).toMatchObject({ phase: 'rejected', merging: { absorbed: [] } });
    expect(story.state.merging.asked).toBeUndefined();
  });

  test.each<[string, string, Decision, string]>([
    ['by somebody who may not reject it', 'sun-yu', merge, 'not_authorised'],
    ['without a reason', 'lin-wei', { ...merge, reason: ' ' }, 'reason_required'],
    ['into itself', 'lin-wei', { ...merge, into: 'i-1' }, 'merge_with_itself'],
  ])('is refused %s', (_, who, decision, code) => {
    expect(refusalOf(new Story().says(who, decision))).toMatchObject({ code });
  });

  test('is refused twice at once, and once it is over', () => {
    const story = new Story();
    story.says('lin-wei', merge);
    expect(refusalOf(story.says('chen-jing', { ...merge, into: 'i-3' }))).toMatchObject({
      code: 'merge_open',
    });
    const ended = new Story();
    ended.says('lin-wei', confirmAt('L3'));
    ended.says('zhao-lei', propose(['serviceRestored', 'causeControlled']));
    expect(refusalOf(ended.says('lin-wei', merge))).toMatchObject({ code: 'wrong_phase' });
  });

  test('two that are merged into each other at once both stay', () => {
    const story = new Story();
    story.says('lin-wei', merge);
    expect(refusalOf(story.says('lin-wei', absorb({ from: 'i-2' })))).toMatchObject({ code: 'merge_open' });
  });
});

describe('what comes along with a merged incident', () => {
  const person = (id: string) => ({ kind: 'person', id }) as const;
  const question = (text: string) => ({ text, by: person('he-zhe'), at: START - MINUTE });
  const fact: Decision = { type: 'addFact', statement: 'Seen it too', source: 'the shop', confidence: 'likely' };
  const absorbed = (more: Parameters<typeof absorb>[0]) => {
    const story = new Story();
    return { story, events: story.says('lin-wei', absorb(more)) };
  };
  const facts = (events: IncidentEvent[]) => {
    const notice = events.find((event) => event.type === 'effectRequested' && event.effect.kind === 'notify');
    return notice?.type === 'effectRequested' && notice.effect.kind === 'notify' ? notice.effect.facts : {};
  };

  test('are the people who reported it: they may tell what they know, and hear of the end', () => {
    const { story } = absorbed({ reporter: person('shop'), reporters: [person('hotline'), person('bank')] });
    for (const who of ['shop', 'hotline', 'bank']) expect(refusalOf(story.says(who, fact))).toBeUndefined();
    expect(refusalOf(story.says('stranger', fact))).toMatchObject({ code: 'not_involved' });
    expect(refusalOf(story.says('hotline', absorb()))).toBeUndefined();
    const { rejected } = told(story.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test' }));
    expect(rejected).toEqual(expect.arrayContaining(['shop', 'hotline', 'bank']));
  });

  test('are at most fifty of them, the latest, each once', () => {
    const many = Array.from({ length: 60 }, (_, i) => person(`r${i}`));
    const { story } = absorbed({ reporters: many });
    expect(story.state.merging.reporters).toEqual(many.slice(-50));
    story.says('lin-wei', absorb({ reporters: [person('r59'), person('one more')] }));
    expect(story.state.merging.reporters).toEqual([...many.slice(-49), person('one more')]);
  });

  test('are at most fifty of them as well when it is merged on, the latest', () => {
    const many = Array.from({ length: 50 }, (_, i) => person(`r${i}`));
    const { story } = absorbed({ reporter: person('shop'), reporters: many });
    expect(givenOver(story.state).reporters).toEqual([...many.slice(1), person('shop')]);
  });

  test('are its open questions, with who asked them and when; they stay open, and the answer reaches whoever asked', () => {
    const { story, events } = absorbed({ questions: [question('Since when?'), question('Why?')] });
    const asked = events.filter((event) => event.type === 'questionAsked');
    expect(asked.map(({ question: id, seq }) => id === `q${seq}`)).toEqual([true, true]);
    expect(Object.values(story.state.situation.questions)).toEqual(
      ['Since when?', 'Why?'].map((text, i) => ({ ...question(text), seq: asked[i]!.seq })),
    );
    expect(told(events)).toEqual({ absorbed: ['lin-wei'], proposalRisen: ['lin-wei', 'chen-jing'] });
    const answered = story.says('sun-yu', { type: 'answerQuestion', question: asked[1]!.question, text: 'A leak' });
    expect(told(answered)).toEqual({ questionAnswered: ['he-zhe'] });
  });

  test('are told to whoever keeps the situation as well, where questions are among it', () => {
    const story = responding();
    expect(told(story.says('lin-wei', absorb()))).toMatchObject({ absorbed: ['lin-wei'] });
    const events = story.says('lin-wei', absorb({ questions: [question('Why?')] }));
    expect(told(events)).toMatchObject({ absorbed: ['lin-wei', 'xu-na'] });
    expect(told(events)).not.toHaveProperty('questionAsked');
  });

  test('is no question beyond the limit: those are counted, as the statements are that stay behind', () => {
    const story = new Story();
    for (let i = 0; i < 28; i++) story.says('lin-wei', { type: 'askQuestion', text: `${i}?` });
    const more = { questions: ['a?', 'b?', 'c?'].map(question), statements: 7 };
    const events = story.says('lin-wei', absorb(more));
    expect(Object.keys(story.state.situation.questions)).toHaveLength(30);
    expect(events[0]).toMatchObject({ questions: 2, left: { statements: 7, questions: 1 } });
    expect(facts(events)).toMatchObject({ from: 'i-9', questions: 2, statementsLeft: 7, questionsLeft: 1 });
    expect(facts(absorbed({}).events)).not.toHaveProperty('statementsLeft');
  });

  test('stands in the record as far as there is something: whence each question came, and what stayed behind', () => {
    const [plainly] = absorbed({}).events;
    for (const name of ['reporters', 'questions', 'left']) expect(plainly).not.toHaveProperty(name);
    const { events } = absorbed({ from: 'i-9', questions: [question('Why?')] });
    expect(events.find(({ type }) => type === 'questionAsked')).toMatchObject({ before: { incident: 'i-9' } });
    const nameless = absorb({ questions: [question('Why?')] }) as Extract<Decision, { type: 'absorb' }>;
    const { from: _, ...unnamed } = nameless;
    const asked = new Story().says('lin-wei', unnamed).find(({ type }) => type === 'questionAsked');
    expect(asked).toHaveProperty('before');
    expect(asked).not.toHaveProperty('before.incident');
    const story = new Story();
    for (let i = 0; i < 29; i++) story.says('lin-wei', { type: 'askQuestion', text: `${i}?` });
    const [as] = story.says('lin-wei', absorb({ questions: ['a?', 'b?'].map(question), statements: 1 }));
    expect(as).toMatchObject({ left: { statements: 1, questions: 1 } });
    const many = Array.from({ length: 60 }, (_, i) => person(`r${i}`));
    expect(absorbed({ reporters: many }).events[0]).toMatchObject({ reporters: many.slice(-50) });
  });

  test('is what the other incident gives over, through one merger after another', () => {
    const first = new Story({ facts: { usersAffected: 7 } });
    first.says('sun-yu', fact);
    first.says('lin-wei', absorb({ reporter: person('shop'), reporters: [person('hotline')] }));
    first.says('sun-yu', { type: 'askQuestion', text: 'Since when?' });
    const given = givenOver(first.state);
    expect(given).toMatchObject({
      from: 'i-1',
      reporter: person('sun-yu'),
      reporters: [person('hotline'), person('shop')],
      facts: { usersAffected: 2_000 },
      statements: 1,
      questions: [{ text: 'Since when?', by: person('sun-yu'), at: START }],
    });
    const head = { requestId: 'm', actor: person('lin-wei') };
    expect(readDecision('absorb', { ...head, ...given }, 'api')).toMatchObject(given);
    const second = new Story({ incidentId: 'i-2' });
    second.says('lin-wei', given);
    expect(refusalOf(second.says('hotline', fact))).toBeUndefined();
  });

  test.each([
    ['reporters', 'somebody'],
    ['reporters', [{ kind: 'system' }]],
    ['reporters', Array.from({ length: 51 }, () => person('x'))],
    ['questions', [null]],
    ['questions', Array.from({ length: 31 }, () => question('?'))],
    ['text', [{ ...question(''), text: 'x'.repeat(501) }]],
    ['questions.by', [{ ...question('?'), by: 'me' }]],
    ['at', [{ ...question('?'), at: 'now' }]],
    ['statements', -1],
  ])('is refused where %s is not what it should be', (field, value) => {
    const name = ['reporters', 'statements'].includes(field) ? field : 'questions';
    const json = { requestId: 'm', actor: person('lin-wei'), ...absorb(), [name]: value };
    expect(readDecision('absorb', json, 'temporal')).toMatchObject({ field });
  });
});

describe('what a merged incident had promised the public', () => {
  const STATEMENT = /Statement/;
  const owed = (story: Story) => duesOf(story.state).filter(({ item }) => STATEMENT.test(item));
  const promising = (incidentId: string, nextAt: number) => {
    const story = confirmed('L2', { incidentId });
    published(story, 'p1', { nextAt });
    return story;
  };
  const takes = (story: Story, from: Story, who = 'chen-jing') => story.says(who, givenOver(from.state));

  test('is owed by the other one until something is out there; command and whoever drafts are told', () => {
    const [first, second] = [promising('i-1', START + HOUR), confirmed('L2', { incidentId: 'i-2' })];
    published(second, 'p1');
    expect(owed(second)).toEqual([]);
    const events = takes(second, first);
    expect(told(events)['absorbed']).toEqual(['lin-wei', DRAFTER]);
    expect(owed(second)).toMatchObject([{ item: 'nextStatement', from: START, dueAt: START + HOUR, within: HOUR }]);
    second.says(DRAFTER, draft({ kind: 'correction', corrects: 'p1' }));
    second.says(COUNSEL, on('check', 'p2'));
    second.says('lin-wei', on('approve', 'p2'));
    second.delivers();
    expect(owed(second)).toHaveLength(1);
    published(second, 'p3', { kind: 'update' });
    expect(owed(second)).toEqual([]);
    expect(second.state.publication).not.toHaveProperty('promised');
  });

  test('is the first due of several, and goes along when that one is merged on', () => {
    const [first, second] = [promising('i-1', START + HOUR), promising('i-2', START + 2 * HOUR)];
    const third = confirmed('L2', { incidentId: 'i-3' });
    takes(second, first);
    expect(owed(second)).toMatchObject([{ dueAt: START + HOUR }]);
    takes(second, promising('i-4', START + 3 * HOUR));
    expect(owed(second)).toMatchObject([{ dueAt: START + HOUR }]);
    takes(third, second);
    expect(owed(third)).toMatchObject([{ dueAt: START + HOUR }]);
  });

  test('does not put off the first statement that is owed there', () => {
    const second = confirmed('L2', { incidentId: 'i-2' });
    takes(second, promising('i-1', START + 2 * HOUR));
    expect(owed(second)).toMatchObject([{ item: 'firstStatement', dueAt: START + HOUR }]);
    const third = confirmed('L3', { incidentId: 'i-3' });
    takes(third, promising('i-1', START + 2 * HOUR));
    expect(owed(third)).toMatchObject([{ item: 'nextStatement', dueAt: START + 2 * HOUR }]);
  });

  test('comes along with a text that is still on its way out, and not where nothing more was to be published', () => {
    const onItsWay = confirmed('L2');
    onItsWay.says(DRAFTER, draft({ nextAt: START + HOUR }));
    onItsWay.says(COUNSEL, on('check'));
    expect(givenOver(onItsWay.state)).not.toHaveProperty('promised');
    onItsWay.says('lin-wei', on('approve'));
    const given = givenOver(onItsWay.state);
    expect(given).toMatchObject({ promised: { from: START, dueAt: START + HOUR } });
    const head = { requestId: 'm', actor: { kind: 'person', id: 'lin-wei' } };
    expect(readDecision('absorb', { ...head, ...given }, 'api')).toMatchObject(given);
    expect(readDecision('absorb', { ...head, ...given, promised: 'soon' }, 'api')).toMatchObject({ field: 'promised' });
    const silent = promising('i-1', START + HOUR);
    silent.says('lin-wei', { type: 'publication', action: 'waive', reason: 'it is over' });
    expect(givenOver(silent.state)).not.toHaveProperty('promised');
  });
});

describe('an incident that takes another one over', () => {
  test('knows what the other knew, is graded anew, and command is told', () => {
    const story = new Story();
    expect(story.state.grading.proposal?.level).toBe('L3');
    const events = story.says('lin-wei', absorb());
    expect(story.state.grading.proposal?.level).toBe('L2');
    expect(told(events)).toEqual({ absorbed: ['lin-wei'], proposalRisen: ['lin-wei', 'chen-jing'] });
    expect(story.state.merging.absorbed).toEqual([
      { from: 'i-9', reporter: { kind: 'person', id: 'he-zhe' }, at: START },
    ]);
  });

  test('is graded by the later word where that is worse, and by what is told after it', () => {
    const story = new Story();
    const tell = (dataLost: boolean): Decision => ({
      type: 'addFact',
      values: { dataLost },
      source: 'the dashboard',
      confidence: 'confirmed',
    });
    story.says('lin-wei', tell(false));
    story.passes(MINUTE);
    story.says('lin-wei', absorb({ facts: { dataLost: true } }));
    expect(knownFacts(story.state)['dataLost']).toBe(true);
    story.passes(MINUTE);
    story.says('lin-wei', tell(false));
    expect(knownFacts(story.state)['dataLost']).toBe(false);
  });

  test('brings nothing back that was worse before somebody told otherwise', () => {
    const story = new Story();
    const report = (usersAffected: number) => story.says('lin-wei', absorb({ facts: { usersAffected } }));
    report(52_000);
    const fact = { values: { usersAffected: 300 }, source: 'the dashboard', confidence: 'confirmed' } as const;
    story.says('lin-wei', { type: 'addFact', ...fact });
    for (const [told, known] of [
      [100, 300],
      [400, 400],
      [350, 400],
    ] as const) {
      story.passes(MINUTE);
      report(told);
      expect(knownFacts(story.state)['usersAffected']).toBe(known);
    }
  });

  test('is named as the source of what it told, and nobody else', () => {
    const story = new Story({ facts: { dataLost: false } });
    const tell = (usersAffected: number): Decision => ({
      type: 'addFact',
      values: { usersAffected },
      source: 'the dashboard',
      confidence: 'confirmed',
    });
    const known = () => knownFactsWithSource(story.state).map(({ at: _, ...fact }) => fact);
    const report = { fact: 'dataLost', value: false, seq: 1 };
    const [first] = story.says('lin-wei', absorb({ facts: { usersAffected: 52_000 } }));
    const users = { fact: 'usersAffected', value: 52_000 };
    expect(known()).toEqual([report, { ...users, seq: first!.seq }]);
    story.passes(MINUTE);
    const [added] = story.says('zhao-lei', tell(12_000));
    const told = { fact: 'usersAffected', value: 12_000, seq: added!.seq, confidence: 'confirmed' };
    expect(known()).toEqual([report, told]);
    story.passes(MINUTE);
    const [again] = story.says('lin-wei', absorb({ from: 'i-8', facts: { usersAffected: 52_000, dataLost: false } }));
    expect(known()).toEqual([report, { ...users, seq: again!.seq }]);
    expect(knownFactsWithSource(story.state)[1]).toMatchObject({ at: story.at });
  });

  test('goes on being the source of the worse value when a milder report follows', () => {
    const story = new Story();
    const [first] = story.says('lin-wei', absorb({ facts: { usersAffected: 52_000 } }));
    story.passes(MINUTE);
    const [second] = story.says('lin-wei', absorb({ from: 'i-8', facts: { usersAffected: 300, dataLost: true } }));
    expect(knownFactsWithSource(story.state)).toEqual([
      { fact: 'usersAffected', value: 52_000, seq: first!.seq, at: first!.at },
      { fact: 'dataLost', value: true, seq: second!.seq, at: second!.at },
    ]);
  });

  test('keeps what it told of one fact when another is added', () => {
    const story = new Story();
    const [told] = story.says('lin-wei', absorb({ facts: { usersAffected: 52_000 } }));
    story.passes(MINUTE);
    story.says('lin-wei', { type: 'addFact', values: { dataLost: true }, source: 'a look', confidence: 'confirmed' });
    expect(knownFactsWithSource(story.state)).toContainEqual({
      fact: 'usersAffected',
      value: 52_000,
      seq: told!.seq,
      at: told!.at,
    });
  });

  test('tells whoever reported the other one why it was rejected', () => {
    const story = new Story();
    story.says('lin-wei', absorb());
    const events = story.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test' });
    expect(told(events)['rejected']).toEqual(expect.arrayContaining(['sun-yu', 'he-zhe']));
  });

  test('asks those who may decide when a higher level is proposed while the response runs', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L3'));
    const events = story.says('lin-wei', absorb({ facts: { dataLost: true } }));
    expect(told(events)['levelProposed']).toEqual(['lin-wei']);
    expect(story.state.grading.level).toBe('L3');
  });

  test('is raised by itself where the plan says so, never lowered', () => {
    const basis = structuredClone(BASIS);
    basis.plan.verification.automatic = ['L1', 'L3'];
    const story = new Story({}, basis);
    story.says('lin-wei', confirmAt('L2'));
    const events = story.says('lin-wei', absorb({ facts: { dataLost: true } }));
    expect(events.find(({ type }) => type === 'levelChanged')).toMatchObject({ from: 'L2', to: 'L1', automatic: true });
    expect(told(events)).toMatchObject({ levelRaised: ['lin-wei'], call: ['gao-yang'] });
    const lower = new Story({}, basis);
    lower.says('lin-wei', confirmAt('L2'));
    lower.says('lin-wei', absorb({ facts: { usersAffected: 1 } }));
    expect(lower.state.grading.level).toBe('L2');
  });

  test.each<[string, Decision, string, string]>([
    ['from somebody who has nothing to do with it', absorb(), 'stranger', 'not_concerned'],
    ['of another mode', absorb({ mode: 'drill' }), 'lin-wei', 'other_mode'],
  ])('refuses a report %s', (_, decision, who, code) => {
    expect(refusalOf(new Story().says(who, decision))).toMatchObject({ code });
  });
});

describe('a fact that is told while the response runs', () => {
  const tell = (values: Record<string, number | boolean>): Decision => ({
    type: 'addFact',
    values,
    source: 'dashboard',
    confidence: 'confirmed',
  });

  test('grades anew and only proposes: those who may decide on the level are asked', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L3'));
    const events = story.says('zhao-lei', tell({ usersAffected: 5_000 }));
    expect(story.state.grading).toMatchObject({ level: 'L3', proposal: { level: 'L2' } });
    expect(told(events)['levelProposed']).toEqual(['lin-wei', 'chen-jing']);
    // The same again is no news.
    expect(told(story.says('zhao-lei', tell({ usersAffected: 5_000 })))['levelProposed']).toBeUndefined();
  });

  test('raises the level by itself where the plan says so', () => {
    const basis = structuredClone(BASIS);
    basis.plan.verification.automatic = ['L1'];
    const story = new Story({}, basis);
    story.says('lin-wei', confirmAt('L3'));
    story.says('zhao-lei', tell({ dataLost: true }));
    expect(story.state.grading.level).toBe('L1');
  });
});

describe('what is known from several reports', () => {
  test('is the worse of each, as far as the plan can read it', () => {
    const { plan } = BASIS;
    expect(worse(plan, { usersAffected: 10, dataLost: true }, { usersAffected: 20, dataLost: false })).toEqual({
      usersAffected: 20,
      dataLost: true,
    });
    expect(worse(plan, { usersAffected: 30 }, { usersAffected: 20, dataLost: 'yes', other: 1 })).toEqual({
      usersAffected: 30,
    });
  });

  test('the worse answer is the one that the criteria ask for', () => {
    const { plan } = structuredClone(BASIS);
    plan.facts.push({ id: 'recoverable', type: 'boolean' }, { id: 'reach', type: 'choice', options: ['one', 'all'] });
    plan.criteria.push({ id: 'gone', incidentLevel: 'critical', when: { any: [{ fact: 'recoverable', is: false }] } });
    expect(worse(plan, { recoverable: true, reach: 'all' }, { recoverable: false, reach: 'one' })).toEqual({
      recoverable: false,
      reach: 'all',
    });
    expect(worse(plan, { recoverable: false }, { recoverable: true })).toEqual({ recoverable: false });
  });

  test('begins with the report', () => {
    const story = new Story({ facts: { usersAffected: 5 } });
    story.says('lin-wei', absorb({ facts: { dataLost: true } }));
    expect(knownFacts(story.state)).toEqual({ usersAffected: 5, dataLost: true });
  });
});

describe('while the other incident has not answered yet', () => {
  const asked = () => {
    const story = new Story();
    story.says('he-zhe', { type: 'askQuestion', text: 'Since when?' });
    story.says('lin-wei', { type: 'merge', into: 'i-2', reason: 'the same' });
    return story;
  };

  test.each<[string, Decision]>([
    ['a fact', { type: 'addFact', values: { dataLost: true }, source: 'dba', confidence: 'confirmed' }],
    ['a question', { type: 'askQuestion', text: 'Why?' }],
    ['an answer', { type: 'answerQuestion', question: 'q1', text: 'noon' }],
  ])('%s is referred to it, because it would stay behind', (_, decision) => {
    expect(refusalOf(asked().says('lin-wei', decision))).toMatchObject({ code: 'merge_open', found: { into: 'i-2' } });
  });
});

test('what a merged incident gives over may be more when it is asked again under the same request', () => {
  const story = new Story();
  const head = { requestId: 'absorb-i-9' };
  const first = story.says('lin-wei', absorb({ from: 'i-9' }), head);
  expect(refusalOf(first)).toBeUndefined();
  expect(story.says('lin-wei', absorb({ from: 'i-9', statements: 3 }), head)).toEqual([]);
  expect(refusalOf(story.says('lin-wei', absorb({ from: 'i-8' }), head))).toMatchObject({ code: 'request_id_reused' });
});

import { duesOf } from '../../src/domain/incident/aftermath/dues.js';
import { lessonFindings, restored } from '../../src/domain/incident/index.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { collect, ended, give, lessonsBasis } from './lessonsPlan.js';
import { confirmAt, endsAnyhow, refusalOf, Story, told } from './story.js';

/** What is owed in these two rooms. */
const dues = (story: Story) => duesOf(story.state).filter(({ item }) => /^(lessons|summary)/.test(item));
const items = (story: Story) => dues(story).map(({ item }) => item);
const NOBODY_THERE = 'nobodyHoldsIt';
/** One of the departments has nobody. */
const withVacancy = (level = 'L1') => ended(level, ({ plan }) => plan.aftermath!.lessons.askedFrom.push(NOBODY_THERE));

describe('at the end every department is asked', () => {
  test('with the time by which it has to answer, once to each person', () => {
    const story = new Story(
      {},
      lessonsBasis(({ holders }) => (holders['pressLead'] = ['zhou-min'])),
    );
    story.says('lin-wei', confirmAt('L1'));
    const events = endsAnyhow(story);
    const [asked] = story.all('lessonsAsked');
    expect(asked).toMatchObject({ from: ['techLead', 'liaisonLead', 'pressLead'], dueAt: story.at + 7 * DAY });
    expect(told(events)['lessonsAsked']).toEqual(['zhao-lei', 'zhou-min']);
    const effects = events.flatMap((e) =>
      e.type === 'effectRequested' && e.effect.kind === 'notify' ? [e.effect] : [],
    );
    const { facts, recipients } = effects.find(({ template }) => template === 'lessonsAsked')!;
    expect(facts).toMatchObject({ questions: 3, dueAt: story.at + 7 * DAY });
    expect(recipients[1]).toEqual({ person: 'zhou-min', departments: ['liaisonLead', 'pressLead'] });
  });

  test('by its deputy where nobody holds the post', () => {
    const story = ended('L1', ({ plan, holders }) => {
      holders['techLead'] = [];
      plan.posts.find(({ id }) => id === 'techLead')!.deputies = ['engineer'];
    });
    expect(told(story.events)['lessonsAsked']).toContain('sun-yu');
    expect(story.says('sun-yu', give('techLead'))[0]).toMatchObject({ type: 'lessonGiven', authority: 'engineer' });
  });

  test('and whoever collects is told where nobody is there at all', () => {
    const story = withVacancy();
    expect(told(story.events)['lessonsVacant']).toEqual(['wang-fang']);
  });

  test('nobody, where the plan has no aftermath or was compiled before there were lessons', () => {
    const without = ended('L1', ({ plan }) => delete plan.aftermath);
    const old = ended('L1', ({ plan }) => delete plan.aftermath!.lessons.questions);
    for (const story of [without, old]) {
      expect(story.all('lessonsAsked')).toEqual([]);
      expect(refusalOf(story.says('zhao-lei', give('techLead')))).toMatchObject({
        code: 'department_not_asked',
        found: { post: 'techLead' },
        needed: { posts: [] },
      });
      expect(refusalOf(story.says('lin-wei', collect('why not')))?.code).toBe('no_lessons');
    }
    expect(refusalOf(without.says('zhao-lei', collect('why not')))).toMatchObject({
      code: 'not_authorised',
      needed: { posts: ['commander', 'deputy'] },
    });
  });

  test('or when the watch is over, where an earlier release asked nobody at the end', () => {
    const story = ended('L2');
    const { lessons: _, summary: __, ...kept } = story.state;
    story.state = restored(story.state.basis, kept as typeof story.state);
    story.passes(HOUR);
    expect(story.state.lessons.asked).toMatchObject({ from: story.at });
    expect(story.all('lessonsAsked')).toHaveLength(2);
  });

  test('once: what was answered while it is watched stands when the watch is over', () => {
    const story = ended('L2');
    story.says('zhao-lei', give('techLead'));
    story.passes(HOUR);
    expect(story.state.phase).toBe('aftermath');
    expect(story.all('lessonsAsked')).toHaveLength(1);
    expect(story.state.lessons.given).toHaveProperty('techLead');
  });

  test('not before it', () => {
    const story = new Story({}, lessonsBasis());
    expect(refusalOf(story.says('zhao-lei', give('techLead')))).toMatchObject({
      code: 'wrong_phase',
      found: { phase: 'reported' },
      needed: { phases: ['watching', 'aftermath'] },
    });
    expect(dues(story)).toEqual([]);
  });
});

describe('a department', () => {
  test('answers by question and freely, and improves it until it is collected', () => {
    const story = ended();
    const answers = { '3': 'rehearse', '1': 'late', '2': ' ' };
    const [first] = story.says(
      'zhao-lei',
      give('techLead', answers, {
        free: 'thanks',
        findings: ['3', 'free', '3'],
        reason: 'of no use here',
      }),
    );
    expect(first).toMatchObject({
      type: 'lessonGiven',
      version: 1,
      authority: 'techLead',
      answers: [1, 3],
      findings: ['q3', 'free'],
    });
    expect(first).toHaveProperty('texts', { q1: 'late', q3: 'rehearse', free: 'thanks' });
    expect(first).not.toHaveProperty('onBehalf');
    expect(lessonFindings(story.state)).toEqual(['lesson techLead q3', 'lesson techLead free']);
    story.says('zhao-lei', give('techLead', { '2': 'found it' }));
    expect(story.state.lessons.given['techLead']).toMatchObject({ version: 2, answers: [2] });
    expect(lessonFindings(story.state)).toEqual([]);
    expect(JSON.stringify(story.state.lessons)).not.toContain('found it');
    story.says('wang-fang', collect('the others are away'));
    expect(refusalOf(story.says('zhao-lei', give('techLead')))?.code).toBe('lessons_collected');
  });

  test('is answered for by its own people only, as long as there are any', () => {
    const story = ended();
    for (const other of ['lin-wei', 'wang-fang', 'zhou-min', 'stranger']) {
      const refused = refusalOf(story.says(other, give('techLead', { '1': 'x' }, { reason: 'he is away' })));
      expect(refused).toMatchObject({ code: 'not_authorised', needed: { posts: ['techLead'] } });
    }
  });

  test('that has nobody is answered for by whoever collects, with a reason', () => {
    const story = withVacancy();
    expect(refusalOf(story.says('zhao-lei', give(NOBODY_THERE)))).toMatchObject({
      needed: { posts: ['duty', 'commander', 'deputy'] },
    });
    expect(refusalOf(story.says('wang-fang', give(NOBODY_THERE)))?.code).toBe('reason_required');
    const [event] = story.says('wang-fang', give(NOBODY_THERE, { '1': 'as told' }, { reason: 'the post is vacant' }));
    expect(event).toMatchObject({
      onBehalf: true,
      authority: 'duty',
      texts: { q1: 'as told', reason: 'the post is vacant' },
    });
    expect(story.state.lessons.given[NOBODY_THERE]).toMatchObject({ onBehalf: true });
  });

  test('may answer as many questions as the plan asks', () => {
    const story = ended('L1', ({ plan }) => (plan.aftermath!.lessons.questions = 12));
    expect(story.says('zhao-lei', give('techLead', { '2': 'late', '12': 'rehearse' }))[0]).toMatchObject({
      answers: [2, 12],
    });
    expect(refusalOf(story.says('zhao-lei', give('techLead', { '13': 'x' })))).toMatchObject({ needed: { last: 12 } });
  });

  test.each([
    [
      'department_not_asked',
      give('engineer'),
      { post: 'engineer' },
      { posts: ['techLead', 'liaisonLead', 'pressLead'] },
    ],
    ['unknown_question', give('techLead', { '1': 'x', '4': 'x' }), { questions: ['4'] }, { last: 3 }],
    ['unknown_question', give('techLead', { '0': 'x' }), { questions: ['0'] }, { last: 3 }],
    ['unknown_question', give('techLead', { '01': 'x' }), { questions: ['01'] }, { last: 3 }],
    ['unknown_question', give('techLead', { '1.0': 'x' }), { questions: ['1.0'] }, { last: 3 }],
    ['text_required', give('techLead', { '1': ' ' }, { free: '' }), { field: 'answers' }, {}],
    ['finding_without_answer', give('techLead', { '1': 'x' }, { findings: ['1', '2'] }), { findings: ['q2'] }, {}],
    ['finding_without_answer', give('techLead', { '1': 'x' }, { findings: ['free'] }), { findings: ['free'] }, {}],
  ])('is refused with %s: %j', (code, decision, found, needed) => {
    expect(refusalOf(ended().says('zhao-lei', decision))).toMatchObject({ code, found, needed });
  });
});

describe('collecting', () => {
  const all = (story: Story) =>
    [
      ['zhao-lei', 'techLead'],
      ['zhou-min', 'liaisonLead'],
      ['gao-yang', 'pressLead'],
    ].map(([who, post]) => story.says(who!, give(post!)));

  test('waits for all, and the collector hears once when they are in', () => {
    const story = ended();
    expect(items(story)).toEqual([
      'lessons techLead',
      'lessons liaisonLead',
      'lessons pressLead',
      'lessonsCollection',
      'summary',
    ]);
    const [first, second, last] = all(story);
    expect(told([...first!, ...second!])).toEqual({});
    expect(told(last!)).toEqual({ lessonsIn: ['wang-fang'] });
    expect(told(story.says('zhao-lei', give('techLead')))).toEqual({});
    expect(items(story)).toEqual(['lessonsCollection', 'summary']);
    const events = story.says('wang-fang', collect());
    expect(events[0]).toMatchObject({ type: 'lessonsCollected', missing: [], authority: 'duty' });
    expect(events[0]).not.toHaveProperty('texts');
    expect(told(events)).toEqual({ lessonsCollected: ['lin-wei'] });
    expect(items(story)).toEqual(['summary']);
  });

  test('goes on without some only for a reason, and they stay listed', () => {
    const story = ended();
    story.says('zhao-lei', give('techLead'));
    expect(refusalOf(story.says('wang-fang', collect(' ')))).toMatchObject({
      code: 'lessons_missing',
      found: { posts: ['liaisonLead', 'pressLead'] },
    });
    expect(story.says('wang-fang', collect('they are abroad'))[0]).toMatchObject({
      missing: ['liaisonLead', 'pressLead'],
      texts: { reason: 'they are abroad' },
    });
    expect(story.state.lessons.collected?.missing).toEqual(['liaisonLead', 'pressLead']);
    expect(items(story)).toEqual(['summary']);
    expect(refusalOf(story.says('wang-fang', collect('again')))?.code).toBe('lessons_collected');
  });

  test('is for whom the plan names, and command', () => {
    const refused = refusalOf(ended().says('zhao-lei', collect('why not')));
    expect(refused).toMatchObject({ code: 'not_authorised', needed: { posts: ['duty', 'commander', 'deputy'] } });
    expect(ended().says('chen-jing', collect('duty is away'))[0]).toMatchObject({ authority: 'deputy' });
  });

  test('is due when the answers are; each is owed by whoever is there', () => {
    const story = withVacancy();
    const due = { from: story.at, dueAt: story.at + 7 * DAY };
    const collectors = ['duty', 'commander', 'deputy'];
    expect(dues(story)).toEqual([
      { item: 'lessons techLead', ...due, posts: ['techLead', ...collectors] },
      { item: 'lessons liaisonLead', ...due, posts: ['liaisonLead', ...collectors] },
      { item: 'lessons pressLead', ...due, posts: ['pressLead', ...collectors] },
      { item: `lessons ${NOBODY_THERE}`, ...due, posts: [NOBODY_THERE, ...collectors] },
      { item: 'lessonsCollection', ...due, posts: collectors },
      { item: 'summary', from: story.at, dueAt: story.at + 20 * DAY, posts: ['commander', 'deputy'] },
    ]);
  });
});

test('a reopening ends what was asked for, and the next end asks anew; versions go on', () => {
  const story = ended('L2');
  story.says('zhao-lei', give('techLead', { '1': 'late' }, { findings: ['1'] }));
  story.says('lin-wei', { type: 'reopen', reason: 'it is back' });
  expect(dues(story)).toEqual([]);
  expect(lessonFindings(story.state)).toEqual([]);
  expect(refusalOf(story.says('zhao-lei', give('techLead')))?.code).toBe('wrong_phase');
  endsAnyhow(story);
  expect(items(story)).toContain('lessons techLead');
  expect(story.says('zhao-lei', give('techLead'))[0]).toMatchObject({ version: 2 });
});

test('a mail that asks for lessons and has not left is cancelled by a reopening', () => {
  const story = ended('L2');
  const asked = Object.values(story.state.effects.pending).map(({ effect }) => effect);
  const { id } = asked.find((effect) => effect.kind === 'notify' && effect.template === 'lessonsAsked')!;
  const delayed = [{ person: 'zhao-lei', code: 'timeout' }];
  const accepted = ['zhou-min', 'gao-yang'];
  const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
  story.hears({ ...head, type: 'noticeAttempted', effectId: id, accepted, unreachable: [], delayed });
  const events = story.says('lin-wei', { type: 'reopen', reason: 'it is back' });
  expect(events).toContainEqual(
    expect.objectContaining({ type: 'noticeCancelled', effectId: id, people: ['zhao-lei'], why: 'reopened' }),
  );
});

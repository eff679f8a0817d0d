import type { Decision, EventOf, IncidentEvent } from '../../src/domain/incident/index.js';
import type { Basis, ObligationRule } from '../../src/domain/plan/compiled.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { file, judge, obligationsBasis, reported, rule, setClock, told as dutyOf } from './obligationsPlan.js';
import { confirmAt, MINUTE, raiseTo, refusalOf, START, Story, told } from './story.js';

const LIAISON = 'zhou-min';
const DUTY = 'wang-fang';
const COMMANDER = 'lin-wei';
const DEPUTY = 'chen-jing';
const MANY = { usersAffected: 5_000 };

const fact = (values: Record<string, number | boolean>): Decision => ({
  type: 'addFact',
  values,
  source: 'graph',
  confidence: 'confirmed',
});
const one = (more: Partial<ObligationRule> = {}) => rule({ id: 'a', limit: { within: HOUR }, ...more });
const ofType = <T extends IncidentEvent['type']>(events: IncidentEvent[], type: T): EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);

describe('who is told', () => {
  const away = [{ from: START, until: START + DAY }];
  const told1 = (change: (basis: Basis) => void, given: Partial<ObligationRule> = {}) => {
    const basis = obligationsBasis([one(given)]);
    change(basis);
    const story = new Story({ facts: MANY }, basis);
    const reports = told(story.events)['obligations'];
    const half = told(story.passes(30 * MINUTE))['obligationsNear'];
    const last = told(story.passes(18 * MINUTE))['obligationsNear'];
    const passed = told(story.passes(12 * MINUTE))['obligationsMissed'];
    return [reports, half, last, passed];
  };

  test('the owner; the deputy before the end; command after it', () => {
    expect(told1(() => undefined)).toEqual([[LIAISON], [LIAISON], [LIAISON, DUTY], [LIAISON, DUTY, COMMANDER]]);
  });

  test('the deputy where the owner is away', () => {
    expect(told1((basis) => (basis.people = { [LIAISON]: { away } }))).toEqual([
      [DUTY],
      [DUTY],
      [DUTY],
      [DUTY, COMMANDER],
    ]);
  });

  test('the owner alone where the deputy is away, or there is none', () => {
    const alone = [[LIAISON], [LIAISON], [LIAISON], [LIAISON, COMMANDER]];
    expect(told1((basis) => (basis.people = { [DUTY]: { away } }))).toEqual(alone);
    expect(told1(({ plan }) => delete plan.obligations[0]!.deputy)).toEqual(alone);
  });

  test('whoever commands where both are away', () => {
    const all = [[COMMANDER], [COMMANDER], [COMMANDER], [COMMANDER]];
    expect(told1((basis) => (basis.people = { [LIAISON]: { away }, [DUTY]: { away } }))).toEqual(all);
  });

  test('nobody where there is nobody at all; that it was missed stays on the record', () => {
    const basis = obligationsBasis([one()]);
    basis.holders = {};
    const story = new Story({ facts: MANY }, basis);
    expect(told(story.passes(HOUR))).not.toHaveProperty('obligationsMissed');
    expect(story.all('obligationsMissed')).toMatchObject([{ obligations: ['a'], tell: [] }]);
  });

  test('the owner alone at a single reminder, and at 100 per cent, which is none', () => {
    const near = (reminders: number[], at: number) =>
      told(reported(MANY, [one({ reminders })]).passes(at * MINUTE))['obligationsNear'];
    expect(near([80], 59)).toEqual([LIAISON]);
    expect(near([80, 100], 59)).toEqual([LIAISON]);
    expect(near([50, 80], 47)).toEqual([LIAISON]);
  });

  test('each once, in one mail, the first due first', () => {
    const story = reported(MANY, [
      rule({ id: 'free', limit: {} }),
      rule({ id: 'free2', limit: {} }),
      rule({ id: 'late', limit: { within: 3 * HOUR } }),
      rule({ id: 'soon', limit: { within: HOUR } }),
      rule({ id: 'other', owner: 'techLead', limit: { within: 2 * HOUR } }),
    ]);
    expect(story.all('obligationsOpened')).toMatchObject([
      {
        tell: [
          { person: LIAISON, obligations: ['soon', 'late', 'free', 'free2'] },
          { person: 'zhao-lei', obligations: ['other'] },
        ],
      },
    ]);
  });

  test('of what another clock makes due sooner: in that order', () => {
    const story = reported(MANY, [
      rule({ id: 'first', limit: { within: 4 * HOUR } }),
      rule({ id: 'second', start: 'earlierFiling', after: 'trigger', limit: { within: 3 * HOUR } }),
      rule({ id: 'third', start: 'earlierFiling', after: 'trigger', limit: { within: HOUR } }),
      rule({ id: 'trigger', limit: { within: HOUR } }),
    ]);
    const moved = ofType(story.says(LIAISON, file(['trigger'])), 'obligationClocksMoved');
    expect(moved).toMatchObject([{ tell: [{ person: LIAISON, obligations: ['third', 'second'] }] }]);
  });

  test('of what does not apply after all: whoever had been told that it is to be filed', () => {
    const story = reported({ usersAffected: 5_000 });
    const events = story.says(COMMANDER, { type: 'verify', outcome: 'rejected', reason: 'a test' });
    expect(ofType(events, 'obligationsLifted')).toMatchObject([
      { obligations: ['first', 'upward', 'supplement', 'breach'], tell: [{ person: LIAISON, obligations: ['first'] }] },
    ]);
    expect(told(events)['obligationsLifted']).toEqual([LIAISON]);
  });

  test('of what only may apply: at its first reminder, and then of its end as well', () => {
    const story = reported({}, [one()]);
    expect(told(story.passes(30 * MINUTE))['obligationsNear']).toEqual([LIAISON]);
    const events = story.says(COMMANDER, { type: 'verify', outcome: 'rejected', reason: 'a test' });
    expect(told(events)['obligationsLifted']).toEqual([LIAISON]);
  });

  test('of what somebody decides: all whom it concerns but whoever decided', () => {
    const story = reported(MANY, [one()]);
    expect(told(story.says(LIAISON, setClock('a', START - MINUTE)))['obligations']).toEqual([DUTY]);
    expect(told(story.says(DUTY, setClock('a', START)))['obligations']).toEqual([LIAISON]);
    expect(told(story.says(COMMANDER, judge(['a'], false)))['obligationsLifted']).toEqual([LIAISON, DUTY]);
    expect(told(story.says(LIAISON, judge(['a'], true)))['obligations']).toEqual([DUTY, COMMANDER]);
    expect(told(story.says(LIAISON, file(['a'])))['obligationsFiled']).toEqual([DUTY, COMMANDER]);
  });
});

describe('a mail says', () => {
  const mail = (events: IncidentEvent[], template: string) =>
    events.flatMap((event) =>
      event.type === 'effectRequested' && event.effect.kind === 'notify' && event.effect.template === template
        ? [event.effect]
        : [],
    );

  test('until when, whether it only may apply, whether the limit is our own, and that its rule is unverified', () => {
    const story = reported(MANY, [
      rule({ id: 'law', limit: { within: HOUR }, beforeVerification: true }),
      rule({ id: 'may', limit: { within: 2 * HOUR } }),
      rule({ id: 'own', limit: { target: 3 * HOUR }, beforeVerification: true }),
      rule({ id: 'free', limit: {}, beforeVerification: true, verified: false }),
    ]);
    const told = mail(story.events, 'obligations').flatMap(({ recipients }) => recipients);
    expect(told.map(({ person }) => person)).toEqual([LIAISON, LIAISON]);
    expect(told.flatMap(({ obligations }) => obligations)).toEqual([
      { obligation: 'law', due: START + HOUR },
      { obligation: 'own', due: START + 3 * HOUR, own: true },
      { obligation: 'free', own: true, unverified: true },
      { obligation: 'may', due: START + 2 * HOUR, provisional: true },
    ]);
  });

  test('when it was filed, and at which level', () => {
    const story = reported(MANY, [one()]);
    story.says(COMMANDER, confirmAt('L2'));
    story.passes(20 * MINUTE);
    const [filed] = mail(story.says(LIAISON, file(['a'], { filedAt: START + MINUTE })), 'obligationsFiled');
    expect(filed?.facts).toEqual({ level: 'L2', incidentLevel: 'serious', filedAt: START + MINUTE });
  });
});

describe('who may say', () => {
  test.each([
    ['the owner', LIAISON, 'liaisonLead'],
    ['the deputy', DUTY, 'duty'],
    ['the commander', COMMANDER, 'commander'],
    ['a deputy commander', DEPUTY, 'deputy'],
  ])('%s', (_, person, authority) => {
    expect(reported(MANY).says(person, file(['first']))[0]).toMatchObject({ type: 'obligationsFiled', authority });
    expect(reported(MANY).says(person, judge(['first'], false))[0]).toMatchObject({ authority });
    expect(reported(MANY).says(person, setClock('first', START - 1))[0]).toMatchObject({ authority });
  });

  test('only on what all of it is theirs, by the post of the first', () => {
    const rules = [
      one(),
      one({ id: 'b', owner: 'techLead', deputy: 'liaisonLead' }),
      one({ id: 'c', owner: 'techLead' }),
    ];
    const story = reported(MANY, rules);
    expect(refusalOf(story.says(LIAISON, file(['a', 'c'])))).toMatchObject({ code: 'not_authorised' });
    expect(refusalOf(story.says(LIAISON, judge(['c'], false)))).toMatchObject({ code: 'not_authorised' });
    expect(refusalOf(story.says(LIAISON, setClock('c', START - 1)))).toMatchObject({ code: 'not_authorised' });
    expect(story.says(LIAISON, file(['a', 'b']))[0]).toMatchObject({
      authority: 'liaisonLead',
      obligations: ['a', 'b'],
    });
    expect(reported(MANY, rules).says(DUTY, file(['c', 'a']))[0]).toMatchObject({ authority: 'duty' });
  });

  test('on what the plan has, and on something', () => {
    const story = reported(MANY, [one(), one({ id: 'b' })]);
    expect(refusalOf(story.says(LIAISON, file(['a', 'x', 'y'])))).toMatchObject({
      code: 'unknown_obligation',
      found: { obligations: ['x', 'y'] },
      needed: { obligations: ['a', 'b'] },
    });
    expect(refusalOf(story.says(LIAISON, file([])))).toMatchObject({ code: 'unknown_obligation' });
    expect(refusalOf(story.says(LIAISON, judge(['x'], true)))).toMatchObject({ code: 'unknown_obligation' });
    expect(refusalOf(story.says(LIAISON, setClock('x', START)))).toMatchObject({ code: 'unknown_obligation' });
  });

  test('nobody else, who is told whose it would be', () => {
    const { deputy: _, ...alone } = one({ id: 'b' });
    const story = reported(MANY, [one(), alone]);
    const posts = (id: string) => refusalOf(story.says('gao-yang', file([id])))?.needed;
    expect(posts('a')).toEqual({ posts: ['liaisonLead', 'duty', 'commander', 'deputy'] });
    expect(posts('b')).toEqual({ posts: ['liaisonLead', 'commander', 'deputy'] });
  });

  test('each once, however often it is named', () => {
    expect(reported(MANY).says(LIAISON, file(['first', 'first']))[0]).toMatchObject({ obligations: ['first'] });
  });
});

describe('whether it applies', () => {
  test('is not judged once it is filed, nor without a reason', () => {
    const story = reported(MANY);
    story.says(LIAISON, file(['first']));
    expect(refusalOf(story.says(LIAISON, judge(['breach', 'first'], false)))).toMatchObject({
      code: 'obligation_filed',
      found: { obligations: ['first'] },
    });
    expect(refusalOf(story.says(LIAISON, judge(['breach'], false, ' ')))).toMatchObject({ code: 'reason_required' });
  });

  test('is said of what is not so already; where all of it is, that is said', () => {
    const story = reported(MANY, [one(), one({ id: 'b' })]);
    story.says(LIAISON, judge(['a'], true));
    const [said] = story.says(LIAISON, judge(['a', 'b'], true));
    expect(said).toMatchObject({
      type: 'obligationsJudged',
      applies: true,
      obligations: ['b'],
      clocks: [{ obligation: 'b', start: START, due: START + HOUR }],
      texts: { reason: 'the lawyer says so' },
    });
    expect(refusalOf(story.says(LIAISON, judge(['a', 'b'], true)))).toMatchObject({
      code: 'obligations_stand',
      found: { obligations: ['a', 'b'], status: 'confirmed' },
    });
    story.says(LIAISON, judge(['a'], false));
    expect(refusalOf(story.says(LIAISON, judge(['a'], false)))).toMatchObject({
      code: 'obligations_stand',
      found: { obligations: ['a'], status: 'lifted' },
    });
  });

  test('leaves the clock that runs as it runs', () => {
    const story = reported({}, [one()]);
    story.passes(30 * MINUTE);
    story.says(LIAISON, setClock('a', START + 10 * MINUTE));
    story.says(LIAISON, judge(['a'], true));
    expect(dutyOf(story, 'a')).toMatchObject({ start: START + 10 * MINUTE, status: 'confirmed', judged: 'undecided' });
  });

  test('where nothing called for it, the facts may call for it later in spite of what a person said', () => {
    const story = reported({}, [one()]);
    story.says(COMMANDER, confirmAt('L3'));
    story.says(LIAISON, judge(['a'], false));
    story.says(COMMANDER, fact({ dataLost: true }));
    expect(dutyOf(story, 'a')).toMatchObject({ status: 'lifted', judged: 'undecided' });
    story.says(COMMANDER, fact(MANY));
    expect(dutyOf(story, 'a')).toMatchObject({ status: 'confirmed' });
  });

  test('what a person had ruled out and the facts called for, the grading lifts again where they do not any more', () => {
    const story = reported({}, [one()]);
    story.says(LIAISON, judge(['a'], false));
    story.says(COMMANDER, fact(MANY));
    expect(dutyOf(story, 'a')).toMatchObject({ status: 'provisional', judged: 'undecided' });
    story.says(COMMANDER, fact({ usersAffected: 3 }));
    expect(dutyOf(story, 'a')).toMatchObject({ status: 'provisional' });
    story.says(COMMANDER, confirmAt('L3'));
    expect(dutyOf(story, 'a')).toMatchObject({ status: 'lifted' });
  });

  test('another clock does not change what a person said of it', () => {
    const story = reported(MANY, [one()]);
    story.says(LIAISON, judge(['a'], true));
    story.says(LIAISON, setClock('a', START - 1));
    expect(dutyOf(story, 'a')).toMatchObject({ status: 'confirmed', judged: 'knowingly' });
  });

  test('before the grading only the facts that call for it open it, provisionally', () => {
    const story = reported({ usersAffected: 3 }, [one(), one({ id: 'site', beforeVerification: true })]);
    const events = story.says(COMMANDER, fact(MANY));
    expect(ofType(events, 'obligationsOpened')).toMatchObject([
      { status: 'confirmed', clocks: [{ obligation: 'site' }] },
      { status: 'provisional', clocks: [{ obligation: 'a' }] },
    ]);
    expect(told(events)['obligations']).toEqual([LIAISON, LIAISON]);
  });

  test('what waits for nobody is confirmed as soon as the facts call for it, and told', () => {
    const story = reported({}, [one({ beforeVerification: true })]);
    expect(dutyOf(story, 'a')).toMatchObject({ status: 'provisional' });
    story.passes(10 * MINUTE);
    const events = story.says(COMMANDER, fact(MANY));
    expect(ofType(events, 'obligationsConfirmed')).toMatchObject([
      {
        clocks: [{ obligation: 'a', start: START, due: START + HOUR }],
        tell: [{ person: LIAISON, obligations: ['a'] }],
      },
    ]);
    expect(dutyOf(story, 'a')).toMatchObject({ status: 'confirmed', told: true });
  });

  test('what only the level decides is confirmed once the plan has started by itself, where it waits for nobody', () => {
    const basis = obligationsBasis([one({ when: { level: 'L2' }, beforeVerification: true })]);
    basis.plan.verification.automatic = ['L2'];
    expect(dutyOf(new Story({ facts: MANY }, basis), 'a')).toMatchObject({ status: 'confirmed' });
  });

  test('nothing is told as confirmed that was so already', () => {
    const story = reported(MANY, [one({ beforeVerification: true })]);
    story.says(COMMANDER, confirmAt('L3'));
    expect(story.all('obligationsConfirmed')).toEqual([]);
  });

  test('before the grading nothing is lifted by the facts', () => {
    const story = reported({}, [one()]);
    story.says(COMMANDER, fact({ usersAffected: 3 }));
    expect(dutyOf(story, 'a')).toMatchObject({ status: 'provisional' });
  });

  test('what a person confirmed the facts do not lift', () => {
    const story = reported({}, [one()]);
    story.says(COMMANDER, confirmAt('L3'));
    story.says(LIAISON, judge(['a'], true));
    story.says(COMMANDER, fact({ usersAffected: 3 }));
    expect(dutyOf(story, 'a')).toMatchObject({ status: 'confirmed', judged: 'undecided' });
  });

  test.each<[string, Partial<ObligationRule>, (story: Story) => void]>([
    ['another level', { when: { level: 'L2' } }, (story) => story.says(COMMANDER, raiseTo('L2'))],
    [
      'another incident level',
      { when: { incidentLevel: 'serious' } },
      (story) => story.says(COMMANDER, { type: 'changeLevel', level: 'L2', incidentLevel: 'serious', reason: 'worse' }),
    ],
    [
      'another category',
      { when: { categories: ['security'] } },
      (story) => story.says(COMMANDER, { type: 'changeCategory', category: 'security', reason: 'an attack' }),
    ],
    ['a fact', {}, (story) => story.says(COMMANDER, fact(MANY))],
  ])('%s may call for it', (_, given, change) => {
    const story = reported({ usersAffected: 3 }, [one(given)]);
    story.says(COMMANDER, confirmAt('L3'));
    expect(dutyOf(story, 'a')?.status ?? 'lifted').toBe('lifted');
    story.passes(MINUTE);
    change(story);
    expect(dutyOf(story, 'a')).toMatchObject({ status: 'confirmed', start: START + MINUTE });
  });

  test('what the plan starts by itself nobody has graded', () => {
    const basis = obligationsBasis([one(), rule({ id: 'level', when: { level: 'L2' }, limit: { within: HOUR } })]);
    basis.plan.verification.automatic = ['L2'];
    const story = new Story({ facts: MANY }, basis);
    expect(story.state.phase).toBe('responding');
    expect(dutyOf(story, 'a')).toMatchObject({ status: 'provisional' });
    expect(dutyOf(story, 'level')).toMatchObject({ status: 'provisional', start: START });
  });

  test('nothing is owed any more by what has become a part of another incident', () => {
    const story = reported(MANY);
    story.says(COMMANDER, { type: 'merge', into: 'i-2', reason: 'the same outage' });
    story.delivers();
    expect(story.all('obligationsLifted')).toMatchObject([
      { why: 'merged', obligations: ['first', 'upward', 'supplement', 'breach'] },
    ]);
    expect(story.all('obligationsLifted')[0]).not.toHaveProperty('texts');
  });

  test('what is filed, or was lifted before, is not lifted again', () => {
    const story = reported({ ...MANY, dataLost: true });
    story.says(LIAISON, file(['first']));
    story.says(LIAISON, judge(['breach', 'upward'], false));
    story.says(COMMANDER, { type: 'verify', outcome: 'rejected', reason: 'a test' });
    expect(story.all('obligationsLifted')).toMatchObject([{ obligations: ['supplement', 'major'] }]);
    expect(dutyOf(story, 'first')).toMatchObject({ status: 'filed' });
  });
});

describe('its clock', () => {
  test('is set with a reason, to another moment, of what is still owed', () => {
    const story = reported(MANY);
    expect(refusalOf(story.says(LIAISON, setClock('first', START - 1, '')))).toMatchObject({ code: 'reason_required' });
    expect(refusalOf(story.says(LIAISON, setClock('first', START)))).toMatchObject({
      code: 'obligations_stand',
      found: { obligations: ['first'] },
    });
    expect(refusalOf(story.says(LIAISON, setClock('first', START + 1)))).toMatchObject({
      code: 'in_the_future',
      found: { field: 'start' },
    });
    story.passes(MINUTE);
    expect(story.says(LIAISON, setClock('first', story.at))[0]).toMatchObject({
      type: 'obligationClockSet',
      clock: { obligation: 'first', start: START + MINUTE, due: START + MINUTE + HOUR },
      texts: { reason: 'the alarm was earlier' },
    });
    expect(dutyOf(story, 'first')).toMatchObject({ status: 'provisional', told: true });
    story.says(LIAISON, judge(['breach'], false));
    expect(refusalOf(story.says(LIAISON, setClock('breach', START - 1)))).toMatchObject({
      code: 'obligation_lifted',
      found: { obligation: 'breach' },
    });
    story.says(LIAISON, file(['first']));
    expect(refusalOf(story.says(LIAISON, setClock('first', START - 1)))).toMatchObject({
      code: 'obligation_filed',
      found: { obligations: ['first'] },
    });
  });

  test('where it was not on the list, puts it there', () => {
    const story = reported({ usersAffected: 3 }, [one()]);
    story.says(LIAISON, setClock('a', START - MINUTE));
    expect(dutyOf(story, 'a')).toMatchObject({ status: 'confirmed', start: START - MINUTE });
  });

  test('a mail about it quotes the reason', () => {
    const story = reported(MANY);
    story.says(LIAISON, setClock('first', START - 1, 'the pager log'));
    expect(story.state.obligations.reason).toBe('the pager log');
    story.says(LIAISON, judge(['breach'], false, 'test data only'));
    expect(story.state.obligations.reason).toBe('test data only');
    story.passes(31 * MINUTE);
    story.says(COMMANDER, { type: 'verify', outcome: 'rejected', reason: 'a test' });
    expect(story.state.obligations.reason).toBe('a test');
  });
});

describe('a filing', () => {
  test.each([
    ['a number', { reference: 'A-1' }],
    ['a note', { note: 'the officer wrote it down' }],
    ['a link', { link: 'https://authority.example/1' }],
    ['a file', { file: { sha256: 'ab'.repeat(32), name: 'receipt.pdf' } }],
  ])('is shown by %s alone', (_, evidence) => {
    const [filed] = reported(MANY).says(LIAISON, file(['first'], { reference: undefined, ...evidence }));
    const { file: enclosed, ...texts } = evidence as { file?: { sha256: string; name: string } };
    expect(filed).toMatchObject({ type: 'obligationsFiled' });
    expect((filed as EventOf<'obligationsFiled'>).texts).toEqual({
      to: 'the authority',
      channel: 'hotline',
      ...texts,
      ...(enclosed === undefined ? {} : { fileName: enclosed.name }),
    });
    expect((filed as EventOf<'obligationsFiled'>).file).toBe(enclosed?.sha256);
  });

  test('counts from now where no time is given; what is blank is left out', () => {
    const story = reported(MANY);
    story.passes(MINUTE);
    const [filed] = story.says(LIAISON, file(['first'], { note: ' ', lateReason: '' }));
    expect(filed).toMatchObject({ filedAt: START + MINUTE, texts: { reference: 'A-1' } });
    expect(Object.keys((filed as EventOf<'obligationsFiled'>).texts)).toEqual(['to', 'channel', 'reference']);
    expect(filed).not.toHaveProperty('supplement');
    expect(filed).not.toHaveProperty('late');
    expect(filed).not.toHaveProperty('file');
  });

  test('before it happened, was reported, or its clock began, is refused: a wrong year would make up for a missed limit', () => {
    const story = reported(MANY);
    story.passes(2 * HOUR);
    const at = (filedAt: number) => story.says(LIAISON, file(['first'], { filedAt, lateReason: 'x' }));
    expect(refusalOf(at(START - 1))).toMatchObject({
      code: 'filed_before_incident',
      found: { filedAt: START - 1 },
      needed: { notBefore: START },
    });
    expect(dutyOf(story, 'first')).toMatchObject({ missedAt: START + HOUR });
    story.says(LIAISON, setClock('first', START - 10 * MINUTE));
    expect(refusalOf(at(START - 10 * MINUTE - 1))?.code).toBe('filed_before_incident');
    expect(refusalOf(at(START - 10 * MINUTE))).toBeUndefined();
  });

  test('after it happened and before it was reported here is taken', () => {
    const story = new Story({ facts: MANY, occurredAt: START - HOUR }, obligationsBasis());
    expect(refusalOf(story.says(LIAISON, file(['first'], { filedAt: START - HOUR })))).toBeUndefined();
    // People tell minutes.
    const begun = new Story({ facts: MANY }, obligationsBasis(), [], START + 59_999);
    expect(refusalOf(begun.says(LIAISON, file(['first'], { filedAt: START })))).toBeUndefined();
    const joined = reported(MANY);
    joined.says(COMMANDER, {
      type: 'absorb',
      from: 'i-9',
      mode: 'real',
      reporter: { kind: 'person', id: 'sun-yu' },
      reportedAt: START - 30 * MINUTE,
      facts: {},
      texts: { title: 'Slow', place: 'checkout' },
    });
    expect(refusalOf(joined.says(LIAISON, file(['first'], { filedAt: START - 30 * MINUTE })))).toBeUndefined();
  });

  test.each([
    ['filedAt', { filedAt: START + 1 }, 'in_the_future'],
    ['to', { to: ' ' }, 'text_required'],
    ['channel', { channel: ' ' }, 'text_required'],
  ])('without a proper %s is refused by its name', (field, more, code) => {
    expect(refusalOf(reported(MANY).says(LIAISON, file(['first'], more)))).toMatchObject({ code, found: { field } });
  });

  test('the file of the latest one is kept with it', () => {
    const story = reported(MANY);
    story.says(LIAISON, file(['first'], { file: { sha256: 'ab'.repeat(32), name: 'receipt.pdf' } }));
    expect(dutyOf(story, 'first')).toMatchObject({ file: 'ab'.repeat(32), filings: 1 });
    story.says(LIAISON, file(['first']));
    expect(dutyOf(story, 'first')).toMatchObject({ file: undefined });
  });

  test('of what others file, of what is our own, and a further one want no reason for being late', () => {
    const story = reported(MANY, [
      one({ id: 'theirs', theirs: true }),
      one({ id: 'own', own: true }),
      one({ id: 'target', limit: { target: HOUR } }),
      one({ id: 'free', limit: {} }),
      one(),
    ]);
    story.says(LIAISON, file(['a']));
    story.passes(2 * HOUR);
    const [filed] = story.says(LIAISON, file(['theirs', 'own', 'target', 'free', 'a']));
    expect(filed).toMatchObject({ type: 'obligationsFiled', supplement: ['a'] });
    expect(filed).not.toHaveProperty('late');
  });

  test('of what was not on the list puts it there as filed', () => {
    const story = reported({ usersAffected: 3 });
    story.passes(DAY);
    expect(refusalOf(story.says(LIAISON, file(['first'])))).toBeUndefined();
    expect(dutyOf(story, 'first')).toMatchObject({ status: 'filed', filedAt: START + DAY, filings: 1 });
    story.says(COMMANDER, fact(MANY));
    expect(dutyOf(story, 'first')).toMatchObject({ status: 'filed' });
  });
});

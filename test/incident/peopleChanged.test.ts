import { fold, readPeopleChanged, restored } from '../../src/domain/incident/index.js';
import type { EventOf, IncidentEvent, MessageOf } from '../../src/domain/incident/index.js';
import type { Basis, CompiledPlan, MobilisationRule } from '../../src/domain/plan/compiled.js';
import { differenceOf } from '../../src/domain/plan/peopleChange.js';
import type { People } from '../../src/domain/plan/peopleChange.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { sampleHolders, samplePlan } from '../support/samplePlan.js';
import { nextVersion } from './nextVersion.js';
import { countedBasis } from './quorumPlan.js';
import { BASIS, confirmAt, confirmEnd, propose, refusalOf, START, Story, told } from './story.js';

const BRIEF = { situation: 'as it is', objectives: 'as before' };

/** The roster of the sample, changed as a test needs it, as the API tells it to an incident. */
function rosterChanges(story: Story, change: (people: Required<People>) => void): IncidentEvent[] {
  const { holders, people = {} } = story.state.basis;
  const after = structuredClone({ holders, people });
  change(after);
  return hears(story, after);
}

function hears(story: Story, to: People): IncidentEvent[] {
  return story.hears(tellingOf(story, to));
}

function tellingOf({ state: { basis } }: Story, to: People, roster = 2): MessageOf<'peopleChanged'> {
  const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
  return { ...head, type: 'peopleChanged', roster, plan: basis.plan.hash, ...differenceOf(basis, to) };
}

const calls = (events: IncidentEvent[]) =>
  events.flatMap((e) => (e.type === 'called' ? e.calls.map(({ target, people }) => [target.id, ...people]) : []));

const storyWith = (change: (plan: CompiledPlan) => void, holders = sampleHolders(), people: Basis['people'] = {}) => {
  const plan = samplePlan();
  change(plan);
  return new Story({}, { plan, holders, people });
};

test('a roster that says the same is no event, and neither is one that comes twice', () => {
  const story = new Story();
  expect(rosterChanges(story, () => undefined)).toEqual([]);
  const { basis } = story.state;
  const holders = { ...basis.holders, engineer: ['sun-yu', 'xu-na'] };
  const telling = tellingOf(story, { holders });
  expect(story.hears(telling)).toMatchObject([
    {
      type: 'peopleChanged',
      actor: { kind: 'system' },
      roster: 2,
      posts: [{ post: 'engineer', at: 1, removed: ['qian-rong', 'he-zhe', 'wu-kun'], added: ['xu-na'] }],
      people: [],
    },
  ]);
  expect(story.state.basis.holders).toEqual(holders);
  expect(story.hears(telling)).toEqual([]);
});

test('a difference that was made for another version of the plan changes nothing', () => {
  const story = new Story();
  const telling = tellingOf(story, { holders: { ...sampleHolders(), deputy: ['xu-na'] } });
  story.says('lin-wei', { type: 'movePlan', basis: nextVersion(), reason: 'clearer' });
  expect(story.hears(telling)).toEqual([]);
  expect(story.hears({ ...telling, plan: story.state.basis.plan.hash })).toMatchObject([{ type: 'peopleChanged' }]);
});

test('an older roster that comes late changes nothing, also after a move of the plan', () => {
  const story = new Story();
  const older = tellingOf(story, { holders: { ...sampleHolders(), duty: ['xu-na'] } }, 2);
  story.hears(tellingOf(story, { holders: { ...sampleHolders(), duty: ['gao-yang'] } }, 3));
  expect(story.hears(older)).toEqual([]);
  expect(story.state.basis.holders['duty']).toEqual(['gao-yang']);
  story.says('lin-wei', { type: 'movePlan', basis: nextVersion(), reason: 'clearer' });
  expect(story.hears({ ...older, plan: story.state.basis.plan.hash })).toEqual([]);
});

test('what an earlier release kept of an incident knows no version of the roster, and takes any', () => {
  const story = new Story();
  rosterChanges(story, ({ holders }) => holders['engineer']!.push('ma-chao'));
  const { basis, ...kept } = story.state;
  const { people: _, ...before } = kept.plan;
  story.state = restored(basis, { ...kept, plan: before });
  const holders = { ...basis.holders, duty: ['xu-na'] };
  expect(story.hears(tellingOf(story, { holders }, 1))).toMatchObject([{ type: 'peopleChanged', roster: 1 }]);
});

test('whoever decides on the plan without having seen that people changed is asked again', () => {
  const story = new Story();
  const ifSeq = story.state.seq;
  rosterChanges(story, ({ holders }) => holders['engineer']!.push('ma-chao'));
  const move = { type: 'movePlan', basis: nextVersion(), reason: 'clearer' } as const;
  expect(refusalOf(story.says('lin-wei', move, { ifSeq }))).toMatchObject({
    code: 'changed',
    found: { moved: expect.arrayContaining(['plan']) as unknown },
  });
});

test('state follows from the events alone, the people included', () => {
  const story = new Story();
  story.says('chen-jing', confirmAt('L2'));
  rosterChanges(story, ({ holders, people }) => {
    holders['engineer']!.unshift('ma-chao');
    people['sun-yu'] = { away: [{ from: START, until: START + HOUR }] };
  });
  rosterChanges(story, ({ holders, people }) => {
    holders['duty'] = [];
    delete people['sun-yu'];
  });
  expect(fold(BASIS, story.events)).toEqual(story.state);
});

test('whoever comes to a called team is called once, with the whole time to answer', () => {
  const story = new Story();
  story.says('chen-jing', confirmAt('L3'));
  story.passes(9 * MINUTE);
  const events = rosterChanges(story, ({ holders }) => holders['engineer']!.push('ma-chao'));
  expect(calls(events)).toEqual([['tech', 'ma-chao']]);
  expect(told(events)).toEqual({ call: ['ma-chao'] });
  expect(calls(rosterChanges(story, ({ holders }) => holders['liaisonMember']!.push('wu-kun')))).toEqual([]);
  story.passes(9 * MINUTE);
  const silent = story.all('silent').flatMap((e) => e.calls.flatMap(({ people }) => people));
  expect(silent).not.toContain('ma-chao');
  story.passes(MINUTE);
  expect(story.all('silent').at(-1)!.calls).toMatchObject([{ people: ['ma-chao'] }]);
});

test('whoever holds no post of the team any more stays called, is not asked anew when back, and is released by a person', () => {
  const story = new Story();
  story.says('chen-jing', confirmAt('L3'));
  story.says('sun-yu', { type: 'acknowledge', person: 'sun-yu' });
  const left = rosterChanges(story, ({ holders }) => (holders['engineer'] = ['he-zhe']));
  expect(left.map(({ type }) => type)).toEqual(['peopleChanged']);
  const call = () => story.state.mobilisation.bodies['team/tech']!.people.find((piece) => 'sun-yu' in piece)!['sun-yu'];
  expect(call()).toMatchObject({ status: 'acknowledged' });
  expect(calls(rosterChanges(story, ({ holders }) => holders['engineer']!.push('sun-yu')))).toEqual([]);
  story.says('zhao-lei', { type: 'release', people: ['sun-yu'], reason: 'enough' });
  expect(call()).toMatchObject({ status: 'released' });
  expect(calls(rosterChanges(story, ({ holders }) => holders['engineer']!.reverse()))).toEqual([]);
});

test('whoever was away and is back is called; whoever is away now is not', () => {
  const away = { away: [{ from: START - 1, until: START + 9 * HOUR }] };
  const story = storyWith(() => undefined, sampleHolders(), { 'he-zhe': away });
  story.says('chen-jing', confirmAt('L3'));
  expect(calls(story.events.filter((e) => e.type === 'called')).flat()).not.toContain('he-zhe');
  const events = rosterChanges(story, ({ holders, people }) => {
    delete people['he-zhe'];
    people['ma-chao'] = away;
    holders['engineer']!.push('ma-chao', 'xu-na');
  });
  expect(calls(events)).toEqual([['tech', 'he-zhe', 'xu-na']]);
});

test('nobody is called because of a change that is about others', () => {
  const away = { away: [{ from: START - 1, until: START + HOUR }] };
  const story = storyWith(() => undefined, sampleHolders(), { 'he-zhe': away });
  story.says('chen-jing', confirmAt('L3'));
  story.passes(2 * HOUR);
  const others = rosterChanges(story, ({ holders, people }) => {
    people['wu-kun'] = { qualifications: [{ qualification: 'restore' }] };
    holders['engineer'] = ['he-zhe', 'sun-yu', 'qian-rong', 'wu-kun', 'xu-na'];
  });
  expect(calls(others)).toEqual([['tech', 'xu-na']]);
  const known = rosterChanges(story, ({ people }) => delete people['he-zhe']);
  expect(calls(known)).toEqual([['tech', 'he-zhe']]);
});

test('whoever is on scene or fills a post stays as qualified and as away as before, though the roster says nothing more', () => {
  const away = { away: [{ from: START - 1, until: START + HOUR }] };
  const one = (rules: MobilisationRule[]) => (rules[0]!.headcount = 1);
  const story = new Story({}, countedBasis(one, { 'chen-jing': away, 'wang-fang': away, 'gao-yang': away }));
  story.says('lin-wei', confirmAt('L3'));
  for (const type of ['acknowledge', 'arrive'] as const) story.says('sun-yu', { type, person: 'sun-yu' });
  expect(story.all('quorumReached')).toHaveLength(1);
  const events = rosterChanges(story, ({ holders, people }) => {
    holders['engineer'] = ['he-zhe'];
    holders['deputy'] = ['wu-kun'];
    holders['duty'] = [];
    for (const person of ['sun-yu', 'chen-jing', 'wang-fang']) delete people[person];
  });
  expect(events.map(({ type }) => type)).not.toContain('quorumLost');
  expect(events[0]).toMatchObject({ people: [{ person: 'wang-fang' }] });
  const { people } = story.state.basis;
  expect(people).toMatchObject({ 'sun-yu': { qualifications: [{ qualification: 'restore' }] }, 'chen-jing': away });
  expect(people).not.toHaveProperty('wang-fang');
});

test('whoever keeps a post because nobody else could decide keeps what is known as well', () => {
  const away = { away: [{ from: START - 1, until: START + HOUR }] };
  const story = storyWith(({ authority }) => (authority.close = [{ posts: ['pressLead'] }]), sampleHolders(), {
    'gao-yang': away,
  });
  const nobody = (people: Required<People>) => {
    people.holders['pressLead'] = [];
    people.people = {};
  };
  expect(rosterChanges(story, nobody)).toEqual([]);
  expect(story.state.basis).toMatchObject({ holders: { pressLead: ['gao-yang'] }, people: { 'gao-yang': away } });
});

test('a qualification that the roster takes from whoever holds a post is taken', () => {
  const one = (rules: MobilisationRule[]) => (rules[0]!.headcount = 1);
  const story = new Story({}, countedBasis(one));
  story.says('chen-jing', confirmAt('L3'));
  story.says('sun-yu', { type: 'arrive', person: 'sun-yu' });
  const events = rosterChanges(story, ({ people }) => delete people['sun-yu']);
  expect(events[0]).toMatchObject({ people: [{ person: 'sun-yu', facts: {} }] });
  expect(events.map(({ type }) => type)).toContain('quorumLost');
  expect(story.state.basis.people).not.toHaveProperty('sun-yu');
});

test('substitutes who are away now are passed over, and those who stand there now are asked', () => {
  const story = storyWith((plan) => {
    plan.mobilisation = [{ team: 'tech', levels: ['L3'], headcount: 5, substitutes: ['liaisonMember'] }];
  });
  story.says('chen-jing', confirmAt('L3'));
  rosterChanges(story, ({ holders, people }) => {
    people['xu-na'] = { away: [{ from: START - 1, until: START + HOUR }] };
    holders['liaisonMember'] = ['xu-na', 'gao-yang'];
  });
  const events = story.says('sun-yu', { type: 'decline', person: 'sun-yu', reason: 'abroad' });
  expect(calls(events)).toEqual([['tech', 'gao-yang']]);
});

test('command stays with whoever has it, whatever the roster says', () => {
  const story = new Story();
  story.says('chen-jing', confirmAt('L3'));
  const events = rosterChanges(story, ({ holders, people }) => {
    holders['commander'] = ['gao-yang'];
    holders['deputy'] = ['xu-na'];
    people['lin-wei'] = { away: [{ from: START - 1, until: START + HOUR }] };
  });
  expect(events.map(({ type }) => type)).toEqual(['peopleChanged']);
  expect(story.state.command.posts).toEqual({ commander: 'lin-wei', deputy: 'chen-jing' });
  expect(refusalOf(story.says('gao-yang', { type: 'changeLevel', level: 'L2', reason: 'x' }))?.code).toBe(
    'not_authorised',
  );
});

test('a post of command that nobody held is filled, away or not as at the opening, and nobody else moves', () => {
  const story = storyWith(() => undefined, { ...sampleHolders(), deputy: [] });
  expect(story.state.command.posts).toEqual({ commander: 'lin-wei' });
  const events = rosterChanges(story, ({ holders, people }) => {
    holders['deputy'] = ['chen-jing', 'wang-fang'];
    people['chen-jing'] = { away: [{ from: START - 1, until: START + HOUR }] };
  });
  expect(events.filter((e): e is EventOf<'postFilled'> => e.type === 'postFilled')).toMatchObject([
    { post: 'deputy', person: 'wang-fang', passedOver: [{ person: 'chen-jing', why: 'away' }] },
  ]);
  expect(story.state.command.posts).toEqual({ commander: 'lin-wei', deputy: 'wang-fang' });
});

test('somebody new can be handed command', () => {
  const story = new Story();
  const offer = { type: 'handOver', action: 'offer', to: 'xu-na', brief: BRIEF } as const;
  expect(refusalOf(story.says('lin-wei', offer))?.code).toBe('cannot_command');
  rosterChanges(story, ({ holders }) => holders['deputy']!.push('xu-na'));
  expect(refusalOf(story.says('lin-wei', offer))).toBeUndefined();
  story.says('xu-na', { type: 'handOver', action: 'accept' });
  expect(story.state.command.posts['commander']).toBe('xu-na');
});

test('whoever may no longer command cannot accept an offer that is still open, and it can be withdrawn', () => {
  const story = new Story();
  story.says('lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief: BRIEF });
  rosterChanges(story, ({ holders }) => (holders['deputy'] = ['xu-na']));
  expect(refusalOf(story.says('chen-jing', { type: 'handOver', action: 'accept' }))).toMatchObject({
    code: 'cannot_command',
    found: { person: 'chen-jing' },
    needed: { people: ['lin-wei', 'xu-na'] },
  });
  expect(story.state.command.posts['commander']).toBe('lin-wei');
  expect(refusalOf(story.says('lin-wei', { type: 'handOver', action: 'withdraw', reason: 'left us' }))).toBeUndefined();
});

test('before verification whoever holds an alerted post now is alerted, and nobody is stood down', () => {
  const story = storyWith(({ verification }) => verification.posts.push('duty', 'pressLead'));
  const events = rosterChanges(story, ({ holders }) => {
    holders['duty'] = ['xu-na', 'wang-fang'];
    holders['deputy'] = ['gao-yang'];
    holders['engineer']!.push('ma-chao');
  });
  expect(calls(events)).toEqual([['duty', 'xu-na']]);
  expect(events.filter((e) => e.type === 'stoodDown')).toEqual([]);
});

test('whoever took over command before verification has heard of it, and is not alerted by a change of the roster', () => {
  const story = new Story();
  story.says('lin-wei', { type: 'handOver', action: 'offer', to: 'chen-jing', brief: BRIEF });
  story.says('chen-jing', { type: 'handOver', action: 'accept' });
  expect(calls(rosterChanges(story, ({ holders }) => holders['engineer']!.push('ma-chao')))).toEqual([]);
});

test('of those who were not called the ones are named whom the change is about', () => {
  const away = { away: [{ from: START - 1, until: START + HOUR }] };
  const story = storyWith(() => undefined, sampleHolders(), { 'wu-kun': away });
  story.says('chen-jing', confirmAt('L3'));
  const absent = rosterChanges(story, ({ holders, people }) => {
    holders['engineer']!.push('ma-chao');
    people['ma-chao'] = away;
  });
  expect(absent.map(({ type }) => type)).toEqual(['peopleChanged']);
  const { holders, people = {} } = story.state.basis;
  const after = structuredClone({ holders, people });
  after.holders['engineer']!.push('wang-fang', 'deng-li');
  after.people['deng-li'] = away;
  const joined = story.hears(tellingOf(story, after, 3));
  const called = joined.find((event): event is EventOf<'called'> => event.type === 'called');
  expect(called?.calls).toStrictEqual([
    { target: { kind: 'team', id: 'tech' }, people: ['wang-fang'], notCalled: [{ person: 'deng-li', why: 'away' }] },
  ]);
});

test('whoever is back by now is no reason for a call that asks nobody', () => {
  const away = { away: [{ from: START - 1, until: START + HOUR }] };
  const story = storyWith(() => undefined, sampleHolders(), { 'wu-kun': away });
  story.says('chen-jing', confirmAt('L3'));
  story.passes(2 * HOUR);
  const events = rosterChanges(story, ({ holders }) => holders['pressLead']!.push('ma-chao'));
  expect(events.map(({ type }) => type)).toEqual(['peopleChanged']);
});

test('a call to somebody new says nothing of others', () => {
  const story = new Story();
  story.says('chen-jing', confirmAt('L3'));
  const events = rosterChanges(story, ({ holders }) => holders['engineer']!.push('ma-chao'));
  const called = events.find((event): event is EventOf<'called'> => event.type === 'called');
  expect(called?.calls).toStrictEqual([{ target: { kind: 'team', id: 'tech' }, people: ['ma-chao'] }]);
});

test('posts without which nobody could decide keep their people', () => {
  const story = new Story();
  rosterChanges(story, ({ holders }) => {
    holders['duty'] = [];
    holders['techLead'] = [];
    holders['pressLead'] = [];
  });
  expect(story.state.basis.holders).toMatchObject({ duty: [], techLead: [], pressLead: [] });
  const alone = storyWith(({ authority }) => (authority.close = [{ posts: ['pressLead'] }]));
  rosterChanges(alone, ({ holders }) => (holders['pressLead'] = []));
  expect(alone.state.basis.holders['pressLead']).toEqual(['gao-yang']);
});

test('a task falls due to whoever holds its post now and is not away', () => {
  const story = storyWith((plan) => {
    plan.tasks = [{ id: 'fix', phase: 'responding', owner: 'engineer', due: 10 * MINUTE, mandatory: false }];
  });
  story.says('chen-jing', confirmAt('L3'));
  rosterChanges(story, ({ holders, people }) => {
    holders['engineer'] = ['sun-yu', 'ma-chao'];
    people['sun-yu'] = { away: [{ from: START - 1, until: START + HOUR }] };
  });
  story.passes(10 * MINUTE);
  expect(story.all('tasksOverdue')[0]).toMatchObject({ step: 'owner', tell: [{ person: 'ma-chao' }] });
});

test('after a move to another version the people of today count, and go on being told', () => {
  const story = new Story();
  rosterChanges(story, ({ holders }) => holders['deputy']!.push('xu-na'));
  story.says('lin-wei', { type: 'movePlan', basis: nextVersion(), reason: 'clearer' });
  expect(story.state.basis.holders['deputy']).toEqual(['chen-jing']);
  rosterChanges(story, ({ holders }) => holders['deputy']!.push('xu-na'));
  expect(story.state.basis).toMatchObject({ plan: { version: 4 }, holders: { deputy: ['chen-jing', 'xu-na'] } });
});

test('in the aftermath nobody is called; what is over hears nothing any more', () => {
  const story = new Story();
  story.says('chen-jing', confirmAt('L3'));
  story.says('zhao-lei', propose(['serviceRestored', 'causeControlled']));
  story.says('lin-wei', confirmEnd);
  expect(story.state.phase).toBe('aftermath');
  const events = rosterChanges(story, ({ holders }) => holders['engineer']!.push('ma-chao'));
  expect(events.map(({ type }) => type)).toEqual(['peopleChanged']);
  const rejected = new Story();
  rejected.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test alarm' });
  expect(rosterChanges(rejected, ({ holders }) => holders['engineer']!.push('ma-chao'))).toEqual([]);
});

test.each([
  [null, 'people'],
  [{}, 'people.roster'],
  [{ roster: 2, posts: [], people: [] }, 'people.plan'],
  [{ roster: 2, plan: 'p', posts: {}, people: [] }, 'people.posts'],
  [
    { roster: 2, plan: 'p', posts: [{ post: 'duty', at: -1, removed: [], added: [] }], people: [] },
    'people.posts[0].at',
  ],
  [
    { roster: 2, plan: 'p', posts: [{ post: 'duty', at: 0, removed: [], added: [7] }], people: [] },
    'people.posts[0].added[0]',
  ],
  [
    { roster: 2, plan: 'p', posts: [], people: [{ person: 'x', facts: { away: [{}] } }] },
    'people.people[0].facts.away[0].from',
  ],
])('%j is no change of people', (payload, field) => {
  expect(readPeopleChanged(payload)).toMatchObject({ field });
});

test('of a change of people nothing is taken but what it is made of, and nobody may claim another origin', () => {
  const away = { from: START, until: START + HOUR };
  const posts = [{ post: 'duty', at: 0, removed: [], added: ['xu-na'] }];
  const facts = {
    qualifications: [{ qualification: 'restore' }, { qualification: 'dba', until: START }],
    away: [away],
  };
  const change = { roster: 2, plan: 'p', posts, people: [{ person: 'x', facts }, { person: 'y' }] };
  const more = {
    ...change,
    posts: [{ ...posts[0]!, why: 'ill' }],
    people: [
      { person: 'x', name: 'X', facts: { ...facts, away: [{ ...away, reason: 'ill' }], phone: '1' } },
      { person: 'y' },
    ],
    ...{ actor: { kind: 'operator' }, via: 'api', type: 'close', extra: 1 },
  };
  expect(readPeopleChanged(more)).toEqual({
    type: 'peopleChanged',
    requestId: '',
    actor: { kind: 'system' },
    via: 'temporal',
    ...change,
  });
});

test('as many people, absences and qualifications as travel in one piece are taken, and no more', () => {
  const many = (count: number, one: object) => Array.from({ length: count }, () => one);
  const of = (people: object[]) => readPeopleChanged({ roster: 2, plan: 'p', posts: [], people });
  const facts = (count: number) => ({
    away: many(count, { from: START, until: START + HOUR }),
    qualifications: many(count, { qualification: 'restore' }),
  });
  expect(of(many(500, { person: 'x' }))).not.toHaveProperty('field');
  expect(of(many(501, { person: 'x' }))).toMatchObject({ field: 'people.people' });
  expect(of([{ person: 'x', facts: facts(100) }])).not.toHaveProperty('field');
  const { away, qualifications } = facts(101);
  expect(of([{ person: 'x', facts: { away } }])).toMatchObject({ field: 'people.people[0].facts.away' });
  expect(of([{ person: 'x', facts: { qualifications } }])).toMatchObject({
    field: 'people.people[0].facts.qualifications',
  });
});

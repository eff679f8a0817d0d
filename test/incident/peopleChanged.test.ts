import { fold, readPeopleChanged } from '../../src/domain/incident/index.js';
import type { EventOf, IncidentEvent } from '../../src/domain/incident/index.js';
import type { Basis, CompiledPlan } from '../../src/domain/plan/compiled.js';
import { differenceOf } from '../../src/domain/plan/peopleChange.js';
import type { People } from '../../src/domain/plan/peopleChange.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { sampleHolders, samplePlan } from '../support/samplePlan.js';
import { nextVersion } from './nextVersion.js';
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
  const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
  return story.hears({ ...head, type: 'peopleChanged', roster: 2, ...differenceOf(story.state.basis, to) });
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
  const change = differenceOf(basis, { holders });
  const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
  expect(story.hears({ ...head, type: 'peopleChanged', roster: 2, ...change })).toMatchObject([
    {
      type: 'peopleChanged',
      actor: { kind: 'system' },
      roster: 2,
      posts: [{ post: 'engineer', at: 1, removed: ['qian-rong', 'he-zhe', 'wu-kun'], added: ['xu-na'] }],
      people: [],
    },
  ]);
  expect(story.state.basis.holders).toEqual(holders);
  expect(story.hears({ ...head, type: 'peopleChanged', roster: 2, ...change })).toEqual([]);
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

test('before verification whoever holds an alerted post now is alerted, and nobody is stood down', () => {
  const story = storyWith(({ verification }) => verification.posts.push('duty'));
  const events = rosterChanges(story, ({ holders }) => {
    holders['duty'] = ['xu-na', 'wang-fang'];
    holders['deputy'] = ['gao-yang'];
    holders['engineer']!.push('ma-chao');
  });
  expect(calls(events)).toEqual([['duty', 'xu-na']]);
  expect(events.filter((e) => e.type === 'stoodDown')).toEqual([]);
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
  [{ roster: 2, posts: {}, people: [] }, 'people.posts'],
  [{ roster: 2, posts: [{ post: 'duty', at: -1, removed: [], added: [] }], people: [] }, 'people.posts[0].at'],
  [{ roster: 2, posts: [{ post: 'duty', at: 0, removed: [], added: [7] }], people: [] }, 'people.posts[0].added[0]'],
  [{ roster: 2, posts: [], people: [{ person: 'x', facts: { away: [{}] } }] }, 'people.people[0].facts.away[0].from'],
])('%j is no change of people', (payload, field) => {
  expect(readPeopleChanged(payload)).toMatchObject({ field });
});

test('of a change of people nothing is taken but what it is made of, and nobody may claim another origin', () => {
  const change = { roster: 2, posts: [], people: [], actor: { kind: 'operator' }, via: 'api', type: 'close', extra: 1 };
  expect(readPeopleChanged(change)).toEqual({
    type: 'peopleChanged',
    requestId: '',
    actor: { kind: 'system' },
    via: 'system',
    roster: 2,
    posts: [],
    people: [],
  });
});

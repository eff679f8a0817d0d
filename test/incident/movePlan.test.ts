import { fold } from '../../src/domain/incident/index.js';
import type { Decision } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { MINUTE } from '../../src/domain/time.js';
import { nextVersion } from './nextVersion.js';
import { BASIS, confirmAt, propose, refusalOf, Story } from './story.js';

const move = (basis: Basis, reason = 'the new version names the supplier'): Decision => ({
  type: 'movePlan',
  basis,
  reason,
});

test('an incident runs by the version that it was reported under, until command moves it', () => {
  const story = new Story();
  expect(story.state.basis.plan.version).toBe(3);
  story.says('lin-wei', move(nextVersion()));
  expect(story.state.basis).toEqual(nextVersion());
  expect(story.state.plan.moves).toEqual([
    {
      seq: story.all('planMoved')[0]!.seq,
      at: story.at,
      by: { kind: 'person', id: 'lin-wei' },
      from: { id: 'sample', version: 3, hash: BASIS.plan.hash },
      to: { id: 'sample', version: 4, hash: 'a7'.repeat(32) },
    },
  ]);
  expect(story.all('planMoved')[0]).toMatchObject({
    authority: 'commander',
    texts: { reason: 'the new version names the supplier' },
  });
});

test('state follows from the events alone, the plan included', () => {
  const story = new Story();
  story.says('lin-wei', move(nextVersion(({ plan }) => plan.mobilisation.push({ team: 'publicity', levels: ['L2'] }))));
  story.says('chen-jing', confirmAt('L2'));
  expect(fold(BASIS, story.events)).toEqual(story.state);
});

test('while responding, only what the new version adds is called, and what it drops is stood down', () => {
  const story = new Story();
  story.says('chen-jing', confirmAt('L2'));
  const basis = nextVersion(({ plan }) => {
    plan.mobilisation = [
      { team: 'tech', levels: ['L1', 'L2', 'L3'] },
      { team: 'publicity', levels: ['L1', 'L2'] },
      { team: 'liaison', levels: ['L1'] },
    ];
  });
  const events = story.says('lin-wei', move(basis));
  const called = events.flatMap((e) => (e.type === 'called' ? e.calls.map((c) => c.target.id) : []));
  const stoodDown = events.flatMap((e) =>
    e.type === 'stoodDown' ? [[e.why, ...e.calls.map((c) => c.target.id)]] : [],
  );
  expect(called).toEqual(['publicity']);
  expect(stoodDown).toEqual([['planMoved', 'liaison']]);
});

test('before verification, posts that the new version alerts besides are alerted', () => {
  const story = new Story();
  const events = story.says('lin-wei', move(nextVersion(({ plan }) => plan.verification.posts.push('duty'))));
  expect(events.flatMap((e) => (e.type === 'called' ? e.calls.map((c) => c.target.id) : []))).toEqual(['duty']);
});

test('before verification, posts that the new version alerts no more are stood down', () => {
  const story = new Story();
  const events = story.says('lin-wei', move(nextVersion(({ plan }) => (plan.verification.posts = ['commander']))));
  expect(events.filter((e) => e.type === 'called')).toEqual([]);
  expect(events.filter((e) => e.type === 'stoodDown')).toMatchObject([
    { why: 'planMoved', calls: [{ target: { kind: 'post', id: 'deputy' }, people: ['chen-jing'] }] },
  ]);
});

test('while responding, people who are new in a called team are called, and nobody is called twice', () => {
  const story = new Story();
  story.says('chen-jing', confirmAt('L3'));
  const events = story.says(
    'lin-wei',
    move(nextVersion(({ holders }) => (holders['engineer'] = ['sun-yu', 'ma-chao', 'xu-na']))),
  );
  expect(events.filter((e) => e.type === 'called')).toMatchObject([
    { calls: [{ target: { kind: 'team', id: 'tech' }, people: ['ma-chao', 'xu-na'] }] },
  ]);
  expect(events.filter((e) => e.type === 'stoodDown')).toEqual([]);
  const tech = () => story.state.mobilisation.bodies['team/tech']!;
  const outstanding = () => tech().waits.map((wait) => wait.outstanding);
  expect(tech().status).toBe('called');
  expect(outstanding()).toEqual([5, 2]);
  for (const person of ['ma-chao', 'sun-yu']) story.says(person, { type: 'acknowledge', person });
  expect(outstanding()).toEqual([4, 1]);
});

test('whoever joins one team and is called with another gets one call', () => {
  const story = new Story();
  story.says('chen-jing', confirmAt('L3'));
  const events = story.says(
    'lin-wei',
    move(
      nextVersion(({ plan, holders }) => {
        holders['engineer']!.push('gao-yang');
        plan.mobilisation.push({ team: 'publicity', levels: ['L3'] });
      }),
    ),
  );
  const calls = events.flatMap((e) => (e.type === 'effectRequested' && e.effect.kind === 'notify' ? [e.effect] : []));
  expect(calls.filter((effect) => effect.template === 'call').flatMap((e) => e.recipients)).toMatchObject([
    { person: 'gao-yang', targets: ['team/tech', 'team/publicity'] },
  ]);
});

test('people who join a team have the whole time to answer, and put off nobody else', () => {
  const story = new Story();
  story.says('chen-jing', confirmAt('L3'));
  story.passes(9 * MINUTE);
  story.says('lin-wei', move(nextVersion(({ holders }) => holders['engineer']!.push('ma-chao'))));
  const silent = () => story.all('silent').map(({ calls }) => calls.flatMap(({ people }) => people));
  story.passes(2 * MINUTE);
  expect(silent().at(-1)).toEqual(['zhao-lei', 'sun-yu', 'qian-rong', 'he-zhe', 'wu-kun']);
  story.passes(8 * MINUTE);
  expect(silent().at(-1)).toEqual(['ma-chao']);
});

test('where all have answered, whoever joins has the whole time to answer', () => {
  const story = new Story();
  story.says('chen-jing', confirmAt('L3'));
  for (const person of ['zhao-lei', 'sun-yu', 'qian-rong', 'he-zhe', 'wu-kun'])
    story.says(person, { type: 'acknowledge', person });
  story.passes(20 * MINUTE);
  story.says('lin-wei', move(nextVersion(({ holders }) => holders['engineer']!.push('ma-chao'))));
  expect(story.passes(4 * MINUTE)).toEqual([]);
  expect(story.passes(2 * MINUTE).filter((e) => e.type === 'reminded')).toMatchObject([
    { calls: [{ people: ['ma-chao'] }] },
  ]);
});

const BRIEF = { situation: 'as it is', objectives: 'as before' };

test('a command post that the new version adds is filled, and who commands stays', () => {
  const story = new Story();
  const events = story.says('lin-wei', move(nextVersion(({ plan }) => plan.command.deputies.push('duty'))));
  expect(events.filter((e) => e.type === 'postFilled')).toMatchObject([{ post: 'duty', person: 'wang-fang' }]);
  expect(story.state.command.posts['commander']).toBe('lin-wei');
});

test('where the new version gives command to another post, whoever commands goes on, and the old post is filled anew', () => {
  const story = new Story({}, { ...BASIS, holders: { ...BASIS.holders, commander: ['lin-wei', 'ma-chao'] } });
  const events = story.says(
    'lin-wei',
    move(
      nextVersion(({ plan, holders }) => {
        plan.posts.push({ id: 'chief' });
        plan.command = { ...plan.command, commander: 'chief', deputies: ['commander', 'deputy'] };
        Object.assign(holders, { chief: ['gao-yang'], commander: ['lin-wei', 'ma-chao'] });
      }),
    ),
  );
  expect(story.state.command.posts).toEqual({ chief: 'lin-wei', commander: 'ma-chao', deputy: 'chen-jing' });
  expect(events.filter((e) => e.type === 'postFilled')).toMatchObject([{ post: 'commander', person: 'ma-chao' }]);
  expect(refusalOf(story.says('gao-yang', { type: 'changeLevel', level: 'L1', reason: 'x' }))).toBeDefined();
  expect(refusalOf(story.says('lin-wei', { type: 'handOver', action: 'offer', to: 'gao-yang', brief: BRIEF }))).toBe(
    undefined,
  );
});

test('the facts are graded by the new criteria, which propose and decide nothing', () => {
  const story = new Story({ facts: { usersAffected: 500 } });
  story.says('wang-fang', confirmAt('L3'));
  const stricter = nextVersion(({ plan }) => {
    plan.criteria[0] = { id: 'manyUsers', incidentLevel: 'serious', when: { fact: 'usersAffected', atLeast: 500 } };
  });
  story.says('lin-wei', move(stricter));
  expect(story.state.grading).toMatchObject({ level: 'L3', proposal: { incidentLevel: 'serious', level: 'L2' } });
});

test('a proposal to terminate lapses, because the criteria may be others', () => {
  const story = new Story();
  story.says('chen-jing', confirmAt('L2'));
  story.says('chen-jing', propose(['serviceRestored', 'causeControlled', 'noFurtherHarm']));
  const events = story.says('lin-wei', move(nextVersion()));
  expect(events.filter((e) => e.type === 'terminationLapsed')).toMatchObject([{ why: 'planMoved' }]);
  expect(story.state.termination).toEqual({});
});

test.each<[string, (basis: Basis) => void, string[]]>([
  ['a level', ({ plan }) => void (plan.levels = plan.levels.filter(({ id }) => id !== 'L2')), ['level/L2']],
  [
    'an incident level',
    ({ plan }) => void (plan.incidentLevels = plan.incidentLevels.filter(({ id }) => id !== 'serious')),
    ['incidentLevel/serious'],
  ],
  [
    'a called team',
    ({ plan }) => void (plan.teams = plan.teams.filter(({ id }) => id !== 'liaison')),
    ['team/liaison'],
  ],
  ['a command post', ({ plan }) => void (plan.posts = plan.posts.filter(({ id }) => id !== 'deputy')), ['post/deputy']],
  ['the category', ({ plan }) => void (plan.categories = ['security']), ['category/operation']],
  ['a fact', ({ plan }) => void (plan.facts = plan.facts.slice(1)), ['fact/usersAffected']],
  [
    'the type of a fact',
    ({ plan }) => void (plan.facts[0] = { id: 'usersAffected', type: 'boolean' }),
    ['fact/usersAffected'],
  ],
])('a version that lacks %s that is in use is refused, and changes nothing', (_, change, missing) => {
  const story = new Story({ facts: { usersAffected: 3 } });
  story.says('chen-jing', { ...confirmAt('L2') });
  const before = story.state.basis;
  const refused = refusalOf(story.says('lin-wei', move(nextVersion(change))));
  expect(refused).toMatchObject({ code: 'missing_in_plan', found: { missing } });
  expect(story.state.basis).toBe(before);
});

test('what is no longer in use may be missing', () => {
  const story = new Story();
  story.says('lin-wei', confirmAt('L1'));
  story.says('lin-wei', { type: 'changeLevel', level: 'L3', reason: 'better' });
  const without = nextVersion(({ plan }) => {
    plan.teams = plan.teams.filter(({ id }) => id !== 'publicity');
    plan.mobilisation = plan.mobilisation.filter(({ team }) => team !== 'publicity');
  });
  expect(refusalOf(story.says('lin-wei', move(without)))).toBeUndefined();
});

test('a version that no longer has the option that was told is refused', () => {
  const withOptions = (...options: string[]) => ({ id: 'usersAffected', type: 'choice' as const, options });
  const basis = structuredClone(BASIS);
  basis.plan.facts[0] = withOptions('few', 'many');
  const story = new Story({ facts: { usersAffected: 'many' } }, basis);
  const renamed = nextVersion(({ plan }) => (plan.facts[0] = withOptions('few', 'most')));
  expect(refusalOf(story.says('lin-wei', move(renamed)))).toMatchObject({
    code: 'missing_in_plan',
    found: { missing: ['fact/usersAffected'] },
  });
  const more = nextVersion(({ plan }) => (plan.facts[0] = withOptions('few', 'many', 'most')));
  expect(refusalOf(story.says('lin-wei', move(more)))).toBeUndefined();
});

test.each<[string, (basis: Basis) => void, string[]]>([
  [
    'command',
    ({ plan, holders }) => {
      plan.command.commander = 'chief';
      plan.posts.push({ id: 'chief' });
      holders['chief'] = [];
    },
    ['chief'],
  ],
  ['decide on a level', ({ plan }) => void (plan.levels[0]!.decidedBy = ['pressLead']), ['pressLead']],
  ['close it', ({ plan }) => void (plan.authority.close = [{ posts: ['pressLead'] }]), ['pressLead']],
  ['verify', ({ plan }) => void (plan.verification.posts = ['pressLead']), ['pressLead']],
])('a version under which nobody could %s is refused', (_, change, posts) => {
  const story = new Story();
  const basis = nextVersion((next) => {
    next.holders['pressLead'] = [];
    change(next);
  });
  expect(refusalOf(story.says('lin-wei', move(basis)))).toMatchObject({ code: 'nobody_in_posts', found: { posts } });
});

test.each<[string, (basis: Basis) => void, object, object]>([
  ['another plan', ({ plan }) => void (plan.id = 'another'), { plan: 'another' }, { plan: 'sample' }],
  ['the same version', ({ plan }) => Object.assign(plan, { version: 3, hash: BASIS.plan.hash }), { version: 3 }, {}],
  ['one without a team that is called', withoutTech, { version: 4, missing: ['team/tech'] }, { version: 3 }],
  ['one that nobody could close', nobodyCloses, { version: 4, posts: ['pressLead'] }, { version: 3 }],
])('a move to %s is refused with what was found and what was needed', (_, change, found, needed) => {
  const story = new Story();
  story.says('lin-wei', confirmAt('L3'));
  expect(refusalOf(story.says('lin-wei', move(nextVersion(change))))).toMatchObject({ found, needed });
});

test('whoever commands goes on under a post of another name, and only then', () => {
  const renamed = nextVersion(({ plan, holders }) => {
    plan.command.commander = 'chief';
    plan.posts.push({ id: 'chief' });
    holders['chief'] = ['gao-yang'];
  });
  expect(new Story().says('lin-wei', move(renamed))[0]).toMatchObject({ type: 'planMoved', commander: 'lin-wei' });
  expect(new Story().says('lin-wei', move(nextVersion()))[0]).not.toHaveProperty('commander');
});

function withoutTech({ plan }: Basis): void {
  plan.teams = plan.teams.filter(({ id }) => id !== 'tech');
}

function nobodyCloses({ plan, holders }: Basis): void {
  plan.authority.close = [{ posts: ['pressLead'] }];
  holders['pressLead'] = [];
}

test('the same request again is the same, whoever holds the posts meanwhile', () => {
  const story = new Story();
  const again = nextVersion(({ holders }) => (holders['engineer'] = ['xu-na']));
  story.says('lin-wei', move(nextVersion()), { requestId: 'm1' });
  expect(story.says('lin-wei', move(again), { requestId: 'm1' })).toEqual([]);
  const other = nextVersion(({ plan }) => (plan.version = 5));
  expect(refusalOf(story.says('lin-wei', move(other), { requestId: 'm1' }))?.code).toBe('request_id_reused');
});

test('only whoever commands may move it, with a reason, to another version of the same plan', () => {
  const story = new Story();
  const code = (events: ReturnType<Story['says']>) => refusalOf(events)?.code;
  expect(code(story.says('chen-jing', move(nextVersion())))).toBe('not_authorised');
  expect(code(story.says('lin-wei', move(nextVersion(), '  ')))).toBe('reason_required');
  expect(code(story.says('lin-wei', move(nextVersion(({ plan }) => void (plan.id = 'another')))))).toBe('other_plan');
  expect(code(story.says('lin-wei', move(BASIS)))).toBe('same_plan_version');
});

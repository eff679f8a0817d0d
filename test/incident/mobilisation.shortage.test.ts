import type { Decision } from '../../src/domain/incident/index.js';
import { callEntries, evolve } from '../../src/domain/incident/index.js';
import { withdrawFromCalls } from '../../src/domain/incident/rooms/mobilisation/release.js';
import { HOUR } from '../../src/domain/time.js';
import { accept, delivers, quorumOf, responding } from './mobilisationStory.js';
import { nextVersion } from './nextVersion.js';
import { countedBasis } from './quorumPlan.js';
import type { Story } from './story.js';
import { MINUTE, raiseTo, refusalOf, START, told } from './story.js';

const acceptAll = (story: Story, ...people: string[]) => people.flatMap((person) => accept(story, person));
const acceptShortage = (team = 'tech'): Decision => ({ type: 'acceptShortage', team, reason: 'two will do' });
const missed = (story: Story) =>
  story.all('quorumMissed').map(({ at, why, tell }) => [(at - START) / MINUTE, why, tell]);

describe('a quorum that is missed', () => {
  test('goes to staffing, then to command, then to both until it is met', () => {
    const story = responding();
    story.passes(40 * MINUTE);
    expect(missed(story)).toEqual([
      [15, 'deadline', ['chen-jing']],
      [20, 'still', ['lin-wei']],
      [30, 'still', ['chen-jing', 'lin-wei']],
      [40, 'still', ['chen-jing', 'lin-wei']],
    ]);
    expect(told(story.events)['shortage']).toHaveLength(6);
    acceptAll(story, 'zhao-lei', 'sun-yu', 'he-zhe');
    expect(told(story.events)['quorumReached']).toEqual(['chen-jing', 'lin-wei']);
    story.passes(HOUR);
    expect(missed(story)).toHaveLength(4);
  });

  test('says who is missing and why', () => {
    const story = responding(countedBasis((rules) => delete rules[0]!.partners));
    acceptAll(story, 'zhao-lei');
    story.says('qian-rong', { type: 'decline', person: 'qian-rong', reason: 'ill' });
    delivers(story, 'call', {
      accepted: ['zhao-lei', 'sun-yu', 'qian-rong', 'wu-kun'],
      unreachable: [{ person: 'he-zhe', code: 'no_address' }],
    });
    story.passes(15 * MINUTE);
    expect(story.all('quorumMissed').at(-1)).toMatchObject({
      have: { people: 1, qualifications: [0] },
      missing: { people: 2, qualifications: [{ qualification: 'restore', people: 1 }] },
      silent: { count: 2, people: ['sun-yu', 'wu-kun'] },
      undelivered: { count: 1, people: ['he-zhe'] },
      declined: { count: 1, people: ['qian-rong'] },
      notAnswered: { count: 2, people: ['xu-na', 'ma-chao'] },
    });
  });

  test('goes to command alone where the plan names nobody, and each hears of it once a round', () => {
    const story = responding(countedBasis((_, { plan }) => delete plan.notification.shortage));
    story.passes(30 * MINUTE);
    expect(missed(story)).toEqual([
      [15, 'deadline', ['lin-wei']],
      [25, 'still', ['lin-wei']],
    ]);
  });

  test('waits for nobody any more: the next are asked at once', () => {
    // Silence would be told much later.
    const story = responding(
      countedBasis((_, { plan }) => {
        plan.notification.call = { remindAfter: HOUR, escalateAfter: 2 * HOUR, escalateTo: ['deputy'] };
      }),
    );
    story.passes(15 * MINUTE);
    const asked = story.all('called').flatMap(({ calls }) => calls.flatMap(({ substitutes = [] }) => substitutes));
    expect(asked).toEqual(['liaisonMember', 'pressLead']);
    story.says('xu-na', { type: 'acknowledge', person: 'xu-na', eta: START + 40 * MINUTE });
    acceptAll(story, 'zhao-lei', 'wu-kun');
    // She is on her way: the partner is not called, and she counts when she is there.
    expect(quorumOf(story)?.status).toBe('missed');
    expect(story.all('called').flatMap(({ calls }) => calls.flatMap(({ partners = [] }) => partners))).toEqual([]);
    story.says('xu-na', { type: 'arrive', person: 'xu-na' });
    expect(quorumOf(story)?.status).toBe('reached');
  });

  test('is told of no more once the team is stood down', () => {
    const story = responding(
      countedBasis((rules) => rules.push({ team: 'liaison', levels: ['L2'], headcount: 3 })),
      'L2',
    );
    story.passes(30 * MINUTE);
    story.says('lin-wei', raiseTo('L3'));
    const before = story.all('quorumMissed').length;
    expect(story.passes(20 * MINUTE).some((e) => e.type === 'quorumMissed' && e.team === 'liaison')).toBe(false);
    expect(before).toBeGreaterThan(0);
  });
});

describe('a shortage', () => {
  test('is accepted by whoever commands, with a reason; then it is quiet', () => {
    const story = responding();
    acceptAll(story, 'zhao-lei', 'sun-yu');
    story.passes(16 * MINUTE);
    const events = story.says('lin-wei', acceptShortage());
    expect(events[0]).toMatchObject({ type: 'shortageAccepted', authority: 'commander', have: { people: 2 } });
    expect(told(events)).toEqual({ shortageAccepted: ['zhao-lei', 'chen-jing'] });
    const count = story.all('quorumMissed').length;
    story.passes(3 * HOUR);
    expect(story.all('quorumMissed')).toHaveLength(count);
  });

  test('that was accepted is one again when somebody of those leaves', () => {
    const story = responding();
    acceptAll(story, 'zhao-lei', 'sun-yu');
    story.says('lin-wei', acceptShortage());
    story.says('he-zhe', { type: 'decline', person: 'he-zhe', reason: 'ill' });
    expect(quorumOf(story)?.status).toBe('accepted');
    story.says('sun-yu', { type: 'decline', person: 'sun-yu', reason: 'ill' });
    expect(story.all('quorumLost')).toHaveLength(1);
    expect(quorumOf(story)?.status).toBe('open');
  });

  test('that was accepted may still come to its end', () => {
    const story = responding();
    acceptAll(story, 'zhao-lei', 'sun-yu');
    story.says('lin-wei', acceptShortage());
    acceptAll(story, 'he-zhe');
    expect(quorumOf(story)?.status).toBe('reached');
  });

  test.each<[string, string, Decision, string]>([
    ['by anybody else', 'chen-jing', acceptShortage(), 'not_authorised'],
    ['of a team that is not called', 'lin-wei', acceptShortage('liaison'), 'no_shortage'],
    ['without a reason', 'lin-wei', { type: 'acceptShortage', team: 'tech', reason: '' }, 'reason_required'],
  ])('is not accepted %s', (_, who, decision, code) => {
    expect(refusalOf(responding().says(who, decision))).toMatchObject({ code });
  });

  test('is not accepted where there is none', () => {
    const story = responding();
    acceptAll(story, 'zhao-lei', 'sun-yu', 'he-zhe');
    expect(refusalOf(story.says('lin-wei', acceptShortage()))).toMatchObject({ code: 'no_shortage' });
  });
});

describe('a change of level', () => {
  const twoLevels = () =>
    countedBasis((rules) => {
      rules[0] = { ...rules[0]!, levels: ['L3'] };
      rules.push({ ...rules[0], levels: ['L1', 'L2'], headcount: 5, quorumWithin: 20 * MINUTE });
    });

  test('counts a team that stays by the new level, and calls nobody again', () => {
    const story = responding(twoLevels());
    acceptAll(story, 'zhao-lei', 'sun-yu', 'he-zhe');
    story.passes(5 * MINUTE);
    const events = story.says('lin-wei', raiseTo('L2'));
    expect(events.filter(({ type }) => type === 'quorumChanged')).toMatchObject([
      { quorums: [{ team: 'tech', from: { headcount: 3 }, need: { headcount: 5 }, by: START + 25 * MINUTE }] },
    ]);
    expect(events.filter(({ type }) => type === 'quorumLost')).toMatchObject([{ missing: { people: 2 } }]);
    expect(events.filter(({ type }) => type === 'called')).toEqual([]);
  });

  test('asks the substitutes where the members cannot suffice any more', () => {
    const story = responding(twoLevels());
    acceptAll(story, 'zhao-lei', 'sun-yu', 'he-zhe');
    story.says('wu-kun', { type: 'decline', person: 'wu-kun', reason: 'ill' });
    const events = story.says('lin-wei', raiseTo('L2'));
    expect(events.filter(({ type }) => type === 'called')).toMatchObject([
      { calls: [{ target: { id: 'tech' }, people: ['xu-na', 'ma-chao'] }] },
    ]);
  });

  test('that wants fewer is content with those who are there', () => {
    const story = responding(twoLevels(), 'L2');
    acceptAll(story, 'zhao-lei', 'sun-yu', 'he-zhe');
    story.says('lin-wei', raiseTo('L3'));
    expect(quorumOf(story)).toMatchObject({ status: 'reached', need: { headcount: 3 } });
  });

  test('that stands a team down gives those who counted there to the others', () => {
    const story = responding(
      countedBasis((rules, { holders }) => {
        holders['pressLead'] = ['sun-yu'];
        rules[0] = { team: 'tech', levels: ['L2'], headcount: 1 };
        rules[1] = { team: 'publicity', levels: ['L2', 'L3'], headcount: 1, quorumWithin: HOUR };
      }),
      'L2',
    );
    acceptAll(story, 'sun-yu');
    expect(quorumOf(story, 'publicity')?.status).not.toBe('reached');
    story.says('lin-wei', raiseTo('L3'));
    expect(quorumOf(story, 'publicity')?.status).toBe('reached');
  });

  test('to a level that counts nothing ends the counting', () => {
    const story = responding(
      countedBasis((rules) => {
        rules[0]!.levels = ['L3'];
        rules.push({ team: 'tech', levels: ['L2'] });
      }),
    );
    story.says('lin-wei', raiseTo('L2'));
    expect(quorumOf(story)).toBeUndefined();
    expect(story.passes(HOUR).filter(({ type }) => type === 'quorumMissed')).toEqual([]);
  });

  test('that wants the same changes nothing, and asks nobody else', () => {
    const story = responding();
    const events = story.says('lin-wei', raiseTo('L2'));
    expect(events.map(({ type }) => type)).not.toContain('quorumChanged');
    expect(quorumOf(story)?.by).toBe(START + 15 * MINUTE);
  });
});

test('another version of the plan may name others to ask', () => {
  const story = responding(countedBasis((rules) => (rules[0]!.substitutes = [])));
  for (const person of ['zhao-lei', 'qian-rong']) story.says(person, { type: 'decline', person, reason: 'ill' });
  const basis = countedBasis((rules, { plan }) => {
    rules[0]!.headcount = 4;
    plan.hash = nextVersion().plan.hash;
  });
  const events = story.says('lin-wei', { type: 'movePlan', basis, reason: 'better' });
  expect(events.map(({ type }) => type)).toContain('quorumChanged');
  expect(story.all('called').at(-1)?.calls).toMatchObject([{ substitutes: ['liaisonMember'] }]);
});

test('whoever is given up to another incident is not counted any more, is told, and the next are asked', () => {
  const story = responding();
  acceptAll(story, 'zhao-lei', 'sun-yu', 'he-zhe');
  // The room that decides on claims does not exist yet: what it will say is said here.
  const bodies = withdrawFromCalls(story.state, 'sun-yu', 'yielded');
  expect(bodies).toEqual([
    { type: 'takenOff', person: 'sun-yu', targets: [{ kind: 'team', id: 'tech' }], why: 'yielded' },
  ]);
  const state = [{ seq: story.state.seq + 1, at: story.at, actor: { kind: 'system' }, via: 'system', ...bodies[0]! }]
    .map((event) => event as never)
    .reduce(evolve, story.state);
  const calls = Object.fromEntries(callEntries(state.mobilisation.bodies['team/tech']!.people));
  expect(calls['sun-yu']).toMatchObject({ status: 'takenOff' });
  expect(withdrawFromCalls(state, 'sun-yu', 'yielded')).toEqual([]);
});

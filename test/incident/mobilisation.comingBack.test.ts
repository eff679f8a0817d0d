import { nextWake, pending } from '../../src/domain/incident/index.js';
import type { EffectOf, Message } from '../../src/domain/incident/index.js';
import type { Basis, PersonFacts } from '../../src/domain/plan/compiled.js';
import { differenceOf } from '../../src/domain/plan/peopleChange.js';
import { HOUR } from '../../src/domain/time.js';
import { callIn } from '../support/calls.js';
import { accept, arrives, callsOf, declines, quorumOf, releases, responding } from './mobilisationStory.js';
import { countedBasis } from './quorumPlan.js';
import type { Story } from './story.js';
import { MINUTE, raiseTo, refusalOf, START, told } from './story.js';

const awayFor = (ms: number): PersonFacts => ({ away: [{ from: START - 1, until: START + ms }] });
/** Three are enough, and nobody stands in for them, as in the technical rescue of the sample plan. */
const alone = (people: Record<string, PersonFacts> = {}, edit: (basis: Basis) => void = () => undefined) =>
  countedBasis((rules, basis) => {
    rules[0] = { team: 'tech', levels: ['L1', 'L2', 'L3'], headcount: 3, quorumWithin: 15 * MINUTE };
    edit(basis);
  }, people);
/** Three have come, the two others not. */
const complete = (basis = alone()): Story => {
  const story = responding(basis);
  for (const person of ['zhao-lei', 'sun-yu', 'he-zhe']) accept(story, person);
  declines(story, 'qian-rong', 'wu-kun');
  return story;
};
const short = (): Story => {
  const story = complete();
  story.says('lin-wei', releases(['he-zhe']));
  return story;
};
const statusOf = (story: Story, person: string, team = 'tech') => callIn(story.state, `team/${team}`, person)?.status;
const lastCall = (story: Story, team = 'tech') => callsOf(story, team).at(-1);

describe('whoever was released', () => {
  test('may come back before the rest is over: the team is complete again, and those who wait for people hear of it', () => {
    const story = short();
    expect(quorumOf(story)).toMatchObject({ status: 'missed', told: ['chen-jing'] });
    story.passes(HOUR);
    const events = accept(story, 'he-zhe');
    expect(events[0]).toMatchObject({ type: 'acknowledged', comes: 'back', targets: [{ id: 'tech' }] });
    expect(told(events)['quorumReached']).toEqual(['chen-jing', 'lin-wei']);
    expect(quorumOf(story)?.status).toBe('reached');
  });

  test('is on duty anew: relief is due as long after the return as after the first call', () => {
    const story = complete();
    story.passes(10 * HOUR);
    story.says('lin-wei', releases(['zhao-lei', 'sun-yu', 'he-zhe']));
    story.passes(HOUR);
    arrives(story, 'he-zhe');
    story.passes(12 * HOUR - 1);
    expect(story.all('reliefDue')).toEqual([]);
    story.passes(1);
    expect(story.all('reliefDue')).toMatchObject([{ people: ['he-zhe'] }]);
  });

  test('may be seen to be back by whoever leads the team, and by nobody else', () => {
    const story = short();
    const back = { type: 'arrive', person: 'he-zhe' } as const;
    expect(refusalOf(story.says('sun-yu', back))).toMatchObject({ code: 'not_authorised' });
    expect(story.says('zhao-lei', back)[0]).toMatchObject({ type: 'arrived', comes: 'back' });
    expect(statusOf(story, 'he-zhe')).toBe('arrived');
  });

  test('has nothing to decline, and can be released again', () => {
    const story = short();
    expect(refusalOf(declines(story, 'he-zhe'))).toMatchObject({ code: 'not_called' });
    arrives(story, 'he-zhe');
    story.says('lin-wei', releases(['he-zhe']));
    expect(statusOf(story, 'he-zhe')).toBe('released');
  });

  test('and works for another team does not come back by an answer to that one', () => {
    const both = alone({}, ({ plan, holders }) => {
      holders['pressLead'] = ['gao-yang', 'he-zhe'];
      plan.mobilisation[1] = { team: 'publicity', levels: ['L3'] };
    });
    const story = complete(both);
    story.says('zhao-lei', releases(['he-zhe'], { team: 'tech' }));
    arrives(story, 'he-zhe');
    expect([statusOf(story, 'he-zhe'), statusOf(story, 'he-zhe', 'publicity')]).toEqual(['released', 'arrived']);
    expect(refusalOf(arrives(story, 'he-zhe'))).toMatchObject({ code: 'already_arrived' });
  });
});

describe('whoever has rested', () => {
  test('is asked again at that moment while the team is short, once', () => {
    const story = short();
    story.passes(8 * HOUR - 1);
    expect(callsOf(story)).toHaveLength(1);
    const events = story.passes(1);
    expect(story.all('freeAgain')).toMatchObject([{ teams: [{ team: 'tech', people: ['he-zhe'] }] }]);
    expect(lastCall(story)).toMatchObject({ people: ['he-zhe'], back: ['he-zhe'] });
    expect(told(events)['call']).toEqual(['he-zhe']);
    const later = story.passes(2 * 24 * HOUR);
    expect(told(later)).toMatchObject({ reminder: ['he-zhe'] });
    expect(statusOf(story, 'he-zhe')).toBe('silent');
    expect(callsOf(story)).toHaveLength(2);
    accept(story, 'he-zhe');
    expect(quorumOf(story)?.status).toBe('reached');
  });

  test('is asked again after another rest', () => {
    const story = short();
    story.passes(8 * HOUR);
    accept(story, 'he-zhe');
    story.says('lin-wei', releases(['he-zhe']));
    story.passes(8 * HOUR);
    expect(callsOf(story).slice(1)).toMatchObject([{ people: ['he-zhe'] }, { people: ['he-zhe'] }]);
  });

  test('gets only the new call where the first one has not left yet', () => {
    const story = complete(alone({}, ({ plan }) => (plan.shifts = { ...plan.shifts!, rest: 30 * MINUTE })));
    story.says('lin-wei', releases(['he-zhe']));
    story.passes(30 * MINUTE - 1);
    const old = pending(story.state).find((effect) => effect.kind === 'notify' && effect.template === 'call');
    const { id: effectId, recipients } = old as EffectOf<'notify'>;
    const delayed = recipients.map(({ person }) => ({ person, code: 'timeout' }));
    const world = { requestId: '', actor: { kind: 'system' }, via: 'system', type: 'noticeAttempted' } as const;
    story.hears({ ...world, effectId, accepted: [], unreachable: [], delayed });
    expect(story.all('noticeCancelled')).toEqual([]);
    expect(told(story.passes(1))['call']).toEqual(['he-zhe']);
    expect(story.all('noticeCancelled')).toMatchObject([{ effectId, people: ['he-zhe'], why: 'calledAnew' }]);
  });

  test('is not asked again after a decline', () => {
    const story = short();
    story.passes(8 * HOUR);
    declines(story, 'he-zhe');
    story.passes(24 * HOUR);
    expect(callsOf(story)).toHaveLength(2);
  });

  test.each<[string, number, string[]]>([
    ['before those who stand in', 8 * HOUR, ['he-zhe']],
    ['not before the rest is over: those who stand in are', 8 * HOUR - MINUTE, ['xu-na', 'ma-chao']],
  ])('is asked %s', (_, waits, people) => {
    const basis = alone({}, ({ plan }) => (plan.mobilisation[0]!.substitutes = ['liaisonMember']));
    const story = complete(basis);
    accept(story, 'wu-kun');
    story.says('lin-wei', releases(['he-zhe']));
    story.passes(waits);
    expect(callsOf(story)).toHaveLength(1);
    declines(story, 'sun-yu');
    expect(lastCall(story)).toMatchObject({ people });
  });

  test('is asked together with those who stand in where that takes both', () => {
    const basis = alone({}, ({ plan }) => (plan.mobilisation[0]!.substitutes = ['liaisonMember']));
    const story = complete(basis);
    accept(story, 'wu-kun');
    story.says('lin-wei', releases(['he-zhe']));
    story.passes(8 * HOUR);
    story.says('lin-wei', releases(['sun-yu', 'wu-kun']));
    expect(lastCall(story)).toMatchObject({
      people: ['he-zhe', 'xu-na', 'ma-chao'],
      back: ['he-zhe'],
      substitutes: ['liaisonMember'],
    });
  });

  test('and stood in is asked again as well, with those of the post', () => {
    const basis = alone({}, ({ plan }) => (plan.mobilisation[0]!.substitutes = ['liaisonMember']));
    const story = responding(basis);
    declines(story, 'sun-yu', 'qian-rong', 'he-zhe', 'wu-kun');
    for (const person of ['zhao-lei', 'xu-na']) accept(story, person);
    declines(story, 'ma-chao');
    story.says('lin-wei', releases(['xu-na']));
    story.passes(8 * HOUR);
    expect(lastCall(story)).toMatchObject({ people: ['xu-na'], back: ['xu-na'], substitutes: ['liaisonMember'] });
  });

  test('and is away then is asked when they are back', () => {
    const story = complete(alone({ 'he-zhe': { away: [{ from: START + HOUR, until: START + 9 * HOUR }] } }));
    story.says('lin-wei', releases(['he-zhe']));
    story.passes(9 * HOUR - 1);
    expect(story.all('freeAgain')).toEqual([]);
    story.passes(1);
    expect(lastCall(story)).toMatchObject({ people: ['he-zhe'] });
  });

  test('is left alone where the team is complete, command goes on without, or the plan has no shifts', () => {
    const withMore = complete();
    accept(withMore, 'wu-kun');
    const accepted = short();
    accepted.says('lin-wei', { type: 'acceptShortage', team: 'tech', reason: 'two will do' });
    const withoutShifts = complete(alone({}, ({ plan }) => delete plan.shifts));
    for (const story of [withMore, accepted, withoutShifts]) {
      if (statusOf(story, 'he-zhe') !== 'released') story.says('lin-wei', releases(['he-zhe']));
      story.passes(24 * HOUR);
      expect(callsOf(story)).toHaveLength(1);
      expect(story.all('freeAgain')).toEqual([]);
    }
  });

  test('is not taken to have come by an answer from before the rest that is forwarded once more', () => {
    const story = responding(alone());
    const answer: Message = {
      actor: { kind: 'person', id: 'he-zhe' },
      via: 'link',
      requestId: 'a',
      type: 'acknowledge',
      person: 'he-zhe',
    };
    story.hears(answer);
    for (const person of ['zhao-lei', 'sun-yu']) accept(story, person);
    declines(story, 'qian-rong', 'wu-kun');
    story.says('lin-wei', releases(['he-zhe']));
    expect(story.hears(answer)).toEqual([]);
    story.passes(8 * HOUR);
    expect(story.hears(answer)).toEqual([]);
    expect(statusOf(story, 'he-zhe')).toBe('called');
  });

  test('is looked for by the rest of the version of now', () => {
    const story = short();
    const basis = alone({}, ({ plan }) => {
      Object.assign(plan, { hash: 'd1'.repeat(32), shifts: { longest: HOUR, rest: HOUR, tell: [] } });
    });
    story.says('lin-wei', { type: 'movePlan', basis, reason: 'shorter shifts' });
    expect(nextWake(story.state)).toBeLessThanOrEqual(START + HOUR);
    story.passes(HOUR);
    expect(lastCall(story)).toMatchObject({ people: ['he-zhe'], back: ['he-zhe'] });
  });
});

describe('a member who was away at the call', () => {
  const withAbsent = () => {
    const story = responding(alone({ 'he-zhe': awayFor(HOUR) }));
    for (const person of ['zhao-lei', 'sun-yu']) accept(story, person);
    declines(story, 'qian-rong', 'wu-kun');
    return story;
  };

  test('is asked on return, while the team is short', () => {
    const story = withAbsent();
    story.passes(HOUR - 1);
    expect(callsOf(story)).toHaveLength(1);
    story.passes(1);
    expect(story.all('freeAgain')).toMatchObject([{ teams: [{ people: ['he-zhe'] }] }]);
    expect(lastCall(story)).toMatchObject({ people: ['he-zhe'], back: ['he-zhe'] });
    accept(story, 'he-zhe');
    expect(quorumOf(story)?.status).toBe('reached');
  });

  test.each(['acknowledge', 'arrive'] as const)('may %s uncalled, and counts', (type) => {
    const story = withAbsent();
    const events = story.says('he-zhe', { type, person: 'he-zhe' });
    expect(events[0]).toMatchObject({ comes: 'uncalled', targets: [{ kind: 'team', id: 'tech' }] });
    expect(told(events)).toMatchObject({ quorumReached: ['chen-jing'] });
    expect(callIn(story.state, 'team/tech', 'he-zhe')).toMatchObject({ dutySince: START, notices: [] });
    story.passes(2 * HOUR);
    expect(callsOf(story)).toHaveLength(1);
    expect(told(story.events)['reminder'] ?? []).not.toContain('he-zhe');
  });

  test('may be seen to be there by whoever leads the team; afterwards they may decline and be released', () => {
    const story = withAbsent();
    const there = { type: 'arrive', person: 'he-zhe' } as const;
    expect(refusalOf(story.says('sun-yu', there))).toMatchObject({ code: 'not_authorised' });
    story.says('zhao-lei', there);
    declines(story, 'he-zhe');
    expect(statusOf(story, 'he-zhe')).toBe('declined');
    arrives(story, 'he-zhe');
    story.says('zhao-lei', releases(['he-zhe']));
    expect(statusOf(story, 'he-zhe')).toBe('released');
  });

  test('has no call to decline', () => {
    expect(refusalOf(declines(withAbsent(), 'he-zhe'))).toMatchObject({ code: 'not_called' });
  });
});

describe('when somebody comes free is reckoned anew', () => {
  /** Nobody of the team is left to ask; the two who stand in are away for nine hours. */
  const standIns = { 'xu-na': awayFor(9 * HOUR), 'ma-chao': awayFor(9 * HOUR) };
  const rule = { team: 'tech', headcount: 3, quorumWithin: 15 * MINUTE } as const;

  test('when the level brings others who stand in', () => {
    const basis = alone(standIns, ({ plan }) => {
      plan.mobilisation = [
        { ...rule, levels: ['L3'] },
        { ...rule, levels: ['L1', 'L2'], substitutes: ['liaisonMember'] },
      ];
    });
    const story = complete(basis);
    declines(story, 'he-zhe');
    story.says('lin-wei', raiseTo('L2'));
    story.passes(9 * HOUR);
    expect(lastCall(story)).toMatchObject({ people: ['xu-na', 'ma-chao'], substitutes: ['liaisonMember'] });
  });

  test('when the category brings others who stand in', () => {
    const basis = alone(standIns, ({ plan }) => {
      plan.mobilisation = [
        { ...rule, levels: ['L3'], categories: ['operation'] },
        { ...rule, levels: ['L3'], categories: ['security'], substitutes: ['liaisonMember'] },
      ];
    });
    const story = complete(basis);
    declines(story, 'he-zhe');
    story.says('lin-wei', { type: 'changeCategory', category: 'security', reason: 'somebody broke in' });
    story.passes(9 * HOUR);
    expect(lastCall(story)).toMatchObject({ people: ['xu-na', 'ma-chao'] });
  });

  test('when the roster says that somebody is back earlier', () => {
    const story = responding(alone({ 'he-zhe': awayFor(9 * HOUR) }));
    for (const person of ['zhao-lei', 'sun-yu']) accept(story, person);
    declines(story, 'qian-rong', 'wu-kun');
    const { holders, people } = story.state.basis;
    const to = { holders, people: { ...people, 'he-zhe': awayFor(2 * HOUR) } };
    const head = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;
    const { plan } = story.state.basis;
    story.hears({ ...head, type: 'peopleChanged', roster: 2, plan: plan.hash, ...differenceOf(story.state.basis, to) });
    story.passes(2 * HOUR);
    expect(lastCall(story)).toMatchObject({ people: ['he-zhe'] });
  });

  test.each(['acknowledge', 'arrive'] as const)('when somebody is back before the rest is over (%s)', (type) => {
    const story = short();
    declines(story, 'zhao-lei');
    story.passes(HOUR);
    story.says('he-zhe', { type, person: 'he-zhe' });
    expect(quorumOf(story)?.status).toBe('missed');
    story.passes(24 * HOUR);
    expect(story.all('freeAgain')).toEqual([]);
  });

  test('not for somebody who was called and is away later', () => {
    const later = { away: [{ from: START + HOUR, until: START + 3 * HOUR }] };
    const story = complete(alone({ 'sun-yu': later }));
    story.passes(2 * HOUR);
    story.says('lin-wei', releases(['he-zhe']));
    story.passes(8 * HOUR - 1);
    expect(story.all('freeAgain')).toEqual([]);
  });

  test.each<[string, number, number, number]>([
    ['an absence that begins later', 20, 30, 8],
    ['an absence that begins as the rest ends', 8, 9, 9],
  ])('with %s', (_, from, until, asked) => {
    const away = { away: [{ from: START + from * HOUR, until: START + until * HOUR }] };
    const story = complete(alone({ 'he-zhe': away }));
    story.says('lin-wei', releases(['he-zhe']));
    story.passes(asked * HOUR - 1);
    expect(callsOf(story)).toHaveLength(1);
    story.passes(1);
    expect(lastCall(story)).toMatchObject({ people: ['he-zhe'] });
  });

  test('for each at their own time', () => {
    const story = short();
    story.passes(HOUR);
    story.says('lin-wei', releases(['sun-yu']));
    story.passes(7 * HOUR);
    expect(story.all('freeAgain')).toMatchObject([{ teams: [{ team: 'tech', people: ['he-zhe'] }] }]);
    story.passes(HOUR);
    expect(story.all('freeAgain').at(-1)).toMatchObject({ teams: [{ team: 'tech', people: ['sun-yu'] }] });
  });
});

test('a call to those who are back names nobody besides them', () => {
  const story = short();
  story.passes(8 * HOUR);
  expect(lastCall(story)).toStrictEqual({
    target: { kind: 'team', id: 'tech' },
    people: ['he-zhe'],
    back: ['he-zhe'],
  });
});

test('a partner who is asked alone is asked without the names of those who were passed over', () => {
  const basis = alone({ 'gao-yang': awayFor(24 * HOUR) }, ({ plan }) => {
    plan.mobilisation[0] = { ...plan.mobilisation[0]!, substitutes: ['pressLead'], partners: ['cloud'] };
  });
  const story = responding(basis);
  declines(story, 'zhao-lei', 'sun-yu', 'qian-rong', 'he-zhe', 'wu-kun');
  expect(lastCall(story)).toMatchObject({ people: [], partners: [{ partner: 'cloud' }] });
  expect(lastCall(story)).not.toHaveProperty('notCalled');
});

describe('whoever has other calls', () => {
  test('comes back by an answer to the call of a post as well: a post is no other team', () => {
    const story = complete(alone({}, ({ holders }) => holders['engineer']!.push('chen-jing')));
    story.says('lin-wei', releases(['chen-jing'], { team: 'tech' }));
    const [event] = arrives(story, 'chen-jing');
    expect(event).toMatchObject({
      comes: 'back',
      targets: [
        { kind: 'post', id: 'deputy' },
        { kind: 'team', id: 'tech' },
      ],
    });
  });

  const withPress = (edit: (basis: Basis) => void = () => undefined) =>
    alone({ 'he-zhe': awayFor(HOUR) }, (basis) => {
      basis.plan.mobilisation[1] = { team: 'publicity', levels: ['L2'] };
      edit(basis);
    });

  test('from a team that was stood down comes uncalled to another all the same', () => {
    const basis = withPress(({ holders, people }) => {
      holders['pressLead'] = ['gao-yang', 'he-zhe'];
      people!['he-zhe'] = { away: [{ from: START - 1, until: START + HOUR }] };
    });
    const story = responding(basis);
    for (const person of ['zhao-lei', 'sun-yu', 'qian-rong']) accept(story, person);
    story.passes(2 * HOUR);
    expect(statusOf(story, 'he-zhe')).toBeUndefined();
    story.says('lin-wei', raiseTo('L2'));
    expect(statusOf(story, 'he-zhe', 'publicity')).toBe('called');
    story.says('lin-wei', { type: 'changeLevel', level: 'L3', reason: 'better' });
    expect(arrives(story, 'he-zhe')[0]).toMatchObject({ comes: 'uncalled', targets: [{ id: 'tech' }] });
  });

  test('or stood in for one that was stood down stands in for another', () => {
    const basis = withPress(({ plan, holders }) => {
      plan.mobilisation[0]!.substitutes = ['liaisonMember'];
      holders['pressLead'] = ['gao-yang', 'xu-na'];
    });
    const story = responding(basis);
    story.says('lin-wei', raiseTo('L2'));
    story.says('lin-wei', { type: 'changeLevel', level: 'L3', reason: 'better' });
    expect(arrives(story, 'xu-na')[0]).toMatchObject({ comes: 'uncalled', targets: [{ id: 'tech' }] });
  });

  test('and was called comes as called', () => {
    const [event] = accept(responding(alone()), 'he-zhe');
    expect(event).not.toHaveProperty('comes');
  });
});

describe('nobody else comes uncalled', () => {
  test('who does not belong to a team that is called', () => {
    const story = responding(alone());
    for (const person of ['gao-yang', 'xu-na', 'stranger'])
      for (const type of ['acknowledge', 'arrive'] as const)
        expect(refusalOf(story.says(person, { type, person }))).toMatchObject({ code: 'not_called' });
  });

  test('but those who may stand in, each for one team: for the first that is not complete', () => {
    const basis = alone({}, ({ plan }) => {
      plan.mobilisation[0]!.substitutes = ['liaisonMember'];
      plan.mobilisation[1] = { team: 'publicity', levels: ['L3'], headcount: 1, substitutes: ['liaisonMember'] };
    });
    const story = complete(basis);
    expect(arrives(story, 'xu-na')[0]).toMatchObject({ comes: 'uncalled', targets: [{ id: 'publicity' }] });
    expect(arrives(story, 'ma-chao')[0]).toMatchObject({ comes: 'uncalled', targets: [{ id: 'tech' }] });
  });

  test('and not those who were called for something else', () => {
    const basis = alone({}, ({ plan }) => (plan.mobilisation[0]!.substitutes = ['deputy']));
    const story = responding(basis);
    arrives(story, 'chen-jing');
    expect(refusalOf(arrives(story, 'chen-jing'))).toMatchObject({ code: 'already_arrived' });
    expect(statusOf(story, 'chen-jing')).toBeUndefined();
  });

  test('nor to one team by the answer to a notice of another', () => {
    const story = responding(
      alone({ 'gao-yang': awayFor(HOUR) }, ({ plan }) => (plan.mobilisation[1]!.levels = ['L1'])),
    );
    story.says('lin-wei', raiseTo('L1'));
    const noticeId = callIn(story.state, 'team/tech', 'he-zhe')!.notices[0]!;
    story.says('he-zhe', { type: 'acknowledge', person: 'he-zhe', noticeId });
    expect(refusalOf(story.says('gao-yang', { type: 'acknowledge', person: 'gao-yang', noticeId }))).toMatchObject({
      code: 'not_called',
    });
  });
});

import { answerComesTo, nextWake } from '../../src/domain/incident/index.js';
import type { Decision, Message } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { HOUR } from '../../src/domain/time.js';
import { callIn } from '../support/calls.js';
import { accept, arrives, declines, delivers, releases, responding as respondingTo } from './mobilisationStory.js';
import { nextVersion } from './nextVersion.js';
import { countedBasis } from './quorumPlan.js';
import { confirmAt, MINUTE, raiseTo, refusalOf, START, Story, told } from './story.js';

/** Nobody counts who comes, so that nothing else falls due. */
const uncounted = (edit: (basis: Basis) => void = () => undefined) =>
  countedBasis((rules, basis) => {
    rules[0] = { team: 'tech', levels: ['L1', 'L2', 'L3'] };
    edit(basis);
  });
const responding = (basis = uncounted(), level = 'L3') => respondingTo(basis, level);
const statusOf = (story: Story, person: string, team = 'tech') => callIn(story.state, `team/${team}`, person)?.status;
const noticeOf = (story: Story, person: string, team: string) =>
  callIn(story.state, `team/${team}`, person)!.notices[0]!;

describe('what an answer comes to', () => {
  const comesTo = (story: Story, person = 'he-zhe', more: { noticeId?: string; eta?: number } = {}) =>
    (['acknowledge', 'decline', 'arrive'] as const).map((type) =>
      answerComesTo(story.state, { type, person, ...more }),
    );

  test.each<[string, (story: Story) => void, string[]]>([
    ['the person was called', () => undefined, ['open', 'open', 'open']],
    ['the person is silent', (story) => story.passes(10 * MINUTE), ['open', 'open', 'open']],
    ['the person comes', (story) => accept(story, 'he-zhe'), ['same', 'open', 'open']],
    ['the person is there', (story) => arrives(story, 'he-zhe'), ['same', 'open', 'same']],
    ['the person declined', (story) => declines(story, 'he-zhe'), ['open', 'same', 'open']],
    ['the person was released', (story) => story.says('lin-wei', releases(['he-zhe'])), ['open', 'other', 'open']],
  ])('is known where %s', (_, happens, expected) => {
    const story = responding();
    happens(story);
    expect(comesTo(story)).toEqual(expected);
  });

  test('is for the incident to say where the person was never called', () => {
    expect(comesTo(responding(), 'xu-na')).toEqual(['other', 'other', 'other']);
  });

  test('is known again with the same time or none, and not with another time', () => {
    const story = responding();
    accept(story, 'he-zhe', START + HOUR);
    const acknowledged = (eta?: number) => comesTo(story, 'he-zhe', eta === undefined ? {} : { eta })[0];
    expect([undefined, START + HOUR, START + 2 * HOUR].map(acknowledged)).toEqual(['same', 'same', 'other']);
  });

  test('is known again only where each of several calls has that time', () => {
    const story = responding(uncounted(({ holders }) => (holders['pressLead'] = ['sun-yu'])));
    accept(story, 'sun-yu', START + HOUR);
    story.says('lin-wei', raiseTo('L1'));
    const noticeId = noticeOf(story, 'sun-yu', 'publicity');
    expect(comesTo(story, 'sun-yu', { noticeId })[0]).toBe('open');
    story.says('sun-yu', { type: 'acknowledge', person: 'sun-yu', noticeId, eta: START + 2 * HOUR });
    expect(comesTo(story, 'sun-yu', { eta: START + HOUR })[0]).toBe('other');
    expect(comesTo(story, 'sun-yu', { noticeId, eta: START + 2 * HOUR })[0]).toBe('same');
  });
});

describe('an answer', () => {
  test('may still come from whoever is silent', () => {
    const story = responding();
    story.passes(10 * MINUTE);
    declines(story, 'he-zhe');
    arrives(story, 'wu-kun');
    expect(['he-zhe', 'wu-kun', 'sun-yu'].map((person) => statusOf(story, person))).toEqual([
      'declined',
      'arrived',
      'silent',
    ]);
  });

  test('changes no time where none was said before', () => {
    expect(accept(responding(), 'he-zhe')[0]).not.toHaveProperty('etaChanged');
  });

  test('may leave a note, unless it is blank', () => {
    const story = responding();
    const arrived = (person: string, note: string) => story.says(person, { type: 'arrive', person, note })[0];
    expect(arrived('he-zhe', 'at the back door')).toMatchObject({ texts: { note: 'at the back door' } });
    expect(arrived('wu-kun', ' ')).not.toHaveProperty('texts');
  });

  test('that somebody is there says nothing new when it comes again', () => {
    const story = responding();
    const message: Message = {
      actor: { kind: 'person', id: 'he-zhe' },
      via: 'link',
      requestId: 'a',
      type: 'arrive',
      person: 'he-zhe',
    };
    story.hears(message);
    declines(story, 'he-zhe');
    expect(story.hears(message)).toEqual([]);
    expect(statusOf(story, 'he-zhe')).toBe('declined');
  });

  test('is known again among the last four', () => {
    const story = responding();
    const answer = (requestId: string, eta: number) =>
      story.says('he-zhe', { type: 'acknowledge', person: 'he-zhe', eta: START + eta }, { requestId });
    ['a', 'b', 'c', 'd', 'e'].forEach((id, i) => answer(id, i * MINUTE));
    expect(callIn(story.state, 'team/tech', 'he-zhe')?.answers).toEqual(['b', 'c', 'd', 'e']);
  });

  test('is refused once the team is stood down, also from whoever declined', () => {
    const story = responding(uncounted(), 'L1');
    declines(story, 'gao-yang');
    story.says('lin-wei', raiseTo('L3'));
    expect(refusalOf(accept(story, 'gao-yang'))).toMatchObject({ code: 'not_called' });
  });

  test('is refused by the notice that it answers, where it answers one', () => {
    const story = responding();
    const answer = (more: { noticeId?: string }) =>
      refusalOf(story.says('he-zhe', { type: 'acknowledge', person: 'he-zhe', ...more }));
    expect(answer({ noticeId: 'n999' })).toMatchObject({ code: 'not_called', found: { noticeId: 'n999' } });
    accept(story, 'he-zhe');
    expect(answer({})?.found).toEqual({});
  });

  test('of whoever was called to a post may come from command, and from no lead', () => {
    const story = responding();
    const forDeputy: Decision = { type: 'decline', person: 'chen-jing', reason: 'on a plane' };
    expect(refusalOf(story.says('zhao-lei', forDeputy))).toMatchObject({
      code: 'not_authorised',
      needed: { posts: ['deputy', 'commander'] },
    });
    expect(story.says('lin-wei', forDeputy)[0]).toMatchObject({ type: 'declined', person: 'chen-jing' });
  });

  test('to the call of a post is no matter for the lead of a team that has the same id', () => {
    const story = new Story(
      {},
      uncounted(({ plan, holders }) => {
        plan.posts.push({ id: 'tech' });
        plan.verification.posts.push('tech');
        holders['tech'] = ['wang-fang'];
      }),
    );
    const forHer: Decision = { type: 'decline', person: 'wang-fang', reason: 'ill' };
    expect(refusalOf(story.says('zhao-lei', forHer))).toMatchObject({ code: 'not_authorised' });
    expect(told(story.says('wang-fang', forHer))).toEqual({ declined: ['lin-wei', 'chen-jing'] });
  });

  test('that the only one who would be told gives is told to the others who may command', () => {
    const story = new Story(
      {},
      uncounted(({ plan }) => (plan.notification.alert.escalateTo = ['commander'])),
    );
    expect(told(declines(story, 'lin-wei'))).toEqual({ declined: ['chen-jing'] });
  });

  test('that changes is waited for once: the others are reminded all the same', () => {
    const story = responding();
    for (const person of ['zhao-lei', 'sun-yu', 'qian-rong']) {
      accept(story, person);
      declines(story, person);
    }
    story.passes(5 * MINUTE);
    expect(story.all('reminded').at(-1)?.calls).toMatchObject([{ people: ['he-zhe', 'wu-kun'] }]);
  });
});

describe('a release', () => {
  test('names only the teams that somebody is released from, and leaves its reason', () => {
    const story = responding(uncounted(), 'L1');
    expect(story.says('lin-wei', releases(['he-zhe']))[0]).toMatchObject({
      calls: [{ target: { kind: 'team', id: 'tech' }, people: ['he-zhe'] }],
      texts: { reason: 'enough' },
    });
    expect(story.state.mobilisation.reason).toBe('enough');
  });

  test('is refused with the people who are not there, and the team where one was named', () => {
    const story = responding();
    const found = (people: string[], team?: string) =>
      refusalOf(story.says('lin-wei', releases(people, team === undefined ? {} : { team })))?.found;
    expect(found(['he-zhe', 'xu-na'])).toEqual({ people: ['xu-na'] });
    expect(found(['he-zhe'], 'publicity')).toEqual({ people: ['he-zhe'], team: 'publicity' });
  });

  test('is refused with the posts that may decide it', () => {
    const story = responding(uncounted(), 'L1');
    const needed = (by: string, more: { team?: string } = {}) =>
      refusalOf(story.says(by, releases(['he-zhe'], more)))?.needed;
    expect(needed('sun-yu')).toEqual({ posts: ['techLead', 'deputy', 'commander'] });
    expect(needed('sun-yu', { team: 'publicity' })).toEqual({ posts: ['pressLead', 'deputy', 'commander'] });
    // Who leads another team has no say here.
    expect(needed('gao-yang')).toEqual({ posts: ['techLead', 'deputy', 'commander'] });
  });

  test('needs a reason that is more than blanks', () => {
    const events = responding().says('lin-wei', releases(['he-zhe'], { reason: ' ' }));
    expect(refusalOf(events)).toMatchObject({ code: 'reason_required' });
  });
});

describe('a stand-down', () => {
  test('is told to the silent too, and not to whoever declined', () => {
    const story = responding(
      uncounted(({ holders }) => (holders['pressLead'] = ['gao-yang', 'ma-chao', 'xu-na'])),
      'L1',
    );
    declines(story, 'gao-yang');
    story.passes(10 * MINUTE);
    accept(story, 'xu-na');
    const events = story.says('lin-wei', raiseTo('L3'));
    expect(events.filter(({ type }) => type === 'stoodDown')).toMatchObject([
      { why: 'levelChanged', calls: [{ target: { id: 'publicity' }, people: ['ma-chao', 'xu-na'] }] },
    ]);
    expect(['gao-yang', 'ma-chao', 'xu-na'].map((person) => statusOf(story, person, 'publicity'))).toEqual([
      'declined',
      'stoodDown',
      'stoodDown',
    ]);
  });
});

test('a call is undelivered when a notice of its own did not arrive, not when another did not', () => {
  const story = responding();
  const fails = (template: string) => {
    delivers(story, template, { unreachable: [{ person: 'zhao-lei', code: 'no_address' }] });
    return callIn(story.state, 'team/tech', 'zhao-lei')?.undelivered;
  };
  // The lead is told of it.
  declines(story, 'he-zhe');
  expect(fails('declined')).toBeUndefined();
  expect(fails('call')).toBe('no_address');
});

describe('relief', () => {
  const due = (story: Story) => story.all('reliefDue').map(({ at, people }) => [(at - START) / MINUTE, people]);

  test('counts from the acceptance, or from the arrival of whoever had not answered', () => {
    const story = responding();
    accept(story, 'he-zhe');
    story.passes(2 * HOUR);
    arrives(story, 'he-zhe');
    arrives(story, 'wu-kun');
    story.passes(12 * HOUR);
    expect(due(story)).toEqual([
      [12 * 60, ['he-zhe']],
      [13 * 60, ['he-zhe']],
      [14 * 60, ['he-zhe', 'wu-kun']],
    ]);
  });

  test('is told of each at their own time, where they came a while after each other', () => {
    const story = responding();
    accept(story, 'he-zhe');
    story.passes(20 * MINUTE);
    accept(story, 'wu-kun');
    story.passes(13 * HOUR);
    expect(due(story)).toEqual([
      [720, ['he-zhe']],
      [740, ['wu-kun']],
      [780, ['he-zhe']],
      [800, ['wu-kun']],
    ]);
  });

  test('is due in one team while nobody came to another', () => {
    const story = responding(uncounted(), 'L1');
    accept(story, 'he-zhe');
    story.passes(12 * HOUR);
    expect(due(story)).toEqual([[720, ['he-zhe']]]);
  });

  test.each<[string, (story: Story) => unknown]>([
    ['is there', (story) => arrives(story, 'he-zhe')],
    ['says another time', (story) => accept(story, 'he-zhe', START + 13 * HOUR)],
  ])('that was told is told again an hour later, also when the person %s and another leaves', (_, answers) => {
    const story = responding();
    for (const person of ['he-zhe', 'wu-kun']) accept(story, person);
    story.passes(12 * HOUR);
    story.passes(10 * MINUTE);
    answers(story);
    story.says('lin-wei', releases(['wu-kun']));
    story.passes(HOUR);
    expect(due(story)).toEqual([
      [720, ['he-zhe', 'wu-kun']],
      [780, ['he-zhe']],
    ]);
  });

  test('counts in each team from the coming to it, whatever was told for another', () => {
    const story = responding(uncounted(({ holders }) => (holders['pressLead'] = ['sun-yu'])));
    accept(story, 'sun-yu');
    story.says('lin-wei', raiseTo('L1'));
    story.passes(12 * HOUR + 10 * MINUTE);
    arrives(story, 'sun-yu');
    story.says('lin-wei', releases(['sun-yu'], { team: 'tech' }));
    story.passes(12 * HOUR);
    expect(due(story)).toEqual([
      [720, ['sun-yu']],
      [1450, ['sun-yu']],
    ]);
  });

  test('goes to whoever commands where lead and plan name nobody who is there', () => {
    const story = responding(uncounted(({ holders }) => Object.assign(holders, { techLead: [], duty: [] })));
    accept(story, 'he-zhe');
    story.passes(12 * HOUR);
    expect(story.all('reliefDue')).toMatchObject([{ tell: ['lin-wei'] }]);
  });

  test('is due by the limit of the plan that is in force', () => {
    const story = responding();
    accept(story, 'he-zhe');
    const { hash, version } = nextVersion().plan;
    const basis = uncounted(({ plan }) =>
      Object.assign(plan, { hash, version, shifts: { ...plan.shifts, longest: HOUR } }),
    );
    story.says('lin-wei', { type: 'movePlan', basis, reason: 'it gets long' });
    story.passes(HOUR);
    expect(due(story)).toEqual([[60, ['he-zhe']]]);
  });

  test('is for teams: nobody is relieved of a post', () => {
    const story = responding();
    for (const person of ['chen-jing', 'he-zhe']) accept(story, person);
    const reliefAt = (key: string) => story.state.mobilisation.bodies[key]?.reliefAt;
    expect([reliefAt('team/tech'), reliefAt('post/deputy')]).toEqual([START + 12 * HOUR, undefined]);
    story.says('lin-wei', releases(['he-zhe']));
    expect(reliefAt('post/deputy')).toBeUndefined();
  });

  test('is waited for no more once nobody is on duty', () => {
    const story = responding();
    story.passes(HOUR);
    expect(nextWake(story.state)).toBeUndefined();
    accept(story, 'he-zhe');
    expect(nextWake(story.state)).toBe(START + 13 * HOUR);
    story.says('lin-wei', releases(['he-zhe']));
    expect(nextWake(story.state)).toBeUndefined();
  });

  test('is waited for no more once the only one declines, also where nobody was called but the team', () => {
    const story = new Story(
      {},
      uncounted(({ plan }) => (plan.verification.posts = [])),
    );
    story.says('wang-fang', confirmAt('L3'));
    expect(Object.keys(story.state.mobilisation.bodies)).toEqual(['team/tech']);
    story.passes(HOUR);
    accept(story, 'he-zhe');
    declines(story, 'he-zhe');
    expect(nextWake(story.state)).toBeUndefined();
  });
});

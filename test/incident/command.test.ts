import type { Basis } from '../../src/domain/plan/compiled.js';
import type { Decision } from '../../src/domain/incident/index.js';
import { fold, open } from '../../src/domain/incident/index.js';
import { BASIS, confirmAt, MINUTE, raiseTo, refusalOf, REPORT, START, Story, told } from './story.js';

/** Two people in the commander's post, two in the deputy's; check-ins each 30 minutes at level 1, each hour below. */
function basis(): Basis {
  const copy = structuredClone(BASIS);
  copy.holders = { ...copy.holders, commander: ['lin-wei', 'tan-si'], deputy: ['chen-jing', 'ren-yi'] };
  copy.plan.command.checkIn = [
    { levels: ['L1'], every: 30 * MINUTE },
    { levels: ['L2', 'L3'], every: 60 * MINUTE },
  ];
  return copy;
}
const away = (...people: string[]) => {
  const copy = basis();
  copy.people = Object.fromEntries(
    people.map((id) => [id, { away: [{ from: START - 1, until: START + 600 * MINUTE }] }]),
  );
  return copy;
};
const responding = (level = 'L1') => {
  const story = new Story({}, basis());
  story.says('lin-wei', confirmAt(level));
  return story;
};
const offer = (to: string): Decision => ({
  type: 'handOver',
  action: 'offer',
  to,
  brief: { situation: 'region one is down', objectives: 'fail over' },
});
const accept: Decision = { type: 'handOver', action: 'accept' };
const inCommand = (story: Story) => story.state.command.posts['commander'];

describe('the posts of command at the opening', () => {
  test('go to the first holder of each', () => {
    expect(new Story({}, basis()).state.command.posts).toEqual({ commander: 'lin-wei', deputy: 'chen-jing' });
  });

  test('pass over whoever is away, on the record', () => {
    const story = new Story({}, away('lin-wei', 'chen-jing'));
    expect(story.state.command.posts).toEqual({ commander: 'tan-si', deputy: 'ren-yi' });
    expect(story.all('postFilled')[0]).toMatchObject({ passedOver: [{ person: 'lin-wei', why: 'away' }] });
    expect(told(story.events)['alert']).toEqual(['tan-si', 'ren-yi']);
  });

  test('go to whoever is back: an absence that is over counts for nothing', () => {
    const copy = basis();
    copy.people = { 'lin-wei': { away: [{ from: START - 10, until: START }] } };
    expect(new Story({}, copy).state.command.posts['commander']).toBe('lin-wei');
  });

  test('pass over whoever commands another live incident', () => {
    const by = { actor: { kind: 'person', id: 'sun-yu' }, via: 'api', requestId: 'r0' } as const;
    const state = fold(basis(), open(REPORT, basis(), by, START, ['lin-wei']));
    expect(state.command.posts['commander']).toBe('tan-si');
  });

  test('a deputy commands when nobody of the post itself can, and another one is deputy then', () => {
    const story = new Story({}, away('lin-wei', 'tan-si'));
    expect(story.state.command.posts).toEqual({ commander: 'chen-jing', deputy: 'ren-yi' });
    expect(story.says('chen-jing', confirmAt('L1')).map(({ type }) => type)).toContain('activated');
  });

  test('are not left empty when everybody is away', () => {
    const story = new Story({}, away('lin-wei', 'tan-si', 'chen-jing', 'ren-yi'));
    expect(story.state.command.posts).toEqual({ commander: 'lin-wei', deputy: 'chen-jing' });
  });
});

describe('a handover', () => {
  test('changes nothing until it is accepted; then the one relieved and everybody concerned is told', () => {
    const story = responding();
    expect(told(story.says('lin-wei', offer('chen-jing')))).toEqual({ handoverOffered: ['chen-jing'] });
    expect(inCommand(story)).toBe('lin-wei');
    const events = story.says('chen-jing', accept);
    expect(story.state.command.posts).toEqual({ commander: 'chen-jing', deputy: 'ren-yi' });
    expect(told(events)).toMatchObject({ commandTaken: ['chen-jing'], relieved: ['lin-wei'] });
    expect(told(events)['commandPassed']).toEqual(['zhao-lei', 'zhou-min', 'gao-yang']);
    expect(told(events)['postTaken']).toEqual(['ren-yi']);
    expect(refusalOf(story.says('lin-wei', raiseTo('L2')))).toMatchObject({ code: 'not_authorised' });
  });

  test('is declined with a reason, which goes back to whoever offered', () => {
    const story = responding();
    story.says('lin-wei', offer('chen-jing'));
    const declined = { type: 'handOver', action: 'decline', reason: 'on a plane' } as const;
    expect(refusalOf(story.says('ren-yi', declined))).toMatchObject({ code: 'handover_to_other' });
    expect(told(story.says('chen-jing', declined))).toEqual({ handoverAnswered: ['lin-wei'] });
    expect(refusalOf(story.says('chen-jing', accept))).toMatchObject({ code: 'no_handover' });
    expect(inCommand(story)).toBe('lin-wei');
  });

  test('is withdrawn by whoever commands', () => {
    const story = responding();
    story.says('lin-wei', offer('chen-jing'));
    expect(refusalOf(story.says('lin-wei', offer('tan-si')))).toMatchObject({ code: 'handover_open' });
    story.says('lin-wei', { type: 'handOver', action: 'withdraw', reason: 'stays' });
    expect(refusalOf(story.says('chen-jing', accept))).toMatchObject({ code: 'no_handover' });
  });

  test.each<[string, string, Decision, string]>([
    ['by somebody else', 'chen-jing', offer('ren-yi'), 'not_authorised'],
    ['to somebody who holds no post of command', 'lin-wei', offer('sun-yu'), 'cannot_command'],
    ['to oneself', 'lin-wei', offer('lin-wei'), 'cannot_command'],
    [
      'without a brief',
      'lin-wei',
      { type: 'handOver', action: 'offer', to: 'chen-jing', brief: { situation: ' ', objectives: 'x' } },
      'brief_required',
    ],
  ])('is refused %s', (_, who, decision, code) => {
    expect(refusalOf(responding().says(who, decision))).toMatchObject({ code });
  });
});

describe('check-in', () => {
  test('is asked for at the interval of the level, then the deputies are asked in their order', () => {
    const story = responding('L1');
    expect(told(story.passes(30 * MINUTE))['checkInDue']).toEqual(['lin-wei']);
    // The wait is that of an alert before it is repeated.
    expect(told(story.passes(2 * MINUTE))['commandAsked']).toEqual(['chen-jing']);
    expect(told(story.passes(2 * MINUTE))['commandAsked']).toEqual(['tan-si']);
    expect(told(story.passes(2 * MINUTE))['commandAsked']).toEqual(['ren-yi']);
    const unanswered = told(story.passes(2 * MINUTE))['commandUnanswered'];
    expect(unanswered).toEqual(['lin-wei', 'chen-jing', 'tan-si', 'ren-yi']);
    // And the round begins again.
    expect(told(story.passes(5 * MINUTE))['commandAsked']).toEqual(['chen-jing']);
  });

  test('the first of those asked to accept takes over, and the one relieved is told', () => {
    const story = responding('L1');
    story.passes(34 * MINUTE);
    expect(refusalOf(story.says('ren-yi', { type: 'takeCommand' }))).toMatchObject({ code: 'not_asked' });
    const events = story.says('tan-si', { type: 'takeCommand' });
    expect(events[0]).toMatchObject({ type: 'commandPassed', from: 'lin-wei', to: 'tan-si', why: 'silence' });
    expect(told(events)).toMatchObject({ commandTaken: ['tan-si'], relieved: ['lin-wei'] });
    expect(told(events)['commandPassed']).toContain('chen-jing');
    expect(inCommand(story)).toBe('tan-si');
    expect(refusalOf(story.says('chen-jing', { type: 'takeCommand' }))).toMatchObject({ code: 'not_asked' });
    // The interval begins anew with the new commander.
    expect(story.state.checkIn.next).toEqual({ step: 'remind', at: story.at + 30 * MINUTE });
  });

  test('whoever was asked in a round that ended may still take over', () => {
    const story = responding('L1');
    story.passes(38 * MINUTE);
    story.says('chen-jing', { type: 'takeCommand' });
    expect(inCommand(story)).toBe('chen-jing');
  });

  test.each<[string, (story: Story) => void]>([
    ['a check-in', (story) => story.says('lin-wei', { type: 'checkIn' })],
    ['any decision', (story) => story.says('lin-wei', raiseTo('L2'))],
    ['an acknowledgement', (story) => story.says('lin-wei', { type: 'acknowledge', person: 'lin-wei' })],
  ])('%s of whoever commands is a sign of life', (_, act) => {
    const story = responding('L1');
    story.passes(29 * MINUTE);
    act(story);
    expect(story.state.checkIn.next?.step).toBe('remind');
    expect(story.state.checkIn.next?.at).toBeGreaterThanOrEqual(story.at + 30 * MINUTE);
  });

  test('those who were asked hear that they need not take over', () => {
    const story = responding('L1');
    story.passes(34 * MINUTE);
    const events = story.says('lin-wei', raiseTo('L2'));
    expect(told(events)['commandHeld']).toEqual(['chen-jing', 'tan-si']);
    expect(refusalOf(story.says('chen-jing', { type: 'takeCommand' }))).toMatchObject({ code: 'not_asked' });
  });

  test('a refused decision changes nothing, not even this', () => {
    const story = responding('L1');
    story.passes(29 * MINUTE);
    const before = story.state.checkIn;
    story.says('lin-wei', raiseTo('nope'));
    expect(story.state.checkIn).toEqual(before);
  });

  test('a decision of somebody else is none', () => {
    const story = responding('L1');
    story.passes(29 * MINUTE);
    story.says('chen-jing', { type: 'acknowledge', person: 'chen-jing' });
    expect(told(story.passes(MINUTE))['checkInDue']).toEqual(['lin-wei']);
  });

  test('whoever is away is asked last', () => {
    const story = new Story({}, away('chen-jing'));
    story.says('lin-wei', confirmAt('L1'));
    story.passes(32 * MINUTE);
    expect(story.state.checkIn.asked).toEqual(['ren-yi']);
  });

  test('is only for whoever commands, and only while the response runs', () => {
    const story = new Story({}, basis());
    expect(refusalOf(story.says('lin-wei', { type: 'checkIn' }))).toMatchObject({ code: 'wrong_phase' });
    story.says('lin-wei', confirmAt('L2'));
    expect(refusalOf(story.says('chen-jing', { type: 'checkIn' }))).toMatchObject({ code: 'not_authorised' });
  });
});

test('a version of the plan that asks for check-ins begins to wait for them when the incident moves to it', () => {
  const story = new Story();
  story.says('lin-wei', confirmAt('L3'));
  const next = basis();
  next.plan.hash = 'e1'.repeat(32);
  story.says('lin-wei', { type: 'movePlan', basis: next, reason: 'better' });
  expect(told(story.passes(60 * MINUTE))['checkInDue']).toEqual(['lin-wei']);
});

import type { Decision } from '../../src/domain/incident/index.js';
import { confirmAt, confirmEnd, MINUTE, propose, raiseTo, refusalOf, START, Story, told } from './story.js';
import { nextVersion } from './nextVersion.js';

const brief = { situation: 'region one is down', objectives: 'fail over' };
const offer = (more: object = {}): Decision => ({
  type: 'handOver',
  action: 'offer',
  to: 'chen-jing',
  brief,
  ...more,
});
const accept: Decision = { type: 'handOver', action: 'accept' };
const decline = (reason = 'on a plane'): Decision => ({ type: 'handOver', action: 'decline', reason });
const withdraw = (reason = 'stays'): Decision => ({ type: 'handOver', action: 'withdraw', reason });
const offered = () => {
  const story = new Story();
  story.says('lin-wei', confirmAt('L3'));
  story.says('lin-wei', offer());
  return story;
};
const inCommand = (story: Story) => story.state.command.posts['commander'];

describe('a handover', () => {
  test('is accepted by nobody but the one to whom it is offered', () => {
    const story = offered();
    expect(refusalOf(story.says('zhao-lei', accept))).toMatchObject({
      code: 'handover_to_other',
      needed: { person: 'chen-jing' },
    });
    expect(refusalOf(story.says('zhao-lei', decline()))).toMatchObject({ needed: { person: 'chen-jing' } });
    expect(inCommand(story)).toBe('lin-wei');
    story.says('chen-jing', accept);
    expect(story.all('commandPassed')).toMatchObject([{ from: 'lin-wei', to: 'chen-jing', why: 'handover' }]);
  });

  test('is not answered by a program that has the name of a person', () => {
    const story = offered();
    const program = { actor: { kind: 'integration', id: 'chen-jing' } } as const;
    for (const decision of [accept, decline()]) {
      expect(refusalOf(story.says('', decision, program))).toMatchObject({ code: 'handover_to_other' });
    }
  });

  test('carries the brief, on the record and to whoever is to take over', () => {
    const story = offered();
    expect(story.all('handoverOffered')[0]).toMatchObject({ texts: brief, authority: 'commander' });
    expect(story.state.command.offer).toMatchObject({ brief });
  });

  test.each<[string, Decision]>([
    ['the objectives', offer({ brief: { ...brief, objectives: ' ' } })],
    ['the situation', offer({ brief: { ...brief, situation: '' } })],
  ])('is not offered without %s', (_, decision) => {
    const story = new Story();
    expect(refusalOf(story.says('lin-wei', decision))).toMatchObject({ code: 'brief_required' });
  });

  test('to somebody who may not command names those who may', () => {
    const story = new Story();
    expect(refusalOf(story.says('lin-wei', offer({ to: 'sun-yu' })))).toMatchObject({
      found: { person: 'sun-yu' },
      needed: { people: ['chen-jing'] },
    });
  });

  test('that is open names the one who has to answer it', () => {
    expect(refusalOf(offered().says('lin-wei', offer()))).toMatchObject({ found: { to: 'chen-jing' } });
  });

  test('is declined with a reason that stays on the record', () => {
    const story = offered();
    for (const reason of ['', ' ']) {
      expect(refusalOf(story.says('chen-jing', decline(reason)))).toMatchObject({ code: 'reason_required' });
    }
    story.says('chen-jing', decline());
    expect(story.all('handoverDeclined')[0]).toMatchObject({ texts: { reason: 'on a plane' } });
    expect(refusalOf(story.says('chen-jing', decline()))).toMatchObject({ code: 'no_handover' });
  });

  test('is withdrawn with a reason, by whoever commands only; the other one hears of it', () => {
    const story = offered();
    expect(refusalOf(story.says('zhao-lei', withdraw()))).toMatchObject({ code: 'not_authorised' });
    for (const reason of ['', ' ']) {
      expect(refusalOf(story.says('lin-wei', withdraw(reason)))).toMatchObject({ code: 'reason_required' });
    }
    const events = story.says('lin-wei', withdraw());
    expect(events[0]).toMatchObject({ type: 'handoverWithdrawn', texts: { reason: 'stays' } });
    expect(told(events)).toEqual({ handoverAnswered: ['chen-jing'] });
    expect(story.state.command).toEqual({
      engaged: [],
      posts: { commander: 'lin-wei', deputy: 'chen-jing' },
      reason: 'stays',
    });
    expect(refusalOf(story.says('lin-wei', withdraw()))).toMatchObject({ code: 'no_handover' });
    expect(refusalOf(story.says('lin-wei', offer()))).toBeUndefined();
  });

  describe('that is not answered', () => {
    const { remindAfter, escalateAfter } = new Story().state.basis.plan.notification.alert;
    const of = (story: Story, type: string) => story.events.filter((event) => event.type === type);
    /** Whom its notices reach within this time, besides those about other things. */
    const toldWithin = (story: Story, ms: number) => {
      const { handoverOffered, handoverUnanswered } = told(story.passes(ms));
      return { handoverOffered, handoverUnanswered };
    };

    test('is asked again, then told to whoever offered it, each once; it stays open', () => {
      const story = offered();
      expect(toldWithin(story, remindAfter - 1)).toEqual({});
      expect(toldWithin(story, 1)).toEqual({ handoverOffered: ['chen-jing'] });
      expect(toldWithin(story, escalateAfter - 1)).toEqual({});
      expect(toldWithin(story, 1)).toEqual({ handoverUnanswered: ['lin-wei'] });
      expect(story.state.command.offer).toMatchObject({ to: 'chen-jing', brief });
      story.says('lin-wei', { type: 'checkIn' });
      expect(toldWithin(story, 3 * (remindAfter + escalateAfter))).toEqual({});
      story.says('chen-jing', accept);
      expect(inCommand(story)).toBe('chen-jing');
    });

    test.each<[string, string, Decision]>([
      ['accepted', 'chen-jing', accept],
      ['declined', 'chen-jing', decline()],
      ['withdrawn', 'lin-wei', withdraw()],
    ])('nothing more is said once it is %s', (_, person, decision) => {
      const story = offered();
      story.passes(remindAfter);
      story.says(person, decision);
      story.passes(2 * escalateAfter);
      expect(of(story, 'handoverUnanswered')).toEqual([]);
    });

    test('is asked again after the end as well, and no more once it is closed', () => {
      const story = offered();
      story.says('zhao-lei', propose(['serviceRestored', 'causeControlled', 'noFurtherHarm']));
      story.says('lin-wei', confirmEnd);
      story.delivers();
      story.passes(remindAfter);
      expect(of(story, 'handoverReminded')).toHaveLength(1);
      story.says('lin-wei', { type: 'close', reason: 'nothing is left to do' });
      expect(story.state.phase).toBe('closed');
      story.passes(2 * escalateAfter);
      expect(of(story, 'handoverUnanswered')).toEqual([]);
    });
  });

  test('is possible before anything is decided, and until it is closed', () => {
    const story = new Story();
    expect(refusalOf(story.says('lin-wei', offer()))).toBeUndefined();
    story.says('lin-wei', withdraw());
    story.says('lin-wei', { type: 'verify', outcome: 'standby', reason: 'unclear' });
    expect(refusalOf(story.says('lin-wei', offer()))).toBeUndefined();
    story.says('lin-wei', withdraw());
    story.says('lin-wei', confirmAt('L3'));
    story.says('zhao-lei', propose(['serviceRestored', 'causeControlled', 'noFurtherHarm']));
    story.says('lin-wei', confirmEnd);
    expect(story.state.phase).toBe('aftermath');
    expect(refusalOf(story.says('lin-wei', offer()))).toBeUndefined();
    story.says('chen-jing', accept);
    expect(inCommand(story)).toBe('chen-jing');
  });
});

test('a post of command that another version of the plan adds is filled when it comes into use', () => {
  const story = new Story();
  const next = nextVersion(({ plan }) => (plan.command.deputies = ['deputy', 'duty']));
  story.says('lin-wei', { type: 'movePlan', basis: next, reason: 'night shift' });
  expect(story.state.command.posts).toEqual({ commander: 'lin-wei', deputy: 'chen-jing', duty: 'wang-fang' });
  story.says('chen-jing', raiseTo('L3'));
  expect(story.all('postFilled').at(-1)).not.toHaveProperty('passedOver');
});

test('whoever takes over leaves the other posts of command as they were, whoever is back meanwhile', () => {
  const basis = nextVersion(({ plan, holders }) => {
    plan.command.deputies = ['deputy', 'duty'];
    holders['deputy'] = ['chen-jing', 'ren-yi'];
  });
  basis.people = { 'chen-jing': { away: [{ from: START, until: START + 10 * MINUTE }] } };
  const story = new Story({}, basis);
  story.passes(20 * MINUTE);
  story.says('lin-wei', offer({ to: 'wang-fang' }));
  story.says('wang-fang', accept);
  expect(story.state.command.posts).toEqual({ commander: 'wang-fang', deputy: 'ren-yi' });
});

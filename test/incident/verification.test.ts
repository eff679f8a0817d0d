import { decisionLog, fold } from '../../src/domain/incident/index.js';
import type { CompiledPlan } from '../../src/domain/plan/compiled.js';
import { nextVersion } from './nextVersion.js';
import { BASIS, confirmAt, confirmEnd, MINUTE, propose, raiseTo, refusalOf, START, Story, told } from './story.js';

/** The sample plan with a time box of 30 minutes, and what the plan says at its end. */
function boxed(change: (rule: CompiledPlan['verification']) => void = () => undefined): typeof BASIS {
  const basis = structuredClone(BASIS);
  const rule = basis.plan.verification;
  rule.timeBox = [{ categories: ['security'], within: 10 * MINUTE }, { within: 30 * MINUTE }];
  rule.onTimeout = { do: 'treatAsReal', provisionalLevel: 'L2' };
  change(rule);
  return basis;
}

describe('the time box', () => {
  test('reminds at half of it, asks the deputies at its end, and then treats the report as real', () => {
    const story = new Story({}, boxed());
    expect(told(story.passes(15 * MINUTE - 1))['verificationReminder']).toBeUndefined();
    const half = story.passes(1);
    expect(told(half)['verificationReminder']).toEqual(['lin-wei', 'chen-jing']);
    expect(story.all('verificationReminded')[0]).toMatchObject({ by: START + 30 * MINUTE });

    const end = story.passes(15 * MINUTE);
    expect(told(end)['verificationOverdue']).toEqual(['chen-jing']);
    expect(story.all('verificationOverdue')[0]).toMatchObject({ then: 'treatAsReal', thenAt: START + 32 * MINUTE });
    expect(story.state.phase).toBe('reported');

    const timeout = story.passes(2 * MINUTE);
    expect(story.all('treatedAsReal')[0]).toMatchObject({ why: 'timeBox', level: 'L2', incidentLevel: 'serious' });
    expect(story.state).toMatchObject({ phase: 'responding', verification: { outcome: 'provisional' } });
    expect(told(timeout)['treatedAsReal']).toEqual(['lin-wei', 'chen-jing', 'sun-yu']);
    expect(told(timeout)['call']).toContain('zhao-lei');
  });

  test('is the one of its category', () => {
    const story = new Story({ category: 'security' }, boxed());
    story.passes(12 * MINUTE);
    expect(story.state.phase).toBe('responding');
  });

  test('starts at what the criteria propose where they propose something', () => {
    const story = new Story({ facts: { dataLost: true } }, boxed());
    story.passes(32 * MINUTE);
    expect(story.state.grading).toMatchObject({ level: 'L1', incidentLevel: 'critical' });
  });

  test('without a deputy in office asks those who may verify', () => {
    const basis = boxed();
    basis.holders = { ...basis.holders, deputy: [] };
    const story = new Story({}, basis);
    expect(told(story.passes(30 * MINUTE))['verificationOverdue']).toEqual(['lin-wei']);
  });

  test('ends with a decision: nothing of it happens any more', () => {
    const story = new Story({}, boxed());
    story.says('lin-wei', confirmAt('L3'));
    const later = told(story.passes(120 * MINUTE));
    expect(Object.keys(later).filter((template) => /verif|treated/i.test(template))).toEqual([]);
  });

  test('may tell more people instead, again and again at a bounded rate', () => {
    const story = new Story(
      {},
      boxed((rule) => (rule.onTimeout = { do: 'escalate', escalateTo: ['pressLead'] })),
    );
    expect(told(story.passes(32 * MINUTE))['verificationEscalated']).toEqual(['lin-wei', 'chen-jing', 'gao-yang']);
    expect(story.state.phase).toBe('reported');
    story.passes(60 * MINUTE);
    // Each 10 minutes: as long as a round of reminders takes.
    expect(story.all('verificationEscalated')).toHaveLength(7);
  });

  test('without a rule for its end goes on reminding', () => {
    const story = new Story(
      {},
      boxed((rule) => delete rule.onTimeout),
    );
    story.passes(30 * MINUTE);
    expect(story.all('verificationOverdue')[0]).not.toHaveProperty('then');
    expect(told(story.passes(5 * MINUTE))['verificationReminder']).toEqual(['lin-wei', 'chen-jing']);
  });
});

describe('a report that is only treated as real', () => {
  const started = (change?: (rule: CompiledPlan['verification']) => void) => {
    const story = new Story({}, boxed(change));
    story.passes(32 * MINUTE);
    return story;
  };

  test('goes on pressing for a decision', () => {
    const story = started();
    expect(told(story.passes(5 * MINUTE))['verificationReminder']).toEqual(['lin-wei', 'chen-jing']);
  });

  test('is confirmed at the level at which it runs: nobody is called again', () => {
    const story = started();
    const events = story.says('chen-jing', { type: 'verify', outcome: 'confirmed', reason: 'seen' });
    expect(events.map(({ type }) => type)).toEqual(['confirmed']);
    expect(story.state).toMatchObject({ grading: { level: 'L2' }, verification: { outcome: 'confirmed' } });
  });

  test('is confirmed at another level: only the difference is called', () => {
    const story = started();
    const events = story.says('lin-wei', confirmAt('L1'));
    expect(told(events)['call']).toEqual(['gao-yang']);
    expect(story.state.grading.level).toBe('L1');
  });

  test('is confirmed at a milder level only by those who may lower the one at which it runs', () => {
    const story = started();
    expect(refusalOf(story.says('wang-fang', confirmAt('L3')))).toMatchObject({
      code: 'not_authorised',
      needed: { posts: ['commander', 'deputy'] },
    });
    story.says('chen-jing', confirmAt('L3'));
    expect(story.state).toMatchObject({ grading: { level: 'L3' }, verification: { outcome: 'confirmed' } });
  });

  test('is rejected: everybody is told, and it is over', () => {
    const story = started();
    const events = story.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test' });
    expect(events[0]).toMatchObject({ type: 'rejected', from: 'responding' });
    expect(told(events)['rejected']).toEqual(expect.arrayContaining(['zhao-lei', 'zhou-min', 'sun-yu']));
    expect(story.state.phase).toBe('rejected');
    expect(story.passes(240 * MINUTE).filter(({ type }) => type !== 'noticeRetried')).toEqual([]);
  });

  test('cannot be put on standby', () => {
    const story = started();
    const events = story.says('lin-wei', { type: 'verify', outcome: 'standby', reason: 'wait' });
    expect(refusalOf(events)).toMatchObject({ code: 'wrong_phase' });
  });

  test('is over when its response ends: nobody is asked to verify it any more, and nobody can', () => {
    const story = started();
    story.says('chen-jing', propose(['serviceRestored', 'causeControlled', 'noFurtherHarm']));
    story.says('lin-wei', confirmEnd);
    for (const outcome of ['confirmed', 'rejected'] as const) {
      const events = story.says('lin-wei', { type: 'verify', outcome, reason: 'seen' });
      expect(refusalOf(events)).toMatchObject({ code: 'wrong_phase', found: { phase: 'aftermath' } });
    }
    expect(told(story.passes(240 * MINUTE))['verificationReminder']).toBeUndefined();
    expect(story.state.phase).toBe('aftermath');
  });

  test('is not decided on twice', () => {
    const story = started();
    story.says('lin-wei', confirmAt('L2'));
    expect(refusalOf(story.says('chen-jing', confirmAt('L2')))).toMatchObject({ code: 'wrong_phase' });
  });
});

describe('levels that start by themselves', () => {
  const automatic = boxed((rule) => (rule.automatic = ['L1']));

  test('start with the report when the criteria propose them', () => {
    const story = new Story({ facts: { dataLost: true } }, automatic);
    expect(story.events.map(({ type }) => type)).toContain('activated');
    expect(story.all('treatedAsReal')[0]).toMatchObject({ why: 'automatic', level: 'L1' });
    expect(told(story.events)['call']).toContain('gao-yang');
  });

  test('wait for a person when the criteria propose another', () => {
    const story = new Story({ facts: { usersAffected: 5_000 } }, automatic);
    expect(story.state.phase).toBe('reported');
  });
});

describe('standby', () => {
  const standingBy = () => {
    const story = new Story(
      {},
      boxed((rule) => (rule.standby = { teams: ['tech'], reverifyAfter: 60 * MINUTE })),
    );
    const events = story.says('lin-wei', { type: 'verify', outcome: 'standby', reason: 'odd, not clear' });
    return { story, events };
  };

  test('forewarns the teams of the plan without calling them', () => {
    const { story, events } = standingBy();
    expect(told(events)).toEqual({
      standby: ['lin-wei', 'chen-jing'],
      forewarned: ['zhao-lei', 'sun-yu', 'qian-rong', 'he-zhe', 'wu-kun'],
    });
    expect(Object.keys(story.state.mobilisation.bodies)).toEqual(['post/commander', 'post/deputy']);
  });

  test('is decided on again when the plan says so, and pressed for from then on', () => {
    const { story } = standingBy();
    expect(told(story.passes(60 * MINUTE - 1))['verificationReminder']).toBeUndefined();
    expect(told(story.passes(1))['verificationReminder']).toEqual(['lin-wei', 'chen-jing']);
    expect(told(story.passes(5 * MINUTE))['verificationReminder']).toEqual(['lin-wei', 'chen-jing']);
  });

  describe('that is declared again is prolonged', () => {
    const again = { type: 'verify', outcome: 'standby', reason: 'still not clear' } as const;

    test('with a reason of its own, told to those who were notified or forewarned; nobody is forewarned twice', () => {
      const { story } = standingBy();
      story.passes(50 * MINUTE);
      const events = story.says('chen-jing', again);
      expect(events.map(({ type }) => type)).toEqual(['standbyDeclared', 'effectRequested']);
      expect(events[0]).toMatchObject({ prolonged: true, authority: 'deputy', texts: { reason: 'still not clear' } });
      const forewarned = ['zhao-lei', 'sun-yu', 'qian-rong', 'he-zhe', 'wu-kun'];
      expect(told(events)).toEqual({ standbyProlonged: ['lin-wei', 'chen-jing', ...forewarned] });
      expect(story.state).toMatchObject({
        phase: 'standby',
        verification: { outcome: 'standby', prolonged: true, reason: 'still not clear', at: story.at },
      });
      expect(decisionLog(BASIS.plan, story.events).map(({ event }) => event)).toHaveLength(2);
    });

    test('and decided on again after a whole period from then, with all reminders', () => {
      const { story } = standingBy();
      const left = story.state.verification.remindersLeft;
      story.passes(62 * MINUTE);
      expect(story.state.verification.remindersLeft).toBeLessThan(left);
      story.says('lin-wei', again);
      expect(story.state.verification.remindersLeft).toBe(left);
      expect(told(story.passes(60 * MINUTE - 1))['verificationReminder']).toBeUndefined();
      expect(told(story.passes(1))['verificationReminder']).toEqual(['lin-wei', 'chen-jing']);
    });

    test('as often as people decide to, and then still confirmed or rejected: all who were forewarned hear of it', () => {
      const { story } = standingBy();
      for (let i = 0; i < 3; i++) expect(refusalOf(story.says('lin-wei', again))).toBeUndefined();
      const events = story.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a slow disk' });
      expect(told(events)['rejected']).toEqual(expect.arrayContaining(['lin-wei', 'zhao-lei', 'sun-yu']));
    });

    test('only with a reason, and only by those who may declare it', () => {
      const { story } = standingBy();
      expect(refusalOf(story.says('lin-wei', { ...again, reason: ' ' }))?.code).toBe('reason_required');
      expect(refusalOf(story.says('zhao-lei', again))?.code).toBe('not_authorised');
    });

    test('not by two people who have not seen each other’s decision', () => {
      const { story } = standingBy();
      const { seq } = story.state;
      story.says('lin-wei', again);
      expect(refusalOf(story.says('chen-jing', again, { ifSeq: seq }))).toMatchObject({
        code: 'changed',
        found: { moved: ['verification'] },
      });
    });

    test('and told to whoever the plan has come to forewarn since', () => {
      const { story } = standingBy();
      const basis = nextVersion();
      basis.plan.verification.standby = { teams: ['tech', 'publicity'], reverifyAfter: 60 * MINUTE };
      story.says('lin-wei', { type: 'movePlan', basis, reason: 'the press may ask' });
      const events = story.says('lin-wei', again);
      expect(told(events)['forewarned']).toEqual(['gao-yang']);
      expect(story.all('forewarned').at(-1)?.calls).toEqual([
        { target: { kind: 'team', id: 'publicity' }, people: ['gao-yang'] },
      ]);
      expect(story.state.verification.forewarned).toEqual(expect.arrayContaining(['zhao-lei', 'gao-yang']));
    });
  });

  test('rises: forewarned people whose team is not called hear that it is over', () => {
    const basis = boxed((rule) => (rule.standby = { teams: ['publicity'], reverifyAfter: 60 * MINUTE }));
    const story = new Story({}, basis);
    story.says('lin-wei', { type: 'verify', outcome: 'standby', reason: 'odd' });
    expect(told(story.says('lin-wei', confirmAt('L3')))['standbyLifted']).toEqual(['gao-yang']);
  });

  test('is lifted: everybody who was told hears why', () => {
    const { story } = standingBy();
    const events = story.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a slow disk' });
    expect(events[0]).toMatchObject({ type: 'rejected', from: 'standby' });
    expect(told(events)['rejected']).toEqual(expect.arrayContaining(['lin-wei', 'zhao-lei', 'sun-yu']));
    expect(story.state.phase).toBe('rejected');
  });
});

describe('a rejected report', () => {
  test('tells the reporter', () => {
    const story = new Story();
    const events = story.says('lin-wei', { type: 'verify', outcome: 'rejected', reason: 'a test' });
    expect(told(events)['rejected']).toContain('sun-yu');
  });
});

test('a lower proposal never changes the level by itself, and a person asked for less keeps the higher one till then', () => {
  const story = new Story(
    { facts: { usersAffected: 5_000 } },
    boxed((rule) => (rule.automatic = ['L3'])),
  );
  story.says('lin-wei', confirmAt('L1'));
  story.says('lin-wei', raiseTo('L2'));
  expect(story.state.grading.level).toBe('L2');
  expect(
    fold(
      boxed((rule) => (rule.automatic = ['L3'])),
      story.events,
    ),
  ).toEqual(story.state);
});

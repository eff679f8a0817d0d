import type { Decision, IncidentEvent } from '../../src/domain/incident/index.js';
import { restored } from '../../src/domain/incident/index.js';
import { differenceOf } from '../../src/domain/plan/peopleChange.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { aftermathRule, approve, complete, record, review, submit } from './reportPlan.js';
import { BASIS, confirmAt, endsAnyhow, MINUTE, refusalOf, START, Story, told } from './story.js';

/** Check-ins each hour at level 2, none at level 3; watched for an hour at level 2. */
function basis(): Basis {
  const copy = structuredClone(BASIS);
  copy.plan.command.checkIn = [{ levels: ['L2'], every: HOUR }];
  copy.plan.termination.watch = [{ levels: ['L2'], for: HOUR }];
  copy.plan.aftermath = aftermathRule();
  return copy;
}

/** The roster names these people for these posts, and everywhere else nobody who is `gone`. */
function rosterChanges(story: Story, posts: Record<string, string[]>, gone: string[] = []): IncidentEvent[] {
  const { plan, holders, people = {} } = story.state.basis;
  const left = Object.entries({ ...holders, ...posts }).map(
    ([post, ids]) => [post, ids.filter((id) => !gone.includes(id))] as const,
  );
  const change = differenceOf(story.state.basis, { holders: Object.fromEntries(left), people });
  const roster = (story.state.plan.people?.roster ?? 1) + 1;
  const head = { requestId: '', actor: { kind: 'system' }, via: 'system', plan: plan.hash } as const;
  return story.hears({ ...head, type: 'peopleChanged', roster, ...change });
}

function responding(level = 'L3'): Story {
  const story = new Story({}, basis());
  story.says('lin-wei', confirmAt(level));
  story.delivers();
  return story;
}

function ended(level?: string): Story {
  const story = responding(level);
  endsAnyhow(story);
  story.delivers();
  return story;
}

const offer = (to: string): Decision => ({
  type: 'handOver',
  action: 'offer',
  to,
  brief: { situation: 'over', objectives: 'the report' },
});
const accept: Decision = { type: 'handOver', action: 'accept' };
const close: Decision = { type: 'close', reason: 'nothing is left to find out', despite: true };
const posts = (story: Story) => story.state.command.posts;
const passedIn = (events: IncidentEvent[]) => events.filter(({ type }) => type === 'commandPassed');

describe('after the end', () => {
  test('whoever commands and loses the post gives way to the one who holds it, who may do everything then', () => {
    const story = ended();
    expect(story.state.phase).toBe('aftermath');
    const events = rosterChanges(story, { commander: ['xie-xin'] }, ['lin-wei']);
    expect(passedIn(events)).toMatchObject([{ from: 'lin-wei', to: 'xie-xin', why: 'roster' }]);
    expect(told(events)).toEqual({ commandTaken: ['xie-xin'], relieved: ['lin-wei'], commandPassed: ['chen-jing'] });
    expect(posts(story)).toEqual({ commander: 'xie-xin', deputy: 'chen-jing' });
    expect(refusalOf(story.says('lin-wei', close))?.code).toBe('not_authorised');
    expect(story.says('xie-xin', close)[0]).toMatchObject({ type: 'closed', authority: 'commander' });
  });

  test('where the roster names nobody for the post a deputy commands, and may close it', () => {
    const story = ended();
    rosterChanges(story, { commander: [] }, ['lin-wei']);
    expect(posts(story)).toEqual({ commander: 'chen-jing' });
    expect(story.says('chen-jing', close)[0]).toMatchObject({ type: 'closed' });
  });

  test('whoever is away is passed over', () => {
    const story = ended();
    const { basis: now } = story.state;
    const away = [{ from: START, until: START + 100 * DAY }];
    story.state = { ...story.state, basis: { ...now, people: { ...now.people, 'xie-xin': { away } } } };
    rosterChanges(story, { commander: ['xie-xin', 'ren-yi'] }, ['lin-wei']);
    expect(posts(story)['commander']).toBe('ren-yi');
  });

  test('where nobody at all may command whoever does goes on', () => {
    const story = ended();
    expect(passedIn(rosterChanges(story, {}, ['lin-wei', 'chen-jing']))).toEqual([]);
    expect(posts(story)['commander']).toBe('lin-wei');
    expect(passedIn(rosterChanges(story, { deputy: ['ren-yi'] }))).toMatchObject([{ to: 'ren-yi' }]);
  });

  test('a deputy who loses the post gives way too, and nobody else acts in it between', () => {
    const story = ended();
    const events = rosterChanges(story, { deputy: ['ren-yi'] });
    expect(told(events)).toEqual({ postTaken: ['ren-yi'] });
    expect(posts(story)).toEqual({ commander: 'lin-wei', deputy: 'ren-yi' });
  });

  test('the post of a deputy which nobody holds any more is open', () => {
    const story = ended();
    rosterChanges(story, { deputy: [] });
    expect(posts(story)).toEqual({ commander: 'lin-wei' });
    rosterChanges(story, { deputy: ['lin-wei'] });
    expect(posts(story)).toEqual({ commander: 'lin-wei' });
  });

  test('a deputy who was handed command keeps it, whatever else the roster changes', () => {
    const story = ended();
    story.says('lin-wei', offer('chen-jing'));
    story.says('chen-jing', accept);
    expect(passedIn(rosterChanges(story, { duty: ['ren-yi'], commander: ['xie-xin'] }))).toEqual([]);
    expect(posts(story)['commander']).toBe('chen-jing');
  });

  test('so it is in the watch', () => {
    const story = ended('L2');
    expect(story.state.phase).toBe('watching');
    expect(passedIn(rosterChanges(story, { commander: ['xie-xin'] }))).toMatchObject([{ to: 'xie-xin' }]);
  });

  test('what an earlier release kept of one that is stuck goes on with the next that happens', () => {
    const story = ended();
    const { basis: now, ...kept } = story.state;
    const holders = { ...now.holders, commander: ['xie-xin'] };
    story.state = restored({ ...now, holders }, kept);
    expect(passedIn(story.says('zhao-lei', record()))).toMatchObject([{ from: 'lin-wei', to: 'xie-xin' }]);
  });

  test('command is handed over, in the aftermath as well, and whoever gets it is asked for what waits for it', () => {
    const story = ended();
    story.says('zhao-lei', record());
    story.says('zhao-lei', complete);
    story.says('zhao-lei', submit);
    story.delivers();
    rosterChanges(story, { deputy: ['chen-jing', 'ren-yi'] });
    expect(told(story.says('chen-jing', review()))).toEqual({ reportToApprove: ['lin-wei'] });
    story.says('lin-wei', offer('ren-yi'));
    expect(told(story.passes(2 * MINUTE))).toMatchObject({ handoverOffered: ['ren-yi'] });
    expect(told(story.says('ren-yi', accept))).toMatchObject({
      commandTaken: ['ren-yi'],
      reportToApprove: ['ren-yi'],
    });
    expect(refusalOf(story.says('ren-yi', approve()))).toBeUndefined();
  });

  test('command is not handed over once it is closed', () => {
    const story = ended();
    story.says('lin-wei', close);
    expect(refusalOf(story.says('lin-wei', offer('chen-jing')))?.code).toBe('incident_closed');
  });
});

test('whoever gets command fills no other post before', () => {
  const story = ended();
  const events = rosterChanges(story, { commander: ['xie-xin'], deputy: ['xie-xin', 'ren-yi'] }, [
    'lin-wei',
    'chen-jing',
  ]);
  expect(told(events)).toMatchObject({ commandTaken: ['xie-xin'], postTaken: ['ren-yi'] });
  expect(posts(story)).toEqual({ commander: 'xie-xin', deputy: 'ren-yi' });
});

describe('in a response', () => {
  test.each(['L2', 'L3'])(
    'at %s whoever lost the post goes on, is asked for a sign of life, and then others are',
    (level) => {
      const story = responding(level);
      expect(passedIn(rosterChanges(story, { commander: ['xie-xin'] }, ['lin-wei']))).toEqual([]);
      expect(posts(story)['commander']).toBe('lin-wei');
      story.passes(HOUR);
      story.passes(30 * MINUTE);
      expect(story.all('commandAsked').map(({ person }) => person)).toContain('xie-xin');
      story.says('xie-xin', { type: 'takeCommand' });
      expect(posts(story)['commander']).toBe('xie-xin');
    },
  );

  test('whoever lost the post and answers goes on until the end, and gives way then', () => {
    const story = responding();
    rosterChanges(story, { commander: ['xie-xin'], deputy: ['chen-jing', 'ren-yi'] }, ['lin-wei']);
    story.says('lin-wei', { type: 'checkIn' });
    expect(posts(story)['commander']).toBe('lin-wei');
    expect(passedIn(endsAnyhow(story))).toMatchObject([{ from: 'lin-wei', to: 'xie-xin', why: 'roster' }]);
    expect(posts(story)).toEqual({ commander: 'xie-xin', deputy: 'chen-jing' });
  });

  test('another level does not make good for whoever has not answered', () => {
    const story = responding('L2');
    rosterChanges(story, { commander: ['xie-xin'] });
    expect(told(story.passes(HOUR))['checkInDue']).toEqual(['lin-wei']);
    story.says('chen-jing', { type: 'changeLevel', level: 'L3', reason: 'less of it' });
    const { escalateAfter, remindAfter } = BASIS.plan.notification.alert;
    expect(told(story.passes(escalateAfter + 3 * remindAfter))['commandAsked']).toEqual(
      expect.arrayContaining(['chen-jing', 'xie-xin']),
    );
  });

  test('at a level without check-in whoever answers is asked again only hours later', () => {
    const story = responding('L3');
    story.passes(HOUR);
    rosterChanges(story, { commander: ['xie-xin'] });
    const { escalateAfter } = BASIS.plan.notification.alert;
    expect(told(story.passes(escalateAfter))['checkInDue']).toEqual(['lin-wei']);
    story.says('lin-wei', { type: 'checkIn' });
    expect(told(story.passes(3 * HOUR))['checkInDue']).toBeUndefined();
    expect(told(story.passes(HOUR))['checkInDue']).toEqual(['lin-wei']);
  });

  test('nobody is asked at a level without check-in while whoever commands holds a post of command', () => {
    const story = responding();
    rosterChanges(story, { duty: ['ren-yi'] });
    story.passes(3 * HOUR);
    expect(story.all('checkInReminded')).toEqual([]);
  });
});

test.each<[string, (story: Story) => unknown]>([
  ['reported', () => undefined],
  ['standby', (story) => story.says('lin-wei', { type: 'verify', outcome: 'standby', reason: 'unclear' })],
])('before anything runs nobody waits for whoever lost the post: %s', (phase, begins) => {
  const story = new Story({}, basis());
  begins(story);
  expect(story.state.phase).toBe(phase);
  const events = rosterChanges(story, { commander: ['xie-xin'] }, ['lin-wei']);
  expect(passedIn(events)).toMatchObject([{ from: 'lin-wei', to: 'xie-xin', why: 'roster' }]);
  expect(refusalOf(story.says('xie-xin', confirmAt('L1')))).toBeUndefined();
});

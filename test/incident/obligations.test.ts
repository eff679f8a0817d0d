import { openItems } from '../../src/domain/incident/index.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import {
  file as filing,
  judge,
  obligationsBasis,
  reported,
  rule,
  setClock,
  told as dutyOf,
} from './obligationsPlan.js';
import { BASIS, confirmAt, confirmEnd, MINUTE, propose, refusalOf, START, Story, told } from './story.js';

const LIAISON = 'zhou-min';
const DUTY = 'wang-fang';
const COMMANDER = 'lin-wei';
const CRITERIA = ['serviceRestored', 'causeControlled', 'noFurtherHarm'];

const file = (obligations: string[], more: object = {}) => filing(obligations, { filedAt: START, ...more });

describe('at the report', () => {
  test('what may apply runs provisionally from the report, and nobody is woken for what is only possible', () => {
    const story = reported();
    expect(story.state.obligations.duties).toMatchObject({
      first: { status: 'provisional', start: START, due: START + HOUR },
      breach: { status: 'provisional', start: START, due: START + 72 * HOUR },
    });
    expect(Object.keys(story.state.obligations.duties)).toEqual(['first', 'breach']);
    expect(told(story.events)['obligations']).toBeUndefined();
  });

  test('what the facts call for is told to its owner at once', () => {
    const story = reported({ usersAffected: 5_000 });
    expect(dutyOf(story, 'first')).toMatchObject({ status: 'provisional', told: true });
    expect(told(story.events)['obligations']).toEqual([LIAISON]);
  });

  test('what waits for nobody is confirmed before anybody has verified', () => {
    const story = reported({ usersAffected: 5_000 }, [
      rule({ id: 'site', limit: { within: HOUR }, beforeVerification: true }),
    ]);
    expect(dutyOf(story, 'site')).toMatchObject({ status: 'confirmed' });
  });

  test('what the facts rule out is not opened', () => {
    expect(dutyOf(reported({ usersAffected: 3 }), 'first')).toBeUndefined();
  });
});

describe('at the grading', () => {
  test('what the facts call for is confirmed, what they rule out is lifted with the reason of the grading', () => {
    const story = reported({ usersAffected: 5_000 });
    story.says(COMMANDER, { type: 'addFact', values: { dataLost: false }, source: 'dba', confidence: 'confirmed' });
    expect(dutyOf(story, 'breach')).toMatchObject({ status: 'provisional' });
    const events = story.says(COMMANDER, confirmAt('L2'));
    expect(dutyOf(story, 'first')).toMatchObject({ status: 'confirmed', start: START });
    expect(dutyOf(story, 'breach')).toMatchObject({ status: 'lifted' });
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'obligationsLifted',
        why: 'grading',
        obligations: ['breach'],
        texts: { reason: 'seen it' },
      }),
    );
  });

  test('what is not known runs on provisionally until the facts decide it', () => {
    const story = reported();
    story.says(COMMANDER, confirmAt('L2'));
    expect(dutyOf(story, 'first')).toMatchObject({ status: 'provisional', due: START + HOUR });
    story.passes(10 * MINUTE);
    story.says(COMMANDER, { type: 'addFact', values: { usersAffected: 2 }, source: 'graph', confidence: 'confirmed' });
    expect(dutyOf(story, 'first')).toMatchObject({ status: 'lifted' });
  });

  test('a clock that runs from the grading begins with it', () => {
    const story = reported({ dataLost: true });
    expect(dutyOf(story, 'major')).toMatchObject({ status: 'provisional' });
    expect(dutyOf(story, 'major')?.start).toBeUndefined();
    story.passes(5 * MINUTE);
    story.says(COMMANDER, confirmAt('L1'));
    expect(dutyOf(story, 'major')).toMatchObject({
      status: 'confirmed',
      start: START + 5 * MINUTE,
      due: START + 5 * MINUTE + 4 * HOUR,
    });
  });

  test('a rejection lifts everything', () => {
    const story = reported({ usersAffected: 5_000 });
    story.says(COMMANDER, { type: 'verify', outcome: 'rejected', reason: 'a test' });
    expect(dutyOf(story, 'first')).toMatchObject({ status: 'lifted' });
    expect(story.all('obligationsLifted')).toMatchObject([{ why: 'rejected', texts: { reason: 'a test' } }]);
  });
});

test('what was ruled out is opened again by new facts, from then on; what a person lifted knowingly is not', () => {
  const story = reported({ usersAffected: 3 });
  story.says(COMMANDER, confirmAt('L3'));
  story.passes(2 * HOUR);
  const more = { type: 'addFact', values: { usersAffected: 9_000 }, source: 'graph', confidence: 'confirmed' } as const;
  story.says(COMMANDER, more);
  expect(dutyOf(story, 'first')).toMatchObject({ status: 'confirmed', start: START + 2 * HOUR });
  story.says(LIAISON, judge(['first'], false));
  expect(dutyOf(story, 'first')).toMatchObject({ status: 'lifted', judged: 'knowingly' });
  story.says(COMMANDER, { ...more, values: { usersAffected: 10_000 } });
  expect(dutyOf(story, 'first')).toMatchObject({ status: 'lifted' });
});

describe('a limit that draws near', () => {
  test('is told to its owner at half, to the deputy as well before the end, to command when it has passed, and again', () => {
    const story = reported({ usersAffected: 5_000 });
    story.says(COMMANDER, confirmAt('L3'));
    expect(told(story.passes(30 * MINUTE))['obligationsNear']).toEqual([LIAISON]);
    expect(told(story.passes(18 * MINUTE))['obligationsNear']).toEqual([LIAISON, DUTY]);
    expect(told(story.passes(12 * MINUTE))['obligationsMissed']).toEqual([LIAISON, DUTY, COMMANDER]);
    expect(dutyOf(story, 'first')).toMatchObject({ missedAt: START + HOUR });
    const again = story.passes(15 * MINUTE);
    expect(again).toContainEqual(expect.objectContaining({ type: 'obligationsMissed', again: true }));
    expect(openItems(story.state, story.at)).toContainEqual({ code: 'obligation_overdue', id: 'first' });
  });

  test('that passed in an outage is told once, as passed', () => {
    const story = reported({ usersAffected: 5_000 });
    story.at += 3 * HOUR;
    story.says(COMMANDER, confirmAt('L3'));
    expect(story.all('obligationsReminded')).toEqual([]);
    expect(story.all('obligationsMissed')).toHaveLength(1);
  });
});

describe('a filing', () => {
  const inTime = () => {
    const story = reported({ usersAffected: 5_000 });
    story.says(COMMANDER, confirmAt('L3'));
    story.passes(40 * MINUTE);
    return story;
  };

  test('says when, to whom, by which way, and ends the clock; what follows it begins', () => {
    const story = inTime();
    const events = story.says(LIAISON, file(['first'], { filedAt: START + 35 * MINUTE }));
    expect(events[0]).toMatchObject({
      type: 'obligationsFiled',
      authority: 'liaisonLead',
      texts: { to: 'the authority', channel: 'hotline', reference: 'A-1' },
    });
    expect(told(events)['obligationsFiled']).toEqual([DUTY, COMMANDER]);
    expect(dutyOf(story, 'first')).toMatchObject({ status: 'filed', filedAt: START + 35 * MINUTE });
    expect(dutyOf(story, 'upward')).toMatchObject({ status: 'confirmed', due: START + 65 * MINUTE });
    expect(dutyOf(story, 'supplement')).toMatchObject({ status: 'confirmed', due: START + 35 * MINUTE + 24 * HOUR });
    expect(told(story.passes(DAY))['obligationsMissed']).toEqual(expect.arrayContaining([LIAISON]));
    expect(dutyOf(story, 'first')?.missedAt).toBeUndefined();
  });

  test('after the limit wants a reason, and the passed limit stays on the record', () => {
    const story = inTime();
    story.passes(HOUR);
    const late = { filedAt: START + 90 * MINUTE };
    expect(refusalOf(story.says(LIAISON, file(['first'], late)))).toMatchObject({
      code: 'late_reason_required',
      found: { obligations: ['first'] },
    });
    const [filed] = story.says(LIAISON, file(['first'], { ...late, lateReason: 'the line was dead' }));
    expect(filed).toMatchObject({ late: { first: 30 * MINUTE }, texts: { lateReason: 'the line was dead' } });
    expect(dutyOf(story, 'first')).toMatchObject({ status: 'filed', missedAt: START + HOUR });
    expect(openItems(story.state, story.at).map(({ code }) => code)).not.toContain('obligation_overdue');
  });

  test('entered after the limit but made before it was in time', () => {
    const story = inTime();
    story.passes(HOUR);
    story.says(LIAISON, file(['first'], { filedAt: START + 50 * MINUTE }));
    expect(dutyOf(story, 'first')).toMatchObject({ status: 'filed' });
    expect(dutyOf(story, 'first')?.missedAt).toBeUndefined();
  });

  test('a second one is a supplement', () => {
    const story = inTime();
    story.says(LIAISON, file(['first']));
    const [again] = story.says(LIAISON, file(['first'], { filedAt: START + 40 * MINUTE, reference: 'A-2' }));
    expect(again).toMatchObject({ type: 'obligationsFiled', supplement: ['first'] });
    expect(dutyOf(story, 'first')).toMatchObject({ filings: 2, filedAt: START });
  });

  test.each<[string, object, string]>([
    ['of the future', { filedAt: START + DAY }, 'in_the_future'],
    ['to nobody', { to: ' ' }, 'text_required'],
    ['by no way', { channel: '' }, 'text_required'],
    ['with nothing that shows it', { reference: undefined }, 'filing_evidence_required'],
    ['of what the plan does not have', { obligations: ['other'] }, 'unknown_obligation'],
  ])('%s is refused', (_, more, code) => {
    expect(refusalOf(inTime().says(LIAISON, file(['first'], more)))).toMatchObject({ code });
  });

  test('by somebody who neither owns it nor commands is refused', () => {
    expect(refusalOf(inTime().says('gao-yang', file(['first'])))).toMatchObject({ code: 'not_authorised' });
  });
});

describe('a person says', () => {
  test('that it does not apply, and it is told no more', () => {
    const story = reported();
    expect(refusalOf(story.says(LIAISON, judge(['breach'], false, ' ')))).toMatchObject({ code: 'reason_required' });
    story.says(LIAISON, judge(['breach', 'first'], false));
    expect(told(story.passes(80 * HOUR))['obligationsMissed']).toBeUndefined();
    expect(refusalOf(story.says(LIAISON, judge(['breach'], false)))).toMatchObject({ code: 'obligations_stand' });
  });

  test('that it applies though the facts do not show it, and the grading leaves it so', () => {
    const story = reported({ usersAffected: 2 });
    story.says(LIAISON, judge(['first'], true));
    expect(dutyOf(story, 'first')).toMatchObject({ status: 'confirmed', start: START, due: START + HOUR });
    story.says(COMMANDER, confirmAt('L3'));
    expect(dutyOf(story, 'first')).toMatchObject({ status: 'confirmed' });
  });

  test('from when it runs: earlier, and it may have passed; never from the future', () => {
    const story = reported({ usersAffected: 5_000 });
    story.passes(10 * MINUTE);
    expect(refusalOf(story.says(LIAISON, setClock('first', START + HOUR)))).toMatchObject({ code: 'in_the_future' });
    story.says(LIAISON, setClock('first', START - 2 * HOUR));
    expect(dutyOf(story, 'first')).toMatchObject({ due: START - HOUR });
    story.passes(1);
    expect(story.all('obligationsMissed')).toHaveLength(1);
    story.says(LIAISON, setClock('first', START + 5 * MINUTE));
    expect(dutyOf(story, 'first')?.missedAt).toBeUndefined();
    expect(dutyOf(story, 'first')).toMatchObject({ missedBefore: [START - HOUR] });
  });
});

test('the end begins the clock of the final report; closing ends the reminders, and the record shows what is owed', () => {
  const story = reported({ usersAffected: 5_000, dataLost: false });
  story.says(COMMANDER, confirmAt('L2'));
  story.says(LIAISON, file(['first']));
  story.says(LIAISON, judge(['supplement', 'upward'], false));
  story.passes(HOUR);
  story.says('zhao-lei', propose(CRITERIA));
  story.says(COMMANDER, confirmEnd);
  story.delivers();
  expect(dutyOf(story, 'final')).toMatchObject({ status: 'confirmed', start: story.at, due: story.at + 30 * DAY });
  expect(openItems(story.state, story.at)).toEqual([{ code: 'obligation_open', id: 'final' }]);
  expect(told(story.passes(25 * DAY))['obligationsNear']).toContain('zhao-lei');
  expect(story.says(COMMANDER, { type: 'close', reason: 'done' })[0]).toMatchObject({ type: 'closed' });
  story.passes(10 * DAY);
  expect(story.all('obligationsMissed')).toEqual([]);
  expect(dutyOf(story, 'final')).toMatchObject({ status: 'confirmed' });
  expect(refusalOf(story.says('zhao-lei', file(['final'])))).toMatchObject({ code: 'incident_closed' });
});

test('an earlier report of the same thing moves what runs since the report, and nothing that somebody timed', () => {
  const story = reported({ usersAffected: 5_000 });
  story.passes(10 * MINUTE);
  story.says(COMMANDER, setClock('breach', START + MINUTE));
  story.says(COMMANDER, {
    type: 'absorb',
    from: 'i-9',
    mode: 'real',
    reporter: { kind: 'person', id: 'sun-yu' },
    reportedAt: START - 30 * MINUTE,
    facts: {},
    texts: { title: 'Slow', place: 'checkout' },
  });
  expect(dutyOf(story, 'first')).toMatchObject({ start: START - 30 * MINUTE, due: START + 30 * MINUTE });
  expect(dutyOf(story, 'breach')).toMatchObject({ start: START + MINUTE });
});

test('another version of the plan changes limits, drops what it has not, and opens what is new', () => {
  const story = reported({ usersAffected: 5_000 });
  story.says(COMMANDER, confirmAt('L2'));
  const next = obligationsBasis([
    rule({ id: 'first', limit: { within: 2 * HOUR } }),
    rule({ id: 'new', limit: { within: 3 * HOUR } }),
  ]);
  next.plan.version += 1;
  next.plan.hash = 'ab'.repeat(32);
  story.says(COMMANDER, { type: 'movePlan', basis: next, reason: 'the law changed' });
  expect(dutyOf(story, 'first')).toMatchObject({ status: 'confirmed', due: START + 2 * HOUR });
  expect(dutyOf(story, 'new')).toMatchObject({ status: 'confirmed', due: START + 3 * HOUR });
  expect(dutyOf(story, 'breach')).toMatchObject({ status: 'lifted' });
});

test('a plan without obligations has none', () => {
  expect(new Story({}, BASIS).state.obligations.duties).toEqual({});
});

test('what a change of plan dropped may apply again under the next one, though the facts do not decide it', () => {
  const story = reported();
  story.says(COMMANDER, confirmAt('L2'));
  const moveTo = (version: number, rules: ReturnType<typeof rule>[]) => {
    const basis = obligationsBasis(rules);
    Object.assign(basis.plan, { version, hash: String(version).repeat(64) });
    expect(refusalOf(story.says(COMMANDER, { type: 'movePlan', basis, reason: 'another version' }))).toBeUndefined();
  };
  moveTo(4, []);
  expect(dutyOf(story, 'first')).toMatchObject({ status: 'lifted' });
  moveTo(5, [rule({ id: 'first', limit: { within: HOUR } })]);
  expect(dutyOf(story, 'first')).toMatchObject({ status: 'provisional', start: START });
});

test('a mail about a legal report quotes no reason that was given for another one', () => {
  const story = reported({ dataLost: true });
  story.says(COMMANDER, confirmAt('L3'));
  story.says(LIAISON, judge(['first'], false, 'only a test system'));
  const events = story.says(COMMANDER, {
    type: 'addFact',
    values: { usersAffected: 5_000 },
    source: 'graph',
    confidence: 'confirmed',
  });
  const ids = events.flatMap((event) =>
    event.type === 'effectRequested' && event.effect.kind === 'notify' && event.effect.template === 'obligations'
      ? [event.effect.id]
      : [],
  );
  expect(ids).toHaveLength(1);
  expect(story.state.effects.pending[ids[0]!]).toMatchObject({ reason: undefined });
});

test('after a target of our own it is filed without a reason', () => {
  const story = reported({ usersAffected: 5_000 }, [rule({ id: 'review', own: true, limit: { within: HOUR } })]);
  story.passes(2 * HOUR);
  expect(refusalOf(story.says(LIAISON, file(['review'], { filedAt: story.at })))).toBeUndefined();
});

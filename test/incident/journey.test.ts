import { callIn } from '../support/calls.js';
import { openItems, pending, preview } from '../../src/domain/incident/index.js';
import type { IncidentEvent } from '../../src/domain/incident/index.js';
import { BASIS, confirmAt, confirmEnd, MINUTE, propose, raiseTo, refusalOf, START, Story, told } from './story.js';

const ALL = ['serviceRestored', 'causeControlled', 'noFurtherHarm'];

describe('a report', () => {
  test('opens an incident, fills the posts of command and alerts them at once', () => {
    const story = new Story();
    expect(story.state.phase).toBe('reported');
    expect(story.state.command.posts).toEqual({ commander: 'lin-wei', deputy: 'chen-jing' });
    expect(told(story.events)).toEqual({ alert: ['lin-wei', 'chen-jing'] });
  });

  test('is graded from its facts: the most severe criterion wins, unknown facts are listed', () => {
    const both = new Story({ facts: { usersAffected: 5_000, dataLost: true } });
    expect(both.state.grading.proposal).toMatchObject({ incidentLevel: 'critical', level: 'L1', unknown: [] });
    const one = new Story({ facts: { usersAffected: 1_000 } });
    expect(one.state.grading.proposal).toMatchObject({ incidentLevel: 'serious', level: 'L2', unknown: ['dataLost'] });
    expect(new Story().state.grading.proposal).toEqual({
      incidentLevel: 'minor',
      level: 'L3',
      hits: [],
      raises: [],
      unknown: ['dataLost', 'usersAffected'],
    });
  });

  test('that nobody verifies is called to mind as often as the plan says, then everybody in command is told again and again', () => {
    const story = new Story();
    story.says('lin-wei', { type: 'acknowledge', person: 'lin-wei' });
    story.says('chen-jing', { type: 'acknowledge', person: 'chen-jing' });
    expect(told(story.passes(60 * MINUTE))).toEqual({
      verificationReminder: ['lin-wei', 'chen-jing', 'lin-wei', 'chen-jing'],
      // From the 15th minute on, each 10: as long as a round of reminders takes.
      verificationEscalated: Array.from({ length: 5 }, () => ['lin-wei', 'chen-jing']).flat(),
    });
  });
});

describe('verification', () => {
  test('confirmed at a level activates the plan and calls the teams of that level, each person once', () => {
    const story = new Story();
    const events = story.says('lin-wei', confirmAt('L2'));
    const asked = events.flatMap((e) => (e.type === 'effectRequested' ? [e.effect.kind] : [e.type]));
    // Calls leave before the ledger is asked for the people of each team.
    expect(asked).toEqual(['confirmed', 'activated', 'called', 'notify', 'claim', 'claim']);
    expect(told(events).call).toEqual([
      'zhao-lei',
      'sun-yu',
      'qian-rong',
      'he-zhe',
      'wu-kun',
      'zhou-min',
      'xu-na',
      'ma-chao',
    ]);
    expect(story.state).toMatchObject({ phase: 'responding', grading: { level: 'L2', incidentLevel: 'serious' } });
  });

  test('without levels takes what the criteria propose', () => {
    const story = new Story({ facts: { dataLost: true } });
    story.says('lin-wei', { type: 'verify', outcome: 'confirmed', reason: 'yes' });
    expect(story.state.grading).toMatchObject({ incidentLevel: 'critical', level: 'L1' });
  });

  test.each([
    ['a level that the plan does not know', confirmAt('L9'), 'lin-wei', 'unknown_level'],
    [
      'no level and no proposal',
      { type: 'verify', outcome: 'confirmed', reason: 'x' } as const,
      'lin-wei',
      'level_required',
    ],
    ['a post without authority for the level', confirmAt('L1'), 'chen-jing', 'not_authorised'],
    ['nobody in particular', confirmAt('L3'), 'sun-yu', 'not_authorised'],
    [
      'no reason',
      { type: 'verify', outcome: 'confirmed', level: 'L3', reason: ' ' } as const,
      'lin-wei',
      'reason_required',
    ],
  ])('is refused for %s', (_, decision, person, code) => {
    const story = new Story();
    const before = story.state;
    expect(refusalOf(story.says(person, decision))?.code).toBe(code);
    expect({ ...story.state, seq: 0, requests: [] }).toEqual({ ...before, seq: 0, requests: [] });
  });

  test('standby may still be confirmed; a rejection tells the reporter and ends it', () => {
    const story = new Story();
    story.says('wang-fang', { type: 'verify', outcome: 'standby', reason: 'unclear' });
    expect(story.state.phase).toBe('standby');
    const events = story.says('chen-jing', { type: 'verify', outcome: 'rejected', reason: 'a test alarm' });
    expect(told(events)).toEqual({ rejected: ['lin-wei', 'chen-jing', 'sun-yu'] });
    expect(refusalOf(story.says('lin-wei', confirmAt('L1')))?.code).toBe('incident_closed');
  });
});

describe('mobilisation', () => {
  test('silence of the lead and of whom the plan names is told to the others who may command', () => {
    const plan = structuredClone(BASIS.plan);
    plan.notification.call.escalateTo = ['techLead', 'engineer'];
    const holders = { ...BASIS.holders, engineer: ['sun-yu'], deputy: ['chen-jing', 'sun-yu'] };
    const story = new Story({}, { plan, holders });
    story.says('lin-wei', confirmAt('L3'));
    const events = story.passes(10 * MINUTE);
    expect(events.find((e) => e.type === 'silent' && e.calls[0]?.target.id === 'tech')).toMatchObject({
      calls: [{ people: ['zhao-lei', 'sun-yu'] }],
      tell: ['lin-wei', 'chen-jing'],
    });
  });

  test('silence is reminded after the plan’s time, then the lead and whom the plan names are told', () => {
    const story = new Story();
    story.says('lin-wei', { type: 'acknowledge', person: 'lin-wei' });
    story.says('chen-jing', { type: 'acknowledge', person: 'chen-jing' });
    story.says('chen-jing', confirmAt('L3'));
    for (const person of ['zhao-lei', 'sun-yu', 'qian-rong', 'he-zhe']) {
      story.says(person, { type: 'acknowledge', person });
    }
    expect(told(story.passes(5 * MINUTE))).toEqual({ reminder: ['wu-kun'] });
    expect(told(story.passes(5 * MINUTE))).toEqual({ silence: ['zhao-lei', 'chen-jing'] });
    expect(told(story.passes(60 * MINUTE))).toEqual({});
    story.says('wu-kun', { type: 'acknowledge', person: 'wu-kun' });
    expect(callIn(story.state, 'team/tech', 'wu-kun')?.status).toBe('acknowledged');
  });

  test('whoever does something is not reminded of the call to their post, and not told of as silent', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L3'));
    expect(called(story.passes(4 * MINUTE), 'reminded')).toEqual({ deputy: ['chen-jing'] });
    for (const person of ['chen-jing', 'sun-yu']) {
      story.says(person, { type: 'addFact', statement: 'x', source: 'y', confidence: 'likely' });
    }
    const later = story.passes(20 * MINUTE);
    // Whether somebody comes to a team, only an answer says.
    const team = ['zhao-lei', 'sun-yu', 'qian-rong', 'he-zhe', 'wu-kun'];
    expect(called(later, 'reminded')).toEqual({ tech: team });
    expect(called(later, 'silent')).toEqual({ tech: team });
    expect(callIn(story.state, 'post/commander', 'lin-wei')).toMatchObject({ status: 'called', acted: true });
    expect(callIn(story.state, 'team/tech', 'sun-yu')).toMatchObject({ acted: undefined });
  });

  test('whoever was told of as silent and does something is seen to be at work', () => {
    const story = new Story();
    story.passes(10 * MINUTE);
    expect(callIn(story.state, 'post/deputy', 'chen-jing')).toMatchObject({ status: 'silent' });
    story.says('chen-jing', { type: 'addFact', statement: 'x', source: 'y', confidence: 'likely' });
    expect(callIn(story.state, 'post/deputy', 'chen-jing')).toMatchObject({ status: 'silent', acted: true });
  });

  test('what is refused is no sign that somebody was reached', () => {
    const story = new Story();
    expect(refusalOf(story.says('chen-jing', propose(ALL)))).toBeDefined();
    expect(told(story.passes(5 * MINUTE))).toMatchObject({ reminder: ['lin-wei', 'chen-jing'] });
  });

  test('an acknowledgement by a notice answers only what that notice called to; a reminder counts for its call', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L3'));
    story.passes(5 * MINUTE);
    const reminder = story.all('reminded').find((e) => e.calls.some((c) => c.target.id === 'tech'));
    story.says('sun-yu', { type: 'acknowledge', person: 'sun-yu', noticeId: `n${reminder?.seq}` });
    expect(callIn(story.state, 'team/tech', 'sun-yu')?.status).toBe('acknowledged');
  });

  test('a second acknowledgement changes nothing, a person never called is told so', () => {
    const story = new Story();
    story.says('lin-wei', { type: 'acknowledge', person: 'lin-wei' });
    const before = story.state.mobilisation;
    expect(refusalOf(story.says('lin-wei', { type: 'acknowledge', person: 'lin-wei' }))?.code).toBe(
      'already_acknowledged',
    );
    expect(refusalOf(story.says('gao-yang', { type: 'acknowledge', person: 'gao-yang' }))?.code).toBe('not_called');
    expect(story.state.mobilisation).toBe(before);
  });

  test('an outage cuts nobody’s answer time short: escalation counts from the reminder that was sent', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L3'));
    story.at += 60 * MINUTE;
    story.says('chen-jing', { type: 'acknowledge', person: 'chen-jing' });
    expect(story.all('reminded')).toHaveLength(1);
    expect(story.all('silent')).toHaveLength(0);
    story.passes(5 * MINUTE);
    expect(story.all('silent').map((e) => e.calls[0]?.target.id)).toEqual(['tech']);
  });

  test('1,000 people are called in portions, each of them exactly once', () => {
    const crowd = Array.from({ length: 1_000 }, (_, i) => `p${i}`);
    const basis = {
      plan: new Story().state.basis.plan,
      holders: { ...new Story().state.basis.holders, engineer: crowd },
    };
    const events = new Story({}, basis).says('lin-wei', confirmAt('L3'));
    expect(told(events).call).toEqual(['zhao-lei', ...crowd]);
    const effects = events.flatMap((e) => (e.type === 'effectRequested' ? [e.effect.kind] : []));
    expect(effects.filter((kind) => kind === 'notify')).toHaveLength(21);
  });
});

describe('a change of level', () => {
  test('calls only the teams that are new and leaves the others alone', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L3'));
    const events = story.says('lin-wei', raiseTo('L2'));
    expect(told(events)).toEqual({ call: ['zhou-min', 'xu-na', 'ma-chao'] });
  });

  test('stands down those no longer needed; who is stood down is called again by a later rise', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L2'));
    expect(told(story.says('lin-wei', raiseTo('L3')))).toEqual({ standDown: ['zhou-min', 'xu-na', 'ma-chao'] });
    expect(told(story.says('lin-wei', raiseTo('L1')))).toEqual({ call: ['zhou-min', 'xu-na', 'ma-chao', 'gao-yang'] });
  });

  test('to lower a level takes the authority of the level that is left', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L1'));
    expect(refusalOf(story.says('chen-jing', raiseTo('L3')))).toMatchObject({
      code: 'not_authorised',
      needed: { posts: ['commander'] },
    });
  });

  test('makes a proposed termination lapse', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L2'));
    story.says('zhao-lei', propose(ALL));
    story.says('lin-wei', raiseTo('L1'));
    expect(refusalOf(story.says('lin-wei', confirmEnd))?.code).toBe('nothing_proposed');
  });
});

describe('termination', () => {
  test('is refused with the list of what is missing', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L2'));
    expect(openItems(story.state, story.at).map((i) => i.id)).toEqual(ALL);
    expect(refusalOf(story.says('zhao-lei', propose(['serviceRestored'])))).toMatchObject({
      code: 'end_not_reached',
      found: { open: ['criterion_open causeControlled techLead', 'criterion_open noFurtherHarm techLead'] },
    });
  });

  test('needs a second person where the level asks for it, and then stands everybody down', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L2'));
    expect(told(story.says('chen-jing', propose(ALL)))).toEqual({ terminationProposed: ['lin-wei'] });
    expect(refusalOf(story.says('chen-jing', confirmEnd))?.code).toBe('second_person_required');
    const events = story.says('lin-wei', confirmEnd);
    expect(story.state.phase).toBe('aftermath');
    expect(told(events).terminated).toHaveLength(10);
    expect(pending(story.state).some((e) => e.kind === 'writeDocument')).toBe(true);
  });

  test('at a level without second signature ends with the proposal', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L3'));
    story.says('chen-jing', propose(['serviceRestored', 'causeControlled']));
    expect(story.state.phase).toBe('aftermath');
  });

  test('can be withdrawn and proposed anew', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L2'));
    story.says('zhao-lei', propose(ALL));
    expect(refusalOf(story.says('chen-jing', propose(ALL)))?.code).toBe('already_proposed');
    story.says('chen-jing', { type: 'terminate', action: 'withdraw', reason: 'it is back' });
    story.says('zhao-lei', propose(ALL));
    expect(story.state.termination.proposed?.by).toEqual({ kind: 'person', id: 'zhao-lei' });
  });
});

describe('the end', () => {
  test('command closes only when the report is written; afterwards everything is refused', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L3'));
    story.says('chen-jing', propose(['serviceRestored', 'causeControlled']));
    expect(refusalOf(story.says('lin-wei', { type: 'close', reason: 'done' }))?.code).toBe('report_not_written');
    story.delivers();
    story.says('lin-wei', { type: 'close', reason: 'done' });
    expect(story.state.phase).toBe('closed');
    expect(refusalOf(story.says('sun-yu', { type: 'acknowledge', person: 'sun-yu' }))?.code).toBe('incident_closed');
  });
});

describe('delivery', () => {
  const system = { requestId: '', actor: { kind: 'system' }, via: 'system', type: 'noticeAttempted' } as const;

  test('a deferred notice rests and is tried again by the plan’s rule, only for whom it is still missing', () => {
    const story = new Story();
    const effectId = pending(story.state)[0]?.id ?? '';
    const delayed = [{ person: 'lin-wei', code: 'connection_refused' }];
    story.hears({ ...system, effectId, accepted: ['chen-jing'], unreachable: [], delayed });
    const notices = () => pending(story.state).filter(({ kind }) => kind === 'notify');
    expect(notices()).toEqual([]);
    story.passes(30_000);
    expect(notices()).toMatchObject([{ id: effectId, recipients: [{ person: 'lin-wei' }] }]);
    expect(callIn(story.state, 'post/commander', 'lin-wei')?.undelivered).toBe('connection_refused');
    story.hears({ ...system, effectId, accepted: ['lin-wei'], unreachable: [], delayed: [] });
    expect(Object.values(story.state.effects.pending).filter(({ effect }) => effect.kind === 'notify')).toEqual([]);
    expect(callIn(story.state, 'post/commander', 'lin-wei')?.undelivered).toBeUndefined();
  });

  test('a repeated answer of the world says nothing new', () => {
    const story = new Story();
    const effectId = pending(story.state)[0]?.id ?? '';
    const answer = { ...system, effectId, accepted: ['chen-jing', 'lin-wei'], unreachable: [], delayed: [] };
    expect(story.hears(answer)).toHaveLength(1);
    expect(story.hears(answer)).toEqual([]);
  });

  test('after the plan’s time a person counts as unreachable', () => {
    const story = new Story();
    const effectId = pending(story.state)[0]?.id ?? '';
    const delayed = [{ person: 'lin-wei', code: 'timeout' }];
    for (let i = 0; i < 100 && story.state.effects.pending[effectId]; i++) {
      story.hears({ ...system, effectId, accepted: ['chen-jing'], unreachable: [], delayed });
      story.passes(MINUTE);
    }
    const last = story.all('noticeAttempted').at(-1);
    expect(last?.unreachable).toEqual(delayed);
    expect((last?.at ?? 0) - START).toBeLessThanOrEqual(60 * MINUTE);
  });

  test('a stand-down cancels the call that has not left yet', () => {
    const story = new Story();
    story.delivers();
    story.says('lin-wei', confirmAt('L2'));
    const call = pending(story.state)[0];
    const delayed = [{ person: 'xu-na', code: 'timeout' }];
    story.hears({ ...system, effectId: call?.id ?? '', accepted: [], unreachable: [], delayed });
    const events = story.says('lin-wei', raiseTo('L3'));
    expect(events.find((e) => e.type === 'noticeCancelled')).toMatchObject({
      effectId: call?.id,
      people: ['zhou-min', 'xu-na', 'ma-chao'],
    });
  });
});

describe('delivery of a call that is on the wire', () => {
  test('is never called cancelled: the mail may arrive', () => {
    const system = { requestId: '', actor: { kind: 'system' }, via: 'system', type: 'noticeAttempted' } as const;
    const story = new Story();
    story.delivers();
    story.says('lin-wei', confirmAt('L2'));
    const call = pending(story.state)[0]?.id ?? '';
    const delayed = [
      { person: 'xu-na', code: 'in_flight' },
      { person: 'ma-chao', code: 'timeout' },
      { person: 'zhou-min', code: 'timeout' },
    ];
    story.hears({ ...system, effectId: call, accepted: [], unreachable: [], delayed });
    story.says('lin-wei', raiseTo('L3'));
    expect(story.all('noticeCancelled').flatMap((e) => e.people)).toEqual(['zhou-min', 'ma-chao']);
  });
});

describe('a request', () => {
  test('repeated is not taken twice; the same id with another body is refused', () => {
    const story = new Story();
    const head = { requestId: 'same', actor: { kind: 'person', id: 'lin-wei' }, via: 'api' } as const;
    story.hears({ ...head, ...confirmAt('L2') });
    expect(story.hears({ ...head, ...confirmAt('L2') })).toEqual([]);
    expect(refusalOf(story.hears({ ...head, ...raiseTo('L1') }))?.code).toBe('request_id_reused');
    expect(story.state.grading.level).toBe('L2');
  });

  test('is remembered however many people answer their calls meanwhile; an answer repeated says nothing new', () => {
    const crowd = Array.from({ length: 400 }, (_, i) => `p${i}`);
    const basis = { plan: BASIS.plan, holders: { ...BASIS.holders, engineer: crowd } };
    const story = new Story({}, basis);
    const decision = {
      requestId: 'first',
      actor: { kind: 'person', id: 'lin-wei' },
      via: 'api',
      ...confirmAt('L3'),
    } as never;
    story.hears(decision);
    const answer = (person: string) =>
      ({
        type: 'acknowledge',
        requestId: `ack ${person}`,
        actor: { kind: 'person', id: person },
        via: 'link',
        person,
      }) as never;
    for (const person of crowd) expect(story.hears(answer(person))).toHaveLength(1);
    expect(story.hears(answer('p0'))).toEqual([]);
    expect(story.hears(decision)).toEqual([]);
  });

  test('with ifSeq is refused only when something that it depends on moved', () => {
    const story = new Story();
    story.says('lin-wei', confirmAt('L3'));
    const { seq } = story.state;
    story.says('sun-yu', { type: 'acknowledge', person: 'sun-yu' });
    expect(refusalOf(story.says('lin-wei', raiseTo('L2'), { ifSeq: seq }))).toBeUndefined();
    expect(refusalOf(story.says('lin-wei', raiseTo('L1'), { ifSeq: seq }))).toMatchObject({
      code: 'changed',
      found: { moved: ['grading'] },
    });
  });

  test('can be previewed without being taken', () => {
    const story = new Story();
    const message = {
      requestId: 'p',
      actor: { kind: 'person', id: 'lin-wei' },
      via: 'api',
      ...confirmAt('L1'),
    } as never;
    const { events } = preview(story.state, message, story.at);
    expect(told(events).call).toHaveLength(9);
    expect(story.state.phase).toBe('reported');
  });
});

test('a rule for a stronger response counts also where the incident level is named, unless the level is named too', () => {
  const plan = { ...BASIS.plan, responseRules: [{ id: 'lost', when: { fact: 'dataLost', is: false }, atLeast: 'L2' }] };
  const story = (): Story => new Story({ facts: { dataLost: false } }, { ...BASIS, plan });
  const confirm = { type: 'verify', outcome: 'confirmed', incidentLevel: 'minor', reason: 'seen' } as const;
  const named = story();
  named.says('lin-wei', confirm);
  expect(named.state.grading).toMatchObject({ incidentLevel: 'minor', level: 'L2' });
  const both = story();
  both.says('lin-wei', { ...confirm, level: 'L3' });
  expect(both.state.grading).toMatchObject({ incidentLevel: 'minor', level: 'L3' });
});

function called(events: readonly IncidentEvent[], type: 'reminded' | 'silent'): Record<string, string[]> {
  const calls = events.flatMap((e) => (e.type === type ? e.calls : []));
  return Object.fromEntries(calls.map(({ target, people }) => [target.id, people]));
}

import { openItems } from '../../src/domain/incident/index.js';
import type { Decision } from '../../src/domain/incident/index.js';
import { HOUR } from '../../src/domain/time.js';
import { ask, idOf as id, on, resourcesBasis, ResourceStory, responding, withPumps } from './resourcesPlan.js';
import { confirmAt, endsAnyhow, MINUTE, propose, raiseTo, refusalOf, told } from './story.js';

const COMMANDER = 'lin-wei';
const KEEPER = 'zhou-min';
const DEPUTY_KEEPER = 'gao-yang';
const ENGINEER = 'sun-yu';
const LEAD = 'zhao-lei';
const CRITERIA = ['serviceRestored', 'causeControlled'];
const reason = 'as things stand';

describe('what the plan asks for by itself', () => {
  test('at activation, summed by resource, urgent, in one event', () => {
    const story = responding('L2');
    const [asked] = story.all('resourcesRequested');
    expect(asked!.requests).toMatchObject([
      { resource: 'generator', quantity: 2, priority: 'urgent', rules: ['every', 'large'] },
      { resource: 'fund', quantity: 1_000, spending: 'setAside' },
    ]);
    expect(story.all('resourcesRequested')).toHaveLength(1);
  });

  test('nothing before anybody has decided that there is an incident', () => {
    const story = new ResourceStory({});
    story.says(ENGINEER, { type: 'addFact', values: { dataLost: true }, source: 'x', confidence: 'confirmed' });
    expect(story.needs()).toEqual({});
  });

  test('a higher level asks for the difference, a lower one gives back what has not left the shelf', () => {
    const story = responding('L3');
    story.says(COMMANDER, raiseTo('L2'));
    story.ledgerDone();
    expect(story.shelf).toEqual({ generator: 3, pump: 5, fund: 4_000 });
    story.says(COMMANDER, { type: 'changeLevel', level: 'L3', reason });
    story.ledgerDone();
    expect(story.shelf).toEqual({ generator: 4, pump: 5, fund: 5_000 });
    story.says(COMMANDER, raiseTo('L2'));
    story.ledgerDone();
    expect(story.shelf).toEqual({ generator: 3, pump: 5, fund: 4_000 });
  });

  test('what is out stays, and is not asked for twice when the level rises again', () => {
    const story = responding('L2');
    const need = id(story, 'generator');
    story.says(KEEPER, on('dispatch', need));
    story.says(COMMANDER, { type: 'changeLevel', level: 'L3', reason });
    story.ledgerDone();
    expect(story.needs()[need]).toMatchObject({ planned: 2, wants: 2 });
    story.says(COMMANDER, raiseTo('L2'));
    story.ledgerDone();
    expect(story.shelf['generator']).toBe(3);
  });

  test('what becomes known asks for more, and what a person asked for is left alone', () => {
    const { story, need } = withPumps(1);
    const said = { type: 'addFact', source: 'x', confidence: 'confirmed' } as const;
    story.says(ENGINEER, { ...said, values: { dataLost: true } });
    story.ledgerDone();
    expect(story.shelf['pump']).toBe(2);
    story.says(ENGINEER, { ...said, values: { dataLost: false } });
    story.ledgerDone();
    expect(story.shelf['pump']).toBe(4);
    expect(story.needs()[need]).toMatchObject({ wants: 1 });
  });

  test('what a person has cancelled is not asked for again by the same', () => {
    const story = responding('L3');
    story.says(COMMANDER, on('cancel', id(story, 'generator'), { reason }));
    story.ledgerDone();
    story.says(ENGINEER, { type: 'addFact', values: { usersAffected: 3 }, source: 'x', confidence: 'confirmed' });
    expect(story.all('resourcesRequested')).toHaveLength(1);
    expect(story.shelf['generator']).toBe(5);
  });

  test('what came to nothing is forgotten in the end, and what somebody cancelled is not, lest it be asked for again', () => {
    const story = responding('L3');
    const cancelled = id(story, 'generator');
    story.says(COMMANDER, on('cancel', cancelled, { reason }));
    for (let i = 0; i < 40; i++) {
      story.says(COMMANDER, raiseTo('L2'));
      story.ledgerDone();
      story.says(COMMANDER, { type: 'changeLevel', level: 'L3', reason });
      story.ledgerDone();
    }
    expect(Object.keys(story.needs()).length).toBeLessThan(60);
    expect(story.needs()).toHaveProperty([cancelled]);
    const before = story.all('resourcesRequested').length;
    story.says(ENGINEER, { type: 'addFact', values: { usersAffected: 3 }, source: 'x', confidence: 'confirmed' });
    story.ledgerDone();
    expect(story.all('resourcesRequested')).toHaveLength(before);
    expect(story.shelf).toEqual({ generator: 5, pump: 5, fund: 5_000 });
  });

  test('a change while the ledger has not answered yet is put right when it has', () => {
    const story = new ResourceStory({ generator: 5, pump: 0, fund: 5_000 });
    story.says(COMMANDER, confirmAt('L2'));
    story.says(COMMANDER, { type: 'changeLevel', level: 'L3', reason });
    story.ledgerDone();
    expect(story.shelf).toEqual({ generator: 4, pump: 0, fund: 5_000 });
  });
});

describe('asking', () => {
  test('whoever holds a post may; whoever keeps it is told what to send out, with the command', () => {
    const { story, need, events } = withPumps(2);
    expect(story.needs()[need]).toMatchObject({ quantity: 2, by: { person: ENGINEER, post: 'engineer' } });
    expect(told(events)).toMatchObject({ resourcesToDispatch: [KEEPER] });
    expect(refusalOf(story.says('stranger', ask('pump', 1)))?.code).toBe('post_required');
  });

  test.each<[Decision, string]>([
    [ask('nope', 1), 'unknown_resource'],
    [ask('pump', 1, { budget: 'handling' }), 'unknown_budget'],
    [ask('pump', 1, { purpose: ' ' }), 'text_required'],
    [ask('pump', 1, { neededBy: 1 }), 'needed_by_passed'],
    [{ type: 'resource', action: 'requestPartner', partner: 'nope', purpose: 'x' }, 'unknown_partner'],
    [on('cancel', 'q999', { reason }), 'unknown_request'],
  ])('is refused where it makes no sense: %j', (decision, code) => {
    expect(refusalOf(responding().says(COMMANDER, decision))?.code).toBe(code);
  });

  test('what is missing is told at once to whoever asked, keeps it and commands, with who holds it', () => {
    const { story, need, events } = withPumps(7);
    expect(told(events)['resourcesShort']).toEqual([ENGINEER, KEEPER, COMMANDER]);
    expect(story.needs()[need]).toMatchObject({ heldBy: [{ incidentId: 'i-2', quantity: 3 }] });
  });

  test('what comes free is told to whoever waited, and is sent out', () => {
    const { story, need } = withPumps(7);
    story.shelf['pump'] = 4;
    story.rechecks();
    expect(told(story.ledgerDone())).toMatchObject({ resourcesToDispatch: [KEEPER], resourcesServed: [ENGINEER] });
    expect(story.needs()[need]!.lots['pump']).toMatchObject({ ready: 7 });
    expect(story.shelf['pump']).toBe(2);
  });

  test('whatever waits is asked for again at another level', () => {
    const { story, need } = withPumps(7);
    story.says(COMMANDER, raiseTo('L2'));
    expect(story.ledgerEffects()).toContainEqual(expect.objectContaining({ request: need, quantity: 7, rank: 1 }));
  });

  test('what is missing may be asked of something else instead', () => {
    const { story, need } = withPumps(7);
    story.says(ENGINEER, on('substitute', need, { resource: 'generator', reason }));
    story.ledgerDone();
    const other = id(story, 'generator');
    expect(story.needs()[other]).toMatchObject({ quantity: 2, insteadOf: need, by: { person: ENGINEER } });
    expect(story.needs()[need]).toMatchObject({ wants: 5 });
    story.shelf['pump'] = 4;
    story.rechecks();
    expect(story.ledgerEffects()).toEqual([]);
  });

  test('cancelling gives back what is on the shelf, what is out is to be returned', () => {
    const { story, need } = withPumps(3);
    story.says(KEEPER, on('dispatch', need, { lots: [{ item: 'pump', quantity: 1 }] }));
    story.says(ENGINEER, on('cancel', need, { reason }));
    story.ledgerDone();
    expect(story.shelf['pump']).toBe(4);
    expect(story.needs()[need]).toMatchObject({ ended: 'cancelled', wants: 1, waits: 'return' });
    story.says(ENGINEER, { type: 'resource', action: 'return', requests: [need] });
    story.ledgerDone();
    expect(story.shelf['pump']).toBe(5);
  });
});

describe('money', () => {
  test('within what whoever asks may decide alone, it is set aside at once', () => {
    const story = responding();
    const events = story.says(LEAD, ask('fund', 80.5, { budget: 'handling' }));
    expect(told(events)['spendingToApprove']).toBeUndefined();
    expect(story.ledgerEffects()).toMatchObject([{ kind: 'allocate', resource: 'fund', quantity: 80.5 }]);
  });

  test('above it, it waits for whoever may, and never for whoever asked or pays it out', () => {
    const story = responding();
    const events = story.says(LEAD, ask('fund', 500));
    const need = id(story, 'fund');
    expect(told(events)['spendingToApprove']).toEqual([COMMANDER]);
    expect(story.ledgerEffects()).toEqual([]);
    expect(refusalOf(story.says(KEEPER, on('dispatch', need)))?.code).toBe('not_authorised');
    expect(refusalOf(story.says(LEAD, on('approve', need, { reason })))?.code).toBe('not_authorised');
    expect(refusalOf(story.says(DEPUTY_KEEPER, on('approve', need, { reason })))?.code).toBe('not_authorised');
    expect(told(story.says(COMMANDER, on('approve', need, { reason })))).toMatchObject({ spendingApproved: [LEAD] });
    expect(story.ledgerEffects()).toMatchObject([{ kind: 'allocate', quantity: 500 }]);
  });

  test('whoever asked does not approve, with all the authority there is', () => {
    const story = responding();
    story.says(DEPUTY_KEEPER, ask('fund', 80));
    expect(story.needs()[id(story, 'fund')]).toMatchObject({ spending: 'awaiting' });
    const own = resourcesBasis(
      ({ plan }) =>
        (plan.spending = [
          { upTo: 10, posts: ['commander'] },
          { posts: ['commander'], levels: ['L2'] },
        ]),
    );
    const other = new ResourceStory({}, own);
    other.says(COMMANDER, confirmAt('L3'));
    other.says(COMMANDER, ask('fund', 500));
    other.says(COMMANDER, raiseTo('L2'));
    const need = id(other, 'fund');
    const asked = Object.entries(other.needs()).find(([, { by }]) => by !== undefined)![0];
    expect(need).not.toBe(asked);
    expect(refusalOf(other.says(COMMANDER, on('approve', asked, { reason })))?.code).toBe('requester_cannot_approve');
  });

  test('what is refused touches no money', () => {
    const story = responding();
    story.says(LEAD, ask('fund', 500));
    const need = id(story, 'fund');
    expect(told(story.says(COMMANDER, on('refuse', need, { reason })))).toMatchObject({ spendingRefused: [LEAD] });
    expect(story.ledgerEffects()).toEqual([]);
    expect(refusalOf(story.says(COMMANDER, on('approve', need, { reason })))?.code).toBe('request_ended');
  });

  test('what the plan sets aside is paid once somebody has approved it', () => {
    const story = responding('L2');
    const need = id(story, 'fund');
    expect(refusalOf(story.says(DEPUTY_KEEPER, on('dispatch', need)))?.code).toBe('spending_not_approved');
    const events = story.says(COMMANDER, on('approve', need, { reason }));
    expect(told(events)).toMatchObject({ resourcesToDispatch: [DEPUTY_KEEPER] });
    expect(refusalOf(story.says(DEPUTY_KEEPER, on('dispatch', need)))).toBeUndefined();
  });
});

describe('on the way and back', () => {
  test('sent out by whoever keeps it, arrived, used, lost and returned: every unit is somewhere', () => {
    const { story, need } = withPumps(4);
    const lot = (quantity: number) => ({ lots: [{ item: 'pump', quantity }] });
    expect(told(story.says(KEEPER, on('dispatch', need)))).toMatchObject({ resourcesOnTheWay: [ENGINEER] });
    story.says(ENGINEER, on('arrive', need));
    expect(refusalOf(story.says(ENGINEER, on('consume', need, { ...lot(1), note: 'fuel' })))?.code).toBe(
      'not_authorised',
    );
    story.says(KEEPER, on('consume', need, { ...lot(1), note: 'fuel' }));
    story.says(KEEPER, on('damage', need, { ...lot(1), reason }));
    expect(
      refusalOf(story.says(ENGINEER, { type: 'resource', action: 'return', requests: [need], ...lot(3) }))?.code,
    ).toBe('not_out');
    story.says(ENGINEER, { type: 'resource', action: 'return', requests: 'all' });
    expect(story.needs()[need]).toMatchObject({
      lots: { pump: { ready: 0, sent: 0, there: 0, returned: 2, consumed: 1, damaged: 1 } },
      ended: 'done',
    });
    story.ledgerDone();
    expect(story.shelf['pump']).toBe(3);
  });

  test('more than is ready cannot be sent', () => {
    const { story, need } = withPumps(2);
    expect(refusalOf(story.says(KEEPER, on('dispatch', need, { lots: [{ item: 'pump', quantity: 3 }] })))?.code).toBe(
      'not_ready',
    );
    expect(refusalOf(story.says(ENGINEER, on('arrive', need)))?.code).toBe('nothing_on_the_way');
  });
});

describe('nobody acts', () => {
  test('the keeper is reminded, then the deputy and whoever asked, then command, again and again', () => {
    const story = responding('L3');
    story.says(ENGINEER, ask('generator', 1));
    story.ledgerDone();
    const need = id(story, 'generator');
    expect(told(story.passes(5 * MINUTE))['requestsOverdue']).toEqual([KEEPER]);
    expect(told(story.passes(5 * MINUTE))['requestsEscalated']).toEqual(
      expect.arrayContaining([DEPUTY_KEEPER, ENGINEER]),
    );
    expect(told(story.passes(5 * MINUTE))['requestsEscalated']).toEqual([COMMANDER]);
    expect(told(story.passes(30 * MINUTE))['requestsEscalated']).toEqual([COMMANDER]);
    story.says(KEEPER, on('dispatch', need));
    story.says(KEEPER, on('dispatch', Object.keys(story.needs())[0]!));
    expect(told(story.passes(HOUR))).toEqual({});
  });

  test('money that waits for approval reaches whoever asked and command', () => {
    const story = responding('L3');
    story.says(KEEPER, on('dispatch', id(story, 'generator')));
    story.says(LEAD, ask('fund', 500));
    expect(told(story.passes(5 * MINUTE))).toMatchObject({ requestsOverdue: [COMMANDER] });
    expect(told(story.passes(10 * MINUTE))['requestsEscalated']).toEqual([LEAD, COMMANDER]);
  });

  test('what is needed by now and not there is told to all whom it concerns', () => {
    const { story, need } = withPumps(7);
    story.says(ENGINEER, on('amend', need, { neededBy: story.at + MINUTE }));
    expect(told(story.passes(MINUTE))['requestsLate']).toEqual([ENGINEER, KEEPER, COMMANDER]);
  });

  test('a partner that nobody asks', () => {
    const story = responding('L3');
    story.says(KEEPER, on('dispatch', id(story, 'generator')));
    const events = story.says(ENGINEER, {
      type: 'resource',
      action: 'requestPartner',
      partner: 'cloud',
      purpose: 'more',
    });
    expect(told(events)['partnerToAsk']).toEqual(['wang-fang']);
    expect(told(story.passes(15 * MINUTE))).toMatchObject({
      requestsOverdue: ['wang-fang'],
      requestsEscalated: [ENGINEER, COMMANDER],
    });
    const [need] = Object.keys(story.state.resources.partners);
    const answered = story.says('wang-fang', on('partnerReply', need!, { reply: 'confirmed', note: 'two engineers' }));
    expect(told(answered)).toMatchObject({ partnerReplied: [ENGINEER] });
    expect(told(story.passes(HOUR))).toEqual({});
  });
});

describe('the end', () => {
  const ends = (story: ResourceStory) => endsAnyhow(story);

  test('what has not left the shelf goes back, what is out is called for and stands against closing', () => {
    const { story, need } = withPumps(7);
    story.says(KEEPER, on('dispatch', need));
    const events = ends(story);
    expect(told(events)['resourcesToReturn']).toEqual([ENGINEER, KEEPER]);
    story.ledgerDone();
    expect(story.shelf['generator']).toBe(5);
    expect(openItems(story.state, story.at)).toContainEqual({
      code: 'resource_held',
      id: need,
      count: 5,
      resource: 'pump',
    });
    story.delivers();
    const close: Decision = { type: 'close', reason };
    expect(refusalOf(story.says(COMMANDER, close))?.code).toBe('resources_out');
    expect(refusalOf(story.says(ENGINEER, ask('pump', 1)))?.code).toBe('wrong_phase');
    story.says(KEEPER, { type: 'resource', action: 'return', requests: 'all' });
    story.ledgerDone();
    expect(refusalOf(story.says(COMMANDER, close))).toBeUndefined();
    expect(story.shelf['pump']).toBe(5);
  });

  test('waits for what is out, and for nothing that is still on the shelf', () => {
    const { story, need } = withPumps(2);
    story.says(KEEPER, on('dispatch', need));
    expect(refusalOf(story.says(LEAD, propose(CRITERIA)))).toMatchObject({
      code: 'end_not_reached',
      found: { open: [`resource_held ${need} 2 pump`] },
    });
    story.says(KEEPER, { type: 'resource', action: 'return', requests: 'all' });
    expect(refusalOf(story.says(LEAD, propose(CRITERIA)))).toBeUndefined();
    expect(story.state.phase).toBe('aftermath');
  });

  test('what was asked for and not answered by the end goes back as a whole', () => {
    const story = responding('L3');
    story.says(ENGINEER, ask('pump', 2));
    ends(story);
    story.ledgerDone();
    expect(story.shelf).toEqual({ generator: 5, pump: 5, fund: 5_000 });
  });

  test('a report is neither rejected nor merged away while something is out; what is only ready goes back', () => {
    const story = new ResourceStory({ pump: 5 });
    story.says(ENGINEER, ask('pump', 2));
    story.ledgerDone();
    story.says(KEEPER, on('dispatch', id(story, 'pump')));
    const reject: Decision = { type: 'verify', outcome: 'rejected', reason };
    expect(refusalOf(story.says(COMMANDER, reject))?.code).toBe('resources_out');
    expect(refusalOf(story.says(COMMANDER, { type: 'merge', into: 'i-2', reason }))?.code).toBe('resources_out');
    story.says(KEEPER, { type: 'resource', action: 'return', requests: 'all' });
    story.says(ENGINEER, ask('pump', 1));
    story.ledgerDone();
    story.says(COMMANDER, reject);
    story.ledgerDone();
    expect(story.shelf['pump']).toBe(5);
  });
});

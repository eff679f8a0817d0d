import { openItems } from '../../src/domain/incident/index.js';
import type { Decision, EventOf, IncidentEvent, Message } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { ask, idOf, on, resourcesBasis, ResourceStory, responding, withPumps } from './resourcesPlan.js';
import { confirmAt, endsAnyhow, raiseTo, refusalOf, told } from './story.js';

const COMMANDER = 'lin-wei';
const DEPUTY = 'chen-jing';
const KEEPER = 'zhou-min';
const PRESS = 'gao-yang';
const ENGINEER = 'sun-yu';
const LEAD = 'zhao-lei';
const reason = 'as things stand';
const WORLD = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;

const pumps = (quantity: number) => ({ lots: [{ item: 'pump', quantity }] });
const giveBack = (requests: string[] | 'all', more: object = {}): Decision => ({
  type: 'resource',
  action: 'return',
  requests,
  ...more,
});
const ofType = <T extends IncidentEvent['type']>(events: IncidentEvent[], type: T): EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);

/** The ledger answers the first that it was asked with these items. */
function answers(story: ResourceStory, lots: { item: string; quantity: number }[], missing = 0): IncidentEvent[] {
  const [effect] = story.ledgerEffects();
  const message: Message = { ...WORLD, type: 'allocated', effectId: effect!.id, lots, missing, heldBy: [] };
  return story.hears(message);
}

/** So many pumps are out, all still on the way. */
function out(quantity: number, more: (basis: Basis) => void = () => undefined) {
  const { story, need } = withPumps(quantity, undefined, {}, resourcesBasis(more));
  story.says(KEEPER, on('dispatch', need));
  return { story, need };
}

describe('sending out', () => {
  test.each<[string, string, string | undefined]>([
    ['whoever keeps it', KEEPER, 'liaisonLead'],
    ['the deputy who keeps it', PRESS, 'pressLead'],
    ['the commander', COMMANDER, 'commander'],
    ['the deputy commander', DEPUTY, 'deputy'],
    ['whoever asked', ENGINEER, undefined],
    ['the lead of whoever asked', LEAD, undefined],
  ])('%s', (_, who, authority) => {
    const story = responding();
    story.says(ENGINEER, ask('generator', 1));
    story.ledgerDone();
    const [sent] = story.says(who, on('dispatch', idOf(story, 'generator')));
    if (authority === undefined) expect(sent).toMatchObject({ code: 'not_authorised' });
    else expect(sent).toMatchObject({ type: 'resourcesDispatched', authority });
  });

  test('nobody else, who is told whose it would be', () => {
    const { story, need } = withPumps(2);
    expect(refusalOf(story.says(ENGINEER, on('dispatch', need)))?.needed).toEqual({
      posts: ['liaisonLead', 'commander', 'deputy'],
    });
    expect(refusalOf(story.says(ENGINEER, on('cancel', idOf(story, 'generator'), { reason })))?.needed).toEqual({
      posts: ['liaisonLead', 'pressLead', 'commander', 'deputy'],
    });
  });

  test('is for the lead of the team that keeps it, not for that of the deputy who keeps it', () => {
    const kept = resourcesBasis(({ plan }) =>
      Object.assign(plan.resources![1]!, { custodian: 'liaisonMember', deputy: 'engineer' }),
    );
    const { story, need } = withPumps(3, undefined, {}, kept);
    expect(refusalOf(story.says(LEAD, on('dispatch', need)))?.code).toBe('not_authorised');
    expect(refusalOf(story.says(KEEPER, on('dispatch', need, pumps(1))))).toBeUndefined();
    expect(refusalOf(story.says('xu-na', on('dispatch', need, pumps(1))))).toBeUndefined();
    expect(refusalOf(story.says(ENGINEER, on('dispatch', need, pumps(1))))).toBeUndefined();
  });

  test('takes all that is ready, or as much as was said and not more', () => {
    const { story, need } = withPumps(3);
    expect(
      refusalOf(story.says(KEEPER, on('dispatch', need, { lots: [...pumps(2).lots, ...pumps(2).lots] }))),
    ).toMatchObject({
      code: 'not_ready',
      found: { request: need, items: ['pump=4'] },
      needed: { items: ['pump=3'] },
    });
    expect(
      refusalOf(story.says(KEEPER, on('dispatch', need, { lots: [{ item: 'hose', quantity: 1 }] }))),
    ).toMatchObject({
      found: { items: ['hose=1'] },
    });
    const [first] = story.says(KEEPER, on('dispatch', need, pumps(1)));
    expect(first).toMatchObject({ requests: [{ request: need, resource: 'pump', ...pumps(1) }] });
    expect(story.needs()[need]).toMatchObject({
      waits: 'dispatch',
      lots: { pump: { ready: 2, sent: 1 } },
      seq: first!.seq,
    });
    expect(story.says(KEEPER, on('dispatch', need))[0]).toMatchObject({ requests: [pumps(2)] });
    expect(story.needs()[need]).toMatchObject({ waits: undefined });
    expect(refusalOf(story.says(KEEPER, on('dispatch', need)))).toMatchObject({
      code: 'not_ready',
      found: { items: [] },
      needed: { items: [] },
    });
  });

  test('of money waits until it is approved, not until it is refused', () => {
    const story = responding('L2');
    const need = idOf(story, 'fund');
    expect(refusalOf(story.says(PRESS, on('dispatch', need)))).toMatchObject({
      code: 'spending_not_approved',
      found: { request: need },
    });
    story.says(COMMANDER, on('approve', need, { reason }));
    expect(story.says(PRESS, on('dispatch', need))[0]).toMatchObject({ type: 'resourcesDispatched' });
  });
});

describe('arriving', () => {
  test('is said by whoever asked, whoever keeps it, or command; of all that is on the way', () => {
    for (const [who, authority] of [
      [ENGINEER, 'engineer'],
      [KEEPER, 'liaisonLead'],
      [COMMANDER, 'commander'],
    ] as const) {
      const { story, need } = out(3);
      const [arrived] = story.says(who, on('arrive', need));
      expect(arrived).toMatchObject({
        type: 'resourcesArrived',
        authority,
        requests: [{ request: need, resource: 'pump', ...pumps(3) }],
      });
      expect(story.needs()[need]!.lots['pump']).toMatchObject({ sent: 0, there: 3 });
      expect(refusalOf(story.says(who, on('arrive', need)))).toMatchObject({
        code: 'nothing_on_the_way',
        found: { request: need },
      });
    }
    const { story, need } = out(3);
    expect(refusalOf(story.says(LEAD, on('arrive', need)))?.code).toBe('not_authorised');
  });
});

describe('coming back', () => {
  test('all of it, or as much as was said, what is in use before what is on the way', () => {
    const { story, need } = withPumps(4);
    story.says(KEEPER, on('dispatch', need, pumps(3)));
    story.says(ENGINEER, on('arrive', need));
    story.says(KEEPER, on('dispatch', need));
    story.says(ENGINEER, giveBack([need], pumps(1)));
    expect(story.needs()[need]).toMatchObject({ wants: 3, lots: { pump: { sent: 1, there: 2, returned: 1 } } });
    const [back] = story.says(KEEPER, giveBack([need, need]));
    expect(back).toMatchObject({
      type: 'resourcesReturned',
      authority: 'liaisonLead',
      requests: [{ request: need, ...pumps(3) }],
    });
    expect((back as EventOf<'resourcesReturned'>).requests).toHaveLength(1);
    expect(story.needs()[need]).toMatchObject({
      wants: 0,
      ended: 'done',
      lots: { pump: { sent: 0, there: 0, returned: 4 } },
    });
    expect(story.ledgerEffects()).toMatchObject([
      { kind: 'settleStock', request: need, lots: [{ item: 'pump', quantity: 1, as: 'returned' }] },
      { kind: 'settleStock', request: need, lots: [{ item: 'pump', quantity: 3, as: 'returned' }] },
    ]);
    for (const effect of story.ledgerEffects()) expect(effect).not.toHaveProperty('close');
  });

  test('everything at once where somebody may say so of all of it, by the post for the first', () => {
    const { story, need } = out(3);
    const generator = idOf(story, 'generator');
    story.says(KEEPER, on('dispatch', generator));
    expect(refusalOf(story.says(ENGINEER, giveBack('all')))?.code).toBe('not_authorised');
    const [back] = story.says(KEEPER, giveBack('all'));
    expect(back).toMatchObject({ requests: [{ request: generator }, { request: need }] });
    expect(refusalOf(story.says(KEEPER, giveBack('all')))?.code).toBe('nothing_out');
    expect(refusalOf(story.says(KEEPER, giveBack([])))?.code).toBe('nothing_out');
    expect(refusalOf(story.says(KEEPER, giveBack([need])))).toMatchObject({
      code: 'not_out',
      found: { request: need, items: [] },
      needed: { items: [] },
    });
    expect(refusalOf(story.says(KEEPER, giveBack(['q1'])))).toMatchObject({
      code: 'unknown_request',
      found: { request: 'q1' },
    });
  });

  test('is settled for each of them, in order', () => {
    const { story, need } = out(3);
    const generator = idOf(story, 'generator');
    story.says(KEEPER, on('dispatch', generator));
    const [back] = story.says(KEEPER, giveBack('all'));
    expect(story.ledgerEffects()).toEqual([
      {
        kind: 'settleStock',
        id: `s${back!.seq}.1`,
        request: generator,
        lots: [{ item: 'generator', quantity: 1, as: 'returned' }],
      },
      {
        kind: 'settleStock',
        id: `s${back!.seq}.2`,
        request: need,
        lots: [{ item: 'pump', quantity: 3, as: 'returned' }],
      },
    ]);
  });

  test('is for command where the plan does not know any more what it is', () => {
    const { story, need } = out(2);
    const next = resourcesBasis(({ plan }) => {
      plan.resources = plan.resources!.filter(({ id }) => id !== 'pump');
      plan.allocation = plan.allocation.slice(0, 2);
      Object.assign(plan, { version: 4, hash: 'ab'.repeat(32) });
    });
    expect(refusalOf(story.says(COMMANDER, { type: 'movePlan', basis: next, reason }))).toBeUndefined();
    expect(refusalOf(story.says(KEEPER, giveBack([need])))).toMatchObject({
      code: 'not_authorised',
      needed: { posts: ['commander', 'deputy'] },
    });
    expect(refusalOf(story.says(COMMANDER, giveBack([need])))).toBeUndefined();
  });

  test('nothing is open where nothing is out', () => {
    const story = new ResourceStory({ pump: 5 });
    story.says(ENGINEER, ask('pump', 2));
    story.ledgerDone();
    expect(openItems(story.state, story.at)).toEqual([]);
    story.says(KEEPER, on('dispatch', idOf(story, 'pump')));
    expect(refusalOf(story.says(COMMANDER, { type: 'verify', outcome: 'rejected', reason }))).toMatchObject({
      code: 'resources_out',
      found: { requests: [idOf(story, 'pump')] },
    });
  });

  test('an item that was never out is refused, by its name', () => {
    const { story, need } = out(2);
    const other = { lots: [{ item: 'hose', quantity: 1 }, ...pumps(1).lots] };
    expect(refusalOf(story.says(ENGINEER, giveBack([need], other)))).toMatchObject({
      code: 'not_out',
      found: { items: ['hose=1'] },
      needed: { items: ['pump=2'] },
    });
  });
});

describe('what is used up or lost', () => {
  test.each([
    ['consume', { note: 'fuel' }, { note: ' ' }, { code: 'text_required', found: { field: 'note' } }, 'consumed'],
    ['damage', { reason }, { reason: ' ' }, { code: 'reason_required' }, 'damaged'],
  ])('%s', (action, texts, blank, refusal, place) => {
    const { story, need } = out(3);
    const say = (who: string, more: object) => story.says(who, on(action, need, { ...texts, ...pumps(1), ...more }));
    expect(refusalOf(say(KEEPER, blank))).toMatchObject(refusal);
    expect(refusalOf(say(ENGINEER, {}))?.code).toBe('not_authorised');
    expect(refusalOf(say(KEEPER, pumps(4)))).toMatchObject({
      code: 'not_out',
      found: { request: need, items: ['pump=4'] },
    });
    expect(refusalOf(say(KEEPER, { lots: [] }))?.code).toBe('not_out');
    expect(refusalOf(story.says(KEEPER, on(action, 'q1', { ...texts, ...pumps(1) })))).toMatchObject({
      code: 'unknown_request',
    });
    const [gone] = say(KEEPER, {});
    expect(gone).toMatchObject({
      authority: 'liaisonLead',
      requests: [{ request: need, resource: 'pump', ...pumps(1) }],
      texts,
    });
    expect(story.needs()[need]).toMatchObject({ wants: 2, lots: { pump: { sent: 2, [place]: 1 } } });
    expect(story.ledgerEffects()).toMatchObject([{ request: need, lots: [{ item: 'pump', quantity: 1, as: place }] }]);
    say(KEEPER, pumps(2));
    expect(story.needs()[need]).toMatchObject({ wants: 0, ended: 'done' });
  });
});

describe('the ledger', () => {
  test('is asked with what is wanted in all, at the rank of the level; before one is decided, after all of them', () => {
    const story = new ResourceStory({ pump: 5 });
    story.says(ENGINEER, ask('pump', 2));
    const [effect] = story.ledgerEffects();
    const { seq } = story.all('resourcesRequested')[0]!;
    expect(effect).toEqual({
      kind: 'allocate',
      id: `s${seq}.1`,
      request: `q${seq}`,
      resource: 'pump',
      quantity: 2,
      rank: 3,
    });
    story.ledgerDone();
    for (const [level, rank] of [
      ['L3', 2],
      ['L1', 0],
    ] as const) {
      story.says(COMMANDER, rank === 2 ? confirmAt(level) : raiseTo(level));
      story.ledgerDone();
      story.says(ENGINEER, ask('pump', 1));
      expect(story.ledgerEffects().at(-1)).toMatchObject({ rank });
      story.ledgerDone();
    }
  });

  test('gives several items to one request: each is somewhere', () => {
    const story = responding();
    story.says(ENGINEER, ask('pump', 5));
    const need = idOf(story, 'pump');
    const events = answers(
      story,
      [
        { item: 'a', quantity: 2 },
        { item: 'b', quantity: 1 },
        { item: 'a', quantity: 1 },
      ],
      1,
    );
    expect(ofType(events, 'stockAllocated')[0]).toMatchObject({
      need: { request: need, resource: 'pump' },
      lots: [
        { item: 'a', quantity: 3 },
        { item: 'b', quantity: 1 },
      ],
      gained: [
        { item: 'a', quantity: 3 },
        { item: 'b', quantity: 1 },
      ],
      surplus: [],
      missing: 1,
      first: true,
    });
    story.says(KEEPER, on('dispatch', need, { lots: [{ item: 'a', quantity: 2 }] }));
    story.says(ENGINEER, on('cancel', need, { reason }));
    expect(story.needs()[need]).toMatchObject({
      wants: 2,
      lots: { a: { sent: 2, ready: 0, returned: 1 }, b: { ready: 0, returned: 1 } },
    });
  });

  test('answers anew only what is new, beside what is on its way back to it', () => {
    const { story, need } = withPumps(7);
    story.says(KEEPER, on('dispatch', need));
    story.says(KEEPER, on('consume', need, { ...pumps(2), note: 'fuel' }));
    story.rechecks();
    const [, asked] = story.ledgerEffects();
    expect(asked).toMatchObject({ kind: 'allocate', request: need, quantity: 7 });
    const message: Message = { ...WORLD, type: 'allocated', effectId: asked!.id, ...pumps(6), missing: 1, heldBy: [] };
    const [more] = ofType(story.hears(message), 'stockAllocated');
    expect(more).toMatchObject({ gained: pumps(1).lots, lots: pumps(1).lots, surplus: [], missing: 1 });
    expect(more).not.toHaveProperty('first');
    expect(more).not.toHaveProperty('again');
    expect(story.needs()[need]!.lots['pump']).toMatchObject({ ready: 1, sent: 3, consumed: 2 });
  });

  test('that answers with more than is still wanted gets the rest back, and is asked for no more', () => {
    const story = responding();
    story.says(ENGINEER, { type: 'addFact', values: { dataLost: true }, source: 'x', confidence: 'confirmed' });
    const need = idOf(story, 'pump');
    const moved = resourcesBasis(({ plan }) => {
      plan.allocation[2]!.resources = [{ resource: 'pump', quantity: 0.5 }];
      Object.assign(plan, { version: 4, hash: 'ab'.repeat(32) });
    });
    story.says(COMMANDER, { type: 'movePlan', basis: moved, reason });
    expect(story.ledgerEffects()).toHaveLength(1);
    const [answered] = ofType(story.ledgerAnswers(), 'stockAllocated');
    expect(answered).toMatchObject({
      ...pumps(2),
      gained: pumps(2).lots,
      surplus: pumps(1.5).lots,
      missing: 0,
      heldBy: [],
    });
    expect(answered).not.toHaveProperty('again');
    expect(story.needs()[need]!.lots['pump']).toMatchObject({ ready: 0.5, returned: 1.5 });
    expect(story.ledgerEffects()).toMatchObject([
      { kind: 'settleStock', request: need, lots: [{ item: 'pump', quantity: 1.5, as: 'returned' }], close: true },
    ]);
  });

  test('that answers with several items gets back the first of them', () => {
    const story = responding();
    story.says(ENGINEER, { type: 'addFact', values: { dataLost: true }, source: 'x', confidence: 'confirmed' });
    const moved = resourcesBasis(({ plan }) => {
      plan.allocation[2]!.resources = [{ resource: 'pump', quantity: 0.5 }];
      Object.assign(plan, { version: 4, hash: 'ab'.repeat(32) });
    });
    story.says(COMMANDER, { type: 'movePlan', basis: moved, reason });
    const both = [
      { item: 'a', quantity: 1 },
      { item: 'b', quantity: 1 },
    ];
    expect(ofType(answers(story, both), 'stockAllocated')[0]!.surplus).toEqual([
      { item: 'a', quantity: 1 },
      { item: 'b', quantity: 0.5 },
    ]);
  });

  test('answers anew item by item, beside what is there and what is on its way back', () => {
    const story = responding();
    story.says(ENGINEER, ask('pump', 6));
    const need = idOf(story, 'pump');
    const lots = (a: number, b: number) => [
      { item: 'a', quantity: a },
      { item: 'b', quantity: b },
    ];
    answers(story, lots(2, 2), 2);
    story.says(KEEPER, on('dispatch', need));
    story.says(ENGINEER, on('arrive', need));
    story.says(KEEPER, on('consume', need, { lots: [{ item: 'a', quantity: 1 }], note: 'fuel' }));
    story.rechecks();
    const asked = story.ledgerEffects().find(({ kind }) => kind === 'allocate')!;
    const message: Message = {
      ...WORLD,
      type: 'allocated',
      effectId: asked.id,
      lots: lots(2, 3),
      missing: 1,
      heldBy: [],
    };
    const [more] = ofType(story.hears(message), 'stockAllocated');
    expect(more!.gained).toEqual([{ item: 'b', quantity: 1 }]);
  });

  test('names nobody who holds what is not wanted any more', () => {
    const { story, need } = withPumps(7);
    story.rechecks();
    story.says(ENGINEER, on('substitute', need, { resource: 'generator', reason }));
    expect(story.ledgerEffects().map(({ kind, request }) => [kind, request])).toEqual([
      ['allocate', need],
      ['allocate', idOf(story, 'generator')],
    ]);
    const [answered] = ofType(story.ledgerAnswers(), 'stockAllocated');
    expect(answered).toMatchObject({ missing: 0, heldBy: [], again: true });
  });

  test('tells all that is on the shelf, not only what is new', () => {
    const { story } = withPumps(7);
    story.shelf['pump'] = 4;
    story.rechecks();
    const [more] = ofType(story.ledgerDone(), 'stockAllocated');
    expect(more).toMatchObject({ lots: pumps(7).lots, gained: pumps(2).lots });
  });

  test('that does not answer for long gets back what was forgotten meanwhile', () => {
    const story = responding();
    for (let i = 0; i < 52; i++) {
      story.says(ENGINEER, ask('pump', 1));
      story.says(ENGINEER, on('cancel', idOf(story, 'pump'), { reason }));
    }
    const first = story.ledgerEffects()[0]!.request;
    expect(story.needs()).not.toHaveProperty([first]);
    const [answered] = ofType(story.ledgerAnswers(), 'stockAllocated');
    expect(answered).toMatchObject({ need: { request: first }, lots: [], gained: [], surplus: [], missing: 0 });
    story.ledgerDone();
    expect(story.shelf['pump']).toBe(5);
  });

  test('that was asked for more than is wanted by now is told so when it has answered short', () => {
    const story = responding('L3', { pump: 1, generator: 5 });
    story.says(ENGINEER, { type: 'addFact', values: { dataLost: true }, source: 'x', confidence: 'confirmed' });
    const moved = resourcesBasis(({ plan }) => {
      plan.allocation[2]!.resources = [{ resource: 'pump', quantity: 1 }];
      Object.assign(plan, { version: 4, hash: 'ab'.repeat(32) });
    });
    story.says(COMMANDER, { type: 'movePlan', basis: moved, reason });
    const [answered] = ofType(story.ledgerAnswers(), 'stockAllocated');
    expect(answered).toMatchObject({ ...pumps(1), surplus: [], missing: 0, again: true });
    expect(story.ledgerEffects()).toMatchObject([{ kind: 'allocate', quantity: 1 }]);
    story.ledgerDone();
    expect(story.waitsAtLedger(idOf(story, 'pump'))).toBe(0);
  });

  test('is asked again of whatever is missing, once it has answered what it was asked before', () => {
    const story = responding('L3', { pump: 1, generator: 5, fund: 0 });
    story.says(ENGINEER, ask('pump', 3));
    const need = idOf(story, 'pump');
    story.rechecks();
    expect(story.ledgerEffects()).toHaveLength(1);
    const [answered] = ofType(story.ledgerAnswers(), 'stockAllocated');
    expect(answered).toMatchObject({ missing: 2, again: true, heldBy: [{ incidentId: 'i-2', quantity: 3 }] });
    expect(story.needs()[need]).toMatchObject({ again: undefined });
    expect(story.ledgerEffects()).toMatchObject([{ kind: 'allocate', request: need, quantity: 3 }]);
    const [last] = ofType(story.ledgerAnswers(), 'stockAllocated');
    expect(last).not.toHaveProperty('again');
    expect(last).not.toHaveProperty('first');
    expect(story.ledgerEffects()).toEqual([]);
  });

  test('is asked once by a recheck where it had answered everything', () => {
    const { story, need } = withPumps(7);
    story.rechecks();
    expect(story.ledgerEffects()).toMatchObject([{ kind: 'allocate', request: need, quantity: 7 }]);
    story.ledgerAnswers();
    expect(story.ledgerEffects()).toEqual([]);
  });

  test('is rechecked for what waits, and for nothing that is complete, ended, or not approved yet', () => {
    const story = responding('L3', { pump: 3, generator: 5, fund: 0 });
    story.says(ENGINEER, ask('pump', 3));
    story.says(LEAD, ask('fund', 500));
    story.ledgerDone();
    expect(story.rechecks()).toEqual([]);
    story.says(ENGINEER, ask('pump', 2));
    story.ledgerDone();
    const waits = idOf(story, 'pump');
    story.says(ENGINEER, ask('pump', 4));
    story.ledgerDone();
    story.says(ENGINEER, on('cancel', idOf(story, 'pump'), { reason }));
    story.ledgerDone();
    expect(ofType(story.rechecks(), 'stockRechecked')).toMatchObject([
      { needs: [{ request: waits, resource: 'pump' }] },
    ]);
    story.ledgerDone();
    endsAnyhow(story);
    story.ledgerDone();
    expect(story.rechecks()).toEqual([]);
  });

  test('is not heard where nothing was asked of it, or something else', () => {
    const story = responding();
    story.says(ENGINEER, ask('pump', 1));
    const [asked] = story.ledgerEffects();
    const allocated: Message = { ...WORLD, type: 'allocated', effectId: 'x', lots: [], missing: 0, heldBy: [] };
    expect(story.hears(allocated)).toEqual([]);
    expect(story.hears({ ...WORLD, type: 'stockSettled', effectId: asked!.id })).toEqual([]);
    expect(story.hears({ ...WORLD, type: 'stockSettled', effectId: 'x' })).toEqual([]);
    story.ledgerDone();
    story.says(ENGINEER, on('cancel', idOf(story, 'pump'), { reason }));
    const [settles] = story.ledgerEffects();
    expect(story.hears({ ...allocated, effectId: settles!.id })).toEqual([]);
    expect(story.hears({ ...WORLD, type: 'stockSettled', effectId: settles!.id })).toMatchObject([
      { type: 'stockBooked', effectId: settles!.id },
    ]);
  });

  test('closes what wants nothing more, and keeps open what still waits', () => {
    const complete = withPumps(3);
    complete.story.says(KEEPER, on('dispatch', complete.need, pumps(1)));
    complete.story.says(ENGINEER, on('cancel', complete.need, { reason }));
    expect(complete.story.ledgerEffects()).toMatchObject([
      { lots: [{ item: 'pump', quantity: 2, as: 'returned' }], close: true },
    ]);
    const short = withPumps(7);
    short.story.says(ENGINEER, on('substitute', short.need, { resource: 'generator', quantity: 1, reason }));
    expect(short.story.ledgerEffects()[0]).toMatchObject({ kind: 'allocate', request: short.need, quantity: 5 });
    const empty = withPumps(2, { pump: 0, generator: 5 });
    empty.story.says(ENGINEER, on('substitute', empty.need, { resource: 'generator', quantity: 1, reason }));
    expect(empty.story.ledgerEffects()[0]).toMatchObject({ kind: 'settleStock', request: empty.need, close: true });
    expect(empty.story.ledgerEffects()[0]).not.toHaveProperty('lots');
  });

  test('sums that are not whole come out even', () => {
    const { story, need } = withPumps(0.3, { pump: 0.3, generator: 1 });
    story.says(KEEPER, on('dispatch', need, pumps(0.1)));
    story.says(KEEPER, on('dispatch', need, pumps(0.2)));
    story.says(KEEPER, giveBack([need], pumps(0.1)));
    expect(story.needs()[need]).toMatchObject({ wants: 0.2, lots: { pump: { ready: 0, sent: 0.2, returned: 0.1 } } });
    story.says(KEEPER, giveBack([need], pumps(0.2)));
    expect(story.needs()[need]).toMatchObject({ wants: 0, ended: 'done', lots: { pump: { sent: 0, returned: 0.3 } } });
  });
});

describe('who is told of stock', () => {
  test('of what is ready, and of what is missing, at the first answer and when more comes', () => {
    const { story, events } = withPumps(7, { pump: 0, generator: 5 });
    expect(told(events)).toEqual({ resourcesShort: [ENGINEER, KEEPER, COMMANDER] });
    story.rechecks();
    expect(told(story.ledgerDone())).toEqual({});
    story.shelf['pump'] = 3;
    story.rechecks();
    expect(told(story.ledgerDone())).toEqual({
      resourcesToDispatch: [KEEPER],
      resourcesShort: [ENGINEER, KEEPER, COMMANDER],
    });
    story.shelf['pump'] = 4;
    story.rechecks();
    expect(told(story.ledgerDone())).toEqual({ resourcesToDispatch: [KEEPER], resourcesServed: [ENGINEER] });
  });

  test('of money, whoever pays it out once it is approved', () => {
    const story = responding();
    story.says(LEAD, ask('fund', 50));
    expect(told(story.ledgerDone())).toEqual({ resourcesToDispatch: [PRESS] });
    const planned = new ResourceStory({ generator: 5, fund: 5_000 });
    planned.says(COMMANDER, confirmAt('L2'));
    expect(told(planned.ledgerDone())).toEqual({ resourcesToDispatch: [KEEPER] });
  });

  test('that is not needed: whoever asked, and whoever keeps it, but whoever cancelled it', () => {
    const a = withPumps(2);
    expect(told(a.story.says(ENGINEER, on('cancel', a.need, { reason })))).toEqual({ resourcesNotNeeded: [KEEPER] });
    const b = withPumps(2);
    expect(told(b.story.says(KEEPER, on('cancel', b.need, { reason })))).toEqual({ resourcesNotNeeded: [ENGINEER] });
    const c = withPumps(2);
    expect(told(c.story.says(COMMANDER, on('cancel', c.need, { reason })))).toEqual({
      resourcesNotNeeded: [KEEPER, ENGINEER],
    });
  });

  test('that is not needed once it is over: whoever keeps what goes back, whoever asked in any case', () => {
    const story = responding('L3', { pump: 0, generator: 5 });
    story.says(ENGINEER, ask('pump', 2));
    story.ledgerDone();
    const events = endsAnyhow(story);
    expect(told(events)['resourcesNotNeeded']).toEqual([KEEPER, ENGINEER]);
    const [notice] = events.flatMap((event) =>
      event.type === 'effectRequested' &&
      event.effect.kind === 'notify' &&
      event.effect.template === 'resourcesNotNeeded'
        ? [event.effect]
        : [],
    );
    expect(notice!.recipients).toMatchObject([
      { person: KEEPER, requests: [{ resource: 'generator' }] },
      { person: ENGINEER, requests: [{ resource: 'pump' }] },
    ]);
    expect(notice!.recipients.map(({ requests }) => requests?.length)).toEqual([1, 1]);
  });

  test('on its way: whoever asked, unless they sent it themselves', () => {
    const { story, need } = withPumps(2);
    expect(told(story.says(COMMANDER, on('dispatch', need)))).toEqual({ resourcesOnTheWay: [ENGINEER] });
    const own = responding();
    own.says(KEEPER, ask('pump', 2));
    own.ledgerDone();
    expect(told(own.says(KEEPER, on('dispatch', idOf(own, 'pump'))))).toEqual({});
  });
});

describe('a mail about a request says', () => {
  const mails = (events: IncidentEvent[], template: string) =>
    events.flatMap((event) =>
      event.type === 'effectRequested' && event.effect.kind === 'notify' && event.effect.template === template
        ? event.effect.recipients.map(({ requests }) => requests)
        : [],
    );

  test('what, how much, for whom, by when, what is ready and what is missing, and who has it', () => {
    const at = responding().at + 60_000;
    const { events, need } = withPumps(7, undefined, { priority: 'urgent', neededBy: at });
    expect(mails(events, 'resourcesShort')[0]).toEqual([
      {
        request: need,
        priority: 'urgent',
        neededBy: at,
        waits: 'dispatch',
        by: ENGINEER,
        resource: 'pump',
        quantity: 7,
        missing: 2,
        heldBy: [{ incidentId: 'i-2', quantity: 3 }],
        ready: [{ item: 'pump', quantity: 5 }],
      },
    ]);
  });

  test('nothing of what is not so', () => {
    const story = new ResourceStory({ generator: 5 });
    story.says(COMMANDER, confirmAt('L3'));
    expect(mails(story.ledgerDone(), 'resourcesToDispatch')).toEqual([
      [
        {
          request: idOf(story, 'generator'),
          priority: 'urgent',
          waits: 'dispatch',
          resource: 'generator',
          quantity: 1,
          ready: [{ item: 'generator', quantity: 1 }],
        },
      ],
    ]);
    const { story: sent, need } = withPumps(2);
    expect(mails(sent.says(KEEPER, on('dispatch', need)), 'resourcesOnTheWay')).toEqual([
      [{ request: need, by: ENGINEER, resource: 'pump', quantity: 2, out: [{ item: 'pump', quantity: 2 }] }],
    ]);
  });

  test('of money that waits for approval not that it is missing; of a partner only who it is', () => {
    const story = responding();
    expect(mails(story.says(LEAD, ask('fund', 500)), 'spendingToApprove')).toEqual([
      [{ request: idOf(story, 'fund'), waits: 'approval', by: LEAD, resource: 'fund', quantity: 500 }],
    ]);
    const events = story.says(ENGINEER, {
      type: 'resource',
      action: 'requestPartner',
      partner: 'cloud',
      purpose: 'more',
    });
    const need = Object.keys(story.state.resources.partners)[0];
    expect(mails(events, 'partnerToAsk')).toEqual([
      [{ request: need, waits: 'reply', by: ENGINEER, partner: 'cloud' }],
    ]);
  });
});

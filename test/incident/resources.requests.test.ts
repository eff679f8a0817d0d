import type { Decision, EventOf, IncidentEvent } from '../../src/domain/incident/index.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { HOUR } from '../../src/domain/time.js';
import { ask, idOf, on, resourcesBasis, ResourceStory, responding, withPumps } from './resourcesPlan.js';
import { confirmAt, endsAnyhow, MINUTE, raiseTo, refusalOf, START, told } from './story.js';

const COMMANDER = 'lin-wei';
const DEPUTY = 'chen-jing';
const KEEPER = 'zhou-min';
const PRESS = 'gao-yang';
const ENGINEER = 'sun-yu';
const COLLEAGUE = 'qian-rong';
const LEAD = 'zhao-lei';
const DUTY = 'wang-fang';
const SHELF = { generator: 5, pump: 5, fund: 5_000 };
const reason = 'as things stand';

const askPartner = (more: object = {}): Decision => ({
  type: 'resource',
  action: 'requestPartner',
  partner: 'cloud',
  purpose: 'more machines',
  ...more,
});
const fact = (values: Record<string, number | boolean>): Decision => ({
  type: 'addFact',
  values,
  source: 'graph',
  confidence: 'confirmed',
});
const ofType = <T extends IncidentEvent['type']>(events: IncidentEvent[], type: T): EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);

function withPartner(more: object = {}) {
  const story = responding();
  const events = story.says(ENGINEER, askPartner(more));
  return { story, events, need: Object.keys(story.state.resources.partners)[0]! };
}

describe('a request', () => {
  test('is routine, for a purpose, by the first post of whoever asks; what was not said is not there', () => {
    const [asked] = responding().says(ENGINEER, ask('pump', 2));
    expect(asked).toMatchObject({
      type: 'resourcesRequested',
      authority: 'engineer',
      texts: { purpose: 'to keep going' },
    });
    expect((asked as EventOf<'resourcesRequested'>).requests).toEqual([
      { request: `q${asked!.seq}`, resource: 'pump', quantity: 2, priority: 'routine' },
    ]);
  });

  test('that has not been answered names nobody, and an answer of the ledger is no change of it', () => {
    const story = responding();
    const [asked] = story.says(ENGINEER, ask('pump', 7));
    expect(story.needs()[idOf(story, 'pump')]).toMatchObject({ heldBy: [], seq: asked!.seq });
    story.ledgerDone();
    expect(story.needs()[idOf(story, 'pump')]).toMatchObject({ answered: true, seq: asked!.seq });
  });

  test('of the plan is numbered within the event that makes it', () => {
    const story = responding('L2');
    const { cause } = story.all('resourcesRequested')[0]!;
    expect(Object.keys(story.needs())).toEqual([`q${cause}.1`, `q${cause}.2`]);
  });

  test('says how urgent it is, by when, and out of which budget', () => {
    const story = responding();
    story.says(LEAD, ask('fund', 50, { priority: 'urgent', neededBy: story.at + 1, budget: 'handling' }));
    expect(story.needs()[idOf(story, 'fund')]).toMatchObject({
      priority: 'urgent',
      neededBy: story.at + 1,
      budget: 'handling',
      purpose: 'to keep going',
      spending: 'approved',
    });
  });

  test.each<[string, Decision, object]>([
    [
      'resource',
      ask('nope', 1),
      { code: 'unknown_resource', found: { resource: 'nope' }, needed: { resources: ['generator', 'pump', 'fund'] } },
    ],
    [
      'budget of what is no money',
      ask('pump', 1, { budget: 'handling' }),
      { code: 'unknown_budget', found: { budget: 'handling' }, needed: { budgets: [] } },
    ],
    [
      'budget',
      ask('fund', 1, { budget: 'other' }),
      { code: 'unknown_budget', found: { budget: 'other' }, needed: { budgets: ['handling'] } },
    ],
    [
      'partner',
      askPartner({ partner: 'nope' }),
      { code: 'unknown_partner', found: { partner: 'nope' }, needed: { partners: ['cloud'] } },
    ],
    ['purpose', askPartner({ purpose: ' ' }), { code: 'text_required', found: { field: 'purpose' } }],
    ['time', askPartner({ neededBy: START }), { code: 'needed_by_passed' }],
    ['time of now', ask('pump', 1, { neededBy: START }), { code: 'needed_by_passed' }],
    ['request', on('cancel', 'q999', { reason }), { code: 'unknown_request', found: { request: 'q999' } }],
    ['request to change', on('amend', 'q999', { priority: 'low' }), { code: 'unknown_request' }],
    ['request to replace', on('substitute', 'q999', { resource: 'pump', reason }), { code: 'unknown_request' }],
    ['request to approve', on('approve', 'q999', { reason }), { code: 'unknown_request' }],
  ])('without a known %s is refused, with what there is', (_, decision, refusal) => {
    expect(refusalOf(responding().says(COMMANDER, decision))).toMatchObject(refusal);
  });

  test.each(['constructor', 'toString', '__proto__'])('that is called %s as any object has it is not known', (id) => {
    const lots = [{ item: 'pump', quantity: 1 }];
    const { story, need } = withPumps(2);
    const decisions = [
      on('cancel', id, { reason }),
      on('amend', id, { priority: 'low' }),
      on('substitute', id, { resource: 'pump', reason }),
      on('approve', id, { reason }),
      on('refuse', id, { reason }),
      on('dispatch', id),
      on('arrive', id),
      on('consume', id, { lots, note: 'burnt' }),
      on('damage', id, { lots, reason }),
      on('partnerReply', id, { reply: 'confirmed', note: 'they come' }),
      { type: 'resource', action: 'return', requests: [id] } satisfies Decision,
    ];
    const refusals = decisions.map((decision) => refusalOf(story.says(COMMANDER, decision)));
    expect(refusals.map((refusal) => refusal?.code)).toEqual(decisions.map(() => 'unknown_request'));
    expect(refusals[0]?.needed).toEqual({ requests: [idOf(story, 'generator'), need] });
  });

  test('is made by whoever holds a post, of a partner as well', () => {
    expect(refusalOf(responding().says('stranger', askPartner()))?.code).toBe('post_required');
    const { story, need, events } = withPartner({ neededBy: START + HOUR });
    expect(events[0]).toMatchObject({
      type: 'partnerAsked',
      authority: 'engineer',
      need: { request: need, partner: 'cloud' },
      neededBy: START + HOUR,
      texts: { purpose: 'more machines' },
    });
    expect(need).toBe(`q${events[0]!.seq}`);
    expect(story.state.resources.partners[need]).toMatchObject({
      partner: 'cloud',
      by: { person: ENGINEER, post: 'engineer' },
      priority: 'routine',
      neededBy: START + HOUR,
      purpose: 'more machines',
      waits: 'reply',
    });
    expect(withPartner().events[0]).not.toHaveProperty('neededBy');
  });

  test('is refused by a plan that knows neither resources nor partners', () => {
    const bare = resourcesBasis(({ plan }) => {
      delete plan.resources;
      delete plan.partners;
      delete plan.budgets;
      plan.allocation = [];
    });
    const story = responding('L3', SHELF, bare);
    expect(refusalOf(story.says(ENGINEER, ask('pump', 1)))?.needed).toStrictEqual({ resources: [] });
    expect(refusalOf(story.says(ENGINEER, askPartner()))?.needed).toStrictEqual({ partners: [] });
  });

  test('waits while it is being decided whether this incident becomes a part of another', () => {
    const story = responding();
    story.says(COMMANDER, { type: 'merge', into: 'i-2', reason });
    for (const decision of [ask('pump', 1), askPartner(), on('dispatch', idOf(story, 'generator'))]) {
      const who = decision.type === 'resource' && decision.action === 'dispatch' ? KEEPER : ENGINEER;
      expect(refusalOf(story.says(who, decision))).toMatchObject({ code: 'merge_open', found: { into: 'i-2' } });
    }
  });

  test('is the last at three hundred, partners counted', () => {
    const story = responding();
    story.says(ENGINEER, askPartner());
    for (let i = 2; i < 300; i++) expect(refusalOf(story.says(ENGINEER, ask('pump', 1)))).toBeUndefined();
    expect(refusalOf(story.says(ENGINEER, ask('pump', 1)))).toMatchObject({
      code: 'too_many_requests',
      found: { requests: 300 },
      needed: { atMost: 300 },
    });
    expect(refusalOf(story.says(ENGINEER, askPartner()))?.code).toBe('too_many_requests');
  });

  test('that nobody knows is refused with those that are open', () => {
    const { story, need } = withPumps(1);
    story.says(ENGINEER, askPartner());
    story.says(ENGINEER, on('cancel', need, { reason }));
    const open = [idOf(story, 'generator'), Object.keys(story.state.resources.partners)[0]];
    for (const decision of [
      on('dispatch', 'q1'),
      on('arrive', 'q1'),
      on('partnerReply', 'q1', { reply: 'confirmed', note: 'x' }),
    ]) {
      expect(refusalOf(story.says(COMMANDER, decision))).toMatchObject({
        code: 'unknown_request',
        found: { request: 'q1' },
        needed: { requests: open },
      });
    }
  });
});

describe('whoever asked changes or cancels it; else who keeps it, who leads them, and command', () => {
  test.each<[string, string, string | undefined]>([
    ['whoever asked', ENGINEER, 'engineer'],
    ['a colleague', COLLEAGUE, undefined],
    ['the lead', LEAD, 'techLead'],
    ['the keeper', KEEPER, 'liaisonLead'],
    ['whoever keeps something else', PRESS, undefined],
    ['the commander', COMMANDER, 'commander'],
    ['the deputy', DEPUTY, 'deputy'],
  ])('%s', (_, who, authority) => {
    for (const decision of [
      (need: string) => on('cancel', need, { reason }),
      (need: string) => on('amend', need, { priority: 'low' }),
      (need: string) => on('substitute', need, { resource: 'generator', reason }),
    ]) {
      const { story, need } = withPumps(7);
      const [first] = story.says(who, decision(need));
      if (authority === undefined) expect(first).toMatchObject({ type: 'refused', code: 'not_authorised' });
      else expect(first).toMatchObject({ authority, need: { request: need, resource: 'pump' } });
    }
  });

  test('of what the plan asked for: whoever keeps it, their deputy, and command', () => {
    const cancelled = (who: string) => {
      const story = responding();
      return refusalOf(story.says(who, on('cancel', idOf(story, 'generator'), { reason })))?.code;
    };
    expect([KEEPER, PRESS, COMMANDER, ENGINEER, LEAD].map(cancelled)).toEqual([
      ...[undefined, undefined, undefined],
      ...['not_authorised', 'not_authorised'],
    ]);
  });

  test('of a partner: whoever speaks with it as well', () => {
    for (const [who, authority] of [
      [DUTY, 'duty'],
      [ENGINEER, 'engineer'],
      [LEAD, 'techLead'],
    ] as const) {
      const { story, need } = withPartner();
      expect(story.says(who, on('cancel', need, { reason }))[0]).toMatchObject({ type: 'requestCancelled', authority });
    }
    const { story, need } = withPartner();
    expect(refusalOf(story.says(KEEPER, on('cancel', need, { reason })))?.code).toBe('not_authorised');
  });
});

describe('cancelling', () => {
  test('wants a reason, and says what goes back and what is out', () => {
    const { story, need } = withPumps(3);
    story.says(KEEPER, on('dispatch', need, { lots: [{ item: 'pump', quantity: 1 }] }));
    expect(refusalOf(story.says(ENGINEER, on('cancel', need, { reason: ' ' })))?.code).toBe('reason_required');
    expect(story.says(ENGINEER, on('cancel', need, { reason }))[0]).toMatchObject({
      type: 'requestCancelled',
      lots: [{ item: 'pump', quantity: 2 }],
      out: 1,
      texts: { reason },
    });
    expect(story.state.resources.reason).toBe(reason);
    for (const decision of [
      on('cancel', need, { reason }),
      on('amend', need, { priority: 'low' }),
      on('dispatch', need),
    ]) {
      expect(refusalOf(story.says(KEEPER, decision))).toMatchObject({
        code: 'request_ended',
        found: { request: need },
      });
    }
  });

  test('what nobody has answered yet gives it up as a whole at the ledger, whatever that still answers', () => {
    const story = responding();
    story.says(ENGINEER, ask('pump', 2));
    const need = idOf(story, 'pump');
    story.says(ENGINEER, on('cancel', need, { reason }));
    expect(story.ledgerEffects()).toMatchObject([
      { kind: 'allocate' },
      { kind: 'settleStock', request: need, close: true },
    ]);
    const [answered] = ofType(story.ledgerAnswers(), 'stockAllocated');
    expect(answered).toMatchObject({ lots: [], gained: [], surplus: [], missing: 0, heldBy: [] });
    story.ledgerDone();
    expect(story.shelf['pump']).toBe(5);
  });

  test('what a partner was asked for ends it, and no answer is waited for', () => {
    const { story, need } = withPartner();
    story.says(KEEPER, on('dispatch', idOf(story, 'generator')));
    const [cancelled] = story.says(ENGINEER, on('cancel', need, { reason }));
    expect(cancelled).toMatchObject({ need: { request: need, partner: 'cloud' }, lots: [], out: 0 });
    expect(story.state.resources.partners[need]).toMatchObject({ ended: 'cancelled' });
    expect(story.ledgerEffects()).toEqual([]);
    expect(story.passes(HOUR).filter(({ type }) => type.startsWith('requests'))).toEqual([]);
    expect(refusalOf(story.says(DUTY, on('partnerReply', need, { reply: 'confirmed', note: 'x' })))).toMatchObject({
      code: 'request_ended',
      found: { request: need },
    });
  });

  test('what is money that nobody has approved leaves the ledger alone', () => {
    const story = responding();
    story.says(LEAD, ask('fund', 500));
    story.says(LEAD, on('cancel', idOf(story, 'fund'), { reason }));
    expect(story.ledgerEffects()).toEqual([]);
  });
});

describe('changing', () => {
  test('says only what is new, and nothing where nothing is', () => {
    const { story, need } = withPumps(2, undefined, { priority: 'urgent', neededBy: START + HOUR });
    const [changed] = story.says(ENGINEER, on('amend', need, { priority: 'low', neededBy: START + HOUR }));
    expect(changed).toMatchObject({ type: 'requestAmended', priority: 'low' });
    expect(changed).not.toHaveProperty('neededBy');
    const [later] = story.says(ENGINEER, on('amend', need, { priority: 'low', neededBy: START + 2 * HOUR }));
    expect(later).toMatchObject({ neededBy: START + 2 * HOUR });
    expect(later).not.toHaveProperty('priority');
    expect(story.needs()[need]).toMatchObject({ priority: 'low', neededBy: START + 2 * HOUR, seq: later!.seq });
    expect(
      refusalOf(story.says(ENGINEER, on('amend', need, { priority: 'low', neededBy: START + 2 * HOUR }))),
    ).toMatchObject({
      code: 'request_stands',
      found: { request: need },
    });
    expect(refusalOf(story.says(ENGINEER, on('amend', need)))?.code).toBe('request_stands');
    expect(refusalOf(story.says(ENGINEER, on('amend', need, { neededBy: START })))?.code).toBe('needed_by_passed');
  });

  test('to a later time than that which passed makes it late anew; how urgent it is does not', () => {
    const { story, need } = withPumps(7, undefined, { neededBy: START + MINUTE });
    expect(story.passes(MINUTE).filter(({ type }) => type === 'requestsLate')).toHaveLength(1);
    expect(story.needs()[need]).toMatchObject({ late: true });
    story.says(ENGINEER, on('amend', need, { priority: 'urgent' }));
    expect(story.needs()[need]).toMatchObject({ late: true });
    story.says(ENGINEER, on('amend', need, { neededBy: START + 2 * MINUTE }));
    expect(story.needs()[need]).toMatchObject({ late: undefined });
    expect(story.passes(MINUTE).filter(({ type }) => type === 'requestsLate')).toHaveLength(1);
  });

  test('tells whoever keeps it where it waits to leave', () => {
    const { story, need } = withPumps(2);
    expect(told(story.says(ENGINEER, on('amend', need, { priority: 'urgent' })))).toEqual({
      resourcesToDispatch: [KEEPER],
    });
    story.says(KEEPER, on('dispatch', need));
    expect(told(story.says(ENGINEER, on('amend', need, { priority: 'low' })))).toEqual({});
  });
});

describe('asking for something else instead', () => {
  test('takes over what is missing, how urgent it is, by when, and for what', () => {
    const { story, need } = withPumps(7, undefined, { priority: 'urgent', neededBy: START + HOUR });
    const events = story.says(KEEPER, on('substitute', need, { resource: 'generator', reason }));
    expect(events[0]).toMatchObject({ type: 'requestSubstituted', missing: 2, texts: { reason } });
    expect(events[1]).toMatchObject({
      type: 'resourcesRequested',
      authority: 'liaisonLead',
      requests: [
        {
          request: `q${events[1]!.seq}`,
          resource: 'generator',
          quantity: 2,
          priority: 'urgent',
          neededBy: START + HOUR,
          insteadOf: need,
        },
      ],
      texts: { purpose: 'to keep going' },
    });
    expect(story.state.resources.reason).toBe(reason);
    const other = story.needs()[idOf(story, 'generator')];
    expect(other).toMatchObject({ by: { person: ENGINEER, post: 'engineer' }, wants: 2, purpose: 'to keep going' });
  });

  test('in another quantity; for the reason given, where the plan asked and nobody said what for', () => {
    const story = responding('L2', { ...SHELF, generator: 0 });
    const need = idOf(story, 'generator');
    const [, asked] = story.says(KEEPER, on('substitute', need, { resource: 'pump', quantity: 4, reason }));
    expect(asked).toMatchObject({ requests: [{ quantity: 4, priority: 'urgent' }], texts: { purpose: reason } });
    expect((asked as EventOf<'resourcesRequested'>).requests[0]).not.toHaveProperty('neededBy');
    expect(story.needs()[idOf(story, 'pump')]).toMatchObject({ by: { person: KEEPER, post: 'liaisonLead' } });
    expect(story.needs()[need]).toMatchObject({ wants: 0, ended: 'done' });
  });

  test.each<[string, string, object, object]>([
    [
      'what nobody knows',
      'pump',
      { resource: 'nope' },
      { code: 'unknown_resource', found: { resource: 'nope' }, needed: { resources: ['generator', 'pump', 'fund'] } },
    ],
    ['the same', 'pump', { resource: 'pump' }, { code: 'no_substitute', found: { resource: 'pump' } }],
    ['money', 'pump', { resource: 'fund' }, { code: 'no_substitute', found: { resource: 'fund' } }],
    ['something in place of money', 'fund', { resource: 'pump' }, { code: 'no_substitute' }],
    ['it without a reason', 'pump', { resource: 'generator', reason: ' ' }, { code: 'reason_required' }],
  ])('%s is refused', (_, resource, more, refusal) => {
    const story = responding();
    story.says(LEAD, ask(resource, 7));
    story.ledgerDone();
    expect(refusalOf(story.says(LEAD, on('substitute', idOf(story, resource), { reason, ...more })))).toMatchObject(
      refusal,
    );
  });

  test('is refused where nothing is missing', () => {
    const { story, need } = withPumps(2);
    expect(refusalOf(story.says(ENGINEER, on('substitute', need, { resource: 'generator', reason })))).toMatchObject({
      code: 'nothing_missing',
      found: { request: need },
    });
  });
});

describe('money', () => {
  const asked = (quantity: number, level = 'L3', change: (basis: Basis) => void = () => undefined) => {
    const story = responding(level, SHELF, resourcesBasis(change));
    const events = story.says(LEAD, ask('fund', quantity));
    return { story, events, need: idOf(story, 'fund') };
  };

  test('up to the limit itself is decided by whoever asks, above it by whoever may decide so much', () => {
    expect(asked(100).story.needs()).toMatchObject({ [asked(100).need]: { spending: 'approved' } });
    const { story, events, need } = asked(100.001);
    expect(story.needs()[need]).toMatchObject({ spending: 'awaiting', waits: 'approval' });
    expect(told(events)).toEqual({ spendingToApprove: [COMMANDER] });
    expect(told(asked(10_000).events)).toEqual({ spendingToApprove: [COMMANDER] });
  });

  test('that nobody may decide at this level is told to whoever commands, at a higher one to whoever may', () => {
    expect(told(asked(20_000).events)).toEqual({ spendingToApprove: [COMMANDER] });
    expect(told(asked(20_000, 'L1').events)).toEqual({ spendingToApprove: [DEPUTY] });
    const { story, need } = asked(20_000);
    expect(refusalOf(story.says(DEPUTY, on('approve', need, { reason })))?.code).toBe('not_authorised');
    expect(refusalOf(story.says(COMMANDER, on('approve', need, { reason })))?.code).toBe('not_authorised');
  });

  test('of a level, before anybody has decided one, nobody may decide', () => {
    const basis = resourcesBasis(
      ({ plan }) =>
        (plan.spending = [
          { posts: ['deputy'], levels: ['L1'] },
          { posts: ['duty'], upTo: 5 },
        ]),
    );
    const story = new ResourceStory({}, basis);
    story.says(DEPUTY, ask('fund', 50));
    expect(refusalOf(story.says(DEPUTY, on('approve', idOf(story, 'fund'), { reason })))).toMatchObject({
      code: 'not_authorised',
      needed: { posts: [] },
    });
  });

  test('is approved or refused with a reason, once, and only money', () => {
    const { story, need } = asked(500);
    for (const action of ['approve', 'refuse']) {
      expect(refusalOf(story.says(COMMANDER, on(action, need, { reason: ' ' })))?.code).toBe('reason_required');
    }
    expect(story.says(COMMANDER, on('approve', need, { reason }))[0]).toMatchObject({
      type: 'spendingApproved',
      authority: 'commander',
      need: { request: need, resource: 'fund' },
      texts: { reason },
    });
    expect(story.state.resources.reason).toBe(reason);
    expect(refusalOf(story.says(COMMANDER, on('approve', need, { reason })))).toMatchObject({
      code: 'not_awaiting_approval',
      found: { request: need },
    });
    const generator = idOf(story, 'generator');
    expect(refusalOf(story.says(COMMANDER, on('refuse', generator, { reason })))?.code).toBe('not_awaiting_approval');
  });

  test('is not approved by whoever pays it out, in whatever other post, nor by their deputy', () => {
    const both = ({ plan, holders }: Basis) => {
      holders['deputy'] = [PRESS];
      plan.spending = [{ posts: ['deputy', 'commander'] }];
    };
    const { story, need, events } = asked(500, 'L3', both);
    expect(told(events)).toEqual({ spendingToApprove: [COMMANDER] });
    expect(refusalOf(story.says(PRESS, on('approve', need, { reason })))?.code).toBe('payer_cannot_approve');
    const deputies = asked(500, 'L3', (basis) => {
      both(basis);
      Object.assign(basis.plan.resources![2]!, { custodian: 'duty', deputy: 'pressLead' });
    });
    expect(refusalOf(deputies.story.says(PRESS, on('approve', deputies.need, { reason })))?.code).toBe(
      'payer_cannot_approve',
    );
  });

  test('is approved by posts that neither pay it out nor deputise for whoever does', () => {
    const { story, need } = asked(500, 'L3', ({ plan }) => {
      plan.resources![2]!.deputy = 'liaisonLead';
      plan.spending = [{ posts: ['pressLead', 'liaisonLead', 'duty'] }];
    });
    for (const who of [PRESS, KEEPER]) {
      expect(refusalOf(story.says(who, on('approve', need, { reason })))).toMatchObject({
        code: 'not_authorised',
        needed: { posts: ['duty'] },
      });
    }
  });

  test('is asked for out of no budget where the plan has none', () => {
    const story = responding(
      'L3',
      SHELF,
      resourcesBasis(({ plan }) => delete plan.budgets),
    );
    expect(refusalOf(story.says(LEAD, ask('fund', 50, { budget: 'handling' })))?.needed).toEqual({ budgets: [] });
  });

  test('is not decided alone by whoever pays it out, nor by their deputy', () => {
    const alone = (who: string, change: (basis: Basis) => void) => {
      const story = responding('L3', SHELF, resourcesBasis(change));
      story.says(who, ask('fund', 50));
      return story.needs()[idOf(story, 'fund')]!.spending;
    };
    const anybody = ({ plan }: Basis) => (plan.spending = [{ posts: ['pressLead', 'liaisonLead', 'techLead'] }]);
    const shared = (basis: Basis) => {
      anybody(basis);
      basis.plan.resources![2]!.deputy = 'liaisonLead';
      basis.holders['techLead'] = [LEAD, PRESS, KEEPER];
    };
    expect(alone(LEAD, shared)).toBe('approved');
    expect(alone(PRESS, shared)).toBe('awaiting');
    expect(alone(KEEPER, shared)).toBe('awaiting');
    expect(alone(KEEPER, anybody)).toBe('approved');
  });

  test('whoever asked hears of the refusal, and does not decide it; the name is said', () => {
    const { story, need } = asked(500, 'L3', ({ plan, holders }) => {
      plan.spending = [{ posts: ['duty'], levels: ['L2'] }];
      holders['duty'] = [LEAD];
    });
    story.says(COMMANDER, raiseTo('L2'));
    const refused = refusalOf(story.says(LEAD, on('refuse', need, { reason })));
    expect(refused).toMatchObject({ code: 'requester_cannot_approve', found: { requestedBy: `person:${LEAD}` } });
  });

  test('that is refused ends, wants nothing, and is not paid', () => {
    const { story, need } = asked(500);
    story.says(COMMANDER, on('refuse', need, { reason }));
    expect(story.needs()[need]).toMatchObject({ spending: 'refused', ended: 'refused', wants: 0 });
    expect(story.needs()[need]).toMatchObject({ waits: undefined });
    expect(story.state.resources.reason).toBe(reason);
  });

  test('that the plan has set aside and somebody refuses goes back', () => {
    const story = responding('L2');
    const need = idOf(story, 'fund');
    expect(story.shelf['fund']).toBe(4_000);
    expect(told(story.says(COMMANDER, on('refuse', need, { reason })))).toEqual({});
    expect(story.ledgerEffects()).toMatchObject([{ kind: 'settleStock', request: need, close: true }]);
    expect(story.needs()[need]!.lots['fund']).toMatchObject({ ready: 0, returned: 1_000 });
    story.ledgerDone();
    expect(story.shelf['fund']).toBe(5_000);
  });

  test('that the plan has set aside is not asked of the ledger again when it is approved', () => {
    const story = responding('L2');
    story.says(COMMANDER, on('approve', idOf(story, 'fund'), { reason }));
    expect(story.ledgerEffects()).toEqual([]);
    expect(story.needs()[idOf(story, 'fund')]).toMatchObject({ spending: 'approved', waits: 'dispatch' });
  });
});

describe('after the end', () => {
  const over = () => {
    const { story, need } = withPumps(3);
    story.says(ENGINEER, askPartner());
    story.says(KEEPER, on('dispatch', need));
    const partner = Object.keys(story.state.resources.partners)[0]!;
    story.says(DUTY, on('partnerReply', partner, { reply: 'confirmed', note: 'two engineers' }));
    endsAnyhow(story);
    return { story, need, partner };
  };
  const lot = { lots: [{ item: 'pump', quantity: 1 }] };

  test('what is out still arrives, comes back, or is written off, and partners still answer', () => {
    const { story, need, partner } = over();
    for (const decision of [
      on('arrive', need),
      on('consume', need, { ...lot, note: 'fuel' }),
      on('damage', need, { ...lot, reason }),
      { type: 'resource', action: 'return', requests: [need] } as Decision,
    ]) {
      expect(refusalOf(story.says(KEEPER, decision))).toBeUndefined();
    }
    expect(
      refusalOf(story.says(DUTY, on('partnerReply', partner, { reply: 'declined', note: 'gone' }))),
    ).toBeUndefined();
    expect(refusalOf(story.says(DUTY, on('cancel', partner, { reason })))).toBeUndefined();
  });

  test.each<[string, (need: string) => Decision]>([
    ['asked for', () => ask('pump', 1)],
    ['asked of partners', () => askPartner()],
    ['changed', (need) => on('amend', need, { priority: 'low' })],
    ['replaced', (need) => on('substitute', need, { resource: 'generator', reason })],
    ['approved', (need) => on('approve', need, { reason })],
    ['refused', (need) => on('refuse', need, { reason })],
    ['sent', (need) => on('dispatch', need)],
  ])('nothing is %s any more', (_, decision) => {
    const { story, need } = over();
    expect(refusalOf(story.says(COMMANDER, decision(need)))).toMatchObject({
      code: 'wrong_phase',
      found: { phase: 'aftermath' },
      needed: { phases: ['reported', 'standby', 'responding'] },
    });
  });
});

describe('what a partner answers', () => {
  test('is entered with a note by whoever speaks with it, or command; who leads them not', () => {
    const reply = (who: string, more: object = {}) => {
      const { story, need } = withPartner();
      return story.says(who, on('partnerReply', need, { reply: 'confirmed', note: 'two engineers', ...more }))[0];
    };
    expect(reply(DUTY, { eta: START + HOUR })).toMatchObject({
      type: 'partnerReplied',
      authority: 'duty',
      reply: 'confirmed',
      eta: START + HOUR,
      texts: { note: 'two engineers' },
    });
    expect(reply(DUTY)).not.toHaveProperty('eta');
    expect(reply(COMMANDER)).toMatchObject({ authority: 'commander' });
    expect(reply(ENGINEER)).toMatchObject({ code: 'not_authorised' });
    expect(reply(DUTY, { note: ' ' })).toMatchObject({ code: 'text_required', found: { field: 'note' } });
    expect(reply(DUTY, { reply: 'declined', eta: START + HOUR })).not.toHaveProperty('eta');
  });

  test('stands until it answers anew', () => {
    const { story, need } = withPartner();
    const answers = (reply: string, more: object = {}) =>
      story.says(DUTY, on('partnerReply', need, { reply, note: `${reply}!`, ...more }));
    answers('confirmed', { eta: START + HOUR });
    expect(story.state.resources.partners[need]).toMatchObject({
      reply: { reply: 'confirmed', at: START, eta: START + HOUR },
    });
    expect(story.state.resources.partners[need]).toMatchObject({ waits: undefined });
    expect(told(answers('declined'))).toEqual({ partnerReplied: [ENGINEER] });
    expect(story.state.resources.partners[need]!.reply).toEqual({ reply: 'declined', at: START });
    expect(story.state.resources.reason).toBe('declined!');
  });
});

describe('what becomes known or is decided asks for more by itself', () => {
  const byPlan = (events: IncidentEvent[]) => [
    ...ofType(events, 'requestsReduced').map(({ why, requests }) => [
      why,
      requests.map(({ resource, by }) => [resource, by]),
    ]),
    ...ofType(events, 'resourcesRequested').map(({ requests }) =>
      requests.map((r) => [r.resource, r.quantity, r.priority]),
    ),
  ];

  test('a fact, another category, another report, another version of the plan', () => {
    const basis = resourcesBasis(({ plan }) =>
      plan.allocation.push({
        id: 'attack',
        when: { categories: ['security'] },
        resources: [{ resource: 'pump', quantity: 0.5 }],
      }),
    );
    const story = responding('L3', SHELF, basis);
    expect(byPlan(story.says(ENGINEER, fact({ dataLost: true })))).toEqual([[['pump', 2, 'routine']]]);
    expect(byPlan(story.says(COMMANDER, { type: 'changeCategory', category: 'security', reason }))).toEqual([
      [['pump', 0.5, 'routine']],
    ]);
    story.ledgerDone();
    expect(byPlan(story.says(COMMANDER, { type: 'changeCategory', category: 'operation', reason }))).toEqual([
      ['categoryChanged', [['pump', 0.5]]],
    ]);
    story.ledgerDone();
    expect(story.shelf['pump']).toBe(3);
    const next = resourcesBasis(({ plan }) => {
      plan.allocation = [{ id: 'every', when: { level: 'L3' }, resources: [{ resource: 'generator', quantity: 3 }] }];
      Object.assign(plan, { version: 4, hash: 'ab'.repeat(32) });
    });
    expect(byPlan(story.says(COMMANDER, { type: 'movePlan', basis: next, reason }))).toEqual([
      ['planMoved', [['pump', 2]]],
      [['generator', 2, 'routine']],
    ]);
    story.ledgerDone();
    expect(story.shelf).toMatchObject({ pump: 5, generator: 2 });
  });

  test('asks the ledger anew of what is missing at another level only', () => {
    const { story } = withPumps(7);
    expect(ofType(story.says(COMMANDER, fact({ dataLost: false })), 'stockRechecked')).toEqual([]);
    expect(ofType(story.says(COMMANDER, raiseTo('L2')), 'stockRechecked')).toHaveLength(1);
  });

  test('counts what somebody cancelled as far as it is not out, and asks the ledger for nothing on its account', () => {
    const story = responding('L2');
    const need = idOf(story, 'generator');
    story.says(KEEPER, on('dispatch', need, { lots: [{ item: 'generator', quantity: 1 }] }));
    story.says(COMMANDER, on('cancel', need, { reason }));
    story.ledgerDone();
    const [lower] = ofType(story.says(COMMANDER, { type: 'changeLevel', level: 'L3', reason }), 'requestsReduced');
    expect(lower!.requests[0]).toEqual({ request: need, resource: 'generator', by: 1, lots: [] });
    expect(story.needs()[need]).toMatchObject({ planned: 1, wants: 1, ended: 'cancelled' });
    expect(story.ledgerEffects().filter(({ request }) => request === need)).toEqual([]);
  });

  test('another report of the same thing', () => {
    const story = responding();
    const absorb: Decision = {
      type: 'absorb',
      from: 'i-9',
      mode: 'real',
      reporter: { kind: 'person', id: COLLEAGUE },
      reportedAt: START,
      facts: { dataLost: true },
      texts: { title: 'Slow', place: 'checkout' },
    };
    expect(byPlan(story.says(COMMANDER, absorb))).toEqual([[['pump', 2, 'routine']]]);
  });

  test('not before there is a level, nor once it is over', () => {
    const story = new ResourceStory({ ...SHELF });
    expect(byPlan(story.says(COMMANDER, { type: 'verify', outcome: 'standby', reason }))).toEqual([]);
    expect(byPlan(story.says(ENGINEER, fact({ dataLost: true })))).toEqual([]);
    expect(byPlan(story.says(COMMANDER, confirmAt('L3')))).toEqual([
      [
        ['generator', 1, 'urgent'],
        ['pump', 2, 'urgent'],
      ],
    ]);
    story.ledgerDone();
    expect(byPlan(endsAnyhow(story))).toEqual([
      [
        'terminated',
        [
          ['generator', 1],
          ['pump', 2],
        ],
      ],
    ]);
    expect(byPlan(story.says(COMMANDER, fact({ dataLost: false })))).toEqual([]);
  });

  test('what goes back is the latest first, what is still waited for before what is on the shelf', () => {
    const story = responding('L3', { ...SHELF, generator: 2 });
    const basis = (quantity: number, version: number) =>
      resourcesBasis(({ plan }) => {
        plan.allocation = [{ id: 'every', when: { level: 'L3' }, resources: [{ resource: 'generator', quantity }] }];
        Object.assign(plan, { version, hash: String(version).repeat(64) });
      });
    const moveTo = (quantity: number, version: number) => {
      const events = story.says(COMMANDER, { type: 'movePlan', basis: basis(quantity, version), reason });
      story.ledgerDone();
      return ofType(events, 'requestsReduced').flatMap(({ requests }) => requests);
    };
    const first = idOf(story, 'generator');
    moveTo(4, 4);
    const second = idOf(story, 'generator');
    expect(story.needs()[second]).toMatchObject({
      quantity: 3,
      wants: 3,
      planned: 3,
      lots: { generator: { ready: 1 } },
    });
    expect(moveTo(3, 5)).toEqual([{ request: second, resource: 'generator', by: 1, lots: [] }]);
    expect(moveTo(1.5, 6)).toEqual([
      { request: second, resource: 'generator', by: 1.5, lots: [{ item: 'generator', quantity: 0.5 }] },
    ]);
    expect(story.needs()[second]).toMatchObject({
      wants: 0.5,
      planned: 0.5,
      lots: { generator: { ready: 0.5, returned: 0.5 } },
    });
    expect(moveTo(0.5, 7)).toEqual([
      { request: second, resource: 'generator', by: 0.5, lots: [{ item: 'generator', quantity: 0.5 }], ends: true },
      { request: first, resource: 'generator', by: 0.5, lots: [{ item: 'generator', quantity: 0.5 }] },
    ]);
    expect(story.needs()[second]).toMatchObject({ wants: 0, ended: 'reduced' });
    expect(story.needs()[first]).toMatchObject({ wants: 0.5 });
    expect(story.needs()[first]).toMatchObject({ ended: undefined });
    expect(story.shelf['generator']).toBe(1.5);
  });
});

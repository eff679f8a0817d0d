import { requestStatus } from '../../src/domain/incident/index.js';
import type { Decision, EventOf, IncidentEvent } from '../../src/domain/incident/index.js';
import type { LotSums } from '../../src/domain/incident/state.js';
import type { Basis } from '../../src/domain/plan/compiled.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { ask, idOf, on, resourcesBasis, ResourceStory, responding, withPumps } from './resourcesPlan.js';
import { endsAnyhow, MINUTE, raiseTo, START, told } from './story.js';

const COMMANDER = 'lin-wei';
const KEEPER = 'zhou-min';
const DEPUTY_KEEPER = 'gao-yang';
const ENGINEER = 'sun-yu';
const LEAD = 'zhao-lei';
const DUTY = 'wang-fang';
const reason = 'as things stand';
const SHELF = { generator: 5, pump: 5, fund: 5_000 };

const askPartner: Decision = { type: 'resource', action: 'requestPartner', partner: 'cloud', purpose: 'more machines' };
const away = (...people: string[]) =>
  resourcesBasis((basis) => {
    basis.people = Object.fromEntries(people.map((id) => [id, { away: [{ from: START, until: START + DAY }] }]));
  });

type Pressed = EventOf<'requestsOverdue'> | EventOf<'requestsLate'>;

/** What was told, how many minutes after the report, of which requests, to whom. */
const pressed = (events: IncidentEvent[]) =>
  events
    .filter((event): event is Pressed => event.type === 'requestsOverdue' || event.type === 'requestsLate')
    .map((event) => [
      event.type === 'requestsLate' ? 'late' : event.step,
      (event.at - START) / MINUTE,
      event.tell.map(({ person }) => person).join(' '),
    ]);

/** Nothing of the plan's own is open: only what the test asks for. */
function quiet(basis?: Basis, shelf: Record<string, number> = SHELF): ResourceStory {
  const story = responding('L3', shelf, basis);
  story.says(COMMANDER, on('dispatch', idOf(story, 'generator')));
  return story;
}

describe('what waits to be sent out', () => {
  const waiting = (basis?: Basis) => {
    const story = quiet(basis);
    story.says(ENGINEER, ask('generator', 1));
    story.ledgerDone();
    return { story, need: idOf(story, 'generator') };
  };

  test('is told to whoever keeps it, then to the deputy and whoever asked, then to command every half hour', () => {
    const { story, need } = waiting();
    expect(pressed(story.passes(75 * MINUTE))).toEqual([
      ['first', 5, KEEPER],
      ['second', 10, `${DEPUTY_KEEPER} ${ENGINEER}`],
      ['command', 15, COMMANDER],
      ['command', 45, COMMANDER],
      ['command', 75, COMMANDER],
    ]);
    expect(story.all('requestsOverdue')[0]).toMatchObject({ needs: [{ request: need, resource: 'generator' }] });
    story.says(KEEPER, on('dispatch', need));
    expect(pressed(story.passes(DAY))).toEqual([]);
    expect(story.state.resources).toMatchObject({ wakeAt: undefined });
  });

  test('is told to whoever is there where the roster does not name its post; where it names nobody it stays on the record', () => {
    const { story } = waiting(resourcesBasis(({ holders }) => delete holders['liaisonLead']));
    expect(pressed(story.passes(5 * MINUTE))).toEqual([['second', 5, `${DEPUTY_KEEPER} ${ENGINEER}`]]);
    const nobody = new ResourceStory(
      { generator: 1 },
      resourcesBasis((basis) => {
        basis.holders = { engineer: [ENGINEER] };
        basis.people = { [ENGINEER]: { away: [{ from: START, until: START + DAY }] } };
      }),
    );
    nobody.says(ENGINEER, ask('generator', 1));
    nobody.ledgerDone();
    expect(pressed(nobody.passes(5 * MINUTE))).toEqual([['command', 5, '']]);
  });

  test('is told at the next step where nobody of the first is there', () => {
    expect(pressed(waiting(away(KEEPER)).story.passes(15 * MINUTE))).toEqual([
      ['second', 5, `${DEPUTY_KEEPER} ${ENGINEER}`],
      ['command', 10, COMMANDER],
    ]);
    expect(pressed(waiting(away(KEEPER, DEPUTY_KEEPER, ENGINEER)).story.passes(15 * MINUTE))).toEqual([
      ['command', 5, COMMANDER],
    ]);
  });

  test('is told to the second holder of the post where the first is away', () => {
    const { story } = waiting(
      resourcesBasis((basis) => {
        basis.holders['liaisonLead'] = [KEEPER, 'xu-na', 'ma-chao'];
        basis.people = { [KEEPER]: { away: [{ from: START, until: START + DAY }] } };
      }),
    );
    expect(pressed(story.passes(5 * MINUTE))).toEqual([['first', 5, 'xu-na']]);
  });

  test('is told of a post of command to whoever fills it in this incident', () => {
    const { story } = waiting(
      resourcesBasis((basis) => {
        basis.plan.resources![0]!.custodian = 'commander';
        basis.holders['commander'] = [DUTY, COMMANDER];
        basis.people = { [DUTY]: { away: [{ from: START, until: START + 1 }] } };
      }),
    );
    expect(pressed(story.passes(5 * MINUTE))).toEqual([['first', 5, COMMANDER]]);
  });

  test('each person once where they are asked for both reasons', () => {
    const story = quiet();
    story.says(DEPUTY_KEEPER, ask('generator', 1));
    story.ledgerDone();
    expect(pressed(story.passes(10 * MINUTE)).at(-1)).toEqual(['second', 10, DEPUTY_KEEPER]);
  });

  test('in one mail each step, however many wait, and anew for what waits later', () => {
    const { story, need } = waiting();
    story.says(ENGINEER, ask('pump', 1));
    story.ledgerDone();
    const pump = idOf(story, 'pump');
    const [first] = story.passes(5 * MINUTE).filter(({ type }) => type === 'requestsOverdue');
    expect(first).toMatchObject({ step: 'first', tell: [{ person: KEEPER, requests: [need, pump] }] });
    story.says(ENGINEER, ask('pump', 1));
    story.ledgerDone();
    expect(pressed(story.passes(10 * MINUTE))).toEqual([
      ['first', 10, KEEPER],
      ['second', 10, `${DEPUTY_KEEPER} ${ENGINEER}`],
      ['second', 15, ENGINEER],
      ['command', 15, COMMANDER],
    ]);
    expect(story.all('requestsOverdue').at(-1)).toMatchObject({ needs: [{ request: need }, { request: pump }] });
  });

  test('command is reminded of all of it together, a request that comes later does not make it more often', () => {
    const { story } = waiting();
    story.passes(20 * MINUTE);
    story.says(ENGINEER, ask('pump', 1));
    story.ledgerDone();
    const commanded = pressed(story.passes(60 * MINUTE)).filter(([step]) => step === 'command');
    expect(commanded).toEqual([
      ['command', 35, COMMANDER],
      ['command', 45, COMMANDER],
      ['command', 75, COMMANDER],
    ]);
  });

  test('command is reminded of nothing of which it has not heard yet', () => {
    const { story, need } = waiting();
    story.passes(42 * MINUTE);
    story.says(ENGINEER, ask('pump', 1));
    story.ledgerDone();
    story.passes(3 * MINUTE);
    expect(story.all('requestsOverdue').at(-1)).toMatchObject({ step: 'command', needs: [{ request: need }] });
    expect(story.all('requestsOverdue').at(-1)!.needs).toHaveLength(1);
  });

  test('after an outage each is asked in turn, counted from when they have really heard', () => {
    const { story } = waiting();
    story.at += HOUR;
    expect(pressed(story.passes(15 * MINUTE))).toEqual([
      ['first', 60, KEEPER],
      ['second', 65, `${DEPUTY_KEEPER} ${ENGINEER}`],
      ['command', 70, COMMANDER],
    ]);
  });

  test('goes on where the ladder has no time between the steps', () => {
    const { story } = waiting(
      resourcesBasis(({ plan }) =>
        Object.assign(plan.notification.call, { remindAfter: 5 * MINUTE, escalateAfter: MINUTE }),
      ),
    );
    const told = pressed(story.passes(6 * MINUTE));
    expect(told.map(([step]) => step)).toEqual(['first', 'second']);
    expect(story.state.resources.requests[idOf(story, 'generator')]!.next).toEqual({
      step: 'command',
      at: START + 10 * MINUTE + 1,
    });
  });

  test('of money only once it is approved', () => {
    const story = quiet();
    const set = responding('L2');
    expect(set.needs()[idOf(set, 'fund')]).toMatchObject({ waits: undefined });
    story.says(LEAD, ask('fund', 50));
    story.ledgerDone();
    expect(pressed(story.passes(5 * MINUTE))).toEqual([['first', 5, DEPUTY_KEEPER]]);
  });
});

describe('what waits to be approved', () => {
  test('is told to all who may, then to whoever asked, then to command', () => {
    const story = quiet(resourcesBasis(({ plan }) => plan.spending.push({ posts: ['duty', 'liaisonLead'] })));
    story.says(LEAD, ask('fund', 500));
    expect(pressed(story.passes(15 * MINUTE))).toEqual([
      ['first', 5, `${COMMANDER} ${DUTY} ${KEEPER}`],
      ['second', 10, LEAD],
      ['command', 15, COMMANDER],
    ]);
  });

  test('is not told to whoever asked, though they may decide so much by now', () => {
    const story = quiet(
      resourcesBasis(({ plan }) => {
        plan.spending = [
          { upTo: 10, posts: ['commander'] },
          { posts: ['commander', 'duty'], levels: ['L2'] },
        ];
        plan.allocation = plan.allocation.slice(0, 1);
      }),
    );
    story.says(COMMANDER, ask('fund', 500));
    story.says(COMMANDER, raiseTo('L2'));
    expect(pressed(story.passes(5 * MINUTE))).toEqual([['first', 5, DUTY]]);
  });

  test('is told to whoever asked where nobody may or all are away', () => {
    const nobody = quiet();
    nobody.says(LEAD, ask('fund', 50_000));
    expect(pressed(nobody.passes(10 * MINUTE))).toEqual([
      ['second', 5, LEAD],
      ['command', 10, COMMANDER],
    ]);
    const gone = quiet(
      resourcesBasis((basis) => {
        basis.plan.spending = [{ posts: ['duty'] }];
        basis.people = { [DUTY]: { away: [{ from: START, until: START + DAY }] } };
      }),
    );
    gone.says(LEAD, ask('fund', 500));
    expect(pressed(gone.passes(5 * MINUTE))).toEqual([['second', 5, LEAD]]);
  });
});

describe('what waits to come back', () => {
  const outAtTheEnd = () => {
    const story = quiet();
    story.says(ENGINEER, ask('generator', 1));
    story.ledgerDone();
    const need = idOf(story, 'generator');
    story.says(KEEPER, on('dispatch', need));
    return { story, need };
  };

  test('after it was cancelled: whoever has it and whoever keeps it, then the deputy, then command', () => {
    const { story, need } = outAtTheEnd();
    story.says(ENGINEER, on('cancel', need, { reason }));
    expect(story.needs()[need]).toMatchObject({ waits: 'return' });
    expect(pressed(story.passes(15 * MINUTE))).toEqual([
      ['first', 5, `${ENGINEER} ${KEEPER}`],
      ['second', 10, DEPUTY_KEEPER],
      ['command', 15, COMMANDER],
    ]);
    story.says(ENGINEER, { type: 'resource', action: 'return', requests: [need] });
    expect(story.needs()[need]).toMatchObject({ ended: 'cancelled', wants: 0 });
    expect(story.needs()[need]).toMatchObject({ waits: undefined });
    expect(pressed(story.passes(HOUR))).toEqual([]);
  });

  test('after the end: each person of all that is theirs, at once and again until it is back', () => {
    const { story, need } = outAtTheEnd();
    const [planned] = Object.keys(story.needs());
    const events = endsAnyhow(story);
    expect(events.find(({ type }) => type === 'resourcesRecalled')).toMatchObject({
      needs: [
        { request: planned, resource: 'generator' },
        { request: need, resource: 'generator' },
      ],
      tell: [
        { person: KEEPER, requests: [planned, need] },
        { person: ENGINEER, requests: [need] },
      ],
    });
    expect(pressed(story.passes(5 * MINUTE))).toEqual([['first', 5, `${KEEPER} ${ENGINEER}`]]);
    story.says(KEEPER, { type: 'resource', action: 'return', requests: 'all' });
    expect(pressed(story.passes(HOUR))).toEqual([]);
  });

  test('is told to command where nobody who keeps it is there', () => {
    const story = responding('L3', SHELF, away(KEEPER, DEPUTY_KEEPER));
    story.says(COMMANDER, on('dispatch', idOf(story, 'generator')));
    expect(told(endsAnyhow(story))['resourcesToReturn']).toEqual([COMMANDER]);
  });

  test('what had ended before is not ended again', () => {
    const story = responding();
    story.says(COMMANDER, on('cancel', idOf(story, 'generator'), { reason }));
    story.ledgerDone();
    expect(endsAnyhow(story).filter(({ type }) => type === 'requestsReduced')).toEqual([]);
  });

  test('nothing is called for where nothing is out', () => {
    expect(endsAnyhow(responding()).filter(({ type }) => type === 'resourcesRecalled')).toEqual([]);
  });

  test('until then nothing that is out waits for anybody', () => {
    const { story, need } = outAtTheEnd();
    expect(story.needs()[need]).toMatchObject({ waits: undefined });
    expect(pressed(story.passes(HOUR))).toEqual([]);
  });
});

describe('what a partner was asked for', () => {
  test('waits for an answer: whoever speaks with it, then whoever asked, then command', () => {
    const story = quiet();
    story.says(ENGINEER, askPartner);
    const need = Object.keys(story.state.resources.partners)[0]!;
    expect(pressed(story.passes(15 * MINUTE))).toEqual([
      ['first', 5, DUTY],
      ['second', 10, ENGINEER],
      ['command', 15, COMMANDER],
    ]);
    expect(story.all('requestsOverdue')[0]).toMatchObject({ needs: [{ request: need, partner: 'cloud' }] });
    story.says(DUTY, on('partnerReply', need, { reply: 'declined', note: 'nobody free' }));
    expect(pressed(story.passes(HOUR))).toEqual([]);
  });

  test('ends with the response where it has not answered, and is kept where it has', () => {
    const story = quiet();
    story.says(ENGINEER, askPartner);
    story.says(ENGINEER, askPartner);
    story.says(ENGINEER, askPartner);
    const [open, answered, cancelled] = Object.keys(story.state.resources.partners) as [string, string, string];
    story.says(ENGINEER, on('cancel', cancelled, { reason }));
    story.says(DUTY, on('partnerReply', answered, { reply: 'confirmed', note: 'two' }));
    const events = endsAnyhow(story);
    expect(events.find(({ type }) => type === 'requestsReduced')).toMatchObject({
      why: 'terminated',
      requests: [{ resource: 'generator' }, { request: open, partner: 'cloud', by: 0, lots: [], ends: true }],
    });
    expect(story.state.resources.partners[open]).toMatchObject({ ended: 'reduced' });
    expect(story.state.resources.partners[open]).not.toHaveProperty('wants');
    expect(story.state.resources.partners[cancelled]).toMatchObject({ ended: 'cancelled' });
    expect(story.state.resources.partners[answered]).toMatchObject({ ended: undefined });
    expect(pressed(story.passes(5 * MINUTE))).toEqual([['first', 5, KEEPER]]);
  });

  test('is late where it has not said yes by then, or has said no', () => {
    const late = (reply?: string) => {
      const story = quiet();
      story.says(ENGINEER, { ...askPartner, neededBy: START + MINUTE });
      const need = Object.keys(story.state.resources.partners)[0]!;
      if (reply) story.says(DUTY, on('partnerReply', need, { reply, note: 'so' }));
      return pressed(story.passes(MINUTE));
    };
    const all = [['late', 1, `${ENGINEER} ${DUTY} ${COMMANDER}`]];
    expect(late()).toEqual(all);
    expect(late('declined')).toEqual(all);
    expect(late('confirmed')).toEqual([]);
  });
});

describe('what is needed by a certain time', () => {
  const neededBy = START + 2 * MINUTE;
  const asked = (quantity = 2, basis?: Basis) => {
    const story = quiet(basis);
    story.says(ENGINEER, ask('pump', quantity, { neededBy }));
    story.ledgerDone();
    return { story, need: idOf(story, 'pump') };
  };

  test('and still on the shelf, on its way, or missing then is told once to whoever asked, keeps it and commands', () => {
    const all = [['late', 2, `${ENGINEER} ${KEEPER} ${COMMANDER}`]];
    expect(pressed(asked().story.passes(2 * MINUTE))).toEqual(all);
    const sent = asked();
    sent.story.says(KEEPER, on('dispatch', sent.need));
    expect(pressed(sent.story.passes(29 * MINUTE))).toEqual(all);
    const short = asked(7);
    short.story.says(KEEPER, on('dispatch', short.need));
    short.story.says(KEEPER, on('arrive', short.need));
    expect(pressed(short.story.passes(29 * MINUTE))).toEqual(all);
    expect(short.story.all('requestsLate')[0]).toMatchObject({ needs: [{ request: short.need, resource: 'pump' }] });
  });

  test('and there is not', () => {
    const { story, need } = asked();
    story.says(KEEPER, on('dispatch', need));
    story.says(ENGINEER, on('arrive', need));
    expect(pressed(story.passes(HOUR))).toEqual([]);
    const cancelled = asked(7);
    cancelled.story.says(ENGINEER, on('cancel', cancelled.need, { reason }));
    expect(pressed(cancelled.story.passes(HOUR))).toEqual([]);
  });

  test('goes on being told to command until it is there', () => {
    const { story, need } = asked();
    story.says(KEEPER, on('dispatch', need));
    expect(pressed(story.passes(62 * MINUTE))).toEqual([
      ['late', 2, `${ENGINEER} ${KEEPER} ${COMMANDER}`],
      ['command', 32, COMMANDER],
      ['command', 62, COMMANDER],
    ]);
    story.says(ENGINEER, on('arrive', need));
    expect(pressed(story.passes(HOUR))).toEqual([]);
  });

  test('keeps the steps of what waits besides', () => {
    const { story } = asked();
    expect(pressed(story.passes(35 * MINUTE))).toEqual([
      ['late', 2, `${ENGINEER} ${KEEPER} ${COMMANDER}`],
      ['first', 5, KEEPER],
      ['second', 10, ENGINEER],
      ['command', 15, COMMANDER],
      ['command', 32, COMMANDER],
    ]);
  });

  test('keeps them when command is reminded meanwhile', () => {
    const { story } = asked();
    story.passes(28 * MINUTE);
    story.says(DEPUTY_KEEPER, ask('pump', 1, { neededBy: START + 30 * MINUTE }));
    story.ledgerDone();
    const later = pressed(story.passes(12 * MINUTE));
    expect(later).toEqual([
      ['late', 30, `${DEPUTY_KEEPER} ${KEEPER} ${COMMANDER}`],
      ['command', 32, COMMANDER],
      ['first', 33, KEEPER],
      ['second', 38, DEPUTY_KEEPER],
    ]);
  });

  test('is not told of what was cancelled, though it is still out', () => {
    const { story, need } = asked();
    story.says(KEEPER, on('dispatch', need));
    story.says(ENGINEER, on('cancel', need, { reason }));
    story.says(ENGINEER, { ...askPartner, neededBy });
    story.says(ENGINEER, on('cancel', Object.keys(story.state.resources.partners)[0]!, { reason }));
    expect(pressed(story.passes(4 * MINUTE))).toEqual([]);
  });

  test('each person hears of all of theirs in one mail, command and keepers each once', () => {
    const story = quiet();
    story.says(COMMANDER, ask('pump', 1, { neededBy }));
    story.says(KEEPER, ask('pump', 1, { neededBy }));
    story.ledgerDone();
    const late = story.passes(2 * MINUTE).find(({ type }) => type === 'requestsLate');
    expect(late).toMatchObject({ tell: [{ person: COMMANDER }, { person: KEEPER }] });
    expect((late as EventOf<'requestsLate'>).tell.map(({ requests }) => requests.length)).toEqual([2, 2]);
  });

  test('whoever asked and is away is passed over', () => {
    expect(pressed(asked(2, away(ENGINEER)).story.passes(2 * MINUTE))).toEqual([['late', 2, `${KEEPER} ${COMMANDER}`]]);
  });
});

test('what is on the shelf goes back when it becomes a part of another incident', () => {
  const story = new ResourceStory({ pump: 5 });
  story.says(ENGINEER, ask('pump', 2));
  story.ledgerDone();
  story.says(COMMANDER, { type: 'merge', into: 'i-2', reason });
  story.delivers();
  story.ledgerDone();
  expect(story.all('requestsReduced')).toMatchObject([{ why: 'merged', requests: [{ resource: 'pump', ends: true }] }]);
  expect(story.shelf['pump']).toBe(5);
  expect(story.rechecks()).toEqual([]);
});

test('nothing is told any more once it is over, rejected or merged', () => {
  const story = new ResourceStory({ pump: 5 });
  story.says(ENGINEER, ask('pump', 2, { neededBy: START + MINUTE }));
  story.ledgerDone();
  story.says(COMMANDER, { type: 'verify', outcome: 'rejected', reason });
  story.ledgerDone();
  expect(pressed(story.passes(DAY))).toEqual([]);
  expect(story.needs()[idOf(story, 'pump')]).toMatchObject({ ended: 'reduced', wants: 0 });
  expect(story.needs()[idOf(story, 'pump')]).toMatchObject({ planned: undefined });
});

test.each<[string, Partial<Parameters<typeof requestStatus>[0]>, Partial<LotSums>]>([
  ['requested', {}, {}],
  ['partlyReady', { wants: 3 }, { ready: 2 }],
  ['ready', {}, { ready: 2 }],
  ['sent', {}, { sent: 1, there: 1, ready: 1 }],
  ['there', { ended: 'cancelled' }, { there: 1, ready: 1, consumed: 1 }],
  ['used', { ended: 'done' }, { consumed: 1, returned: 1 }],
  ['used', {}, { damaged: 1, ready: 1 }],
  ['returned', { ended: 'cancelled' }, { returned: 1 }],
  ['ended', { ended: 'cancelled' }, {}],
  ['returned', { ended: 'reduced', spending: 'awaiting' }, { returned: 1 }],
  ['awaitingApproval', { spending: 'awaiting' }, {}],
  ['refused', { spending: 'refused', ended: 'refused' }, { returned: 1 }],
])('a request is %s: %j, %j', (status, more, lots) => {
  const nothing: LotSums = { ready: 0, sent: 0, there: 0, returned: 0, consumed: 0, damaged: 0 };
  const { story, need } = withPumps(2);
  const request = { ...story.needs()[need]!, ...more, lots: { pump: { ...nothing, ...lots } } };
  expect(requestStatus(request)).toBe(status);
});

test('what came to nothing is remembered fifty times, and what was used or lost always', () => {
  const { story, need } = withPumps(2);
  const used = need;
  story.says(KEEPER, on('dispatch', used));
  story.says(KEEPER, on('consume', used, { lots: [{ item: 'pump', quantity: 2 }], note: 'fuel' }));
  const cancelled: string[] = [];
  for (let i = 0; i < 52; i++) {
    story.says(ENGINEER, ask('pump', 1));
    cancelled.push(idOf(story, 'pump'));
    story.says(ENGINEER, on('cancel', cancelled.at(-1)!, { reason }));
    story.ledgerDone();
  }
  const kept = Object.keys(story.needs());
  expect(kept.slice(2)).toEqual(cancelled.slice(2));
  expect(kept).toContain(used);
});

import { openItems, requestStatus } from '../../src/domain/incident/index.js';
import type { Decision, EventOf, EventType, IncidentEvent } from '../../src/domain/incident/index.js';
import { HOUR } from '../../src/domain/time.js';
import { ask, idOf, on, resourcesBasis, responding } from './resourcesPlan.js';
import { endsAnyhow, MINUTE, refusalOf, told } from './story.js';

const COMMANDER = 'lin-wei';
const KEEPER = 'zhou-min';
const ENGINEER = 'sun-yu';
const reopen: Decision = { type: 'reopen', reason: 'it fails again' };
const back = (...requests: string[]): Decision => ({ type: 'resource', action: 'return', requests });
const only = <T extends EventType>(events: IncidentEvent[], type: T): EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);
const pressed = (events: IncidentEvent[]) =>
  only(events, 'requestsOverdue').map(({ step, needs }) => [step, needs.map(({ request }) => request).join(' ')]);
const world = { requestId: '', actor: { kind: 'system' }, via: 'system' } as const;

/** The plan gives one generator, which is out; the engineer has three pumps out, two of them there. */
function outAtTheEnd(before: (need: string) => Decision[] = () => []) {
  const story = responding(
    'L3',
    undefined,
    resourcesBasis(({ plan }) => (plan.termination.watch = [{ levels: ['L1', 'L2', 'L3'], for: 3 * HOUR }])),
  );
  const generator = idOf(story, 'generator');
  story.says(KEEPER, on('dispatch', generator));
  story.says(ENGINEER, ask('pump', 3));
  story.ledgerDone();
  const pump = idOf(story, 'pump');
  story.says(KEEPER, on('dispatch', pump));
  for (const decision of before(pump)) story.says(KEEPER, decision);
  const end = endsAnyhow(story);
  story.ledgerDone();
  return { story, generator, pump, end };
}

describe('what was out at the end, once it is reopened', () => {
  test('is not pressed for any more, and whoever was told to return it hears that it may stay', () => {
    const { story, generator, pump } = outAtTheEnd();
    expect(pressed(story.passes(5 * MINUTE))).toEqual([['first', `${generator} ${pump}`]]);
    const events = story.says(COMMANDER, reopen);
    expect(only(events, 'resourcesKept')).toMatchObject([
      {
        needs: [
          { request: generator, resource: 'generator' },
          { request: pump, resource: 'pump' },
        ],
        tell: [
          { person: KEEPER, requests: [generator, pump] },
          { person: ENGINEER, requests: [pump] },
        ],
      },
    ]);
    expect(told(events)['resourcesKept']).toEqual([KEEPER, ENGINEER]);
    expect(told(events)).not.toHaveProperty('resourcesToReturn');
    for (const id of [generator, pump]) {
      expect(story.needs()[id]).toMatchObject({ ended: undefined });
      expect(story.needs()[id]).toMatchObject({ waits: undefined });
    }
    expect(pressed(story.passes(2 * HOUR))).toEqual([]);
  });

  test('counts as held, still has to come back before it is closed, and asks the ledger for nothing', () => {
    const { story, generator, pump } = outAtTheEnd();
    const events = story.says(COMMANDER, reopen);
    expect(only(events, 'resourcesRequested')).toEqual([]);
    expect(story.ledgerEffects()).toEqual([]);
    expect(openItems(story.state, story.at)).toEqual(
      expect.arrayContaining([
        { code: 'resource_held', id: generator, count: 1, resource: 'generator' },
        { code: 'resource_held', id: pump, count: 3, resource: 'pump' },
      ]),
    );
    expect(requestStatus(story.needs()[pump]!)).toBe('sent');
    story.rechecks();
    expect(story.ledgerEffects()).toEqual([]);
    expect([story.holds[pump], story.waitsAtLedger(pump)]).toEqual([3, 0]);
  });

  test('at the next end it is pressed for from the start, however far it had come before', () => {
    const { story, generator, pump } = outAtTheEnd();
    story.passes(20 * MINUTE);
    story.says(COMMANDER, reopen);
    story.passes(HOUR);
    const end = endsAnyhow(story);
    expect(only(end, 'resourcesRecalled')).toMatchObject([{ needs: [{ request: generator }, { request: pump }] }]);
    expect(told(end)['resourcesToReturn']).toEqual([KEEPER, ENGINEER]);
    story.ledgerDone();
    const both = `${generator} ${pump}`;
    // Pumps have no deputy to hear of them.
    expect(pressed(story.passes(15 * MINUTE))).toEqual([
      ['first', both],
      ['second', generator],
      ['command', pump],
      ['command', generator],
    ]);
    story.says(KEEPER, { type: 'resource', action: 'return', requests: 'all' });
    story.ledgerDone();
    expect(pressed(story.passes(HOUR))).toEqual([]);
    expect(story.shelf).toMatchObject({ generator: 5, pump: 5 });
  });

  test('can be cancelled, returned and used up as before the end', () => {
    const { story, generator, pump } = outAtTheEnd();
    story.says(COMMANDER, reopen);
    story.says(KEEPER, on('consume', pump, { lots: [{ item: 'pump', quantity: 1 }], note: 'burnt out' }));
    story.says(KEEPER, back(generator));
    expect(story.needs()[generator]).toMatchObject({ ended: 'done', wants: 0 });
    expect(story.needs()[pump]).toMatchObject({ wants: 2 });
    const cancelled = story.says(ENGINEER, on('cancel', pump, { reason: 'other pumps came' }));
    expect(refusalOf(cancelled)).toBeUndefined();
    expect(only(cancelled, 'requestCancelled')).toMatchObject([{ out: 2 }]);
    expect(pressed(story.passes(5 * MINUTE))).toEqual([['first', pump]]);
    story.ledgerDone();
    expect(story.needs()[pump]).toMatchObject({ ended: 'cancelled', waits: 'return' });
  });

  test('what somebody had cancelled is pressed for on and on, and nobody is told to keep it', () => {
    const { story, generator, pump } = outAtTheEnd((need) => [on('cancel', need, { reason: 'too weak' })]);
    expect(pressed(story.passes(5 * MINUTE))).toEqual([['first', `${generator} ${pump}`]]);
    const events = story.says(COMMANDER, reopen);
    expect(only(events, 'resourcesKept')).toMatchObject([{ needs: [{ request: generator }] }]);
    expect(told(events)['resourcesKept']).toEqual([KEEPER]);
    expect(story.needs()[pump]).toMatchObject({ ended: 'cancelled', waits: 'return' });
    expect(pressed(story.passes(10 * MINUTE))).toEqual([['command', pump]]);
  });

  test.each([
    ['stayed out', 1],
    ['came back', 2],
  ])('the plan asks for the difference to what is out: it %s', (what, quantity) => {
    const { story, generator, pump } = outAtTheEnd();
    if (what === 'came back') story.says(KEEPER, back(generator));
    story.ledgerDone();
    const events = story.says(COMMANDER, { ...reopen, level: 'L2' });
    expect(only(events, 'resourcesRequested').flatMap(({ requests }) => requests)).toMatchObject([
      { resource: 'generator', quantity, priority: 'urgent' },
      { resource: 'fund', quantity: 1_000 },
    ]);
    const needs = [...(what === 'came back' ? [] : [{ request: generator }]), { request: pump }];
    expect(only(events, 'resourcesKept')).toMatchObject([{ needs }]);
  });

  test('part of it may have come back: the rest stays in use', () => {
    const { story, pump } = outAtTheEnd();
    story.says(ENGINEER, { ...back(pump), lots: [{ item: 'pump', quantity: 2 }] } as Decision);
    story.ledgerDone();
    story.says(COMMANDER, reopen);
    expect(story.needs()[pump]).toMatchObject({ wants: 1 });
    expect(story.needs()[pump]).toMatchObject({ ended: undefined });
    story.ledgerDone();
    expect([story.holds[pump], story.waitsAtLedger(pump), story.shelf['pump']]).toEqual([1, 0, 4]);
  });

  test('what the plan had given up before the end still has to come back', () => {
    const story = responding(
      'L2',
      undefined,
      resourcesBasis(({ plan }) => {
        plan.termination.watch = [{ levels: ['L2', 'L3'], for: 3 * HOUR }];
        plan.allocation = [{ id: 'large', when: { level: 'L2' }, resources: [{ resource: 'pump', quantity: 2 }] }];
      }),
    );
    const pump = idOf(story, 'pump');
    story.says(KEEPER, on('dispatch', pump));
    story.says(KEEPER, { ...back(pump), lots: [{ item: 'pump', quantity: 1 }] } as Decision);
    story.says(COMMANDER, { type: 'changeLevel', level: 'L3', reason: 'fewer users' });
    story.ledgerDone();
    expect(story.needs()[pump]).toMatchObject({ ended: 'reduced', waits: 'return' });
    endsAnyhow(story);
    story.ledgerDone();
    const events = story.says(COMMANDER, reopen);
    expect(only(events, 'resourcesKept')).toEqual([]);
    expect(story.needs()[pump]).toMatchObject({ ended: 'reduced', waits: 'return' });
  });

  test('what people have out is not what the plan has asked for', () => {
    const { story } = outAtTheEnd();
    story.says(COMMANDER, reopen);
    const fact: Decision = { type: 'addFact', values: { dataLost: true }, source: 'log', confidence: 'confirmed' };
    expect(only(story.says('zhao-lei', fact), 'resourcesRequested')).toMatchObject([
      { requests: [{ resource: 'pump', quantity: 2 }] },
    ]);
  });

  test('where nothing is out nobody is told anything', () => {
    const { story } = outAtTheEnd();
    story.says(KEEPER, { type: 'resource', action: 'return', requests: 'all' });
    expect(only(story.says(COMMANDER, reopen), 'resourcesKept')).toEqual([]);
  });

  test.each(['resourcesToReturn', 'requestsOverdue'] as const)(
    'whom the mail to return it (%s) has not reached does not get it any more, whatever else it names',
    (template) => {
      for (const isCancelled of [false, true]) {
        const { story, pump, end } = outAtTheEnd((need) =>
          isCancelled ? [on('cancel', need, { reason: 'too weak' })] : [],
        );
        const events = [...end, ...story.passes(5 * MINUTE)];
        const effects = only(events, 'effectRequested').flatMap(({ effect }) =>
          effect.kind === 'notify' && effect.template === template ? [effect] : [],
        );
        const [{ id: effectId, recipients }] = effects as [(typeof effects)[0]];
        const delayed = recipients.map(({ person }) => ({ person, code: 'timeout' }));
        story.hears({ ...world, type: 'noticeAttempted', effectId, accepted: [], unreachable: [], delayed });
        const cancelled = only(story.says(COMMANDER, reopen), 'noticeCancelled').filter(
          (event) => event.effectId === effectId,
        );
        expect(story.needs()[pump]?.waits).toBe(isCancelled ? 'return' : undefined);
        const people = delayed.map(({ person }) => person);
        // The mail of one of them names only what was cancelled.
        const inVain = isCancelled ? people.slice(0, 1) : people;
        expect(cancelled).toEqual([expect.objectContaining({ why: 'reopened', people: inVain })]);
      }
    },
  );

  test('what the ladder of an earlier end had told command does not shorten the next one', () => {
    const { story } = outAtTheEnd();
    story.passes(HOUR);
    story.says(COMMANDER, reopen);
    endsAnyhow(story);
    expect(pressed(story.passes(5 * MINUTE)).map(([step]) => step)).toEqual(['first']);
  });
});

import fc from 'fast-check';
import { missingOf, openItems, outOf, requestSums } from '../../src/domain/incident/index.js';
import type { Decision, EventType } from '../../src/domain/incident/index.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { runs } from '../support/runs.js';
import { ask, on, resourcesBasis, ResourceStory } from './resourcesPlan.js';
import { endsAnyhow } from './story.js';

const SHELF = { generator: 3, pump: 3, fund: 1_500 };
const reason = 'so';
const WATCHED = resourcesBasis(({ plan }) => (plan.termination.watch = [{ levels: ['L1', 'L2', 'L3'], for: DAY }]));

/** `which`: of the requests so far, the how manyth. */
type Step =
  | { kind: 'says'; who: string; say: (need: string, resource: string) => Decision; which: number }
  | { kind: 'ledger'; answers: number }
  | { kind: 'restock'; resource: string; quantity: number }
  | { kind: 'passes'; ms: number }
  | { kind: 'ends' }
  | { kind: 'reopens'; level: string };

const who = fc.constantFrom('lin-wei', 'lin-wei', 'zhou-min', 'zhou-min', 'gao-yang', 'sun-yu', 'zhao-lei', 'stranger');
const resource = fc.constantFrom('generator', 'pump', 'fund');
const quantity = fc.constantFrom(1, 2, 0.1, 0.2, 3);
const fact = { type: 'addFact', source: 'x', confidence: 'confirmed' } as const;

const decision: fc.Arbitrary<(need: string, resource: string) => Decision> = fc.oneof(
  fc.tuple(resource, quantity).map(
    ([what, much]) =>
      () =>
        ask(what, what === 'fund' ? much * 200 : much),
  ),
  quantity.map((much) => (need: string, item: string) => on('dispatch', need, { lots: [{ item, quantity: much }] })),
  fc.constant((need: string) => on('dispatch', need)),
  fc.constant((need: string) => on('arrive', need)),
  fc.constant((need: string): Decision => ({ type: 'resource', action: 'return', requests: [need] })),
  fc.constant((): Decision => ({ type: 'resource', action: 'return', requests: 'all' })),
  quantity.map(
    (much) => (need: string, item: string) => on('consume', need, { lots: [{ item, quantity: much }], note: 'x' }),
  ),
  quantity.map(
    (much) => (need: string, item: string) => on('damage', need, { lots: [{ item, quantity: much }], reason }),
  ),
  fc.constant((need: string) => on('cancel', need, { reason })),
  resource.map((other) => (need: string) => on('substitute', need, { resource: other, reason })),
  fc.constant((need: string) => on('approve', need, { reason })),
  fc.constant((need: string) => on('refuse', need, { reason })),
  fc.constantFrom('L1', 'L2', 'L3').map((level) => (): Decision => ({ type: 'changeLevel', level, reason })),
  fc.boolean().map((dataLost) => (): Decision => ({ ...fact, values: { dataLost } })),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ kind: fc.constant('says' as const), who, say: decision, which: fc.nat(12) }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('ledger' as const), answers: fc.constantFrom(1, 1, 2, 20) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('restock' as const), resource, quantity: fc.constantFrom(1, 2) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('passes' as const), ms: fc.nat(20 * MINUTE) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('ends' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('reopens' as const), level: fc.constantFrom('L1', 'L2', 'L3') }),
  },
);

const sum = (numbers: number[]): number => Math.round(numbers.reduce((total, n) => total + n, 0) * 1_000) / 1_000;

function tell(steps: Step[], after: (story: ResourceStory, step: Step, before: number) => void = () => undefined) {
  const story = new ResourceStory({ ...SHELF }, WATCHED);
  story.says('lin-wei', { type: 'verify', outcome: 'confirmed', level: 'L3', reason });
  let stock: Record<string, number> = { ...SHELF };
  for (const one of steps) {
    const before = story.events.length;
    if (one.kind === 'says') {
      const ids = Object.keys(story.needs());
      const need = ids[one.which % Math.max(1, ids.length)] ?? 'q1';
      story.says(one.who, one.say(need, story.needs()[need]?.resource ?? 'pump'));
    }
    if (one.kind === 'ledger') for (let i = 0; i < one.answers; i++) story.ledgerAnswers();
    if (one.kind === 'passes') story.passes(one.ms);
    if (one.kind === 'ends') endsAnyhow(story);
    if (one.kind === 'reopens') story.says('lin-wei', { type: 'reopen', level: one.level, reason });
    if (one.kind === 'restock') {
      story.shelf[one.resource] = (story.shelf[one.resource] ?? 0) + one.quantity;
      stock = { ...stock, [one.resource]: stock[one.resource]! + one.quantity };
      story.rechecks();
    }
    after(story, one, before);
  }
  return { story, stock };
}

const property = (check: (steps: Step[]) => void) =>
  fc.assert(fc.property(fc.array(step, { maxLength: 60, size: 'max' }), check), runs(150));

test('at any time, whatever was allocated to a request is on the shelf, out, returned, used or lost', () => {
  property((steps) => {
    tell(steps, (story) => {
      const gained = (id: string) =>
        sum(
          story
            .all('stockAllocated')
            .flatMap((e) => (e.need.request === id ? e.gained.map((lot) => lot.quantity) : [])),
        );
      for (const [id, request] of Object.entries(story.needs())) {
        const sums: number[] = Object.values({ ...requestSums(request) });
        expect(sums.every((n) => n >= 0)).toBe(true);
        expect(sum(sums)).toBe(gained(id));
      }
    });
  });
});

test('once the ledger has answered, it and the incident say the same, and nothing is lost between them', () => {
  property((steps) => {
    const { story, stock } = tell(steps);
    story.ledgerDone();
    for (const [id, request] of Object.entries(story.needs())) {
      const { ready, sent, there } = requestSums(request);
      expect(sum([story.holds[id] ?? 0])).toBe(sum([ready, sent, there]));
      const missing = request.spending === 'awaiting' ? 0 : missingOf(request);
      expect(sum([story.waitsAtLedger(id)])).toBe(missing);
    }
    for (const [name, all] of Object.entries(stock)) {
      const of = Object.values(story.needs()).filter((request) => request.resource === name);
      const held = of.flatMap((request) => Object.values({ ...requestSums(request), returned: 0 }));
      expect(sum([story.shelf[name]!, ...held])).toBe(all);
    }
  });
});

const TURNS: EventType[] = ['levelChanged', 'factAdded', 'reopened'];

test('the plan asks for exactly the difference, and gives back all that has not left the shelf', () => {
  const wanted = (story: ResourceStory): Record<string, number> => {
    const large = story.state.grading.level !== 'L3';
    const lost = story.state.situation.known['dataLost']?.value === true;
    return { generator: large ? 2 : 1, fund: large ? 1_000 : 0, pump: lost ? 2 : 0 };
  };
  property((steps) => {
    tell(steps, (story, _, before) => {
      const turns = story.events.slice(before).some(({ type }) => TURNS.includes(type));
      if (!turns || story.state.phase !== 'responding') return;
      for (const [name, quantity] of Object.entries(wanted(story))) {
        const own = Object.values(story.needs()).filter((one) => one.resource === name && one.planned !== undefined);
        const planned = sum(own.map((one) => one.planned!));
        const gone = own.flatMap((one) => {
          const { sent, there, consumed, damaged } = requestSums(one);
          return [sent, there, consumed, damaged];
        });
        expect(planned).toBeGreaterThanOrEqual(quantity);
        if (planned > quantity) expect(planned).toBeLessThanOrEqual(sum(gone));
      }
    });
  });
});

test('whatever waits for somebody has reached command in the end, over and over', () => {
  property((steps) => {
    const { story } = tell(steps);
    story.ledgerDone();
    story.passes(3 * HOUR);
    for (const [id, { waits }] of Object.entries(story.needs())) {
      if (waits === undefined) continue;
      const told = story
        .all('requestsOverdue')
        .findLast(({ step: to, needs }) => to === 'command' && needs.some((n) => n.request === id));
      expect(told?.tell.flatMap(({ person }) => person)).toEqual(['lin-wei']);
      expect(story.at - told!.at).toBeLessThanOrEqual(30 * MINUTE);
    }
  });
});

test('while the response runs, only what was cancelled or given up before is pressed to come back, and a reopening loses nothing', () => {
  property((steps) => {
    tell(steps, (story, one, before) => {
      const events = story.events.slice(before);
      if (story.state.phase !== 'responding') return;
      const ofTheEnd = Object.values(story.needs()).filter(
        ({ waits, ended, wants }) => waits === 'return' && ended !== 'cancelled' && wants > 0,
      );
      expect(ofTheEnd).toEqual([]);
      if (one.kind !== 'reopens' || !events.some(({ type }) => type === 'reopened')) return;
      const held = openItems(story.state, story.at).filter(({ code }) => code === 'resource_held');
      const kept = events.flatMap((event) => (event.type === 'resourcesKept' ? event.needs : []));
      for (const [id, request] of Object.entries(story.needs())) {
        const out = outOf(request);
        if (out === 0) continue;
        expect(held).toContainEqual({ code: 'resource_held', id, count: out, resource: request.resource });
        expect(kept.some((need) => need.request === id)).toBe(request.ended === undefined);
      }
    });
  });
});

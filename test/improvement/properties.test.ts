import fc from 'fast-check';
import {
  decide,
  evolve,
  fold,
  nextWake,
  open,
  prove,
  readImprovementDecision,
  settle,
  wake,
} from '../../src/domain/improvement/index.js';
import type { ImprovementDecision, ImprovementEvent, ImprovementState } from '../../src/domain/improvement/index.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { DUE, groundFor, opening, ownedBy, POSTS, START } from './story.js';

const person = fc.constantFrom(...Object.keys(POSTS));
const PEOPLE = [...Object.keys(POSTS), 'operator'];
const text = fc.constantFrom('because', 'because', 'because', ' ');
const owner = fc.constantFrom({ person: 'sun-yu' }, { person: 'he-jun' }, { post: 'engineer' }, { post: 'keeper' });
const just = <T extends string>(word: T) => fc.constant<T>(word);
const version = fc.boolean().map((tookEffect) => ({ plan: 'p', version: 2, hash: 'h', tookEffect }));

const decision: fc.Arbitrary<ImprovementDecision> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: just('handIn'), note: text }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: just('verify'), version, note: text }, { requiredKeys: ['type'] }),
  },
  { weight: 2, arbitrary: fc.record({ type: just('return'), remarks: text }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: just('move'), dueAt: fc.nat(60).map((n) => START + n * DAY), reason: text }),
  },
  {
    weight: 3,
    arbitrary: fc.record(
      { type: just('reassign'), owner, holder: just('somebody'), reason: text },
      { requiredKeys: ['type', 'owner', 'reason'] },
    ),
  },
  { weight: 1, arbitrary: fc.record({ type: just('cancel'), reason: text }) },
  {
    weight: 2,
    arbitrary: fc.record(
      { type: just('link'), plan: just('p'), number: fc.constant(2), version },
      { requiredKeys: ['type', 'plan', 'number'] },
    ),
  },
);

/** People change: two of them exchange all that they hold. `able`: by one of those whom it is not refused to, where there are any. */
type Step =
  | { one: string; other: string }
  | { who: string; able?: number; decision: ImprovementDecision }
  | { passes: number }
  | { reached: boolean }
  | { tookEffect: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ who: fc.constantFrom(...PEOPLE), decision }) },
  { weight: 6, arbitrary: fc.record({ who: fc.constantFrom(...PEOPLE), able: fc.nat(7), decision }) },
  { weight: 4, arbitrary: fc.nat(24 * 12).map((hours) => ({ passes: hours * HOUR })) },
  { weight: 5, arbitrary: fc.boolean().map((reached) => ({ reached })) },
  { weight: 2, arbitrary: fc.constantFrom(2, 3).map((tookEffect) => ({ tookEffect })) },
  { weight: 2, arbitrary: fc.record({ one: person, other: person }) },
);

interface Played {
  events: ImprovementEvent[];
  /** Before each event. */
  states: ImprovementState[];
  /** Who held what at each event. */
  posts: (typeof POSTS)[];
  state: ImprovementState;
  at: number;
}

/** Without `reviewEvery` as an earlier release began it. */
interface Begun {
  planChange: boolean;
  reviewEvery?: number;
}

function played(begun: Begun, steps: Step[]): Played {
  const opened = open(opening(begun));
  if (!Array.isArray(opened)) throw new Error(opened.code);
  let posts = POSTS;
  const run: Played = { events: [], states: [], posts: [], state: fold([]), at: START };
  const take = (events: ImprovementEvent[]) => {
    for (const event of events) {
      run.states.push(run.state);
      run.posts.push(posts);
      run.events.push(event);
      run.state = evolve(run.state, event);
    }
  };
  take(opened);
  for (const [i, one] of steps.entries()) {
    if ('passes' in one) run.at += one.passes;
    take(wake(run.state, run.at));
    if ('reached' in one) {
      const effectId = run.state.telling?.id ?? 'n0';
      take(settle(run.state, { type: 'told', effectId, people: one.reached ? ['x'] : [], unreachable: [] }, run.at));
    }
    if ('tookEffect' in one) {
      const version = { plan: 'p', version: one.tookEffect, hash: 'h' };
      take(prove(run.state, { type: 'versionInForce', version }, run.at));
    }
    if ('other' in one) posts = { ...posts, [one.one]: posts[one.other]!, [one.other]: posts[one.one]! };
    if (!('who' in one)) continue;
    const { who, able, decision: asked } = one;
    const decided = (by: string) => {
      const actor = by === 'operator' ? ({ kind: 'operator' } as const) : ({ kind: 'person', id: by } as const);
      const now = { ground: groundFor(by, posts), ...ownedBy(run.state, posts) };
      return decide(run.state, { requestId: `r${i}`, actor, via: 'api', ...now, ...asked }, run.at);
    };
    const may = able === undefined ? [] : PEOPLE.filter((by) => decided(by).every(({ type }) => type !== 'refused'));
    take(decided(may[(able ?? 0) % may.length] ?? who));
  }
  return run;
}

const begun: fc.Arbitrary<Begun> = fc.record(
  { planChange: fc.boolean(), reviewEvery: fc.constantFrom(1, 9 * DAY, 30 * DAY) },
  { requiredKeys: ['planChange'] },
);
const runs = fc.tuple(begun, fc.array(step, { maxLength: 40, size: 'max' }));
const always = (holds: (run: Played) => void) =>
  fc.assert(
    fc.property(runs, ([how, steps]) => holds(played(how, steps))),
    { numRuns: 400 },
  );

test('it is never verified, nor returned, by its owner, whose it was since something was handed in or linked, or whoever handed in', () => {
  always(({ events, states, posts }) => {
    const handedIn = new Set<string>();
    const owners = new Set<string>();
    let linked = false;
    const theirs = (whose: ImprovementState['owner'], now: typeof POSTS) =>
      'person' in whose ? [whose.person] : Object.keys(now).filter((id) => now[id]!.includes(whose.post));
    for (const [i, event] of events.entries()) {
      const { owner } = states[i]!;
      const own = theirs(owner, posts[i]!);
      const by = event.actor.kind === 'person' ? event.actor.id : undefined;
      if (event.type === 'handedIn' && by !== undefined) handedIn.add(by);
      if (event.type === 'planLinked') linked = true;
      if (event.type === 'handedIn' || (event.type === 'ownerChanged' && (handedIn.size > 0 || linked))) {
        for (const one of own) owners.add(one);
      }
      if (event.type !== 'verified' && event.type !== 'returned') continue;
      expect(by).toBeDefined();
      expect(handedIn.has(by!)).toBe(false);
      expect(own).not.toContain(by);
      expect(owners.has(by!)).toBe(false);
    }
  });
});

test('a change of the plan is never verified before its version took effect', () => {
  always(({ events, states }) => {
    for (const [i, event] of events.entries()) {
      if (event.type === 'verified' && states[i]!.planChange) expect(event.version).toBeDefined();
    }
  });
});

test('while it is open or waits for a verdict something is due, within a day once it is late', () => {
  always(({ state, at }) => {
    const due = nextWake(state);
    if (state.status === 'verified' || state.status === 'cancelled') return expect(due).toBeUndefined();
    expect(due).toBeGreaterThan(at - 1);
    if (state.status === 'open' && state.dueAt < at) expect(due).toBeLessThanOrEqual(at + DAY);
    return undefined;
  });
});

test('what is late and reaches nobody goes on to command', () => {
  always(({ state }) => {
    if (state.status !== 'open') return;
    const at = Math.max(state.dueAt, DUE) + 400 * DAY;
    let now = wake(state, at).reduce(evolve, state);
    expect(now.telling?.to).toContain('command');
    // It says so, and ends: the next day begins anew.
    for (let tries = 0; now.telling !== undefined; tries += 1) {
      expect(tries).toBeLessThan(4);
      const told = { type: 'told', effectId: now.telling.id, people: [], unreachable: [] } as const;
      now = settle(now, { ...told, people: [], unreachable: [] }, at).reduce(evolve, now);
    }
    expect(nextWake(now)).toBeLessThanOrEqual(at + DAY);
  });
});

test('numbers have no gaps, and the state follows from the events alone', () => {
  always(({ events, state }) => {
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
    expect(fold(events)).toEqual(state);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });
});

test('any JSON is a decision or named as none, and nothing is thrown', () => {
  const types = fc.constantFrom('handIn', 'verify', 'return', 'move', 'reassign', 'cancel', 'link');
  const near = fc.record(
    {
      type: types,
      requestId: fc.oneof(fc.string(), fc.jsonValue()),
      actor: fc.oneof(fc.constant({ kind: 'person', id: 'x' }), fc.jsonValue()),
      via: fc.oneof(just('api'), fc.jsonValue()),
      ground: fc.oneof(fc.constant(groundFor('sun-yu')), fc.jsonValue()),
      owner: fc.jsonValue(),
      dueAt: fc.jsonValue(),
      version: fc.jsonValue(),
      file: fc.jsonValue(),
      reason: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), near), (payload) => {
      const read = readImprovementDecision(payload);
      if ('field' in read) return;
      const state = fold(open(opening()) as ImprovementEvent[]);
      expect(decide(state, read, START + 1).length).toBeGreaterThan(0);
    }),
    { numRuns: 1_000 },
  );
});

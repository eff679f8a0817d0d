import type { PersonId } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import type { Call, State } from './state.js';

/**
 * Who was called and how each call stands, in the order of the call, in pieces: an answer copies the piece that it is in.
 * In one record 3,000 answers would copy 3,000 entries each, which takes seconds.
 */
export type Calls = Record<PersonId, Call>[];

const PIECE = 50;

// In the workflow's sandbox each look at a global costs about a microsecond, and thousands answer at once.
const { hasOwn } = Object;

/** What is still to come stands in it from the beginning (docs/decisions/0035). */
export function newCall(since: Instant, notices: string[]): Call {
  return {
    status: 'called',
    since,
    notices,
    eta: undefined,
    acted: undefined,
    answers: undefined,
    afterAll: undefined,
    undelivered: undefined,
    dutySince: undefined,
    reliefTold: undefined,
  };
}

export function newCalls(people: PersonId[], call: Call): Calls {
  return Array.from({ length: Math.ceil(people.length / PIECE) }, (_, i) =>
    Object.fromEntries(people.slice(i * PIECE, (i + 1) * PIECE).map((person): [PersonId, Call] => [person, call])),
  );
}

export function callOf(calls: Calls, person: PersonId): Call | undefined {
  for (const piece of calls) if (hasOwn(piece, person)) return piece[person];
  return undefined;
}

export function callEntries(calls: Calls): [PersonId, Call][] {
  return calls.flatMap((piece) => Object.entries(piece));
}

export function peopleCalled(calls: Calls): PersonId[] {
  return calls.flatMap((piece) => Object.keys(piece));
}

/** Whoever of `people` was not called is passed over. */
export function withCalls(calls: Calls, people: PersonId[], change: (call: Call, person: PersonId) => Call): Calls {
  const changed = [...calls];
  const copied = new Set<number>();
  for (const person of people) {
    const i = changed.findIndex((piece) => hasOwn(piece, person));
    const call = changed[i]?.[person];
    if (call === undefined) continue;
    if (!copied.has(i)) changed[i] = { ...changed[i] };
    copied.add(i);
    changed[i]![person] = change(call, person);
  }
  return changed;
}

/** Calls of these kinds are over for the person. */
const OVER: readonly Call['status'][] = ['declined', 'released', 'takenOff', 'stoodDown'];

export function isCallOver({ status }: Call): boolean {
  return OVER.includes(status);
}

/** Whoever is called at the moment, by a post or a team, and has not declined or been let go. */
export function calledNow({ mobilisation }: Pick<State, 'mobilisation'>): PersonId[] {
  const called = Object.values(mobilisation.bodies).filter(({ status }) => status === 'called');
  const open = called.flatMap(({ people }) => callEntries(people).filter(([, call]) => !isCallOver(call)));
  return [...new Set(open.map(([person]) => person))];
}

/** Whoever was called, and has declined or been let go of every call since. */
export function calledNoMore(state: Pick<State, 'mobilisation'>): PersonId[] {
  const open = new Set(calledNow(state));
  const all = Object.values(state.mobilisation.bodies).flatMap(({ people }) => peopleCalled(people));
  return [...new Set(all)].filter((person) => !open.has(person));
}

import type { PersonId } from '../../plan/compiled.js';
import type { Facts } from '../../plan/condition.js';
import { hasReasons } from '../../plan/grade.js';
import { remembered } from '../../remembered.js';
import type { Actor } from '../actor.js';
import { peopleCalled } from '../calls.js';
import type { NoticeTemplate, Recipient } from '../effects.js';
import type { CalledTarget, EventOf, EventType } from '../events.js';
import { reportersOf } from '../involved.js';
import { knownFacts } from '../knownFacts.js';
import type { Details } from '../refusals.js';
import { targetKey } from '../state.js';
import type { State } from '../state.js';

/** One notice: what it says, to whom, and the ids and numbers that its words need. */
export interface Telling {
  template: NoticeTemplate;
  to: Recipient[];
  facts?: Readonly<Details>;
}

/** What is told of each of these events; an event without a line is told to nobody. */
export type Tellings = { readonly [T in EventType]?: (state: State, event: EventOf<T>) => Telling[] };

export function plain(people: PersonId[]): Recipient[] {
  return [...new Set(people)].map((person) => ({ person }));
}

/** Whoever decides need not be told of it. */
export function withoutActor(actor: Actor, recipients: Recipient[]): Recipient[] {
  return recipients.filter(({ person }) => actor.kind !== 'person' || actor.id !== person);
}

export function byPerson(calls: CalledTarget[]): Recipient[] {
  const targets = new Map<PersonId, string[]>();
  for (const { target, people } of calls) {
    for (const person of people) targets.set(person, [...(targets.get(person) ?? []), targetKey(target)]);
  }
  return [...targets].map(([person, keys]) => ({ person, targets: keys }));
}

/** Everybody who has been called, whatever became of the call. */
export function calledPeople(state: State): PersonId[] {
  return Object.values(state.mobilisation.bodies).flatMap((body) => peopleCalled(body.people));
}

/** Whoever reported it, and whoever reported the same thing later. */
export function reporters(state: State): PersonId[] {
  return reportersOf(state).flatMap((actor) => (actor.kind === 'person' ? [actor.id] : []));
}

export function levelFacts({ grading }: State): Readonly<Details> {
  return levelFactsOf(grading);
}

const levelFactsOf = remembered(({ level, incidentLevel, proposal }: State['grading']): Readonly<Details> => {
  const response: Details = level ? { level } : hasReasons(proposal) ? { proposedLevel: proposal.level } : {};
  return incidentLevel ? { incidentLevel, ...response } : response;
});

/** More than these a mail does not list; whoever wants them all finds them in the incident. */
const MOST_FACTS = 20;
const MOST_REASONS = 3;

/** As `fact=value`, the value as JSON. */
export function valuesOf(facts: Facts): string[] {
  return Object.entries(facts)
    .slice(0, MOST_FACTS)
    .map(([fact, value]) => `${fact}=${JSON.stringify(value)}`);
}

/** What whoever is asked to verify needs beside the report: the levels, what is known, and what of it grades as it does. */
export function verifyFacts(state: State): Details {
  const { hits = [], raises = [] } = state.grading.proposal ?? {};
  return {
    phase: state.phase,
    known: valuesOf(knownFacts(state)),
    hits: hits.slice(0, MOST_REASONS).map(({ criterion }) => criterion),
    raises: raises.slice(0, MOST_REASONS).map(({ rule }) => rule),
    ...levelFacts(state),
  };
}

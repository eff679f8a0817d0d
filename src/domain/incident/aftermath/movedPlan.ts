import type { PersonId } from '../../plan/compiled.js';
import { holdersOfPosts } from '../authority.js';
import type { EventBody, EventOf } from '../events.js';
import type { Owed } from '../events/plan.js';
import type { State } from '../state.js';
import { duesOf } from './dues.js';

/** What people are asked for at the end, and not by what goes on. */
const ASKED = ['analysis', 'report', 'lessons', 'lessonsCollection', 'summary'];

/** With whose each is by now: whoever was told, away or not. */
export function askedAtEnd(state: State): Owed[] {
  return duesOf(state)
    .filter(({ item }) => ASKED.includes(item.split(' ')[0] ?? ''))
    .map(({ item, dueAt, posts, but = [] }) => {
      const person = holdersOfPosts(state, posts).find((one) => !but.includes(one));
      return { item, dueAt, ...(person === undefined ? {} : { person }) };
    });
}

/** What another version of the plan asks for that is new to whoever has it to do. */
export function newlyAsked(state: State, { owed = [] }: EventOf<'planMoved'>): Owed[] {
  const isKnown = ({ item, dueAt, person }: Owed) =>
    owed.some((one) => one.item === item && one.dueAt === dueAt && one.person === person);
  return askedAtEnd(state).filter((one) => !isKnown(one));
}

/** Whoever had something to do, and by the new version has not, must not go on with it. */
export function liftedBy(state: State, { owed = [] }: EventOf<'planMoved'>): EventBody[] {
  const now = askedAtEnd(state);
  const left = owed.filter(({ item, person }) => !now.some((one) => one.item === item && one.person === person));
  if (left.length === 0) return [];
  const items = left.map(({ item, dueAt }) => {
    const isPassedOn = now.some((one) => one.item === item);
    return { item, dueAt, ...(isPassedOn ? { passedOn: true as const } : {}) };
  });
  const people = new Map<PersonId, string[]>();
  for (const { item, person } of left) {
    if (person !== undefined) people.set(person, [...(people.get(person) ?? []), item]);
  }
  return [{ type: 'duesLifted', items, tell: [...people].map(([person, theirs]) => ({ person, items: theirs })) }];
}

import { holdersOf } from '../../domain/plan/roster.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import { cleanText } from '../../domain/words/index.js';
import type { PlanContext } from './context.js';

type Person = RosterDocument['people'][number];

/** Who holds the post now, the primary holder first. Nobody where the document goes without people. */
export function holders({ roster }: PlanContext, post: string): Person[] {
  if (roster === undefined) return [];
  const ids = holdersOf(roster)[post] ?? [];
  return ids.flatMap((id) => roster.people.filter((person) => person.id === id));
}

export function personName({ t }: PlanContext, { name }: Person): string {
  return typeof name === 'string' ? cleanText(name) : t(name);
}

/** In one cell; empty where a hand will write. */
export function holderNames(context: PlanContext, post: string): string {
  return context.list(holders(context, post).map((person) => personName(context, person)));
}

/** Telephone before everything else: it still works when the rest is down. */
const FIRST = /phone|mobile|tel/i;

/** Every way to reach a person, one a line. */
export function contactLines({ contacts }: Person): string[] {
  const ways = Object.entries(contacts).filter(([, value]) => typeof value === 'string');
  return ways.sort(([a], [b]) => Number(FIRST.test(b)) - Number(FIRST.test(a))).map(([, value]) => cleanText(value));
}

/** Of somebody whom the record names; without people, or once erased from the roster, only the id is known. */
export function nameOf(context: PlanContext, id: string): string {
  if (context.roster === undefined) return '';
  const person = context.roster.people.find((known) => known.id === id);
  return person === undefined ? id : personName(context, person);
}

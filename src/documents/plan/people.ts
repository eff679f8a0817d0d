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

/** Telephones first: they still work when the rest is down. */
const WAYS = ['mobile', 'phone', 'email', 'wecom', 'dingtalk', 'feishu'] as const;

/** Every way to reach a person, one a line; an id in a chat says in which. */
export function contactLines({ t, choice }: PlanContext, { contacts }: Person): string[] {
  return WAYS.flatMap((way) => {
    const value = contacts[way];
    if (value === undefined) return [];
    const chat = way === 'wecom' || way === 'dingtalk' || way === 'feishu';
    return [chat ? `${t(choice(way))} ${cleanText(value)}` : cleanText(value)];
  });
}

/** The telephones alone, for a card; the mail address of somebody who has none. */
export function telephones({ contacts: { mobile, phone, email } }: Person): string[] {
  const numbers = [mobile, phone].filter((number) => number !== undefined);
  return numbers.length === 0 ? [email] : numbers;
}

/** Of somebody whom the record names; without people, or once erased from the roster, only the id is known. */
export function nameOf(context: PlanContext, id: string): string {
  if (context.roster === undefined) return '';
  const person = context.roster.people.find((known) => known.id === id);
  return person === undefined ? id : personName(context, person);
}

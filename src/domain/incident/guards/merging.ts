import { actor, id, instant, isObject, longText, oneOf, optional, text, Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Facts } from '../../plan/condition.js';
import type { Instant } from '../../time.js';
import type { Actor } from '../actor.js';
import { MOST_REPORTERS } from '../messages/merging.js';
import type { Promised } from '../messages/merging.js';
import type { Readers } from './reader.js';
import { atMost, MAX_QUESTION } from './situation.js';

const MOST_FACTS = 200;
const MOST_QUESTIONS = 30;

export const mergingReaders: Readers<'merge' | 'absorb'> = {
  merge: (json) => ({ type: 'merge', into: id(json, 'into'), reason: text(json, 'reason') }),
  absorb: (json) => ({
    type: 'absorb',
    ...optional(json, 'from', id),
    mode: oneOf(json, 'mode', ['real', 'drill']),
    reporter: actor(json['reporter'], 'reporter'),
    ...optional(json, 'reporters', (of, field) => listOf(of, field, MOST_REPORTERS, (one) => actor(one, field))),
    reportedAt: instant(json, 'reportedAt'),
    facts: facts(json),
    ...optional(json, 'statements', instant),
    ...optional(json, 'questions', (of, field) => listOf(of, field, MOST_QUESTIONS, openQuestion)),
    ...optional(json, 'promised', promised),
    texts: texts(json),
  }),
};

function listOf<T>(json: Json, field: string, most: number, read: (value: unknown) => T): T[] {
  const value = json[field];
  if (!Array.isArray(value) || value.length > most) throw new Wrong(field, `a list of at most ${most}`);
  return value.map(read);
}

function openQuestion(value: unknown): { text: string; by: Actor; at: Instant } {
  if (!isObject(value)) throw new Wrong('questions', 'a list of objects with text, by and at');
  const { by } = value;
  return { text: atMost(value, 'text', MAX_QUESTION), by: actor(by, 'questions.by'), at: instant(value, 'at') };
}

function promised(json: Json, field: string): Promised {
  const value = json[field];
  if (!isObject(value)) throw new Wrong(field, 'an object with from and dueAt');
  return { from: instant(value, 'from'), dueAt: instant(value, 'dueAt') };
}

function facts({ facts }: Json): Facts {
  const entries = isObject(facts) ? Object.entries(facts) : undefined;
  if (!entries || entries.length > MOST_FACTS) throw new Wrong('facts', `an object of at most ${MOST_FACTS} facts`);
  for (const [fact, value] of entries) {
    if (!isFactValue(value)) throw new Wrong(`facts.${fact}`, 'a number, true or false, or an option');
  }
  return Object.fromEntries(entries) as Facts;
}

function isFactValue(value: unknown): boolean {
  return Number.isFinite(value) || typeof value === 'boolean' || (typeof value === 'string' && value.length <= 200);
}

function texts({ texts }: Json) {
  if (!isObject(texts)) throw new Wrong('texts', 'an object with title and place');
  return {
    title: longText(texts, 'title'),
    place: longText(texts, 'place'),
    ...optional(texts, 'cause', longText),
    ...optional(texts, 'impact', longText),
    ...optional(texts, 'description', longText),
  };
}

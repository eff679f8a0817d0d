import { actor, id, instant, isObject, longText, oneOf, optional, text, Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Facts } from '../../plan/condition.js';
import type { Readers } from './reader.js';

const MOST_FACTS = 200;

export const mergingReaders: Readers<'merge' | 'absorb'> = {
  merge: (json) => ({ type: 'merge', into: id(json, 'into'), reason: text(json, 'reason') }),
  absorb: (json) => ({
    type: 'absorb',
    ...optional(json, 'from', id),
    mode: oneOf(json, 'mode', ['real', 'drill']),
    reporter: actor(json['reporter'], 'reporter'),
    reportedAt: instant(json, 'reportedAt'),
    facts: facts(json),
    texts: texts(json),
  }),
};

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

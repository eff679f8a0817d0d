import type { OpinionDecision } from '../messages.js';
import { flag, id, ids, instant, link, oneOf, optional, text, Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';
import { atMost } from './situation.js';

/** Of a source: it travels with the incident. */
const MAX_OPINION_SOURCE = 100;

export const publicOpinionReaders: Readers<'publicOpinion'> = { publicOpinion };

function publicOpinion(json: Json): OpinionDecision {
  const type = 'publicOpinion';
  const action = oneOf(json, 'action', ['record', 'reply', 'end']);
  switch (action) {
    case 'record':
      return {
        type,
        action,
        source: atMost(json, 'source', MAX_OPINION_SOURCE),
        ...optional(json, 'observedAt', instant),
        ...optional(json, 'volume', instant),
        ...optional(json, 'usual', instant),
        ...optional(json, 'sentiment', sentiment),
        ...optional(json, 'reach', instant),
        ...optional(json, 'untrue', flag),
        ...optional(json, 'alerts', ids),
        ...optional(json, 'claim', text),
        ...optional(json, 'note', text),
        ...optional(json, 'link', link),
      };
    case 'reply':
      return {
        type,
        action,
        entry: id(json, 'entry'),
        reply: text(json, 'reply'),
        ...optional(json, 'repliedAt', instant),
      };
    case 'end':
      return { type, action, reason: text(json, 'reason') };
  }
}

function sentiment(json: Json, field: string): number {
  const value = json[field];
  if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) > 2) {
    throw new Wrong(field, 'a whole number from -2 to 2');
  }
  return value;
}

import type { Facts, FactValue } from '../../plan/condition.js';
import { CONFIDENCES } from '../events/situation.js';
import { id, instant, isId, isObject, oneOf, optional, text, Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

/** Of a source: a line. */
const MAX_SOURCE = 200;
/** The questions that are open travel with every run of the incident. */
export const MAX_QUESTION = 500;
const MAX_VALUES = 100;

export const situationReaders: Readers<'addFact' | 'askQuestion' | 'answerQuestion'> = {
  addFact: (json) => ({
    type: 'addFact',
    ...optional(json, 'values', facts),
    ...optional(json, 'statement', text),
    source: atMost(json, 'source', MAX_SOURCE),
    ...optional(json, 'observedAt', instant),
    confidence: oneOf(json, 'confidence', CONFIDENCES),
  }),
  askQuestion: (json) => ({ type: 'askQuestion', text: atMost(json, 'text', MAX_QUESTION) }),
  answerQuestion: (json) => ({ type: 'answerQuestion', question: id(json, 'question'), text: text(json, 'text') }),
};

export function atMost(json: Json, field: string, most: number): string {
  const value = text(json, field);
  if (value.length > most) throw new Wrong(field, `a text of at most ${most} characters`);
  return value;
}

function facts(json: Json, field: string): Facts {
  const value = json[field];
  const entries = isObject(value) ? Object.entries(value) : [];
  if (!isObject(value) || entries.length > MAX_VALUES || !entries.every(isFact)) {
    throw new Wrong(field, 'facts of the plan with a number, true, false or an option each');
  }
  return Object.fromEntries(entries) as Facts;
}

function isFact([fact, value]: [string, unknown]): boolean {
  return isId(fact) && isFactValue(value);
}

function isFactValue(value: unknown): value is FactValue {
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) || isId(value);
}

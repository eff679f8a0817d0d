import { id, isId, oneOf, text, Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const claimsReaders: Readers<'resolveClaim' | 'preempt'> = {
  resolveClaim: (json) => ({
    type: 'resolveClaim',
    person: id(json, 'person'),
    decision: oneOf(json, 'decision', ['share', 'yield']),
    reason: text(json, 'reason'),
  }),
  preempt: (json) => ({ type: 'preempt', heldBy: id(json, 'heldBy'), people: everybody(json, 'people') }),
};

/** As many as take part in a drill. */
const MOST_PEOPLE = 10_000;

function everybody(json: Json, field: string): string[] {
  const value = json[field];
  if (!Array.isArray(value) || value.length > MOST_PEOPLE || !value.every(isId))
    throw new Wrong(field, 'a list of ids');
  return value;
}

import { id, ids, oneOf, text } from './fields.js';
import type { Readers } from './reader.js';

/** As many as take part in a drill. */
const MOST_PEOPLE = 10_000;

export const claimsReaders: Readers<'resolveClaim' | 'preempt'> = {
  resolveClaim: (json) => ({
    type: 'resolveClaim',
    person: id(json, 'person'),
    decision: oneOf(json, 'decision', ['share', 'yield']),
    reason: text(json, 'reason'),
  }),
  preempt: (json) => ({ type: 'preempt', heldBy: id(json, 'heldBy'), people: ids(json, 'people', MOST_PEOPLE) }),
};

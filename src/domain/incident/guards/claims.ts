import { id, oneOf, text } from './fields.js';
import type { Readers } from './reader.js';

export const claimsReaders: Readers<'resolveClaim'> = {
  resolveClaim: (json) => ({
    type: 'resolveClaim',
    person: id(json, 'person'),
    decision: oneOf(json, 'decision', ['share', 'yield']),
    reason: text(json, 'reason'),
  }),
};

import { id, oneOf, optional, text } from './fields.js';
import type { Readers } from './reader.js';

export const verificationReaders: Readers<'verify'> = {
  verify: (json) => ({
    type: 'verify',
    outcome: oneOf(json, 'outcome', ['confirmed', 'standby', 'rejected']),
    ...optional(json, 'incidentLevel', id),
    ...optional(json, 'level', id),
    reason: text(json, 'reason'),
  }),
};

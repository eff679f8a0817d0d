import { ids, oneOf, optional, text } from './fields.js';
import type { Readers } from './reader.js';

export const terminationReaders: Readers<'terminate'> = {
  terminate: (json) => ({
    type: 'terminate',
    action: oneOf(json, 'action', ['propose', 'confirm', 'withdraw']),
    ...optional(json, 'criteria', ids),
    ...optional(json, 'reason', text),
  }),
};

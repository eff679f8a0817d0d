import type { CriterionDecision } from '../messages.js';
import { id, ids, oneOf, optional, text } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const terminationReaders: Readers<'terminate' | 'criterion' | 'reopen' | 'dismissRecurrence'> = {
  terminate: (json) => ({
    type: 'terminate',
    action: oneOf(json, 'action', ['ask', 'propose', 'override', 'confirm', 'withdraw']),
    ...optional(json, 'criteria', ids),
    ...optional(json, 'reason', text),
  }),
  criterion,
  reopen: (json) => ({
    type: 'reopen',
    ...optional(json, 'level', id),
    ...optional(json, 'incidentLevel', id),
    reason: text(json, 'reason'),
  }),
  dismissRecurrence: (json) => ({ type: 'dismissRecurrence', reason: text(json, 'reason') }),
};

function criterion(json: Json): CriterionDecision {
  const action = oneOf(json, 'action', ['confirm', 'withdraw']);
  const criteria = ids(json, 'criteria');
  switch (action) {
    case 'confirm':
      return { type: 'criterion', action, criteria, ...optional(json, 'note', text) };
    case 'withdraw':
      return { type: 'criterion', action, criteria, reason: text(json, 'reason') };
  }
}

import type { ObligationDecision } from '../messages.js';
import { enclosure, flag, id, ids, instant, link, oneOf, optional, text, title } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const obligationReaders: Readers<'obligation'> = { obligation };

function obligation(json: Json): ObligationDecision {
  const action = oneOf(json, 'action', ['judge', 'setClock', 'file']);
  switch (action) {
    case 'judge':
      return {
        type: 'obligation',
        action,
        obligations: ids(json, 'obligations'),
        applies: flag(json, 'applies'),
        reason: text(json, 'reason'),
      };
    case 'setClock':
      return {
        type: 'obligation',
        action,
        obligation: id(json, 'obligation'),
        start: instant(json, 'start'),
        reason: text(json, 'reason'),
      };
    case 'file':
      return {
        type: 'obligation',
        action,
        obligations: ids(json, 'obligations'),
        ...optional(json, 'filedAt', instant),
        to: title(json, 'to'),
        channel: title(json, 'channel'),
        ...optional(json, 'reference', title),
        ...optional(json, 'note', text),
        ...optional(json, 'link', link),
        ...optional(json, 'file', enclosure),
        ...optional(json, 'lateReason', text),
      };
  }
}

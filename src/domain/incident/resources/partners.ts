import { authorityOf } from '../authority.js';
import type { EventBody } from '../events.js';
import { refusal } from '../refusals.js';
import type { State } from '../state.js';
import { handlersOf, needOf, partnerRequestOf } from './people.js';
import { unknownRequest } from './requests.js';
import type { On } from './requests.js';

/** A later answer stands over an earlier one. */
export function partnerReply(state: State, message: On<'partnerReply'>): EventBody[] {
  const { actor, request, reply, eta, note } = message;
  const found = partnerRequestOf(state, request);
  if (found === undefined) return [unknownRequest(state, request)];
  const by = authorityOf(state, actor, handlersOf(state, found));
  if ('code' in by) return [by];
  if (found.ended !== undefined) return [refusal('request_ended', { request })];
  if (note.trim() === '') return [refusal('text_required', { field: 'note' })];
  return [
    {
      type: 'partnerReplied',
      ...by,
      need: needOf(state, request),
      reply,
      ...(eta === undefined || reply === 'declined' ? {} : { eta }),
      texts: { note },
    },
  ];
}

import type { Instant } from '../../time.js';
import type { EventBody } from '../events.js';
import type { MessageOf } from '../messages.js';
import { isAfterEnd } from '../phases.js';
import { refusal } from '../refusals.js';
import type { State } from '../state.js';
import { arrive, consume, damage, dispatch, giveBack } from './movements.js';
import { approve, refuse } from './approvals.js';
import { amend, cancel, request, requestPartner, substitute } from './requests.js';
import { partnerReply } from './partners.js';

type Action = MessageOf<'resource'>['action'];

/** After the end only what is out still comes back or is written off. */
const AFTER_THE_END: readonly Action[] = ['arrive', 'return', 'consume', 'damage', 'cancel', 'partnerReply'];

export function decideResource(state: State, message: MessageOf<'resource'>, at: Instant): EventBody[] {
  if (isAfterEnd(state.phase) && !AFTER_THE_END.includes(message.action)) {
    return [refusal('wrong_phase', { phase: state.phase }, { phases: ['reported', 'standby', 'responding'] })];
  }
  switch (message.action) {
    case 'request':
      return request(state, message, at);
    case 'requestPartner':
      return requestPartner(state, message, at);
    case 'cancel':
      return cancel(state, message);
    case 'amend':
      return amend(state, message, at);
    case 'substitute':
      return substitute(state, message);
    case 'approve':
      return approve(state, message);
    case 'refuse':
      return refuse(state, message);
    case 'dispatch':
      return dispatch(state, message);
    case 'arrive':
      return arrive(state, message);
    case 'return':
      return giveBack(state, message);
    case 'consume':
      return consume(state, message);
    case 'damage':
      return damage(state, message);
    case 'partnerReply':
      return partnerReply(state, message);
  }
}

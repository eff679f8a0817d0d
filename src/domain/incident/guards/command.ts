import { id, isObject, oneOf, optional, text, Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Brief, HandOver } from '../messages.js';
import type { Readers } from './reader.js';

export const commandReaders: Readers<'handOver' | 'checkIn' | 'missCommander' | 'takeCommand'> = {
  handOver,
  checkIn: (json) => ({ type: 'checkIn', ...optional(json, 'note', text) }),
  missCommander: (json) => ({ type: 'missCommander', ...optional(json, 'note', text) }),
  takeCommand: () => ({ type: 'takeCommand' }),
};

function handOver(json: Json): HandOver {
  const action = oneOf(json, 'action', ['offer', 'accept', 'decline', 'withdraw']);
  switch (action) {
    case 'offer':
      return { type: 'handOver', action, to: id(json, 'to'), brief: brief(json) };
    case 'accept':
      return { type: 'handOver', action };
    case 'decline':
    case 'withdraw':
      return { type: 'handOver', action, reason: text(json, 'reason') };
  }
}

function brief({ brief }: Json): Brief {
  if (!isObject(brief)) throw new Wrong('brief', 'an object with situation and objectives');
  return {
    situation: text(brief, 'situation'),
    objectives: text(brief, 'objectives'),
    ...optional(brief, 'actions', text),
    ...optional(brief, 'resources', text),
    ...optional(brief, 'risks', text),
    ...optional(brief, 'pending', text),
  };
}

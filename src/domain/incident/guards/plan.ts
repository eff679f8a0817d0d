import type { MovePlan } from '../messages.js';
import { faultInBasis } from './basis.js';
import { text, Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const planReaders: Readers<'movePlan'> = {
  movePlan: (json) => ({ type: 'movePlan', basis: basis(json), reason: text(json, 'reason') }),
};

function basis(json: Json): MovePlan['basis'] {
  const fault = faultInBasis(json['basis']);
  if (fault) throw new Wrong(fault.field, fault.needed);
  // Exactly what the machine reads of a plan was looked at.
  return json['basis'] as MovePlan['basis'];
}

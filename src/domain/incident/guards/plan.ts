import type { MovePlan, PeopleChanged } from '../messages.js';
import { faultInBasis, faultInPeopleChange } from './basis.js';
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

/** What it names is all that is taken of it. */
export function peopleChanged(value: unknown): PeopleChanged {
  const fault = faultInPeopleChange(value);
  if (fault) throw new Wrong(fault.field, fault.needed);
  const { roster, posts, people } = value as PeopleChanged;
  return { type: 'peopleChanged', roster, posts, people };
}

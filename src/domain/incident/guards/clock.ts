import { Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const clockReaders: Readers<'setPace'> = {
  setPace: (json) => ({ type: 'setPace', pace: pace(json) }),
};

function pace(json: Json): number {
  const value = json['pace'];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new Wrong('pace', 'a whole number');
  return value;
}

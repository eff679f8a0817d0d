import { text } from './fields.js';
import type { Readers } from './reader.js';

export const aftermathReaders: Readers<'close'> = {
  close: (json) => ({ type: 'close', reason: text(json, 'reason') }),
};

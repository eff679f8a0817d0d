import { flag, text } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const aftermathReaders: Readers<'close'> = {
  close: (json) => ({ type: 'close', ...despite(json), reason: text(json, 'reason') }),
};

function despite(json: Json): { despite?: true } {
  return json['despite'] !== undefined && flag(json, 'despite') ? { despite: true } : {};
}

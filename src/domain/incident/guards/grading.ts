import { id, optional, text } from './fields.js';
import type { Readers } from './reader.js';

export const gradingReaders: Readers<'changeLevel'> = {
  changeLevel: (json) => ({
    type: 'changeLevel',
    level: id(json, 'level'),
    ...optional(json, 'incidentLevel', id),
    reason: text(json, 'reason'),
  }),
};

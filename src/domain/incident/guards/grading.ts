import { id, optional, text } from './fields.js';
import type { Readers } from './reader.js';

export const gradingReaders: Readers<'changeLevel' | 'changeCategory'> = {
  changeLevel: (json) => ({
    type: 'changeLevel',
    level: id(json, 'level'),
    ...optional(json, 'incidentLevel', id),
    reason: text(json, 'reason'),
  }),
  changeCategory: (json) => ({ type: 'changeCategory', category: id(json, 'category'), reason: text(json, 'reason') }),
};

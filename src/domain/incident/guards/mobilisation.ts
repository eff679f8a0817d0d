import { id, instant, optional } from './fields.js';
import type { Readers } from './reader.js';

export const mobilisationReaders: Readers<'acknowledge'> = {
  acknowledge: (json) => ({
    type: 'acknowledge',
    person: id(json, 'person'),
    ...optional(json, 'noticeId', id),
    ...optional(json, 'eta', instant),
  }),
};

import type { LessonDecision } from '../messages.js';
import { id, ids, oneOf, optional, text, textsUnder } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const lessonReaders: Readers<'lesson'> = { lesson };

function lesson(json: Json): LessonDecision {
  const action = oneOf(json, 'action', ['give', 'collect']);
  switch (action) {
    case 'give':
      return {
        type: 'lesson',
        action,
        post: id(json, 'post'),
        answers: textsUnder(json, 'answers'),
        ...optional(json, 'free', text),
        findings: ids(json, 'findings'),
        ...optional(json, 'reason', text),
      };
    case 'collect':
      return { type: 'lesson', action, ...optional(json, 'reason', text) };
  }
}

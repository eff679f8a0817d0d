import { IMPROVEMENT_PRIORITIES } from '../../improvement/events.js';
import type { ImprovementOwner } from '../../improvement/events.js';
import { flag, id, instant, isObject, oneOf, optional, text, title, Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const improvementReaders: Readers<'improvement'> = {
  improvement: (json) => ({
    type: 'improvement',
    finding: text(json, 'finding'),
    measure: text(json, 'measure'),
    ...optional(json, 'reference', title),
    kind: id(json, 'kind'),
    priority: oneOf(json, 'priority', IMPROVEMENT_PRIORITIES),
    owner: improvementOwner(json, 'owner'),
    dueAt: instant(json, 'dueAt'),
    ...optional(json, 'planChange', flag),
  }),
};

export function improvementOwner(json: Json, field: string): ImprovementOwner {
  const value = json[field];
  if (!isObject(value)) throw new Wrong(field, 'an object with post or person');
  return value['post'] === undefined ? { person: id(value, 'person') } : { post: id(value, 'post') };
}

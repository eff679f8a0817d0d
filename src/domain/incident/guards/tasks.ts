import type { TaskDecision } from '../messages.js';
import type { TaskOwner } from '../events/tasks.js';
import { enclosure, flag, id, instant, isObject, link, oneOf, optional, text, title, Wrong } from './fields.js';
import type { Json } from './fields.js';
import type { Readers } from './reader.js';

export const tasksReaders: Readers<'task'> = { task };

function task(json: Json): TaskDecision {
  const action = oneOf(json, 'action', ['start', 'finish', 'skip', 'reassign', 'add']);
  switch (action) {
    case 'start':
      return { type: 'task', action, task: id(json, 'task') };
    case 'finish':
      return {
        type: 'task',
        action,
        task: id(json, 'task'),
        ...optional(json, 'note', text),
        ...optional(json, 'link', link),
        ...optional(json, 'file', enclosure),
        ...optional(json, 'finding', text),
      };
    case 'skip':
      return { type: 'task', action, task: id(json, 'task'), reason: text(json, 'reason') };
    case 'reassign':
      return { type: 'task', action, task: id(json, 'task'), to: owner(json, 'to'), reason: text(json, 'reason') };
    case 'add':
      return {
        type: 'task',
        action,
        title: title(json, 'title'),
        owner: owner(json, 'owner'),
        due: instant(json, 'due'),
        mandatory: flag(json, 'mandatory'),
      };
  }
}

function owner(json: Json, field: string): TaskOwner {
  const value = json[field];
  if (!isObject(value)) throw new Wrong(field, 'an object with a post or a person');
  return value['post'] === undefined ? { person: id(value, 'person') } : { post: id(value, 'post') };
}

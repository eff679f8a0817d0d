import type { TaskDecision } from '../messages.js';
import type { TaskOwner } from '../events/tasks.js';
import { id, instant, isObject, oneOf, optional, text, Wrong } from './fields.js';
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
        ...optional(json, 'file', file),
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

function file(json: Json, field: string): { sha256: string; name: string } {
  const value = json[field];
  if (!isObject(value)) throw new Wrong(field, 'an object with sha256 and name');
  const { sha256 } = value;
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) {
    throw new Wrong(`${field}.sha256`, '64 hexadecimal digits');
  }
  return { sha256, name: title(value, 'name') };
}

function link(json: Json, field: string): string {
  const value = text(json, field);
  if (!/^https?:\/\/\S+$/.test(value)) throw new Wrong(field, 'an address that begins with http:// or https://');
  return value;
}

/** The incident carries titles as long as it runs. */
const MAX_TITLE = 200;

function title(json: Json, field: string): string {
  const value = text(json, field);
  if (value.length > MAX_TITLE) throw new Wrong(field, `a text of at most ${MAX_TITLE} characters`);
  return value;
}

function flag(json: Json, field: string): boolean {
  const value = json[field];
  if (typeof value !== 'boolean') throw new Wrong(field, 'true or false');
  return value;
}

import type { Voice } from '../session.js';

/** Behind the name what other commands ask for. */
export function withId({ id, name }: { id: string; name: string }, { say }: Pick<Voice, 'say'>): string {
  return say(`${name} (${id})`, `${name}（${id}）`);
}

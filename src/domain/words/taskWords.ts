import type { TaskOwner } from '../incident/index.js';
import type { Speaker } from './speaker.js';

/** How many tasks a sentence bears before the rest is only counted. */
const TASKS_SHOWN = 5;

/** The id stands beside the name: it is what one asks for when one starts or finishes it. */
export function taskName(id: string, { names, lang }: Speaker): string {
  const name = names.task(id, lang);
  return name === id ? id : lang === 'en' ? `${name} (${id})` : `${name}（${id}）`;
}

export function taskNames(ids: readonly string[], say: Speaker, nameOf: typeof taskName = taskName): string {
  return say.some(
    ids.map((id) => nameOf(id, say)),
    TASKS_SHOWN,
  );
}

export function ownerWords(owner: TaskOwner, say: Speaker): string {
  return 'post' in owner ? say.post(owner.post) : say.person(owner.person);
}

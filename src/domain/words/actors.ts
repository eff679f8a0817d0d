import type { Actor } from '../incident/index.js';
import type { Lang } from '../lang.js';
import type { Names } from '../plan/names.js';
import type { PostOf } from './posts.js';
import { speaker } from './speaker.js';

/** `林伟（指挥长）`, where it is known which post the person holds. */
export function actorWords(actor: Actor, names: Names, lang: Lang, posts?: PostOf): string {
  return speaker(names, lang, posts).actor(actor);
}

/** Reads what `actorName` wrote: refusals carry actors as `person:lin-wei`. */
export function actorFromName(name: string): Actor {
  const colon = name.indexOf(':');
  const kind = colon < 0 ? name : name.slice(0, colon);
  const id = colon < 0 ? '' : name.slice(colon + 1);
  if (kind === 'person' || kind === 'integration') return { kind, id };
  if (kind === 'operator') return { kind };
  return { kind: 'system' };
}

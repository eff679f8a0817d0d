import type { EventOf, EventType, IncidentEvent } from '../incident/index.js';
import type { Lang } from '../lang.js';
import type { Names } from '../plan/names.js';
import { eventsEn } from './events.en.js';
import { eventsZh } from './events.zh.js';
import type { PostOf } from './posts.js';
import { capitalised, speaker } from './speaker.js';
import type { Speaker } from './speaker.js';

/** One sentence per event type; a forgotten one does not compile. */
export type EventSentences = { readonly [T in EventType]: (event: EventOf<T>, say: Speaker) => string };

const SENTENCES: Record<Lang, EventSentences> = { 'zh-CN': eventsZh, en: eventsEn };

/** A raw Temporal signal is trusted, but whoever reads the record must see that no login stands behind the name. */
const VIA_TEMPORAL: Record<Lang, string> = { 'zh-CN': '（经 Temporal 信号）', en: ' [by Temporal signal]' };

/** The event as one line of the timeline. `posts` (see `postsHeld`) adds the post behind a name. */
export function eventWords(event: IncidentEvent, names: Names, lang: Lang, posts?: PostOf): string {
  const sentence = SENTENCES[lang][event.type] as (event: IncidentEvent, say: Speaker) => string;
  const words = capitalised(sentence(event, speaker(names, lang, posts)));
  return event.via === 'temporal' ? `${words}${VIA_TEMPORAL[lang]}` : words;
}

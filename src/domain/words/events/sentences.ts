import type { EventOf, EventType } from '../../incident/index.js';
import type { Lang } from '../../lang.js';
import type { Speaker } from '../speaker.js';

/** One sentence per event type, in every language. */
export type SentencesOf<T extends EventType> = Record<
  Lang,
  { readonly [K in T]: (event: EventOf<K>, say: Speaker) => string }
>;

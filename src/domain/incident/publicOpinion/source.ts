import type { EventOf } from '../events.js';

/** Empty where it was erased. */
export function opinionSource({ source = '', texts }: Pick<EventOf<'opinionRecorded'>, 'source' | 'texts'>): string {
  return texts?.source ?? source;
}

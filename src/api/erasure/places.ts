import type { Traces } from '../../domain/erasure/index.js';
import { splitTexts } from '../../seal/index.js';

/** A text that is to be erased, for somebody to see what goes. */
export interface Place {
  of: 'incident' | 'improvement' | 'drill';
  id: string;
  seq: number;
  field: string;
  excerpt: string;
}

/** The texts of events that are to go. */
export function placesIn<E extends { seq: number }>(
  owner: Pick<Place, 'of' | 'id'>,
  events: readonly E[],
  { excerpt }: Pick<Traces, 'excerpt'>,
  erases: (event: E, field: string, text: string) => boolean,
): Place[] {
  return events.flatMap((event) =>
    Object.entries(splitTexts(event).texts)
      .filter(([field, text]) => text !== '' && erases(event, field, text))
      .map(([field, text]) => ({ ...owner, seq: event.seq, field, excerpt: excerpt(text) })),
  );
}

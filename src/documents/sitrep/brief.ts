import type { EventOf, IncidentEvent } from '../../domain/incident/index.js';

/** What was handed over with command; nothing where it passed otherwise. */
export function briefOf(
  events: readonly IncidentEvent[],
  { seq, why }: EventOf<'commandPassed'>,
): EventOf<'handoverOffered'>['texts'] | undefined {
  if (why !== 'handover') return undefined;
  return events.findLast(
    (event): event is EventOf<'handoverOffered'> => event.type === 'handoverOffered' && event.seq < seq,
  )?.texts;
}

import type { IncidentEvent } from '../../domain/incident/index.js';
import { newSalts, sealEvent } from '../../seal/index.js';
import type { SealedEvent } from '../../seal/index.js';

/** The next links of the chain. */
export function sealAfter(prevHash: string, incidentId: string, events: IncidentEvent[]): SealedEvent[] {
  let head = prevHash;
  return events.map((event) => {
    const sealed = sealEvent(head, incidentId, event, newSalts(event));
    head = sealed.hash;
    return sealed;
  });
}

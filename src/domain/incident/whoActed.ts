import type { PersonId } from '../plan/compiled.js';
import type { IncidentEvent } from './events.js';

/** What is refused did not happen, and whoever says that he does not come is not at work. */
export function whoActed({ type, actor }: IncidentEvent): PersonId | undefined {
  return actor.kind === 'person' && type !== 'refused' && type !== 'declined' ? actor.id : undefined;
}

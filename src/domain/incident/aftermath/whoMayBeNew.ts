import type { PersonId } from '../../plan/compiled.js';
import type { IncidentEvent } from '../events.js';
import { moving } from '../rooms/command/posts.js';
import type { State } from '../state.js';

/** Whom this event may have given the say. Posts of command that it leaves open are filled by events of their own. */
export function whoMayBeNew(state: State, event: IncidentEvent): ((person: PersonId) => boolean) | undefined {
  switch (event.type) {
    case 'levelChanged':
    case 'confirmed':
    case 'reopened':
    case 'planMoved':
      return () => true;
    case 'peopleChanged':
    case 'preempted': {
      const isMoving = moving(state, event.at);
      return (person) => !isMoving(person);
    }
    case 'commandPassed':
      return (person) => person === event.to;
    case 'postFilled':
      return (person) => person === event.person;
    default:
      return undefined;
  }
}

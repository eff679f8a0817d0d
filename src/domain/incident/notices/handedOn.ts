import type { PersonId } from '../../plan/compiled.js';
import { isNewTo, lessonsOf } from '../aftermath/asked.js';
import type { EventType, IncidentEvent } from '../events.js';
import { isAfterEnd } from '../phases.js';
import { isToMove } from '../rooms/command/posts.js';
import type { State } from '../state.js';
import { reportRequests } from './incidentReport.js';
import { lessonRequests } from './lessons.js';
import { mayBeNew } from './publication.js';
import type { Telling } from './tell.js';

/** Of another version of the plan events of their own tell. */
const HAND_ON: readonly EventType[] = ['peopleChanged', 'commandPassed', 'postFilled'];

/** What follows the end and is somebody else's since this event: they are asked for it as the one before them was. */
export function handedOn(state: State, event: IncidentEvent): Telling[] {
  const isNew = HAND_ON.includes(event.type) && isAfterEnd(state.phase) ? mayBeNew(event) : undefined;
  if (isNew === undefined) return [];
  const may = (person: PersonId) => isNew(person) && (event.type !== 'peopleChanged' || !isToMove(state, person));
  return [
    ...reportRequests(state, (person, asked) => may(person) && isNewTo(state, person, asked)),
    ...lessonRequests(
      state,
      (person, department) => may(person) && isNewTo(state, person, { asked: lessonsOf(department) }),
    ),
  ];
}

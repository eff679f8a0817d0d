import { isNewTo, lessonsOf } from '../aftermath/asked.js';
import { whoMayBeNew } from '../aftermath/whoMayBeNew.js';
import type { EventType, IncidentEvent } from '../events.js';
import { isAfterEnd } from '../phases.js';
import type { State } from '../state.js';
import { reportRequests } from './incidentReport.js';
import { lessonRequests } from './lessons.js';
import type { Telling } from './tell.js';

/** Of another version of the plan events of their own tell. */
const HAND_ON: readonly EventType[] = ['peopleChanged', 'preempted', 'commandPassed', 'postFilled'];

/** What follows the end and is somebody else's since this event: they are asked for it as the one before them was. */
export function handedOn(state: State, event: IncidentEvent): Telling[] {
  const isNew = HAND_ON.includes(event.type) && isAfterEnd(state.phase) ? whoMayBeNew(state, event) : undefined;
  if (isNew === undefined) return [];
  return [
    ...reportRequests(state, (person, asked) => isNew(person) && isNewTo(state, person, asked)),
    ...lessonRequests(
      state,
      (person, department) => isNew(person) && isNewTo(state, person, { asked: lessonsOf(department) }),
    ),
  ];
}

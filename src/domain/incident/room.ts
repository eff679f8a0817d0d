import type { PostId } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import type { EventBody, IncidentEvent } from './events.js';
import type { Heard } from './hearing.js';
import type { Message, MessageOf, MessageType } from './messages.js';
import type { RoomName, Slices, State } from './state.js';

/**
 * Something still open before termination or closure; the words are found by `code`. Which of them the end waits for is
 * said in `stillOpen.ts`.
 */
export interface OpenItem {
  code:
    | 'criterion_open'
    | 'report_not_written'
    | 'aftermath_open'
    | 'task_open'
    | 'questions_open'
    | 'people_inside'
    | 'sitrep_overdue'
    | 'cordon_stands'
    | 'obligation_overdue'
    | 'own_report_overdue'
    | 'obligation_open'
    | 'person_contested'
    | 'resource_held';
  id?: string;
  count?: number;
  /** Of a criterion: whose word it waits for. */
  post?: PostId;
  /** Of the plan, where the id says which request it is. */
  resource?: string;
}

/** What is open in all rooms; the root hands it to those who ask, because rooms do not know each other. */
export type AllOpen = (state: State, at: Instant) => OpenItem[];

/**
 * One concern of the emergency. A room may read all slices and writes its own; rooms meet only through events.
 */
export interface Room<K extends RoomName, E extends IncidentEvent = Heard<K>> {
  readonly name: K;
  readonly initial: Slices[K];
  /** Of what it hears (`hearing.ts`). Returns the same object when the event does not concern this room. */
  evolve(slice: Slices[K], event: E, state: State): Slices[K];
  decide?: {
    readonly [T in MessageType]?: (state: State, message: MessageOf<T>, at: Instant, allOpen: AllOpen) => EventBody[];
  };
  /** What follows from an event that has just happened; `state` includes it. */
  react?(state: State, event: E, allOpen: AllOpen): EventBody[];
  /** What follows once nothing else does: for whatever an event that is still to come may overturn. */
  settled?(state: State, at: Instant): EventBody[];
  /** The next instant at which `wake` has something to say. */
  due?(state: State): Instant | undefined;
  wake?(state: State, at: Instant): EventBody[];
  openItems?(state: State, at: Instant): OpenItem[];
}

export type AnyRoom = { [K in RoomName]: Room<K, IncidentEvent> }[RoomName];
export type Decide = (state: State, message: Message, at: Instant, allOpen: AllOpen) => EventBody[];

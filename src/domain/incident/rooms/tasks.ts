import type { PersonId, TaskId } from '../../plan/compiled.js';
import type { EventOf, IncidentEvent } from '../events.js';
import type { Heard } from '../hearing.js';
import { REPORTED } from '../knownFacts.js';
import { isOver } from '../phases.js';
import type { Room } from '../room.js';
import type { State, Task, TasksSlice } from '../state.js';
import { opened, withdrawn } from './tasks/asked.js';
import { afterOverdue, overdue, pressedAgain, timed } from './tasks/deadlines.js';
import { decideTask } from './tasks/decisions.js';
import { isOneOfThem, taskHolder } from './tasks/owners.js';
import { withEntry } from '../withEntry.js';

/**
 * What has to be done, by whom, by when. Tasks are opened when their phase begins and when a level or another version of
 * the plan asks for further ones.
 *
 * - `open`: nobody has begun; while others must be done first, it has no due time.
 * - `started`: somebody is at it. It stays, whatever level or plan ask for then.
 * - `finished`, `skipped`: done, or not to be done, on somebody's word. Neither is opened again, except after a recurrence.
 * - `withdrawn`: level or plan asked for it no more before anybody had begun. Opened anew when they ask again.
 *
 * What is overdue reaches whoever has it to do, then the lead of the team, then command, over and over (`deadlines.ts`).
 */
export const tasks: Room<'tasks'> = {
  name: 'tasks',
  initial: { tasks: {}, added: 0, reason: undefined, remindAt: undefined, wakeAt: undefined },

  evolve(slice, event, state) {
    const next = changed(slice, event, state);
    return next === slice ? slice : timed(next, state.phase, event.at);
  },

  decide: { task: decideTask },

  react(state, event) {
    switch (event.type) {
      case 'levelProposed':
        // The first one, not the report itself: by then the posts of command are filled, and the alert comes first.
        return event.cause === REPORTED ? opened(state, 'phase') : [];
      case 'standbyDeclared':
      case 'activated':
      case 'terminated':
      case 'watchEnded':
        return opened(state, 'phase');
      case 'levelChanged':
      case 'planMoved':
      case 'categoryChanged':
      case 'reopened':
        return [...withdrawn(state, event.type), ...opened(state, event.type)];
      default:
        return [];
    }
  },

  due: (state) => state.tasks.wakeAt,
  wake: overdue,
};

function changed(slice: TasksSlice, event: Heard<'tasks'>, state: State): TasksSlice {
  switch (event.type) {
    case 'tasksOpened':
      return event.tasks.reduce((s, task) => put(s, task.task, newTask(task, event.seq)), slice);
    case 'tasksWithdrawn':
      return event.tasks.reduce((s, id) => end(s, id, 'withdrawn', event, state), withoutReason(slice));
    case 'taskAdded':
      return { ...put(withoutReason(slice), event.task, addedTask(event, state)), added: slice.added + 1 };
    case 'taskStarted':
      return change(slice, event.task, (task) => ({
        ...task,
        status: 'started',
        seq: event.seq,
        hands: hands(task, event, state),
      }));
    case 'taskFinished':
      return end(slice, event.task, 'finished', event, state);
    case 'taskSkipped':
      return { ...end(slice, event.task, 'skipped', event, state), reason: event.texts.reason };
    case 'taskReassigned':
      return { ...change(slice, event.task, (task) => reassigned(task, event, state)), reason: event.texts.reason };
    case 'tasksOverdue':
      return afterOverdue(slice, event, state);
    case 'reopened':
      return pressedAgain(slice, event.at, state);
    // Then other tasks are pressed for, or none.
    case 'terminated':
    case 'watchEnded':
    case 'closed':
    case 'rejected':
    case 'merged':
      return { ...slice };
    default:
      return slice;
  }
}

/** What is still to come stands in it from the beginning (docs/decisions/0035). */
function newTask(asked: Omit<Task, 'status' | 'seq' | 'hands' | 'endedAt' | 'file'>, seq: number): Task {
  const { phase, post, person, within, after, mandatory, evidence, verifies, due, next, title } = asked;
  return {
    status: 'open',
    phase,
    post,
    person,
    within,
    after,
    mandatory,
    evidence,
    verifies,
    due,
    next,
    hands: undefined,
    title,
    seq,
    endedAt: undefined,
    file: undefined,
  };
}

function addedTask({ owner, due, mandatory, texts, seq }: EventOf<'taskAdded'>, { phase }: State): Task {
  const title = texts.title;
  const next = { step: 'owner', at: due } as const;
  // Whoever may add one is never asked in a phase without tasks: those are over.
  const during = isOver(phase) ? 'aftermath' : phase;
  return newTask({ ...owner, phase: during, within: 0, mandatory, due, next, title }, seq);
}

/** The post stays: it says whose lead decides. What is overdue already is the new owner's to hear of first. */
function reassigned(task: Task, { to, at, seq }: EventOf<'taskReassigned'>, state: State): Task {
  const { remindAfter } = state.basis.plan.notification.call;
  const { due } = task;
  const next = due === undefined ? {} : { next: { step: 'owner' as const, at: due > at ? due : at + remindAfter } };
  return { ...task, person: undefined, ...to, ...next, seq };
}

function end(
  slice: TasksSlice,
  id: TaskId,
  status: 'finished' | 'skipped' | 'withdrawn',
  event: IncidentEvent,
  state: State,
): TasksSlice {
  const file = event.type === 'taskFinished' ? event.file : undefined;
  return change(slice, id, (task) => ({
    ...task,
    next: undefined,
    hands: status === 'finished' ? hands(task, event, state) : task.hands,
    file: file ?? task.file,
    status,
    seq: event.seq,
    endedAt: event.at,
  }));
}

/** Whoever said so, and where that is somebody over them, whoever has it to do: a lead may enter what others did. */
function hands(task: Task, { actor, at }: IncidentEvent, state: State): PersonId[] {
  const by = actor.kind === 'person' ? [actor.id] : [];
  const holder = by.some((person) => isOneOfThem(state, task, person)) ? undefined : taskHolder(state, task, at);
  return [...new Set([...(task.hands ?? []), ...by, ...(holder === undefined ? [] : [holder])])];
}

function put(slice: TasksSlice, id: TaskId, task: Task): TasksSlice {
  return { ...slice, tasks: withEntry(slice.tasks, id, task) };
}

function change(slice: TasksSlice, id: TaskId, to: (task: Task) => Task): TasksSlice {
  const task = slice.tasks[id];
  return task === undefined ? slice : put(slice, id, to(task));
}

function withoutReason(slice: TasksSlice): TasksSlice {
  return { ...slice, reason: undefined };
}

import type { PersonId, TaskId } from '../../../plan/compiled.js';
import { earlier } from '../../../time.js';
import type { Instant } from '../../../time.js';
import type { EventBody, EventOf, OverdueStep } from '../../events.js';
import { isAfterEnd, isOver } from '../../phases.js';
import type { Phase } from '../../phases.js';
import type { State, Task, TasksSlice } from '../../state.js';
import { withEntry } from '../../withEntry.js';
import { toTell } from './owners.js';

// In the workflow's sandbox each look at a global costs about a microsecond, and this runs at every event of a task.
const { entries, fromEntries } = Object;

export function isLive({ status }: Task): boolean {
  return status === 'open' || status === 'started';
}

/** After the end only what belongs to the phase is pressed for; what is left of before can still be finished. */
function isPressed(task: Task, phase: Phase): boolean {
  return isLive(task) && !isOver(phase) && (!isAfterEnd(phase) || task.phase === phase);
}

/** The tasks that must be done first. Only those count that this incident asks for. */
export function waitsFor({ tasks }: Pick<TasksSlice, 'tasks'>, { status, after = [] }: Task): TaskId[] {
  return status === 'open' ? after.filter((id) => isToBeDone(tasks[id])) : [];
}

/** Whether it waits for any; asked of every task at every event of one, and makes no list. */
function isWaiting({ tasks }: Pick<TasksSlice, 'tasks'>, { status, after }: Task): boolean {
  return status === 'open' && after?.some((id) => isToBeDone(tasks[id])) === true;
}

function isToBeDone(task: Task | undefined): boolean {
  return task !== undefined && isLive(task);
}

/** Command has been told of it, and is told again with all others. */
function isEscalated(task: Task): boolean {
  return task.due !== undefined && task.next === undefined;
}

export function isOverdue(task: Task, at: Instant): boolean {
  return isLive(task) && task.due !== undefined && task.due <= at;
}

/** Starts the clock of what waits no longer, stops that of what has to wait, and says when the next thing falls due. */
export function timed(slice: TasksSlice, phase: Phase, at: Instant): TasksSlice {
  let { tasks } = slice;
  let next: Instant | undefined;
  let isAnyEscalated = false;
  for (const id in slice.tasks) {
    const before = slice.tasks[id]!;
    const task = clocked(slice, before, at);
    if (task !== before) tasks = withEntry(tasks, id, task);
    if (!isPressed(task, phase)) continue;
    next = earlier(next, task.next?.at);
    isAnyEscalated ||= isEscalated(task);
  }
  const remindAt = isAnyEscalated ? slice.remindAt : undefined;
  return { ...slice, tasks, remindAt, wakeAt: earlier(next, remindAt) };
}

function clocked(slice: TasksSlice, task: Task, at: Instant): Task {
  if (!isLive(task)) return task;
  if (isWaiting(slice, task)) return task.due === undefined ? task : { ...task, due: undefined, next: undefined };
  if (task.due !== undefined) return task;
  const due = at + task.within;
  return { ...task, due, next: { step: 'owner', at: due } };
}

/** Command is reminded of what is still overdue at a third of the rate at which it hears of each thing first. */
const COMMAND_REMINDED_EVERY = 3;

/** Who hears next after these people have heard, counted from when they really did: an outage cuts no time short. */
export function afterOverdue(slice: TasksSlice, event: EventOf<'tasksOverdue'>, state: State): TasksSlice {
  const { remindAfter, escalateAfter } = state.basis.plan.notification.call;
  const { at, step } = event;
  const tasks = { ...slice.tasks };
  let { remindAt = at + COMMAND_REMINDED_EVERY * escalateAfter } = slice;
  const next: Record<OverdueStep, Task['next']> = {
    owner: { step: 'lead', at: at + remindAfter },
    lead: { step: 'command', at: at + Math.max(1, escalateAfter - remindAfter) },
    command: undefined,
  };
  for (const id of event.tasks) {
    const task = tasks[id];
    if (task === undefined) continue;
    // It was told before: this is the reminder of all of them.
    if (task.next === undefined) remindAt = at + COMMAND_REMINDED_EVERY * escalateAfter;
    tasks[id] = { ...task, next: next[step] };
  }
  return { ...slice, tasks, remindAt: step === 'command' ? remindAt : slice.remindAt };
}

/** It runs again: whoever was told of what is overdue was told since that it is over. */
export function pressedAgain(slice: TasksSlice, at: Instant, { basis }: State): TasksSlice {
  const { remindAfter } = basis.plan.notification.call;
  const tasks = entries(slice.tasks).map(([id, task]): [TaskId, Task] => {
    const isLate = isLive(task) && task.due !== undefined && task.due <= at;
    return [id, isLate ? { ...task, next: { step: 'owner', at: at + remindAfter } } : task];
  });
  return { ...slice, tasks: fromEntries(tasks) };
}

/** One event for each step, with all that is overdue by it. */
export function overdue(state: State, at: Instant): EventBody[] {
  const { tasks, remindAt } = state.tasks;
  const reminds = remindAt !== undefined && remindAt <= at;
  const steps: Record<OverdueStep, [TaskId, PersonId | undefined][]> = { owner: [], lead: [], command: [] };
  for (const id in tasks) {
    const task = tasks[id]!;
    if (!isPressed(task, state.phase) || task.due === undefined) continue;
    const isDue = task.next === undefined ? reminds : task.next.at <= at;
    if (!isDue) continue;
    const { step, person } = toTell(state, task, task.next?.step ?? 'command', at);
    steps[step].push([id, person]);
  }
  return (['owner', 'lead', 'command'] as const).flatMap((step): EventBody[] => {
    const told = steps[step].sort(([a], [b]) => (tasks[a]?.due ?? 0) - (tasks[b]?.due ?? 0));
    if (told.length === 0) return [];
    return [{ type: 'tasksOverdue', step, tasks: told.map(([id]) => id), tell: byPerson(told) }];
  });
}

export function byPerson(told: [TaskId, PersonId | undefined][]): { person: PersonId; tasks: TaskId[] }[] {
  const people = new Map<PersonId, TaskId[]>();
  for (const [task, person] of told) {
    if (person !== undefined) people.set(person, [...(people.get(person) ?? []), task]);
  }
  return [...people].map(([person, tasks]) => ({ person, tasks }));
}

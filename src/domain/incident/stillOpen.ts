import type { TaskId } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import type { StillOpen } from './events.js';
import type { OpenItem } from './room.js';
import { isLive } from './rooms/tasks/deadlines.js';
import type { State } from './state.js';

export function stillOpen(state: State, at: Instant): StillOpen {
  const { situation, scene, sitreps } = state;
  const { open } = sitreps;
  return {
    tasks: openTasks(state),
    questions: Object.keys(situation.questions).length,
    inside: scene.inside.length,
    sitreps: open !== undefined && open.dueAt <= at ? [open.number] : [],
  };
}

/** Mandatory ones of the response. */
export function openTasks({ tasks: { tasks } }: State): TaskId[] {
  return Object.entries(tasks).flatMap(([id, task]) =>
    isLive(task) && task.mandatory && task.phase === 'responding' ? [id] : [],
  );
}

export function itemsOf({ tasks, questions, inside, sitreps }: StillOpen): OpenItem[] {
  return [
    ...tasks.map((id): OpenItem => ({ code: 'task_open', id })),
    ...(questions > 0 ? [{ code: 'questions_open', count: questions } as const] : []),
    ...(inside > 0 ? [{ code: 'people_inside', count: inside } as const] : []),
    ...sitreps.map((number): OpenItem => ({ code: 'sitrep_overdue', id: String(number) })),
  ];
}

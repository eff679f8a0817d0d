import type { TaskId } from '../plan/compiled.js';
import type { Instant } from '../time.js';
import type { StillOpen } from './events.js';
import type { OpenItem } from './room.js';
import { isLive } from './rooms/tasks/deadlines.js';
import type { State } from './state.js';

/** What the end waits for. Of the others whoever decides on it is told, and decides all the same. */
const AGAINST_THE_END: Record<OpenItem['code'], boolean> = {
  criterion_open: true,
  task_open: true,
  people_inside: true,
  cordon_stands: true,
  sitrep_overdue: true,
  obligation_overdue: true,
  person_contested: true,
  resource_held: true,
  // Something is always not known; what an answer may turn up is what the watch is for.
  questions_open: false,
  // No law wants it by then.
  own_report_overdue: false,
  // Of the time after the end.
  obligation_open: false,
  report_not_written: false,
  aftermath_open: false,
};

export function againstTheEnd(items: OpenItem[]): OpenItem[] {
  return items.filter(({ code }) => AGAINST_THE_END[code]);
}

export function stillOpen(state: State, at: Instant): OpenItem[] {
  const { situation, scene, sitreps } = state;
  const { open } = sitreps;
  return itemsOf({
    tasks: openTasks(state),
    questions: Object.keys(situation.questions).length,
    inside: scene.inside.length,
    sitreps: open !== undefined && open.dueAt <= at ? [open.number] : [],
  });
}

/** Mandatory ones of the response. */
export function openTasks({ tasks: { tasks } }: State): TaskId[] {
  return Object.entries(tasks).flatMap(([id, task]) =>
    isLive(task) && task.mandatory && task.phase === 'responding' ? [id] : [],
  );
}

/** As an earlier release recorded it, and as every later one does. */
export function openThen(open: OpenItem[] | StillOpen): OpenItem[] {
  return Array.isArray(open) ? open : itemsOf(open);
}

function itemsOf({ tasks, questions, inside, sitreps }: StillOpen): OpenItem[] {
  return [
    ...tasks.map((id): OpenItem => ({ code: 'task_open', id })),
    ...(questions > 0 ? [{ code: 'questions_open', count: questions } as const] : []),
    ...(inside > 0 ? [{ code: 'people_inside', count: inside } as const] : []),
    ...sitreps.map((number): OpenItem => ({ code: 'sitrep_overdue', id: String(number) })),
  ];
}

const CODES = Object.keys(AGAINST_THE_END) as OpenItem['code'][];

/** Refusals and notices carry plain words: the code, then what it is about. No id of a plan has a space in it. */
export function openItemKey({ code, id, count, post, resource }: OpenItem): string {
  return [code, id, count, post, resource].filter((part) => part !== undefined).join(' ');
}

/** Nothing where a later release wrote it. */
export function openItemFrom(key: string): OpenItem[] {
  const [first, about, post, resource] = key.split(' ');
  const code = CODES.find((known) => known === first);
  if (code === undefined) return [];
  if (about !== undefined && resource !== undefined) return [{ code, id: about, count: Number(post), resource }];
  if (code === 'questions_open' || code === 'people_inside') return [{ code, count: Number(about) }];
  return [{ code, ...(about === undefined ? {} : { id: about }), ...(post === undefined ? {} : { post }) }];
}

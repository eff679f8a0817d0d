import { isAfterEnd, isLive, isOverdue, taskHolder, waitsFor } from '../../domain/incident/index.js';
import type { EventOf, State } from '../../domain/incident/index.js';
import type { PersonId } from '../../domain/plan/compiled.js';
import type { Instant } from '../../domain/time.js';
import type { Block } from '../model.js';
import { paragraph } from '../paragraphs.js';
import { taskName } from '../taskName.js';
import { inPeriod, nameOf } from './context.js';
import type { SitrepContext } from './context.js';
import { ownerOf } from './owner.js';

type Task = State['tasks']['tasks'][string];

/** Tasks that were finished in the period, each with who did it and what came of it. */
export function finishedTasks(context: SitrepContext): Block[] {
  const items = inPeriod(context, 'taskFinished').map((event) => finished(context, event));
  return items.length === 0 ? [] : [paragraph(context.words.tasksDone), { kind: 'list', items }];
}

function finished(context: SitrepContext, { at, task, actor, texts }: EventOf<'taskFinished'>): string {
  const { words, say, moment } = context;
  const { note, finding, link, fileName } = texts ?? {};
  const results = [
    ...(note === undefined ? [] : [say.quote(note)]),
    ...(finding === undefined ? [] : [words.finding(say.quote(finding))]),
    ...[link, fileName].flatMap((evidence) => (evidence === undefined ? [] : [words.evidence(say.quote(evidence))])),
  ];
  const by = nameOf({ say }, actor);
  return words.taskDone({ at: moment(at), task: taskName(context, task), by, results });
}

/** What was decided about tasks. */
export function taskDecision(
  context: SitrepContext,
  event: EventOf<'taskAdded' | 'taskSkipped' | 'taskReassigned'>,
): string {
  const { words, say, moment } = context;
  const head = { at: moment(event.at), by: say.actor(event.actor), task: taskName(context, event.task) };
  if (event.type === 'taskSkipped') return words.taskSkipped({ ...head, reason: say.quote(event.texts.reason) });
  const to = event.type === 'taskAdded' ? event.owner : event.to;
  const owner = 'post' in to ? say.post(to.post) : say.person(to.person);
  if (event.type === 'taskAdded') return words.taskAdded({ ...head, owner });
  return words.taskReassigned({ ...head, owner, reason: say.quote(event.texts.reason) });
}

/** Tasks that are open, what is due first first: matter, owner, due. Those of the time after only in the last report. */
export function openTasks(context: SitrepContext): string[][] {
  const started = new Map(
    context.events.flatMap((event) => (event.type === 'taskStarted' ? [[event.task, event.at]] : [])),
  );
  return live(context).map(([id, task]) => [
    taskName(context, id),
    ownerOf(context, { post: task.post, person: whoHas(context, task) }),
    dueOf(context, task, started.get(id)),
  ]);
}

/** Which of them are overdue: a difficulty, and in the last report what the response has left open. */
export function overdueTasks(context: SitrepContext): string[] {
  const { words, issue, moment } = context;
  const late = live(context).filter(([, task]) => isOverdue(task, issue.until));
  if (late.length === 0) return [];
  const tasks = late.map(([id, task]) => {
    const person = whoHas(context, task);
    const owner = ownerOf(context, { post: person === undefined ? task.post : undefined, person });
    return words.overdueTask({ task: taskName(context, id), owner, due: moment(task.due ?? issue.until) });
  });
  return [words.overdueTasks(tasks, issue.final)];
}

function live({ state, issue }: SitrepContext): [string, Task][] {
  return Object.entries(state.tasks.tasks)
    .filter(([, task]) => isLive(task) && (issue.final || !isAfterEnd(task.phase)))
    .toSorted(([, a], [, b]) => (a.due ?? Infinity) - (b.due ?? Infinity));
}

/** When it is due, and whether somebody is at it. */
function dueOf(context: SitrepContext, task: Task, startedAt: Instant | undefined): string {
  const { words, moment } = context;
  const limit = limitOf(context, task);
  return task.status === 'started' && startedAt !== undefined ? words.inProgress(limit, moment(startedAt)) : limit;
}

function limitOf(context: SitrepContext, task: Task): string {
  const { state, words, moment, issue, say } = context;
  if (task.due === undefined)
    return words.waitsFor(say.list(waitsFor(state.tasks, task).map((id) => taskName(context, id))));
  const due = moment(task.due);
  return isOverdue(task, issue.until) ? words.overdue(due) : due;
}

/** Whoever has it to do at the end of the period. */
function whoHas({ state, issue }: SitrepContext, task: Task): PersonId | undefined {
  return task.person ?? taskHolder(state, task, issue.until);
}

import type { PersonId, PostId } from '../../../plan/compiled.js';
import type { Instant } from '../../../time.js';
import type { Actor } from '../../actor.js';
import { authorityOf } from '../../authority.js';
import type { EventBody, TaskOwner } from '../../events.js';
import type { MessageOf } from '../../messages.js';
import { refusal } from '../../refusals.js';
import type { Refusal } from '../../refusals.js';
import type { State, Task } from '../../state.js';
import { isLive, waitsFor } from './deadlines.js';
import { isOwner, ownerOf, postsFor, postsOfCommand, postsOver } from './owners.js';

type On<A extends MessageOf<'task'>['action']> = MessageOf<'task'> & { action: A };

/** Added ones stay in the state of the incident, so that there must not be any number of them. */
const MOST_ADDED = 100;

export function decideTask(state: State, message: MessageOf<'task'>, at: Instant): EventBody[] {
  if (message.action === 'add') return add(state, message, at);
  const task = state.tasks.tasks[message.task];
  if (task === undefined || !Object.hasOwn(state.tasks.tasks, message.task)) {
    const known = Object.entries(state.tasks.tasks).filter(([, other]) => isLive(other));
    return [refusal('unknown_task', { task: message.task }, { tasks: known.map(([id]) => id) })];
  }
  if (!isLive(task)) return [refusal('task_done', { task: message.task, status: task.status })];
  switch (message.action) {
    case 'start':
      return start(state, task, message);
    case 'finish':
      return finish(state, task, message);
    case 'skip':
      return skip(state, task, message);
    case 'reassign':
      return reassign(state, task, message);
  }
}

/** Of whoever has the task to do, or the refusal; a person to whom it was given needs no post for it. */
function actsOn(state: State, task: Task, actor: Actor): { authority?: PostId } | ({ type: 'refused' } & Refusal) {
  if (actor.kind === 'person' && actor.id === task.person) return {};
  return authorityOf(state, actor, postsFor(state, task));
}

function start(state: State, task: Task, { actor, task: id }: On<'start'>): EventBody[] {
  const by = actsOn(state, task, actor);
  if ('code' in by) return [by];
  if (task.status === 'started') return [refusal('task_started', { task: id, people: task.hands ?? [] })];
  const waits = waitsFor(state.tasks, task);
  if (waits.length > 0) return [refusal('task_waits', { task: id }, { tasks: waits })];
  return [{ type: 'taskStarted', ...by, task: id }];
}

function finish(state: State, task: Task, message: On<'finish'>): EventBody[] {
  const { actor, task: id, note, link, file, finding } = message;
  const by = actsOn(state, task, actor);
  if ('code' in by) return [by];
  const open = unfinishedVerified(state, task);
  if (open !== undefined) return [refusal('verified_task_open', { task: id }, { tasks: [open] })];
  const waits = waitsFor(state.tasks, task);
  if (waits.length > 0) return [refusal('task_waits', { task: id }, { tasks: waits })];
  if (actor.kind === 'person' && handsIn(state, task).includes(actor.id)) {
    return [refusal('repairer_cannot_verify', { task: id, person: actor.id, verifies: task.verifies ?? '' })];
  }
  const given = { note: isWritten(note), link: isWritten(link), file: file !== undefined };
  if (task.evidence !== undefined && !given[task.evidence]) {
    return [refusal('evidence_required', { task: id }, { evidence: task.evidence })];
  }
  const texts = Object.entries({ note, link, fileName: file?.name, finding }).filter(([, text]) => isWritten(text));
  return [
    {
      type: 'taskFinished',
      ...by,
      task: id,
      ...(file === undefined ? {} : { file: file.sha256 }),
      ...(texts.length === 0 ? {} : { texts: Object.fromEntries(texts) }),
    },
  ];
}

function skip(state: State, task: Task, { actor, task: id, reason }: On<'skip'>): EventBody[] {
  const posts = task.mandatory ? [state.basis.plan.command.commander] : postsOfCommand(state);
  const by = authorityOf(state, actor, posts);
  if ('code' in by) return [by];
  if (!isWritten(reason)) return [refusal('reason_required')];
  return [{ type: 'taskSkipped', ...by, task: id, texts: { reason } }];
}

function reassign(state: State, task: Task, { actor, task: id, to, reason }: On<'reassign'>): EventBody[] {
  const by = authorityOf(state, actor, postsOver(state, task));
  if ('code' in by) return [by];
  if (!isWritten(reason)) return [refusal('reason_required')];
  if (!isOwner(state, to)) return [noSuchOwner(state, to)];
  return [{ type: 'taskReassigned', ...by, task: id, from: ownerOf(task), to, texts: { reason } }];
}

function add(state: State, { actor, title, owner, due, mandatory }: On<'add'>, at: Instant): EventBody[] {
  const leads = state.basis.plan.teams.map(({ lead }) => lead);
  const by = authorityOf(state, actor, [...postsOfCommand(state), ...leads]);
  if ('code' in by) return [by];
  if (!isWritten(title)) return [refusal('title_required')];
  if (!isOwner(state, owner)) return [noSuchOwner(state, owner)];
  if (due <= at) return [refusal('due_passed')];
  const { added } = state.tasks;
  if (added >= MOST_ADDED) return [refusal('too_many_tasks', { added }, { most: MOST_ADDED })];
  // No id of a plan has a full stop in it.
  return [{ type: 'taskAdded', ...by, task: `added.${added + 1}`, owner, due, mandatory, texts: { title } }];
}

function noSuchOwner({ basis: { plan } }: State, owner: TaskOwner): EventBody {
  return refusal('unknown_owner', { ...owner }, { posts: plan.posts.map(({ id }) => id) });
}

function handsIn({ tasks: { tasks } }: State, { verifies }: Task): PersonId[] {
  return verifies === undefined ? [] : (tasks[verifies]?.hands ?? []);
}

function unfinishedVerified({ tasks: { tasks } }: State, { verifies }: Task): string | undefined {
  const verified = verifies === undefined ? undefined : tasks[verifies];
  return verified !== undefined && isLive(verified) ? verifies : undefined;
}

function isWritten(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

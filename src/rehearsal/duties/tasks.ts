import { isLive, waitsFor } from '../../domain/incident/index.js';
import { isOneOfThem } from '../../domain/incident/rooms/tasks/owners.js';
import type { PersonId, TaskId } from '../../domain/plan/compiled.js';
import type { Cast } from '../cast.js';
import type { Duty } from '../responder.js';
import { WRITTEN } from '../written.js';
import { RANK } from './rank.js';

/** Of a file that nobody has: whoever lets simulated people act in an incident that is kept puts one there. */
const NO_FILE = '0'.repeat(64);

/** Undefined while it waits for another task: whoever owns it is told when it is ready. */
export function taskDuty(cast: Cast, person: PersonId, id: TaskId): Duty | undefined {
  const task = cast.state.tasks.tasks[id];
  if (task === undefined || !isReady(cast, id)) return undefined;
  const { taskShare } = cast.parameters;
  return {
    key: `task ${id}`,
    rank: task.mandatory ? RANK.task : RANK.other,
    takes: Math.round(task.within * cast.random.draw(taskShare, `task ${id}`)),
    // Somebody else may have been given it meanwhile.
    stands: () => isReady(cast, id) && !isTaken(cast, person, id),
    done() {
      const how = evidenceOf(task.evidence);
      cast.says(person, { type: 'task', action: 'finish', task: id, ...how }, (refused) => {
        if (refused === 'repairer_cannot_verify') handsOn(cast, person, id);
      });
    },
  };
}

function evidenceOf(wanted: 'note' | 'link' | 'file' | undefined) {
  const link = wanted === 'link' ? { link: 'https://simulated.example/' } : {};
  return { note: WRITTEN, ...link, ...(wanted === 'file' ? { file: { sha256: NO_FILE, name: 'simulated.txt' } } : {}) };
}

/** Whoever hears that a task is overdue gives it to somebody who is there and has less to do, or does it. */
export function escalatedDuty(cast: Cast, person: PersonId, id: TaskId): Duty {
  return {
    key: `hand on ${id}`,
    rank: RANK.approval,
    takes: cast.draw(cast.parameters.decision, `hand on ${person}`),
    stands: () => isReady(cast, id) && !isUnderWay(cast, id),
    done: () => handsOn(cast, person, id),
  };
}

function handsOn(cast: Cast, person: PersonId, id: TaskId): void {
  const { state, people } = cast;
  const task = state.tasks.tasks[id];
  if (task === undefined) return;
  const barred = task.verifies === undefined ? [] : (state.tasks.tasks[task.verifies]?.hands ?? []);
  const able = colleagues(cast, id).filter((one) => one !== task.person && !barred.includes(one));
  const [to] = able.sort((a, b) => people.get(a)!.load - people.get(b)!.load);
  if (to === undefined || to === person) {
    const duty = barred.includes(person) ? undefined : taskDuty(cast, person, id);
    if (duty !== undefined) cast.asks(person, { ...duty, stands: () => isReady(cast, id) });
    return;
  }
  cast.says(person, { type: 'task', action: 'reassign', task: id, to: { person: to }, reason: WRITTEN });
}

/** Whoever holds its post or one that stands in for it, or is of the same team, and is at work. */
function colleagues({ state, people }: Cast, id: TaskId): PersonId[] {
  const { plan, holders } = state.basis;
  const task = state.tasks.tasks[id];
  const post = plan.posts.find((known) => known.id === task?.post);
  const team = post?.team === undefined ? [] : plan.posts.filter((other) => other.team === post.team);
  const posts = [task?.post ?? '', ...(post?.deputies ?? []), ...team.map((other) => other.id)];
  return [...new Set(posts.flatMap((one) => holders[one] ?? []))].filter((one) => {
    const responder = people.get(one);
    return responder !== undefined && responder.reachable && responder.atWork;
  });
}

function isReady({ state: { tasks } }: Cast, id: TaskId): boolean {
  const task = tasks.tasks[id];
  if (task === undefined || !isLive(task) || waitsFor(tasks, task).length > 0) return false;
  const verified = task.verifies === undefined ? undefined : tasks.tasks[task.verifies];
  return verified === undefined || !isLive(verified);
}

function isTaken({ state }: Cast, person: PersonId, id: TaskId): boolean {
  const task = state.tasks.tasks[id];
  return task?.person !== undefined && task.person !== person && !isOneOfThem(state, task, person);
}

/** By somebody who is there. */
function isUnderWay({ people, state }: Cast, id: TaskId): boolean {
  const task = state.tasks.tasks[id];
  return task !== undefined && [...people.values()].some((one) => one.has(`task ${id}`) && one.reachable);
}

import type { PersonId, TaskId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { Recipient, TaskTold } from '../effects.js';
import { byPerson, waitsFor } from '../rooms/tasks/deadlines.js';
import { ownerOf, toTell } from '../rooms/tasks/owners.js';
import type { Owned } from '../rooms/tasks/owners.js';
import type { State } from '../state.js';
import { levelFacts, withoutActor } from './tell.js';
import type { Telling, Tellings } from './tell.js';

export const tasksTellings: Tellings = {
  tasksOpened(state, { at, tasks }) {
    const ids = tasks.map(({ task }) => task);
    return [{ template: 'tasksOpened', to: owners(state, ids, at), facts: levelFacts(state) }];
  },
  tasksWithdrawn: (state, { at, tasks }) => [
    { template: 'tasksWithdrawn', to: owners(state, tasks, at), facts: levelFacts(state) },
    ready(state, tasks, at),
  ],
  taskAdded: (state, { at, task, actor }) => [
    { template: 'taskAssigned', to: withoutActor(actor, owners(state, [task], at)), facts: levelFacts(state) },
  ],
  taskFinished: (state, { at, task }) => [ready(state, [task], at)],
  taskSkipped: (state, { at, task, actor }) => [
    { template: 'tasksWithdrawn', to: withoutActor(actor, owners(state, [task], at)), facts: levelFacts(state) },
    ready(state, [task], at),
  ],
  taskReassigned(state, { at, task, from, actor }) {
    const next = owners(state, [task], at);
    const before = tasksOf(state, [[task, personFor(state, from, at)]]);
    const handedOn = before.filter(({ person }) => next[0]?.person !== person);
    return [
      { template: 'taskAssigned', to: withoutActor(actor, next), facts: levelFacts(state) },
      {
        template: 'taskHandedOn',
        to: withoutActor(actor, handedOn),
        facts: next[0] === undefined ? levelFacts(state) : { to: next[0].person, ...levelFacts(state) },
      },
    ];
  },
  tasksOverdue: (state, { step, tell }) => [
    {
      template: step === 'owner' ? 'tasksOverdue' : 'tasksEscalated',
      to: tell.map(({ person, tasks }) => ({
        person,
        tasks: tasks.map((id) => taskTold(state, id, step !== 'owner')),
      })),
      facts: levelFacts(state),
    },
  ],
};

/** What waited for these tasks and waits no longer: its time runs. */
function ready(state: State, done: TaskId[], at: Instant): Telling {
  const { tasks } = state.tasks;
  const waited = Object.entries(tasks).filter(
    ([, task]) =>
      task.status === 'open' &&
      (task.after ?? []).some((id) => done.includes(id)) &&
      waitsFor(state.tasks, task).length === 0,
  );
  const ids = waited.map(([id]) => id);
  return { template: 'tasksReady', to: owners(state, ids, at), facts: levelFacts(state) };
}

/** Whoever has them to do now, each with all of theirs, the first due first. */
function owners(state: State, ids: TaskId[], at: Instant): Recipient[] {
  return tasksOf(
    state,
    ids.map((id) => [id, personFor(state, state.tasks.tasks[id] ?? {}, at)]),
  );
}

function personFor(state: State, owned: Owned, at: Instant): PersonId | undefined {
  return toTell(state, owned, 'owner', at).person;
}

function tasksOf(state: State, told: [TaskId, PersonId | undefined][]): Recipient[] {
  const due = (id: TaskId) => state.tasks.tasks[id]?.due ?? Infinity;
  const inOrder = told.toSorted(([a], [b]) => (due(a) === due(b) ? 0 : due(a) - due(b)));
  return byPerson(inOrder).map(({ person, tasks }) => ({ person, tasks: tasks.map((id) => taskTold(state, id)) }));
}

/** `ownerToo`: the lead and command hear whose it is. */
function taskTold({ tasks }: State, id: TaskId, ownerToo = false): TaskTold {
  const task = tasks.tasks[id];
  const waits = task === undefined ? [] : waitsFor(tasks, task);
  return {
    task: id,
    ...(task?.due === undefined ? {} : { due: task.due }),
    ...(waits.length === 0 ? {} : { after: waits }),
    ...(task !== undefined && ownerToo ? { owner: ownerOf(task) } : {}),
  };
}

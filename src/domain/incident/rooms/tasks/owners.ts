import type { PersonId, PostId } from '../../../plan/compiled.js';
import type { Instant } from '../../../time.js';
import { whoCommands } from '../../authority.js';
import { isAway } from '../../availability.js';
import type { OverdueStep, TaskOwner } from '../../events.js';
import type { State, Task } from '../../state.js';

/** Of whom a task is, as far as that says who may act and who is told. */
export type Owned = Pick<Task, 'post' | 'person'>;

const STEPS: readonly OverdueStep[] = ['owner', 'lead', 'command'];

/**
 * Whom to tell at this step, or at the first one after it that has somebody who is not away. Command is the last: whoever
 * commands is told, away or not.
 */
export function toTell(
  state: State,
  task: Owned,
  from: OverdueStep,
  at: Instant,
): { step: OverdueStep; person?: PersonId } {
  for (const step of STEPS.slice(STEPS.indexOf(from))) {
    const person = step === 'command' ? whoCommands(state)[0] : peopleAt(state, task, step).find(isHere(state, at));
    if (person !== undefined) return { step, person };
  }
  return { step: 'command' };
}

/** Whoever has it to do now; nobody where nobody is there. */
export function taskHolder(state: State, task: Owned, at: Instant): PersonId | undefined {
  return peopleAt(state, task, 'owner').find(isHere(state, at));
}

/** Whether it is this person's to do, as the one to whom it was given or as a holder of its post. */
export function isOneOfThem(state: State, task: Owned, person: PersonId): boolean {
  return peopleAt(state, task, 'owner').includes(person);
}

export function postsOfCommand({ basis }: Pick<State, 'basis'>): PostId[] {
  const { commander, deputies } = basis.plan.command;
  return [commander, ...deputies];
}

/** The post that leads the team of the owner; command's own posts belong to no team. */
function leadOf({ basis: { plan, holders } }: State, { post, person }: Owned): PostId | undefined {
  const lead = (id: PostId | undefined) => {
    const team = plan.posts.find((known) => known.id === id)?.team;
    return plan.teams.find((known) => known.id === team)?.lead;
  };
  if (post !== undefined) return lead(post);
  const held = plan.posts.filter(({ id }) => person !== undefined && (holders[id] ?? []).includes(person));
  return held.map(({ id }) => lead(id)).find((found) => found !== undefined);
}

/** Posts whose holders may start and finish the task besides the person whom it was given to. */
export function postsFor(state: State, task: Owned): PostId[] {
  const own = task.post === undefined || task.person !== undefined ? [] : [task.post, ...deputiesOf(state, task.post)];
  return [...own, ...postsOver(state, task)];
}

/** Posts that decide whose task it is. */
export function postsOver(state: State, task: Owned): PostId[] {
  const lead = leadOf(state, task);
  return [...(lead === undefined ? [] : [lead]), ...postsOfCommand(state)];
}

export function ownerOf({ post, person }: Owned): TaskOwner {
  return person === undefined ? { post: post ?? '' } : { person };
}

export function isOwner({ basis: { plan, holders } }: State, owner: TaskOwner): boolean {
  if ('post' in owner) return plan.posts.some(({ id }) => id === owner.post);
  return Object.values(holders).some((people) => people.includes(owner.person));
}

function peopleAt(state: State, task: Owned, step: 'owner' | 'lead'): PersonId[] {
  if (step === 'owner' && task.person !== undefined) return [task.person];
  const post = step === 'owner' ? task.post : leadOf(state, task);
  if (post === undefined) return [];
  return [...holders(state, post), ...deputiesOf(state, post).flatMap((deputy) => holders(state, deputy))];
}

/** Of a post of command only whoever fills it in this incident. */
function holders(state: State, post: PostId): PersonId[] {
  const filling = state.command.posts[post];
  return filling === undefined ? (state.basis.holders[post] ?? []) : [filling];
}

export function deputiesOf({ basis }: Pick<State, 'basis'>, post: PostId): PostId[] {
  return basis.plan.posts.find(({ id }) => id === post)?.deputies ?? [];
}

function isHere(state: State, at: Instant) {
  return (person: PersonId) => !isAway(state, person, at);
}

import type { Basis, TaskRule } from '../../src/domain/plan/compiled.js';
import type { Decision, EventOf, IncidentEvent, TaskOwner } from '../../src/domain/incident/index.js';
import { BASIS, confirmAt, MINUTE, START, Story } from './story.js';

/** Tasks of every phase: some for one level or category only, one after another, one that verifies another. */
const TASKS: TaskRule[] = [
  { id: 'ring', phase: 'reported', owner: 'duty', due: 10 * MINUTE, mandatory: true, evidence: 'note' },
  { id: 'traces', phase: 'reported', categories: ['security'], owner: 'techLead', due: 10 * MINUTE, mandatory: true },
  { id: 'roll', phase: 'standby', owner: 'techLead', due: 30 * MINUTE, mandatory: false },
  { id: 'find', phase: 'responding', owner: 'techLead', due: 60 * MINUTE, mandatory: true, evidence: 'note' },
  {
    id: 'repair',
    phase: 'responding',
    owner: 'engineer',
    due: 120 * MINUTE,
    after: ['find'],
    mandatory: true,
    evidence: 'link',
  },
  {
    id: 'verify',
    phase: 'responding',
    owner: 'deputy',
    due: 60 * MINUTE,
    after: ['repair'],
    mandatory: true,
    evidence: 'file',
    verifies: 'repair',
  },
  { id: 'inform', phase: 'responding', levels: ['L1', 'L2'], owner: 'liaisonLead', due: 30 * MINUTE, mandatory: false },
  {
    id: 'press',
    phase: 'responding',
    levels: ['L1'],
    owner: 'pressLead',
    due: 60 * MINUTE,
    after: ['inform'],
    mandatory: true,
  },
  { id: 'watch', phase: 'watching', owner: 'techLead', due: 60 * MINUTE, mandatory: true },
  { id: 'cause', phase: 'aftermath', owner: 'techLead', due: 240 * MINUTE, mandatory: true },
];

export function tasksBasis(change: (basis: Basis) => void = () => undefined): Basis {
  const basis = structuredClone(BASIS) as Basis;
  basis.plan.tasks = structuredClone(TASKS);
  basis.plan.posts = basis.plan.posts.map((post) => (post.id === 'techLead' ? { ...post, deputies: ['duty'] } : post));
  basis.plan.scene = { posts: ['techLead', 'duty'] };
  change(basis);
  return basis;
}

export const HASH = 'ab'.repeat(32);
export const start = (task: string): Decision => ({ type: 'task', action: 'start', task });
export const finish = (task: string, more: object = {}): Decision => ({
  type: 'task',
  action: 'finish',
  task,
  note: 'done',
  link: 'https://git.example/1',
  file: { sha256: HASH, name: 'list.pdf' },
  ...more,
});
export const skip = (task: string, reason = 'not needed'): Decision => ({ type: 'task', action: 'skip', task, reason });

export const reassign = (task: string, to: TaskOwner, reason = 'on a train'): Decision => ({
  type: 'task',
  action: 'reassign',
  task,
  to,
  reason,
});
/** For the liaison lead, due in half an hour. */
export const add = (more: object = {}): Decision => ({
  type: 'task',
  action: 'add',
  title: 'ask the supplier',
  owner: { post: 'liaisonLead' },
  due: START + 30 * MINUTE,
  mandatory: true,
  ...more,
});

export function responding(level = 'L2', change?: (basis: Basis) => void): Story {
  const story = new Story({}, tasksBasis(change));
  story.says('lin-wei', confirmAt(level));
  return story;
}

export function openedIn(events: IncidentEvent[]): string[] {
  const opened = events.filter((e): e is EventOf<'tasksOpened'> => e.type === 'tasksOpened');
  return opened.flatMap(({ tasks }) => tasks.map(({ task }) => task));
}

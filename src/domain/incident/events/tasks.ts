import type { PersonId, PostId, TaskId, TaskRule } from '../../plan/compiled.js';
import type { Duration, Instant } from '../../time.js';
import type { Decided } from './common.js';

/** Who has a task to do: whoever holds the post at that moment, or one person. */
export type TaskOwner = { post: PostId } | { person: PersonId };

/** A task of the plan as it stood when it was opened: another version of the plan changes nothing in it. */
export interface OpenedTask {
  task: TaskId;
  phase: TaskRule['phase'];
  post: PostId;
  /** From now, or from when the last of `after` is done. */
  within: Duration;
  after?: TaskId[];
  mandatory: boolean;
  evidence?: 'note' | 'link' | 'file';
  verifies?: TaskId;
}

/** In order: whoever has it to do, the lead of the team, whoever commands. */
export type OverdueStep = 'owner' | 'lead' | 'command';

/** What asks for other tasks than before. */
export type TasksChanged = 'levelChanged' | 'categoryChanged' | 'planMoved' | 'reopened';

export type TasksEvent =
  | { type: 'tasksOpened'; why: 'phase' | TasksChanged; tasks: OpenedTask[] }
  /** Nobody had started them, and level or plan ask for them no more. */
  | { type: 'tasksWithdrawn'; why: TasksChanged; tasks: TaskId[] }
  | ({
      type: 'taskAdded';
      task: TaskId;
      owner: TaskOwner;
      due: Instant;
      mandatory: boolean;
      texts: { title: string };
    } & Decided)
  /** Without `authority` by a person to whom the task was given. */
  | ({ type: 'taskStarted'; task: TaskId } & Partial<Decided>)
  | ({
      type: 'taskFinished';
      task: TaskId;
      /** SHA-256 of the file that is the evidence, hex. */
      file?: string;
      texts?: { note?: string; link?: string; fileName?: string; finding?: string };
    } & Partial<Decided>)
  | ({ type: 'taskSkipped'; task: TaskId; texts: { reason: string } } & Decided)
  | ({ type: 'taskReassigned'; task: TaskId; from: TaskOwner; to: TaskOwner; texts: { reason: string } } & Decided)
  /** Several fell due at once, or are still open when command is reminded: each person is told of all of theirs. */
  | { type: 'tasksOverdue'; step: OverdueStep; tasks: TaskId[]; tell: { person: PersonId; tasks: TaskId[] }[] };

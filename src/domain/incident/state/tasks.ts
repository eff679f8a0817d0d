import type { PersonId, PostId, TaskId, TaskRule } from '../../plan/compiled.js';
import type { Duration, Instant } from '../../time.js';
import type { OverdueStep } from '../events.js';

export interface Task {
  status: 'open' | 'started' | 'finished' | 'skipped' | 'withdrawn';
  phase: TaskRule['phase'];
  /** Whose task it is; where it was given to one person, the post only says which team's it is. */
  post?: PostId;
  person?: PersonId;
  within: Duration;
  after?: TaskId[];
  mandatory: boolean;
  evidence?: 'note' | 'link' | 'file';
  verifies?: TaskId;
  /** Not before every one of `after` is done. */
  due?: Instant;
  /** Who hears next that it is overdue; none once command has: then `remindAt` of the slice counts. */
  next?: { step: OverdueStep; at: Instant };
  /** Whoever started or finished it. */
  hands?: PersonId[];
  /** Of a task that was added: what there is to do. */
  title?: string;
  /** The event that last changed it. Texts stay in the record and are looked up there. */
  seq: number;
  /** Of that event, once it is finished, skipped or withdrawn. */
  endedAt?: Instant;
  file?: string;
}

export interface TasksSlice {
  tasks: Record<TaskId, Task>;
  /** How many were added besides those of the plan. */
  added: number;
  /** Of the last reassignment or skipping. */
  reason?: string;
  /** When command is reminded of everything that is overdue. */
  remindAt?: Instant;
  /** The first of all that falls due. */
  wakeAt?: Instant;
}

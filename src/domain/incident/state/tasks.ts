import type { PersonId, PostId, TaskId, TaskRule } from '../../plan/compiled.js';
import type { Duration, Instant } from '../../time.js';
import type { OverdueStep } from '../events.js';

export interface Task {
  status: 'open' | 'started' | 'finished' | 'skipped' | 'withdrawn';
  phase: TaskRule['phase'];
  /** Whose task it is; where it was given to one person, the post only says which team's it is. */
  post?: PostId | undefined;
  person?: PersonId | undefined;
  within: Duration;
  after?: TaskId[] | undefined;
  mandatory: boolean;
  evidence?: 'note' | 'link' | 'file' | undefined;
  verifies?: TaskId | undefined;
  /** Not before every one of `after` is done. */
  due?: Instant | undefined;
  /** Who hears next that it is overdue; none once command has: then `remindAt` of the slice counts. */
  next?: { step: OverdueStep; at: Instant } | undefined;
  /** Whoever started or finished it. */
  hands?: PersonId[] | undefined;
  /** Of a task that was added: what there is to do. */
  title?: string | undefined;
  /** The event that last changed it. Texts stay in the record and are looked up there. */
  seq: number;
  /** Of that event, once it is finished, skipped or withdrawn. */
  endedAt?: Instant | undefined;
  file?: string | undefined;
}

export interface TasksSlice {
  tasks: Record<TaskId, Task>;
  /** How many were added besides those of the plan. */
  added: number;
  /** Of the last reassignment or skipping. */
  reason?: string | undefined;
  /** When command is reminded of everything that is overdue. */
  remindAt?: Instant | undefined;
  /** The first of all that falls due. */
  wakeAt?: Instant | undefined;
}

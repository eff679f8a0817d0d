import type { TaskId } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import type { TaskOwner } from '../events/tasks.js';

/** What is done about a task of the incident. */
export type TaskDecision = { type: 'task' } & (
  | { action: 'start'; task: TaskId }
  | {
      action: 'finish';
      task: TaskId;
      note?: string;
      link?: string;
      /** Stored before, under its SHA-256 in hex. */
      file?: { sha256: string; name: string };
      finding?: string;
    }
  | { action: 'skip'; task: TaskId; reason: string }
  | { action: 'reassign'; task: TaskId; to: TaskOwner; reason: string }
  | { action: 'add'; title: string; owner: TaskOwner; due: Instant; mandatory: boolean }
);

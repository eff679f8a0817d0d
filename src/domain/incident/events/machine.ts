import type { MessageType } from '../messages.js';
import type { Refusal } from '../refusals.js';

export type MachineEvent =
  | ({ type: 'refused'; message?: MessageType } & Refusal)
  /** What it failed at did not happen; `wake` is what falls due by itself. */
  | { type: 'machineFailed'; error: string; during?: MessageType | 'wake' };

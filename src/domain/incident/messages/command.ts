import type { PersonId } from '../../plan/compiled.js';

/** The written brief of a handover, as ICS form 201 has it. */
export interface Brief {
  situation: string;
  objectives: string;
  actions?: string;
  resources?: string;
  risks?: string;
  /** Decisions that wait for whoever takes over. */
  pending?: string;
}

/** Gives command to somebody else, who accepts or declines it. */
export type HandOver = { type: 'handOver' } & (
  | { action: 'offer'; to: PersonId; brief: Brief }
  | { action: 'accept' }
  | { action: 'decline' | 'withdraw'; reason: string }
);

/** By whoever commands: I am here. Every other decision of that person says so too. */
export interface CheckIn {
  type: 'checkIn';
  note?: string;
}

/** By somebody at work in the incident: whoever commands does not answer. They are asked for a sign of life at once. */
export interface MissCommander {
  type: 'missCommander';
  note?: string;
}

/** By somebody who was asked because whoever commands is silent. */
export interface TakeCommand {
  type: 'takeCommand';
}

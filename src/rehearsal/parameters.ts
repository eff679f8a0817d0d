import { HOUR, MINUTE, SECOND } from '../domain/time.js';
import type { Duration } from '../domain/time.js';

/** A time that is never negative and has a long tail. `spread`: the standard deviation of its logarithm. */
export interface Spread {
  median: Duration;
  spread: number;
}

/**
 * How simulated people and the world around them behave. Shares are from 0 to 1, times in milliseconds. Nobody has measured
 * them for your organisation: all of these are assumed, and a file may give others (docs/rehearsal.md). Where a figure leans
 * on something, that stands beside it.
 */
export const PARAMETERS = {
  /** Of those who hold posts: cannot be reached during the whole incident, and nobody knows that. */
  absent: 0.1,
  /** Of those who can be reached: do not come when they are called. */
  declines: 0.03,
  /** From the machine to the mailbox. */
  delivery: { median: 15 * SECOND, spread: 0.6 },
  /** From the mailbox to the answer of somebody who is not at work on the incident yet: the default plan reminds after 5 min. */
  acknowledgement: { median: 3 * MINUTE, spread: 0.9 },
  /** The same once somebody is at work on it. */
  reading: { median: 45 * SECOND, spread: 0.6 },
  /** Work from where they are; the others travel. */
  remote: 0.6,
  travel: { median: 25 * MINUTE, spread: 0.5 },
  /** To make up one's mind whether a report is real, and how bad. */
  verification: { median: 7 * MINUTE, spread: 0.6 },
  /** To take any other decision: a level, an approval, a signature. */
  decision: { median: 4 * MINUTE, spread: 0.6 },
  /** A decision on a level is wrong: one milder than the facts call for. It is looked at again later. */
  wrong: 0.05,
  secondLook: { median: 30 * MINUTE, spread: 0.5 },
  /** From an inject until somebody has entered what it tells. */
  noticing: { median: 4 * MINUTE, spread: 0.7 },
  /** Of the time that the plan gives for a task, what the work takes: whoever wrote the plan left some room. */
  taskShare: { median: 0.5, spread: 0.45 },
  sitrep: { median: 8 * MINUTE, spread: 0.5 },
  filing: { median: 20 * MINUTE, spread: 0.6 },
  /** A text for the public; checking it takes a decision. */
  statement: { median: 15 * MINUTE, spread: 0.5 },
  /** To take something from the shelf and send it. */
  dispatch: { median: 10 * MINUTE, spread: 0.6 },
  transport: { median: 20 * MINUTE, spread: 0.6 },
  /** To check one condition of the end. */
  criterion: { median: 6 * MINUTE, spread: 0.5 },
  /** Whoever commands is too busy to give a sign of life when asked for it. */
  silentCommand: 0.1,
  /** A partner who is called comes; and how long it takes to reach one. */
  partnerComes: 0.8,
  partner: { median: 15 * MINUTE, spread: 0.6 },
  /** From so long at work on, everything takes longer: by this share for each further hour. */
  tiredAfter: 6 * HOUR,
  tiredness: 0.08,
  /** How often somebody looks whether the response can end. */
  endLook: 15 * MINUTE,
  /** A run that has not ended by then is broken off. */
  horizon: 24 * HOUR,
};
export type Parameters = typeof PARAMETERS;

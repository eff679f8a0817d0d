import type { Instant } from '../time.js';

/** Why a metric cannot be taken. Stable: they are part of the API. */
export const UNKNOWN_CODES = [
  'no_start_known',
  'no_alert',
  'not_acknowledged',
  'no_action',
  'not_graded',
  'not_activated',
  'running',
  'no_milestone_in_plan',
  'not_contained',
  'not_restored',
  'not_evicted',
  'not_security',
  'first_access_unknown',
  'times_contradict',
  'too_early',
  'channel_not_recorded',
  'none_due',
  'not_reached',
  'need_changed',
  'shortage_accepted',
  'stood_down',
] as const;
export type UnknownCode = (typeof UNKNOWN_CODES)[number];

export interface Unknown {
  unknown: UnknownCode;
  /** The events that say so, as far as there are any. */
  seqs: number[];
}

/** `value` in milliseconds. */
export interface Taken {
  value: number;
  /** The events that it was taken from. */
  seqs: number[];
  /** Where it came back: the sum of so many stretches. */
  stretches?: number;
  /** By what the simulator did for somebody who is not there: it says nothing of people. */
  simulated?: true;
}
export type Time = Taken | Unknown;

export interface TakenShare {
  met: number;
  of: number;
  seqs: number[];
}
/** `of` is at least 1. */
export type Share = TakenShare | Unknown;

/** A moment, and the event that tells of it. */
export interface Mark {
  at: Instant;
  seq: number;
  /** By the simulator. */
  simulated?: true;
}

export function isUnknown(metric: Time | Share): metric is Unknown {
  return 'unknown' in metric;
}

export function unknown(code: UnknownCode, ...marks: (Pick<Mark, 'seq'> | undefined)[]): Unknown {
  return { unknown: code, seqs: numbers(marks) };
}

/** From one moment to the other; of each that is missing, why. */
export function between(
  from: Mark | undefined,
  to: Mark | undefined,
  { noFrom, noTo }: { noFrom: UnknownCode; noTo: UnknownCode },
): Time {
  if (from === undefined) return unknown(noFrom, to);
  if (to === undefined) return unknown(noTo, from);
  if (to.at < from.at) return unknown('times_contradict', from, to);
  const simulated = from.simulated ?? to.simulated;
  return { value: to.at - from.at, seqs: numbers([from, to]), ...(simulated ? { simulated } : {}) };
}

/** Of several times that belong together; one that is not known makes the sum unknown. */
export function sum(times: Time[]): Time {
  const missing = times.find(isUnknown);
  if (missing !== undefined) return missing;
  const taken = times as Taken[];
  const value = taken.reduce((all, time) => all + time.value, 0);
  const seqs = taken.flatMap((time) => time.seqs);
  const simulated = taken.some((time) => time.simulated) ? { simulated: true as const } : {};
  return { value, seqs, ...(taken.length > 1 ? { stretches: taken.length } : {}), ...simulated };
}

export function share(met: number, of: number, seqs: number[]): Share {
  return of === 0 ? { unknown: 'none_due', seqs } : { met, of, seqs };
}

function numbers(marks: (Pick<Mark, 'seq'> | undefined)[]): number[] {
  return [...new Set(marks.flatMap((mark) => (mark === undefined ? [] : [mark.seq])))].sort((a, b) => a - b);
}

import type { StreamItem, TimelineItem } from '../../api/contract.js';
import type { Voice } from '../session.js';

export function timelineLine({ at, seq, words }: TimelineItem, { time, style }: Voice): string {
  return `${style.dim(time(at))}  ${style.dim(`#${seq}`)}  ${words}`;
}

export function streamLine({ incidentId, at, seq, words }: StreamItem, { time, style }: Voice): string {
  return `${style.dim(time(at))}  ${incidentId} ${style.dim(`#${seq}`)}  ${words}`;
}

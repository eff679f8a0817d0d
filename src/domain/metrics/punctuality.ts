import type { IncidentEvent } from '../incident/index.js';
import type { Instant } from '../time.js';
import { share } from './metric.js';
import type { Share } from './metric.js';

interface Draft {
  dueAt: Instant;
  missed: number;
  seq: number;
}

/**
 * SITREPs that were released by their time, of all times at which one was due. One that stands for several due times was
 * too late for all but the last.
 */
export function sitrepPunctuality(events: IncidentEvent[], at: Instant): Share {
  let due = 0;
  let met = 0;
  const seqs: number[] = [];
  let open: Draft | undefined;
  const count = (draft: Draft, seq: number, isOnTime: boolean, isDue = true) => {
    const times = draft.missed + (isDue ? 1 : 0);
    if (times === 0) return;
    due += times;
    met += isOnTime ? 1 : 0;
    seqs.push(seq);
  };
  for (const event of events) {
    const { seq } = event;
    switch (event.type) {
      case 'sitrepDrafted':
        open = { dueAt: event.dueAt, missed: event.missed, seq };
        break;
      case 'sitrepRescheduled':
        // A time that another level or the end takes the place of, and that had passed by then, was due all the same.
        if (open !== undefined && event.why !== 'missed' && event.dueAt !== open.dueAt && event.at > open.dueAt) {
          count({ ...open, missed: 0 }, seq, false);
        }
        open = { dueAt: event.dueAt, missed: event.missed, seq };
        break;
      case 'sitrepReleased':
        count({ dueAt: event.dueAt, missed: event.missed, seq }, seq, event.at <= event.dueAt);
        open = undefined;
        break;
      case 'sitrepLapsed':
        if (open !== undefined) count(open, seq, false, event.at > open.dueAt);
        open = undefined;
        break;
      default:
    }
  }
  if (open !== undefined) count(open, open.seq, false, at > open.dueAt);
  return share(met, due, seqs);
}

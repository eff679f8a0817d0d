import type { EventOf, IncidentEvent, Lot } from '../incident/index.js';
import { sumOf } from '../plan/quantity.js';
import type { Instant } from '../time.js';
import { share } from './metric.js';
import type { Mark, Share } from './metric.js';

interface Wanted {
  seq: number;
  wants: number;
  neededBy?: Instant;
  arrived: number;
  /** When all of it was set aside, and when all of it was there. */
  ready?: Mark;
  there?: Mark;
  /** Nobody wanted it any more, before it was filled. */
  leftOut: boolean;
}

/**
 * Requests that were filled in time, of those that somebody wanted to the end. With a time by which it is needed: all of it
 * was there by then. Without one: the ledger has set all of it aside.
 */
export function requestFill(events: IncidentEvent[], at: Instant): Share {
  const requests = new Map<string, Wanted>();
  let isOver = false;
  for (const event of events) {
    const now: Mark = { at: event.at, seq: event.seq };
    switch (event.type) {
      case 'resourcesRequested':
        for (const { request, quantity, neededBy } of event.requests) {
          const time = neededBy === undefined ? {} : { neededBy };
          requests.set(request, { seq: event.seq, wants: quantity, ...time, arrived: 0, leftOut: false });
        }
        break;
      case 'requestAmended':
        change(event.need.request, (one) =>
          event.neededBy === undefined ? {} : { neededBy: event.neededBy ?? one.neededBy },
        );
        break;
      case 'requestsReduced':
        for (const { request, by, ends } of event.requests) change(request, (one) => reduced(one, by, ends, event));
        break;
      case 'requestSubstituted':
        change(event.need.request, (one) =>
          reduced(one, event.missing, one.wants <= event.missing ? true : undefined, event),
        );
        break;
      case 'requestCancelled':
      case 'spendingRefused':
        change(event.need.request, (one) => ({ leftOut: one.ready === undefined && one.there === undefined }));
        break;
      case 'stockAllocated':
        if (event.missing === 0) change(event.need.request, ({ ready = now }) => ({ ready }));
        break;
      case 'resourcesArrived':
        for (const { request, lots } of event.requests) change(request, (one) => arrivedAt(one, lots, now));
        break;
      case 'terminated':
        isOver = true;
        break;
      case 'reopened':
        isOver = false;
        break;
      default:
    }
  }
  const counted = [...requests.values()].filter((one) => !one.leftOut && (isFilled(one) || isOver || isPast(one, at)));
  return share(
    counted.filter(isFilled).length,
    counted.length,
    counted.flatMap(({ seq, ready, there }) => [seq, ...((there ?? ready) ? [(there ?? ready)!.seq] : [])]),
  );

  function change(request: string, to: (one: Wanted) => Partial<Wanted>): void {
    const one = requests.get(request);
    if (one !== undefined) requests.set(request, { ...one, ...to(one) });
  }
}

/** What was not there when it ended was wanted to the end. */
function reduced(
  one: Wanted,
  by: number,
  ends: true | undefined,
  { type, ...event }: EventOf<'requestsReduced' | 'requestSubstituted'>,
): Partial<Wanted> {
  if (type === 'requestsReduced' && 'why' in event && event.why === 'terminated') return {};
  const isLeft = ends === true && one.ready === undefined && one.there === undefined;
  return { wants: Math.max(0, one.wants - by), leftOut: one.leftOut || isLeft };
}

function arrivedAt(one: Wanted, lots: Lot[], now: Mark): Partial<Wanted> {
  const arrived = sumOf([one.arrived, ...lots.map(({ quantity }) => quantity)]);
  return { arrived, ...(one.there === undefined && arrived >= one.wants ? { there: now } : {}) };
}

function isFilled({ neededBy, ready, there }: Wanted): boolean {
  return neededBy === undefined ? ready !== undefined : there !== undefined && there.at <= neededBy;
}

function isPast({ neededBy }: Wanted, at: Instant): boolean {
  return neededBy !== undefined && at > neededBy;
}

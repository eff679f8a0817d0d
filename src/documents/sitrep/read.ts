import { fold } from '../../domain/incident/index.js';
import type { EventOf, IncidentEvent, State } from '../../domain/incident/index.js';
import type { Basis } from '../../domain/plan/compiled.js';
import type { Instant } from '../../domain/time.js';
import type { SitrepInput } from './context.js';
import { openIssue, releasedIssue } from './issue.js';

interface Sealed {
  event: IncidentEvent;
  hash: string;
}

/** What a report of the series is made from: as it was released, or as it would be now. `undefined`: there is none. */
export function readSitrep(
  recorded: readonly Sealed[],
  { basis, number, now }: { basis: Basis; number: number; now: Instant },
): Pick<SitrepInput, 'issue' | 'state' | 'events' | 'recordHash'> | undefined {
  const events = recorded.map(({ event }) => event);
  const released = events.find(
    (e): e is EventOf<'sitrepReleased'> => e.type === 'sitrepReleased' && e.number === number,
  );
  if (released !== undefined) {
    const issue = releasedIssue(events, released);
    return { issue, ...upTo(recorded, issue.upTo, basis) };
  }
  const state = fold(basis, events);
  const issue = state.sitreps.open?.number === number ? openIssue(events, state, now) : undefined;
  return issue && { issue, state, events, recordHash: recorded.at(-1)?.hash ?? '' };
}

function upTo(
  recorded: readonly Sealed[],
  seq: number,
  basis: Basis,
): { state: State; events: IncidentEvent[]; recordHash: string } {
  const covered = recorded.filter(({ event }) => event.seq <= seq);
  const events = covered.map(({ event }) => event);
  return { state: fold(basis, events), events, recordHash: covered.at(-1)?.hash ?? '' };
}

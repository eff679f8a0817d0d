import type { EventOf, IncidentEvent, State } from '../../domain/incident/index.js';
import type { Basis } from '../../domain/plan/compiled.js';
import type { Instant } from '../../domain/time.js';
import { statesAlong } from '../statesAlong.js';
import type { SitrepInput } from './context.js';
import { historyOf } from './history.js';
import { openIssue, releasedIssue } from './issue.js';
import type { SitrepIssue } from './issue.js';

interface Sealed {
  event: IncidentEvent;
  hash: string;
}

interface Asked {
  /** What the incident was reported under. */
  basis: Basis;
  number: number;
  now: Instant;
  /** How it stood after each event, where that has been read before. */
  stateAt?: (seq: number) => State;
}

/** What a report of the series is made from: as it was released, or as it would be now. `undefined`: there is none. */
export function readSitrep(
  recorded: readonly Sealed[],
  { basis, number, now, stateAt }: Asked,
): Pick<SitrepInput, 'issue' | 'state' | 'events' | 'history' | 'recordHash'> | undefined {
  const events = recorded.map(({ event }) => event);
  const last = recorded.at(-1);
  if (last === undefined) return undefined;
  const stood = stateAt ?? statesAlong(basis, events);
  const released = events.find(
    (e): e is EventOf<'sitrepReleased'> => e.type === 'sitrepReleased' && e.number === number,
  );
  if (released !== undefined) {
    const issue = releasedIssue(events, released);
    const covered = events.filter(({ seq }) => seq <= issue.upTo);
    const hash = recorded.find(({ event }) => event.seq === covered.at(-1)?.seq)?.hash ?? '';
    return { issue, ...told(stood(issue.upTo), covered, issue), recordHash: hash };
  }
  const state = stood(last.event.seq);
  const issue = state.sitreps.open?.number === number ? openIssue(events, state, now) : undefined;
  return issue && { issue, ...told(state, events, issue), recordHash: last.hash };
}

function told(state: State, events: readonly IncidentEvent[], { since }: SitrepIssue) {
  return { state, events, history: historyOf(state.basis, events, since) };
}

import type { Unrecorded } from './messages.js';

/** Events in one recording. */
const MOST_EVENTS = 500;

/** Characters in one recording, at most three bytes each in UTF-8: under the 512 KB of which Temporal warns. It refuses 2 MB. */
const MOST_CHARACTERS = 150_000;

/** As much of what is unrecorded as one payload may carry, at least one event, and what is left for the next. */
export function portion({ events, messages }: Unrecorded): { now: Unrecorded; rest: Unrecorded } {
  let size = 0;
  let taken = 0;
  let theirs = 0;
  for (const event of events.slice(0, MOST_EVENTS)) {
    const message = messages[theirs]?.firstSeq === event.seq ? messages[theirs] : undefined;
    size += JSON.stringify(event).length + (message ? JSON.stringify(message).length : 0);
    if (taken > 0 && size > MOST_CHARACTERS) break;
    taken += 1;
    if (message) theirs += 1;
  }
  return {
    now: { events: events.slice(0, taken), messages: messages.slice(0, theirs) },
    rest: { events: events.slice(taken), messages: messages.slice(theirs) },
  };
}

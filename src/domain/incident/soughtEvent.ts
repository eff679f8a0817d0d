import type { PersonId, PostId } from '../plan/compiled.js';
import type { Expectation, Sought } from '../plan/compile/scenario.js';
import type { Instant } from '../time.js';
import type { Actor } from './actor.js';

/** Of an event of an incident: its type, whatever else it has, and who acted. */
export interface Shown {
  type: string;
  actor?: Actor;
}

/** Whether it is what a scenario waits for. */
export function isSought(event: Shown, { event: type, where }: Sought): boolean {
  if (event.type !== type) return false;
  if (where === undefined) return true;
  const fields = event as unknown as Record<string, unknown>;
  return Object.entries(where).every(([field, value]) => {
    // A record has no `false`: what is not so is absent.
    const found = fields[field] ?? false;
    return Array.isArray(found) ? found.includes(value) : found === value;
  });
}

type Asked = Pick<Expectation, 'within' | 'anew'>;

/** What was done before it was asked for is done, unless it has to be done anew each time. `askedAt`: absent where it was not yet. */
export function countsFor({ anew }: Asked, at: Instant, askedAt: Instant | undefined): boolean {
  return anew !== true || (askedAt !== undefined && at >= askedAt);
}

export function isLateFor({ within }: Asked, at: Instant, askedAt: Instant | undefined): boolean {
  return askedAt !== undefined && at > askedAt + within;
}

/** Whether it is the action that a scenario expects; `holds`: who fills which post at that moment. */
export function isExpected(
  event: Shown,
  expected: Expectation,
  holds: (person: PersonId, post: PostId) => boolean,
): boolean {
  const { by } = expected;
  if (!isSought(event, expected)) return false;
  const { authority } = event as { authority?: PostId };
  if (by === undefined || (authority !== undefined && by.includes(authority))) return true;
  const { actor } = event;
  return actor?.kind === 'person' && by.some((post) => holds(actor.id, post));
}

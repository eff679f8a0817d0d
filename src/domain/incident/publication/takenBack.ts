import type { PostId } from '../../plan/compiled.js';
import type { EventBody } from '../events.js';
import type { State } from '../state.js';

interface By {
  authority: PostId;
}

export function withdrawn({ authority }: By, publication: string, reason: string): EventBody {
  return { type: 'publicationWithdrawn', authority, publication, texts: { reason } };
}

/** It has come back: what was approved to say that it is over, and is not out yet, must not get there. */
export function outcomesTakenBack({ publication: { items } }: State, by: By, reason: string): EventBody[] {
  return Object.entries(items)
    .filter(([, { kind, status, outAt }]) => kind === 'final' && status === 'approved' && outAt === undefined)
    .map(([publication]) => withdrawn(by, publication, reason));
}

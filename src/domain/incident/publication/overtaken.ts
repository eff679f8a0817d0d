import { earliest } from '../../time.js';
import type { Instant } from '../../time.js';
import type { EventBody } from '../events.js';
import { rememberedBy } from '../rememberedBy.js';
import type { Publication, State } from '../state.js';
import { READ } from './people.js';
import type { Publishing } from './people.js';
import { isWaiting, mayPublish } from './standing.js';

/** When the first of what drafts that wait promise is due: none of them can be approved any more from then on. */
export function promiseDue(state: State): Instant | undefined {
  return earliest(...promising(state).map(([, { nextAt }]) => nextAt));
}

export function overtakenAt(state: State, at: Instant): EventBody[] {
  return promising(state)
    .filter(([, { nextAt = at }]) => nextAt <= at)
    .map(([publication, { version }]) => ({ type: 'publicationOvertaken', publication, version }));
}

/** Once it is over nothing falls due, and none may promise anything. */
const promising = rememberedBy(READ, (state: Publishing): [string, Publication][] => {
  if (!mayPublish(state)) return [];
  return Object.entries(state.publication.items).filter(
    ([, item]) => item.nextAt !== undefined && item.overtaken === undefined && isWaiting(state, item),
  );
});

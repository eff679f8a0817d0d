import type { EventBody } from '../events.js';
import type { Heard } from '../hearing.js';
import type { State } from '../state.js';
import { isWaiting, movedFacts } from './standing.js';

const MAY_MOVE_FACTS: readonly Heard<'publication'>['type'][] = ['factAdded', 'reportAbsorbed', 'planMoved'];

/** Drafts of which it was not said yet that their facts are no longer, or once more, as they say. */
export function factsMovedBy(state: State, event: Heard<'publication'>): EventBody[] {
  if (!MAY_MOVE_FACTS.includes(event.type)) return [];
  return Object.entries(state.publication.items).flatMap(([publication, item]): EventBody[] => {
    const facts = movedFacts(state, item);
    const isNews = isWaiting(state, item) && JSON.stringify(facts) !== JSON.stringify(item.moved ?? []);
    return isNews ? [{ type: 'publicationFactsMoved', publication, version: item.version, facts }] : [];
  });
}

import { isOver } from '../phases.js';
import type { OpenItem, Room } from '../room.js';
import type { State } from '../state.js';
import { decideResource } from '../resources/decide.js';
import { evolveResources } from '../resources/evolve.js';
import { allocated, recheckStock, stockSettled } from '../resources/ledger.js';
import { outOf } from '../resources/lots.js';
import { wake } from '../resources/pressing.js';
import { react } from '../resources/react.js';

/**
 * Resources 资源: what this incident asks the ledger and partners for, what it got, where that is, and what became of it.
 *
 * What the ledger gives is at first ready on the shelf, then sent, then there, and in the end returned, consumed or damaged:
 * each unit is in exactly one of these (`lots.ts`). What is missing is waited for at the ledger, by level, then time; it is
 * told at once. Money is asked of the ledger once somebody with the authority has approved it, who has not asked for it.
 *
 * The plan asks by itself (`planned.ts`): the difference to what it asked before, whenever type or scale change. When the
 * response is over, whatever has not left the shelf goes back; what is out stays open until it is back or written off.
 */
export const resources: Room<'resources'> = {
  name: 'resources',
  initial: { requests: {}, partners: {}, reason: undefined, remindAt: undefined, wakeAt: undefined },
  evolve: evolveResources,
  decide: { resource: decideResource, allocated, stockSettled, recheckStock },
  react,
  due: ({ resources: { wakeAt }, phase }) => (isOver(phase) ? undefined : wakeAt),
  wake,
  openItems,
};

/** In every phase: nothing can be returned any more once the incident is closed, rejected or merged. */
function openItems({ resources }: State): OpenItem[] {
  return Object.entries(resources.requests).flatMap(([id, request]): OpenItem[] => {
    const count = outOf(request);
    return count > 0 ? [{ code: 'resource_held', id, count, resource: request.resource }] : [];
  });
}

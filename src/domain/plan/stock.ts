import { addDays } from './days.js';
import type { Day } from './days.js';
import { parseDuration } from './duration.js';
import type { LedgerItem } from './ledger.js';
import { sumOf } from './quantity.js';
import type { PlanDocument } from './schema.js';
import { HOUR } from '../time.js';

export type Resource = NonNullable<PlanDocument['resources']>[number];

/** From good to bad. `reorder`: enough, and to be replenished now. `missing`: the ledger has no item of it. */
export const STOCK_STATES = ['sufficient', 'reorder', 'belowMinimum', 'missing'] as const;
export type StockState = (typeof STOCK_STATES)[number];

/** What can happen to stock. `reserved`: for a request of an incident; the last two only outside of incidents. */
export type MoveKind = 'reserved' | 'returned' | 'consumed' | 'damaged' | 'replenished' | 'found';

export interface Stock {
  items: LedgerItem[];
  /** Without what has expired. */
  onHand: number;
  expired: number;
  state: StockState;
}

/** What there is of a resource today. */
export function stockOf(resource: Resource, ledger: readonly LedgerItem[], today: Day): Stock {
  const items = ledger.filter((item) => item.resource === resource.id);
  const onHand = sum(items.filter((item) => !isExpired(item, today)));
  return {
    items,
    onHand,
    expired: sum(items.filter((item) => isExpired(item, today))),
    state: stateOf(resource, items.length, onHand),
  };
}

function stateOf({ minimum, reorder = minimum }: Resource, items: number, onHand: number): StockState {
  if (items === 0) return 'missing';
  if (onHand < minimum) return 'belowMinimum';
  // Many a resource stands at its minimum for good, such as the one generator; there `reorder` says the same number.
  return onHand <= reorder && reorder > minimum ? 'reorder' : 'sufficient';
}

export function isExpired({ expires }: { expires?: Day }, today: Day): boolean {
  return expires !== undefined && expires < today;
}

type Inspected = Pick<LedgerItem, 'lastInspected' | 'nextInspection'>;

/** The last day for the next inspection. A day that somebody has set is over once an inspection has come since. */
export function inspectionDue({ lastInspected, nextInspection }: Inspected, { inspectEvery }: Resource): Day {
  const byPlan = addDays(lastInspected, Math.floor(parseDuration(inspectEvery) / (24 * HOUR)));
  const isSet = nextInspection !== undefined && nextInspection > lastInspected && nextInspection < byPlan;
  return isSet ? nextInspection : byPlan;
}

/** Whether the next inspection is still to come. A day that has not come yet tells of no inspection. */
export function isInspected(item: Inspected, resource: Resource, today: Day): boolean {
  return item.lastInspected <= today && inspectionDue(item, resource) >= today;
}

function sum(items: LedgerItem[]): number {
  return sumOf(items.map(({ onHand }) => onHand));
}

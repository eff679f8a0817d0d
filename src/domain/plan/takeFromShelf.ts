import type { Day } from './days.js';
import type { Thousandths } from './quantity.js';

/** What is free of an item, in the order of the ledger. */
export interface OnShelf {
  item: string;
  free: Thousandths;
  expires?: Day;
}

export interface Taken {
  item: string;
  quantity: Thousandths;
}

/**
 * Takes as much as there is of what is wanted, and takes it off the shelf. From the fewest items, since each lies somewhere
 * else and has another custodian: one that holds all that is left to find, else the fullest. Where several do, from the one
 * that expires first, then in the order of the ledger.
 */
export function takeFromShelf(shelf: OnShelf[], wanted: Thousandths): Taken[] {
  const taken: Taken[] = [];
  for (let left = wanted; left > 0;) {
    const next = nextItem(shelf, left);
    if (next === undefined) break;
    const quantity = Math.min(next.free, left);
    next.free -= quantity;
    left -= quantity;
    taken.push({ item: next.item, quantity });
  }
  return taken;
}

function nextItem(shelf: OnShelf[], wanted: Thousandths): OnShelf | undefined {
  const free = shelf.filter((entry) => entry.free > 0);
  const most = Math.max(...free.map((entry) => entry.free));
  const enough = Math.min(wanted, most);
  // Sorting is stable: what is equal stays in the order of the ledger.
  return free.filter((entry) => entry.free >= enough).sort(byExpiry)[0];
}

function byExpiry(a: OnShelf, b: OnShelf): number {
  if (a.expires === b.expires) return 0;
  if (a.expires === undefined) return 1;
  return b.expires !== undefined && a.expires > b.expires ? 1 : -1;
}

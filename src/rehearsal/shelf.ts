import type { LedgerItem } from '../domain/plan/ledger.js';
import { quantityOf, thousandths } from '../domain/plan/quantity.js';
import { takeFromShelf } from '../domain/plan/takeFromShelf.js';
import type { OnShelf } from '../domain/plan/takeFromShelf.js';
import type { EffectOf } from '../domain/incident/index.js';

interface Lot {
  item: string;
  quantity: number;
}

/** The stock of one run: nobody else draws on it. It answers as the store's ledger does. */
export class Shelf {
  private readonly shelves = new Map<string, OnShelf[]>();
  /** What each request has been given, all told. */
  private readonly given = new Map<string, Lot[]>();
  /** What of it has come back or is gone. */
  private readonly settled = new Map<string, number>();

  constructor(items: readonly LedgerItem[]) {
    for (const { id, resource, onHand, expires } of items) {
      const shelf = this.shelves.get(resource) ?? [];
      this.shelves.set(resource, shelf);
      shelf.push({ item: id, free: thousandths(onHand), ...(expires === undefined ? {} : { expires }) });
    }
  }

  allocate({ request, resource, quantity }: EffectOf<'allocate'>): { lots: Lot[]; missing: number } {
    const lots = this.given.get(request) ?? [];
    const held = lots.reduce((sum, lot) => sum + thousandths(lot.quantity), 0);
    // As with the store: `quantity` is all that the request has wanted, what has come back or was used included.
    const wanted = thousandths(quantity) - held - (this.settled.get(request) ?? 0);
    for (const taken of takeFromShelf(this.shelves.get(resource) ?? [], wanted)) {
      const lot = lots.find(({ item }) => item === taken.item);
      if (lot === undefined) lots.push({ item: taken.item, quantity: quantityOf(taken.quantity) });
      else lot.quantity = quantityOf(thousandths(lot.quantity) + taken.quantity);
    }
    this.given.set(request, lots);
    const now = lots.reduce((sum, lot) => sum + thousandths(lot.quantity), 0);
    const missing = Math.max(0, thousandths(quantity) - (this.settled.get(request) ?? 0) - now);
    return { lots: lots.map((lot) => ({ ...lot })), missing: quantityOf(missing) };
  }

  /** What is returned lies on the shelf again; what was used or lost is gone. */
  settle({ request, lots }: EffectOf<'settleStock'>): void {
    const held = this.given.get(request) ?? [];
    const all = () => held.map(({ item, quantity }) => ({ item, quantity, as: 'returned' as const }));
    for (const { item, quantity, as } of lots ?? all()) {
      const lot = held.find((one) => one.item === item);
      if (lot === undefined) continue;
      lot.quantity = quantityOf(Math.max(0, thousandths(lot.quantity) - thousandths(quantity)));
      this.settled.set(request, (this.settled.get(request) ?? 0) + thousandths(quantity));
      if (as === 'returned') this.putsBack(item, quantity);
    }
    this.given.set(
      request,
      held.filter(({ quantity }) => quantity > 0),
    );
  }

  private putsBack(item: string, quantity: number): void {
    for (const shelf of this.shelves.values()) {
      for (const entry of shelf) if (entry.item === item) entry.free += thousandths(quantity);
    }
  }
}

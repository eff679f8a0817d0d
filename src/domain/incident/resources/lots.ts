import { quantityOf, sumOf, thousandths } from '../../plan/quantity.js';
import type { Lot } from '../events.js';
import type { LotSums, ResourceRequest } from '../state.js';

export type Where = keyof LotSums;

export type RequestStatus =
  | 'awaitingApproval'
  | 'refused'
  | 'requested'
  | 'partlyReady'
  | 'ready'
  | 'sent'
  | 'there'
  | 'returned'
  | 'used'
  | 'ended';

const PLACES = ['ready', 'sent', 'there', 'returned', 'consumed', 'damaged'] as const satisfies Where[];
const NOTHING: LotSums = { ready: 0, sent: 0, there: 0, returned: 0, consumed: 0, damaged: 0 };

/** In thousandths of a unit: sums of money come out even. */
export function exact(quantity: number): number {
  return quantityOf(thousandths(quantity));
}

export function totalOf(lots: Lot[]): number {
  return sumOf(lots.map(({ quantity }) => quantity));
}

/** How much of it is at these places. */
export function amount({ lots }: Pick<ResourceRequest, 'lots'>, ...places: Where[]): number {
  let sum = 0;
  for (const item in lots) for (const place of places) sum += lots[item]![place];
  return exact(sum);
}

/** What is at these places, item by item; what comes to nothing is left out. */
export function lotsAt({ lots }: Pick<ResourceRequest, 'lots'>, ...places: Where[]): Lot[] {
  return Object.entries(lots)
    .map(([item, lot]) => ({ item, quantity: exact(places.reduce((sum, place) => sum + lot[place], 0)) }))
    .filter(({ quantity }) => quantity > 0);
}

/** On its way, or in use. */
export function outOf(request: ResourceRequest): number {
  return amount(request, 'sent', 'there');
}

export function heldBy(request: ResourceRequest): number {
  return amount(request, 'ready', 'sent', 'there');
}

/** All that it has wanted: with what was given back, used up or lost since, as the ledger reckons. */
export function inAll(request: ResourceRequest): number {
  return exact(request.wants + amount(request, 'returned', 'consumed', 'damaged'));
}

export function missingOf(request: ResourceRequest): number {
  return Math.max(0, exact(request.wants - heldBy(request)));
}

export function requestSums(request: Pick<ResourceRequest, 'lots'>): LotSums {
  const sums = { ...NOTHING };
  for (const place of PLACES) sums[place] = amount(request, place);
  return sums;
}

/** Where it stands, by what is furthest from its end. */
export function requestStatus(request: ResourceRequest): RequestStatus {
  const { ready, sent, there, returned, consumed, damaged } = requestSums(request);
  if (sent > 0) return 'sent';
  if (there > 0) return 'there';
  if (request.spending === 'refused') return 'refused';
  if (consumed + damaged > 0) return 'used';
  if (request.ended !== undefined) return returned > 0 ? 'returned' : 'ended';
  if (request.spending === 'awaiting') return 'awaitingApproval';
  if (ready > 0) return missingOf(request) > 0 ? 'partlyReady' : 'ready';
  return 'requested';
}

/** The same from the first place to the second; of several first places, from each in turn. */
export function moved(request: ResourceRequest, lots: Lot[], from: Where[], to: Where): ResourceRequest {
  const next = { ...request.lots };
  for (const { item, quantity } of lots) {
    const sums = { ...(next[item] ?? NOTHING) };
    let left = quantity;
    for (const place of from) {
      const taken = Math.min(left, sums[place]);
      sums[place] = exact(sums[place] - taken);
      sums[to] = exact(sums[to] + taken);
      left = exact(left - taken);
    }
    next[item] = sums;
  }
  return { ...request, lots: next };
}

export function added(request: ResourceRequest, lots: Lot[]): ResourceRequest {
  const next = { ...request.lots };
  for (const { item, quantity } of lots) {
    const sums = next[item] ?? NOTHING;
    next[item] = { ...sums, ready: exact(sums.ready + quantity) };
  }
  return { ...request, lots: next };
}

/** The first of these lots, so much together. */
export function firstOf(lots: Lot[], quantity: number): Lot[] {
  let left = quantity;
  return lots.flatMap(({ item, quantity: there }) => {
    const taken = Math.min(there, left);
    left = exact(left - taken);
    return taken > 0 ? [{ item, quantity: taken }] : [];
  });
}

/** One entry to an item. */
export function merged(lots: Lot[]): Lot[] {
  const items = new Map<string, number>();
  for (const { item, quantity } of lots) items.set(item, exact((items.get(item) ?? 0) + quantity));
  return [...items].map(([item, quantity]) => ({ item, quantity }));
}

/** Of these lots, whatever is more than there is. */
export function beyond(lots: Lot[], there: Lot[]): Lot[] {
  return lots.filter(({ item, quantity }) => quantity > (there.find((lot) => lot.item === item)?.quantity ?? 0));
}

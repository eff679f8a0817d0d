import type { EffectOf } from '../../src/domain/incident/index.js';
import { Shelf } from '../../src/rehearsal/shelf.js';

const item = (id: string, onHand: number) => ({
  ...{ id, resource: 'laptops', location: 'l', custodian: 'c', lastInspected: '2026-01-01' },
  onHand,
});
const wants = (request: string, quantity: number) =>
  ({ kind: 'allocate', id: 'e', request, resource: 'laptops', quantity, rank: 0 }) as const;
const settles = (request: string, quantity: number, as: 'returned' | 'consumed'): EffectOf<'settleStock'> => ({
  ...{ kind: 'settleStock', id: 'e', request },
  lots: [{ item: 'a', quantity, as }],
});

test('the shelf gives what there is, once, and takes back what is returned', () => {
  const shelf = new Shelf([item('a', 2), item('b', 1)]);
  expect(shelf.allocate(wants('q1', 2))).toEqual({ lots: [{ item: 'a', quantity: 2 }], missing: 0 });
  // Asked again it answers the same.
  expect(shelf.allocate(wants('q1', 2))).toEqual({ lots: [{ item: 'a', quantity: 2 }], missing: 0 });
  expect(shelf.allocate(wants('q2', 3))).toEqual({ lots: [{ item: 'b', quantity: 1 }], missing: 2 });
  shelf.settle(settles('q1', 1, 'returned'));
  shelf.settle(settles('q1', 1, 'consumed'));
  expect(shelf.allocate(wants('q1', 2))).toEqual({ lots: [], missing: 0 });
  expect(shelf.allocate(wants('q2', 3)).missing).toBe(1);
});

test('of what the ledger does not have, all is missing', () => {
  expect(new Shelf([]).allocate(wants('q1', 4))).toEqual({ lots: [], missing: 4 });
});

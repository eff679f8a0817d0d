import { z } from 'zod';
import { Actor, Id, Limit, Mode, Reason, Time } from './common.js';
import { Resource } from './resources.js';

/** What happens to stock outside of incidents, and the log of what happened to it in all. */
const Quantity = z.number().positive().max(1e12).multipleOf(0.001).describe('In the unit of the resource.');

export const StockMoveRequest = z
  .strictObject({
    as: z
      .enum(['replenished', 'found', 'consumed', 'damaged'])
      .describe('The first two add, the others take away. What incidents hold cannot be consumed here.'),
    quantity: Quantity,
    note: Reason.optional(),
  })
  .meta({ id: 'StockMoveRequest', examples: [{ as: 'replenished', quantity: 4, note: 'Order 2026-118' }] });

export const InspectionRequest = z
  .strictObject({
    result: z.enum(['good', 'bad']),
    on: z.iso.date().optional().describe('Default: today.'),
    note: Reason.optional(),
  })
  .meta({
    id: 'InspectionRequest',
    description:
      'What was found bad is not given out until it was found good, and stays in stock until it is recorded as damaged.',
  });

export const StockKept = z
  .object({
    status: z.enum(['recorded', 'repeated']).describe('`repeated`: it had been recorded under this key before.'),
    resource: Resource.describe('How it stands now.'),
  })
  .meta({ id: 'StockKept' });
export type StockKept = z.infer<typeof StockKept>;

export const StockMove = z
  .object({
    n: z.int(),
    at: Time,
    as: z.enum(['reserved', 'returned', 'consumed', 'damaged', 'replenished', 'found']),
    words: z.string().describe('The same in words.'),
    quantity: z.number(),
    mode: Mode.describe('What a drill does changes no stock.'),
    incidentId: Id.optional().describe('Absent outside of incidents.'),
    request: Id.optional().describe('Of that incident.'),
    by: Actor.optional().describe('Outside of incidents; within them the record tells.'),
    note: z.string().optional(),
  })
  .meta({ id: 'StockMove' });
export type StockMove = z.infer<typeof StockMove>;

export const StockMoveList = z
  .object({
    items: z.array(StockMove).describe('The newest first.'),
    unit: z.string(),
    next: z.string().optional().describe('Absent on the last page.'),
  })
  .meta({ id: 'StockMoveList', description: 'The use log of an item.' });
export type StockMoveList = z.infer<typeof StockMoveList>;

export const StockMoveQuery = z.strictObject({
  limit: Limit(200, 50),
  cursor: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().describe('`next` of the page before.'),
});

export const StockItemParams = z.object({ itemId: Id });

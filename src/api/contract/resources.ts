import { z } from 'zod';
import { Named } from './common.js';

const Day = z.iso.date();

const ResourceItem = z
  .object({
    id: z.string(),
    name: z.string().optional(),
    location: z.string(),
    custodian: Named,
    deputy: Named.optional(),
    unit: z.string().optional().describe('The department.'),
    onHand: z.number(),
    serials: z.array(z.string()).optional(),
    lastInspected: Day,
    inspectionDue: Day.describe('The last day for the next inspection.'),
    overdue: z.boolean(),
    expires: Day.optional(),
    expired: z.boolean(),
    note: z.string().optional(),
  })
  .meta({ id: 'ResourceItem' });

export const Resource = z
  .object({
    id: z.string(),
    name: z.string(),
    class: z.enum(['people', 'materials', 'technical', 'information', 'transport', 'funds', 'external']),
    unit: z.string(),
    minimum: z.number(),
    reorder: z.number().optional(),
    onHand: z.number().describe('Without what has expired.'),
    expired: z.number(),
    state: z.enum(['sufficient', 'reorder', 'belowMinimum', 'missing']),
    words: z.string().describe('The state in words.'),
    location: z.string().describe('Where the plan wants it.'),
    custodian: Named.describe('The post that the plan names.'),
    holders: z.array(Named).describe('Who holds that post today.'),
    items: z.array(ResourceItem),
  })
  .meta({ id: 'Resource', description: 'A resource of the plan in force, with what the ledger has of it.' });
export type Resource = z.infer<typeof Resource>;

export const ResourceList = z
  .object({
    plan: z.object({ id: z.string(), version: z.int() }),
    version: z.int().optional().describe('Of the ledger; absent while there is none.'),
    items: z.array(Resource).describe('In the order of the plan.'),
  })
  .meta({ id: 'ResourceList' });
export type ResourceList = z.infer<typeof ResourceList>;

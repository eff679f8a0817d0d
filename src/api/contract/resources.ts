import { z } from 'zod';
import { Named } from './common.js';
import { OpenUpkeep } from './upkeep.js';

const Day = z.iso.date();

const Share = z.object({ incidentId: z.string(), quantity: z.number() });

const ResourceItem = z
  .object({
    id: z.string(),
    name: z.string().optional(),
    location: z.string(),
    custodian: Named,
    deputy: Named.optional(),
    unit: z.string().optional().describe('The department.'),
    onHand: z.number().describe('On the shelf and out with incidents.'),
    reserved: z.number().describe('For incidents, whether it has left the shelf or not.'),
    available: z
      .number()
      .describe(
        'What an incident would get: nothing of what has expired or was found bad. Below zero where an import left less than is reserved.',
      ),
    serials: z.array(z.string()).optional(),
    lastInspected: Day,
    inspectionDue: Day.describe('The last day for the next inspection.'),
    overdue: z.boolean(),
    foundBad: z.boolean().describe('By the latest inspection.'),
    expires: Day.optional(),
    expired: z.boolean(),
    note: z.string().optional(),
    upkeep: z.array(OpenUpkeep).describe('What has to be done about it.'),
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
    reserved: z.number().describe('For incidents; drills reserve nothing that counts here.'),
    available: z.number().describe('What an incident would get now.'),
    heldBy: z.array(Share).describe('The incidents for which it is reserved.'),
    waiting: z.array(Share).describe('The incidents that wait for it, in the order in which they are served.'),
    state: z.enum(['sufficient', 'reorder', 'belowMinimum', 'missing']),
    words: z.string().describe('The state in words.'),
    location: z.string().describe('Where the plan wants it.'),
    custodian: Named.describe('The post that the plan names.'),
    holders: z.array(Named).describe('Who holds that post today.'),
    upkeep: z.array(OpenUpkeep).describe('What has to be done about all of it; the rest stands with its items.'),
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

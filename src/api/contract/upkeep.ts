import { z } from 'zod';
import { Actor, Limit, Named, Time } from './common.js';

/** What has to be done about stock, and what was. */
const Day = z.iso.date();

const Kind = z
  .enum(['inspect', 'repair', 'replace', 'replenish'])
  .describe('`repair`: found bad by its latest inspection. `replace`: it expires.');

export const OpenUpkeep = z
  .object({
    id: z.string(),
    kind: Kind,
    words: z.string().describe('The kind in words.'),
    due: Day.describe('The last day in time.'),
    overdue: z.boolean(),
  })
  .meta({ id: 'OpenUpkeep' });
export type OpenUpkeep = z.infer<typeof OpenUpkeep>;

export const Upkeep = OpenUpkeep.extend({
  resource: Named,
  item: Named.optional().describe('Of the ledger; absent where all of the resource is meant.'),
  openedOn: Day,
  custodians: z.array(Named).describe('Whose task it is today.'),
  deputies: z.array(Named),
  told: z
    .array(z.object({ step: z.enum(['opened', 'due', 'overdue']), at: Time }))
    .describe('`opened`: its custodian; `due`: the deputy as well; `overdue`: command.'),
  done: z
    .object({
      at: Time,
      how: z
        .enum(['inspected', 'moved', 'imported', 'changed'])
        .describe('What closed it. `changed`: plan or day, without anything done to the stock.'),
      words: z.string().describe('The same in words.'),
      by: Actor.optional(),
      incidentId: z.string().optional().describe('Where stock was moved by an incident.'),
    })
    .optional()
    .describe('Absent while it is open.'),
}).meta({ id: 'Upkeep' });
export type Upkeep = z.infer<typeof Upkeep>;

export const UpkeepList = z
  .object({
    items: z.array(Upkeep).describe('The first due first; with `all` the last due first.'),
    next: z.string().optional().describe('Absent on the last page.'),
  })
  .meta({ id: 'UpkeepList' });
export type UpkeepList = z.infer<typeof UpkeepList>;

export const UpkeepQuery = z.strictObject({
  all: z.enum(['true', 'false']).default('false').describe('Also what is done.'),
  limit: Limit(200, 50),
  cursor: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d\.\d{1,15}$/)
    .optional()
    .describe('`next` of the page before.'),
});

import { z } from 'zod';

export const Health = z.object({ status: z.literal('alive') }).meta({ id: 'Health' });

const Part = z.object({
  ok: z.boolean(),
  ms: z.number().describe('How long the answer took.'),
  error: z.string().optional(),
});

export const Readiness = z
  .object({ ready: z.boolean(), parts: z.object({ store: Part, temporal: Part, record: Part }) })
  .meta({ id: 'Readiness' });
export type Readiness = z.infer<typeof Readiness>;

export const MailboxQuery = z.strictObject({
  key: z
    .string()
    .max(200)
    .optional()
    .describe('Opens the mailbox; becomes a cookie, and the answer leads to the address without it.'),
  before: z.coerce.number().int().min(1).optional().describe('Mails older than this one.'),
});

import { z } from 'zod';

/** The header, as the description of the API shows it. */
export const IdempotencyKey = z.object({
  'Idempotency-Key': z
    .string()
    .regex(/^[A-Za-z0-9._:~+=-]{1,200}$/)
    .optional()
    .describe('A repeat under the same key is answered with the first answer. Default: one is minted.'),
});

import { z } from 'zod';
import { Id, Line, Time } from './common.js';

const DAY_LIMIT = 3650;

export const TokenRequest = z
  .strictObject({
    person: Id.optional().describe('A person of the roster. Absent: an operator token, which needs `operator: true`.'),
    operator: z.literal(true).optional(),
    label: Line.optional().describe('What the token is for.'),
    expiresInDays: z.int().min(1).max(DAY_LIMIT).optional().describe('Default: 90.'),
  })
  .refine((token) => (token.person === undefined) === (token.operator === true), {
    message: 'person | operator',
    path: ['person'],
  })
  .meta({
    id: 'TokenRequest',
    description: 'Exactly one of `person` and `operator`.',
    examples: [{ person: 'zhao-lei', label: 'phone', expiresInDays: 90 }],
  });

export const Token = z
  .object({
    id: z.string(),
    person: z.string().optional().describe('Absent for an operator token.'),
    operator: z.boolean(),
    label: z.string().optional(),
    createdAt: Time,
    expiresAt: Time,
    revokedAt: Time.optional(),
  })
  .meta({ id: 'Token' });
export type Token = z.infer<typeof Token>;

export const NewToken = Token.extend({ token: z.string().describe('Shown this once; only its hash is kept.') }).meta({
  id: 'NewToken',
});

export const TokenList = z.object({ items: z.array(Token) }).meta({ id: 'TokenList' });
export const TokenParams = z.object({ tokenId: Id });

import { z } from 'zod';
import { LangCode, Named } from './common.js';

export const Roster = z
  .object({
    plan: z.object({ id: z.string(), version: z.int(), name: z.string() }),
    organisation: z.string(),
    posts: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        team: z.string().optional().describe('The id of the team that the post belongs to.'),
        holders: z.array(Named).describe('The primary holder first.'),
      }),
    ),
    teams: z.array(z.object({ id: z.string(), name: z.string(), lead: z.string().describe('A post id.') })),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        languages: z.array(LangCode),
        posts: z.array(z.string()),
        contacts: z.record(z.string(), z.string()).optional().describe('By kind, such as `email` and `mobile`; only for the operator.'),
      }),
    ),
  })
  .meta({ id: 'Roster' });
export type Roster = z.infer<typeof Roster>;

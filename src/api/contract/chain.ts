import { z } from 'zod';
import { CHAIN_LINKS } from '../../domain/improvement/chain.js';
import { HOW_PLAYED, RATED_BY } from '../../domain/drill/index.js';
import { RATINGS } from '../../domain/plan/compiled.js';
import { WEAKNESS_CODES } from '../../domain/plan/weaknessCodes.js';
import { Actor, Time } from './common.js';

const PlanVersion = z.object({ plan: z.string(), version: z.int(), hash: z.string() });
const rated = { rating: z.enum(RATINGS).optional(), score: z.number().optional() };

/** From what a drill found to the drill that shows that it works now. */
export const ImprovementChain = z
  .object({
    id: z.string(),
    links: z
      .array(
        z.object({
          kind: z.enum(CHAIN_LINKS),
          words: z.string(),
          at: Time.optional(),
          by: Actor.optional(),
          drill: z.string().optional(),
          scenario: z.string().optional(),
          dueAt: Time.optional(),
          criterion: z.string().optional(),
          ...rated,
          report: z.int().optional().describe('Version of the report of the drill.'),
          accepted: z.boolean().optional().describe('By command, in person.'),
          plan: PlanVersion.optional(),
          inForceSince: Time.optional(),
          passed: z.boolean().optional(),
          improvement: z.string().optional(),
          text: z.string().optional(),
        }),
      )
      .describe('In the order of what led to what.'),
    overTime: z
      .array(
        z.object({
          drill: z.string(),
          at: Time,
          plan: PlanVersion,
          ratedBy: z.enum(RATED_BY).optional(),
          accepted: z.boolean(),
          passed: z
            .boolean()
            .describe('Rated P or S by a person, or by the record of what people did, and no weakness was seen.'),
          played: z.enum(HOW_PLAYED).optional().describe('How what the record rates was done.'),
          weaknesses: z.array(z.enum(WEAKNESS_CODES)).optional().describe('That count against it and were seen.'),
          words: z.string().describe('The rating in words.'),
          ...rated,
        }),
      )
      .describe('How the criterion was rated in each drill since, the one of the finding first.'),
  })
  .meta({ id: 'ImprovementChain' });
export type ImprovementChain = z.infer<typeof ImprovementChain>;

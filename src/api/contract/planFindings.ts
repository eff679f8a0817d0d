import { z } from 'zod';

const Severity = z.enum(['error', 'warning', 'info']);
const Rule = { rule: z.string(), title: z.string().describe('What holds when the rule is kept.') };

export const PlanCheck = z
  .object({
    id: z.string(),
    version: z.int(),
    hash: z.string(),
    counts: z.object({ error: z.int(), warning: z.int(), info: z.int() }),
    findings: z.array(
      z.object({
        ...Rule,
        severity: Severity.describe('An error blocks approval; a warning needs a written acceptance.'),
        basis: z.object({
          document: z.string(),
          clause: z.string().optional(),
          kind: z.enum(['execution', 'direct', 'derived', 'configured']),
        }),
        in: z
          .enum(['plan', 'roster', 'ledger'])
          .describe('Where it is mended; only what is in the plan stands against its approval.'),
        place: z.string().describe('Such as `teams[1].lead`; empty for the whole.'),
        found: z.string(),
        todo: z.string(),
        accepted: z.boolean().describe('A warning that somebody has accepted in writing.'),
      }),
    ),
    skipped: z.array(z.object({ ...Rule, reason: z.string() })),
    passed: z.array(z.string()).describe('Rules that found nothing.'),
  })
  .meta({ id: 'PlanCheck' });
export type PlanCheck = z.infer<typeof PlanCheck>;

const Weight = z
  .enum(['substantial', 'other'])
  .describe('`substantial`: command, duties, procedure, levels or measures; needs a review and a new approval.');

export const PlanDiff = z
  .object({
    id: z.string(),
    from: z.int(),
    to: z.int(),
    substantial: z.boolean(),
    groups: z.array(
      z.object({
        heading: z.string().describe('A response level or a section of the plan.'),
        changes: z.array(z.object({ words: z.string(), weight: Weight })),
      }),
    ),
  })
  .meta({ id: 'PlanDiff' });
export type PlanDiff = z.infer<typeof PlanDiff>;

import { z } from 'zod';
import { COVERED } from '../../domain/drill/index.js';
import { LangCode, Time } from './common.js';

/** What of the plan was exercised. */
const Exercised = z.object({
  at: Time.describe('When the incident was reported.'),
  incidentId: z.string(),
  drillId: z.string().optional().describe('Absent for a real incident, and for a drill without a scheme.'),
});

export const Coverage = z
  .object({
    exerciseEvery: z.string().describe('How long ago it may have been, by the plan.'),
    complete: z.boolean().describe('False: there are more incidents than are looked at, and the oldest are left out.'),
    items: z
      .array(
        z.object({
          kind: z.enum(COVERED),
          kindWords: z.string(),
          id: z.string(),
          name: z.string(),
          drills: z.int().describe('In how many drills people exercised it.'),
          simulated: z
            .int()
            .optional()
            .describe('In how many drills only the simulator did: nobody has practised it there.'),
          lastDrill: Exercised.optional(),
          lastReal: Exercised.optional().describe('A real incident is no drill, and stands apart.'),
          due: z.enum(['never', 'old']).optional(),
          dueWords: z.string().optional(),
        }),
      )
      .describe('All that the plan in force has, in its order.'),
  })
  .meta({ id: 'Coverage' });
export type Coverage = z.infer<typeof Coverage>;

export const CoveragePaperQuery = z.strictObject({
  format: z.enum(['html', 'docx']).default('html'),
  lang: LangCode.optional().describe('Default: the language of the request.'),
});

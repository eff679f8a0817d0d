import { z } from 'zod';
import { Phase, Seq } from './common.js';
import { TimelineItem } from './events.js';

export const Problem = z
  .looseObject({
    type: z.string().describe('Address of the explanation; ends in the code.'),
    title: z.string().describe('What went wrong, in the language of Accept-Language (zh-CN or en).'),
    status: z.int().meta({ examples: [409] }),
    code: z.string().describe('Stable; the words may change, the code does not.'),
    detail: z.string().describe('What was found, what is needed, what to do next.'),
    found: z.record(z.string(), z.unknown()).describe('Ids and numbers behind the sentence.'),
    needed: z.record(z.string(), z.unknown()),
    instance: z.string().optional().describe('The id of this request, as in the header X-Request-Id and in the log.'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('With `invalid_request`: what is wrong in which field.'),
    problems: z
      .array(
        z.object({
          file: z.string().optional().describe('Where a plan came as files.'),
          line: z.int().optional(),
          column: z.int().optional().describe('In CSV the number of the cell in its row.'),
          path: z.string().describe('Place in the document, such as `teams[1].lead`; in CSV the heading.'),
          code: z.string(),
          message: z.string(),
          hint: z.string(),
        }),
      )
      .optional()
      .describe('With `plan_unusable` and `register_unusable`: what is wrong, where, and what to do; at most 200.'),
    seq: Seq.optional().describe('When an incident refuses: the last event that it had decided on.'),
    phase: Phase.optional().describe('When an incident refuses: its phase.'),
    requestId: z.string().optional().describe('When an incident refuses: the Idempotency-Key, or the one minted.'),
    newer: z
      .array(TimelineItem)
      .optional()
      .describe('With `changed`: the events behind `ifSeq`, the earliest first, at most 200.'),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details. Further members belong to single codes.' });
export type Problem = z.infer<typeof Problem>;

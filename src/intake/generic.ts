import { z } from 'zod';
import { Id, reportFields } from './fields.js';
import type { IncomingReport } from './report.js';

/** What `POST /hooks/generic` takes: a report in the words of the API, and what a monitoring system can add. */
export const GenericPayload = z.strictObject({
  ...reportFields,
  dedupKey: Id.optional().describe(
    'Deliveries with the same key belong to the same incident until its emergency is over. Default: every signed delivery is one.',
  ),
});
export type GenericPayload = z.infer<typeof GenericPayload>;

export function reportFrom({ dedupKey: _, ...report }: GenericPayload): IncomingReport {
  return report;
}

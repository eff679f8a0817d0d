import { z } from 'zod';
import { Reason, Seq } from './common.js';

/** What every decision may say besides itself. */
export const asked = {
  preview: z.boolean().optional().describe('True: answers with the consequences and records nothing. Default: false.'),
  ifSeq: Seq.optional().describe(
    'The `seq` that the sender had seen: refused as `changed`, with the newer events, when something that this decision depends on moved since.',
  ),
};
export const reason = Reason.describe('Required by the incident; goes on the record.');

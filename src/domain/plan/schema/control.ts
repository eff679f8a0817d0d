import { z } from 'zod';
import { date, id, record, text, words } from '../fields.js';

/**
 * What the file says about itself: a sample to start from, a draft, or a plan approved outside of Muster. Review, approval
 * and effect within Muster are kept beside the document, because they may not change its hash.
 */
const PLAN_STATUSES = ['sample', 'draft', 'approved'] as const;

/** Document control: what stands on the cover. */
export const control = record({
  id,
  /** The number that the organisation files it under. */
  number: words,
  version: z.int().positive(),
  status: z.enum(PLAN_STATUSES),
  organisation: text,
  title: text,
  issued: date.exactOptional(),
});

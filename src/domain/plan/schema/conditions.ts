import { z } from 'zod';
import { id, listOf, record, ref, refs } from '../fields.js';

/**
 * When something applies. Exactly one form (checked in `references/conditions.ts`):
 * `fact` with `atLeast` (numbers, and choices from an option on) or `is` (booleans) · `incidentLevel` or `level`: this one
 * or a more severe one · `pack` with `incidentLevel`: so severe by the criteria of that pack, whatever others say ·
 * `categories`: one of these · `all` · `any` · `count` with `of`: at least so many of these.
 */
export interface WrittenCondition {
  fact?: string;
  atLeast?: number | string;
  is?: boolean;
  incidentLevel?: string;
  pack?: string;
  level?: string;
  categories?: string[];
  all?: WrittenCondition[];
  any?: WrittenCondition[];
  count?: number;
  of?: WrittenCondition[];
}

// Each level unfolds when it is first read: a condition may hold conditions.
const nested: z.ZodType<WrittenCondition> = z.lazy(() => condition);

/**
 * The keys of a condition, for what is one and more: a grading criterion, where `incidentLevel` is what it sets and `pack`
 * what it belongs to.
 */
export const conditionShape = {
  fact: ref('fact').exactOptional(),
  atLeast: z.union([z.number().positive(), id], 'bad_threshold').exactOptional(),
  is: z.boolean().exactOptional(),
  incidentLevel: ref('incident_level').exactOptional(),
  pack: ref('pack').exactOptional(),
  level: ref('level').exactOptional(),
  categories: refs('category').exactOptional(),
  all: listOf(nested).exactOptional(),
  any: listOf(nested).exactOptional(),
  count: z.int().min(2).max(20).exactOptional(),
  of: listOf(nested).exactOptional(),
};

export const condition = record(conditionShape);

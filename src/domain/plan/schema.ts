import type { z } from 'zod';
import { languages, record, text } from './fields.js';
import { categories, facts, gradingCriteria, incidentLevels, levels, sources } from './schema/grading.js';
import { authority, command, posts, teams } from './schema/organisation.js';
import { control } from './schema/control.js';
import { mobilisation, notification, termination, verification } from './schema/response.js';

/**
 * The plan as people write it. Nothing is filled in and nothing is converted while reading, so that the document stays
 * what was written and its hash covers exactly that. Optional keys are really absent, never null.
 */
export const planSchema = record({
  plan: control,
  languages,
  purpose: text,
  scope: text,
  sources,
  categories,
  incidentLevels,
  levels,
  facts,
  gradingCriteria,
  posts,
  teams,
  command,
  authority,
  verification,
  mobilisation,
  notification,
  termination,
});

export type PlanDocument = z.infer<typeof planSchema>;
export type Section = keyof PlanDocument;

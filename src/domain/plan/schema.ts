import type { z } from 'zod';
import { languages, record, text } from './fields.js';
import { aftermath } from './schema/aftermath.js';
import {
  annexes,
  calendar,
  cases,
  control,
  narrative,
  operator,
  plan,
  principles,
  templates,
  training,
} from './schema/control.js';
import { drills, scenarios } from './schema/drills.js';
import {
  categories,
  facts,
  gradingCriteria,
  incidentLevels,
  levels,
  obligations,
  packs,
  responseRules,
  sources,
} from './schema/grading.js';
import { authority, command, partners, posts, qualifications, teams } from './schema/organisation.js';
import {
  allocation,
  funds,
  mobilisation,
  notification,
  resources,
  scene,
  shifts,
  sitreps,
  tasks,
  termination,
  verification,
} from './schema/response.js';

/**
 * The plan as people write it. Nothing is filled in and nothing is converted while reading, so that the document stays
 * what was written and its hash covers exactly that. Optional keys are really absent, never null. What an incident cannot
 * run without is required; what a complete plan has besides is optional here, and missed by the check (`rules/`).
 */
export const planSchema = record({
  plan,
  languages,
  purpose: text,
  scope: text,
  principles: principles.exactOptional(),
  operator: operator.exactOptional(),
  calendar: calendar.exactOptional(),
  narrative: narrative.exactOptional(),
  sources,
  packs: packs.exactOptional(),
  categories,
  incidentLevels,
  levels,
  facts,
  gradingCriteria,
  responseRules: responseRules.exactOptional(),
  qualifications: qualifications.exactOptional(),
  posts,
  teams,
  command,
  authority,
  partners: partners.exactOptional(),
  verification,
  mobilisation,
  notification,
  shifts: shifts.exactOptional(),
  tasks: tasks.exactOptional(),
  scene: scene.exactOptional(),
  sitreps: sitreps.exactOptional(),
  obligations: obligations.exactOptional(),
  resources: resources.exactOptional(),
  allocation: allocation.exactOptional(),
  funds: funds.exactOptional(),
  termination,
  aftermath: aftermath.exactOptional(),
  drills: drills.exactOptional(),
  scenarios: scenarios.exactOptional(),
  cases: cases.exactOptional(),
  training: training.exactOptional(),
  templates: templates.exactOptional(),
  annexes: annexes.exactOptional(),
  control: control.exactOptional(),
});

export type PlanDocument = z.infer<typeof planSchema>;
export type Section = keyof PlanDocument;

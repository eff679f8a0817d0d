import { stringify } from 'yaml';
import type { PlanDocument, Section } from '../domain/plan/schema.js';

/** In the order in which a person reads a plan; a section that the schema gains does not compile until it has its file. */
const FILE_OF: Record<Section, string> = {
  plan: 'plan.yaml',
  languages: 'plan.yaml',
  purpose: 'plan.yaml',
  scope: 'plan.yaml',
  principles: 'plan.yaml',
  operator: 'plan.yaml',
  calendar: 'plan.yaml',
  narrative: 'plan.yaml',
  control: 'plan.yaml',
  sources: 'grading.yaml',
  packs: 'grading.yaml',
  categories: 'grading.yaml',
  incidentLevels: 'grading.yaml',
  levels: 'grading.yaml',
  facts: 'grading.yaml',
  gradingCriteria: 'grading.yaml',
  responseRules: 'grading.yaml',
  qualifications: 'organisation.yaml',
  posts: 'organisation.yaml',
  teams: 'organisation.yaml',
  command: 'organisation.yaml',
  authority: 'organisation.yaml',
  partners: 'organisation.yaml',
  verification: 'response.yaml',
  mobilisation: 'response.yaml',
  notification: 'response.yaml',
  tasks: 'response.yaml',
  scene: 'response.yaml',
  shifts: 'response.yaml',
  sitreps: 'response.yaml',
  termination: 'response.yaml',
  obligations: 'obligations.yaml',
  resources: 'resources.yaml',
  allocation: 'resources.yaml',
  funds: 'resources.yaml',
  aftermath: 'aftermath.yaml',
  cases: 'aftermath.yaml',
  drills: 'drills.yaml',
  scenarios: 'drills.yaml',
  training: 'annexes.yaml',
  templates: 'annexes.yaml',
  annexes: 'annexes.yaml',
};

const LINE_WIDTH = 120;

/**
 * The plan as YAML, by name of file: read again, it is the same plan with the same content hash. Comments and layout of
 * the files that it once came from are no part of a plan, and are not written.
 */
export function writePlan(document: PlanDocument): Record<string, string> {
  const files: Record<string, Partial<PlanDocument>> = {};
  for (const section of Object.keys(FILE_OF) as Section[]) {
    const file = FILE_OF[section];
    if (document[section] !== undefined) files[file] = { ...files[file], [section]: document[section] };
  }
  return Object.fromEntries(
    // An alias would stand for what two places merely have in common.
    Object.entries(files).map(([file, content]) => [
      file,
      stringify(content, { lineWidth: LINE_WIDTH, aliasDuplicateObjects: false }),
    ]),
  );
}

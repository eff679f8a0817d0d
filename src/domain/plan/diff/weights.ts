import type { Section } from '../schema.js';

/**
 * A revision that touches one of these is reviewed, approved and filed like a new plan: organisation and command, duties,
 * procedure, main measures, graded response (生产安全事故应急预案管理办法, 令第88号, art. 37).
 */
export const TOUCHED = ['command', 'duties', 'procedure', 'measures', 'levels'] as const;
export type Touched = (typeof TOUCHED)[number];

/** By section; where a field of it differs, `FIELDS` has the exception. `nothing`: the change is recorded. */
const SECTIONS: Record<Section, Touched | 'nothing'> = {
  // Who commands, who may decide what, who is called to do what.
  command: 'command',
  authority: 'command',
  posts: 'duties',
  teams: 'duties',
  qualifications: 'duties',
  // Every text that somebody acts by is there in one language more or less.
  languages: 'duties',
  // What starts a response and how strong it is. Facts are what the criteria read.
  incidentLevels: 'levels',
  levels: 'levels',
  facts: 'levels',
  gradingCriteria: 'levels',
  responseRules: 'levels',
  packs: 'levels',
  // From the report to the end, and after it. The scope and the categories say for what all this holds.
  scope: 'procedure',
  categories: 'procedure',
  verification: 'procedure',
  notification: 'procedure',
  templates: 'procedure',
  sitreps: 'procedure',
  obligations: 'procedure',
  // Working days are what legal limits are counted in.
  calendar: 'procedure',
  termination: 'procedure',
  aftermath: 'procedure',
  // What is done, and with what.
  mobilisation: 'measures',
  shifts: 'measures',
  tasks: 'measures',
  scene: 'measures',
  allocation: 'measures',
  // Cover, reasons, references and support. Stocks, partners, budgets and dates change more often than a plan is approved.
  plan: 'nothing',
  purpose: 'nothing',
  principles: 'nothing',
  operator: 'nothing',
  narrative: 'nothing',
  sources: 'nothing',
  partners: 'nothing',
  resources: 'nothing',
  funds: 'nothing',
  // Exercises and what is learnt from cases do not bind the response.
  drills: 'nothing',
  scenarios: 'nothing',
  cases: 'nothing',
  training: 'nothing',
  annexes: 'nothing',
  control: 'nothing',
};

/** A field and everything below it; the longest one that fits counts. */
const FIELDS: Record<string, Touched | 'nothing'> = {
  // Which laws bind the operator decides which criteria and obligations count at all.
  'operator.boundBy': 'procedure',
  // Prose, but prose that says how reports come in, how people are warned and what they must not do.
  'narrative.informationReception': 'procedure',
  'narrative.earlyWarning': 'procedure',
  'narrative.cautions': 'measures',
  // Who may spend without asking is command.
  'funds.authority': 'command',
  // What has to be in reserve, and who answers for it; the stock itself comes and goes.
  'resources.minimum': 'measures',
  'resources.custodian': 'measures',
  // Whoever is not given the plan cannot follow it.
  'control.distribution': 'duties',
  // Who approves the plan cannot be exchanged by a change that nobody approves.
  'control.approver': 'command',
  'control.reviewers': 'command',
  // Explanations and proofs; what holds stays as it is.
  'categories.risk': 'nothing',
  'categories.class': 'nothing',
  'incidentLevels.colour': 'nothing',
  'gradingCriteria.source': 'nothing',
  'gradingCriteria.verified': 'nothing',
  'obligations.source': 'nothing',
  'obligations.verified': 'nothing',
  // What is measured afterwards.
  'facts.marks': 'nothing',
  'tasks.marks': 'nothing',
  'termination.criteria.marks': 'nothing',
  'packs.title': 'nothing',
  'packs.source': 'nothing',
  'aftermath.report.sections.guidance': 'nothing',
};

/** Entries that come or go as a whole weigh more than what is told of them. */
const ENTRIES: Partial<Record<Section, Touched>> = { resources: 'measures' };

/** Where a rule comes from changes nothing of what it says. */
const NOWHERE = new Set(['rows']);

export function touchedBy(field: string): Touched | undefined {
  const steps = field.split('.');
  const whole = steps.length === 1 ? ENTRIES[steps[0] as Section] : undefined;
  if (whole !== undefined) return whole;
  if (NOWHERE.has(steps.at(-1) ?? '')) return undefined;
  const prefixes = steps.map((_, i) => steps.slice(0, steps.length - i).join('.'));
  const found = prefixes.map((prefix) => FIELDS[prefix]).find((part) => part !== undefined);
  const touched = found ?? SECTIONS[steps[0] as Section];
  return touched === 'nothing' ? undefined : touched;
}

/** For the test that every exception is about a field that there is. */
export const EXCEPTIONS = Object.keys(FIELDS);

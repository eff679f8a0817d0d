import type { Thing } from './things.js';

/** Lists of ids by what one id of them is. */
export const SINGULAR = { levels: 'level', posts: 'post', categories: 'category' } as const;

/** How the entries of a list are recognised again in another version of the plan. */
interface ListRule {
  /** What an entry is; `key` has its id (default `id`). */
  entry?: Thing;
  key?: string;
  /** Lists in an entry for whose every member it says the same: it is taken apart into one for each. */
  each?: readonly (keyof typeof SINGULAR)[];
  /** Entries of the same kind may stand beside each other for different categories. */
  perCategories?: true;
  /** The order means something. */
  ordered?: true;
}

/** By field. A list that is not here has texts or plain values, and their order means nothing. */
export const LISTS: Record<string, ListRule> = {
  principles: { entry: 'principle' },
  'calendar.holidays': { entry: 'holiday', key: 'from' },
  sources: { entry: 'source' },
  packs: { entry: 'pack' },
  categories: { entry: 'category' },
  incidentLevels: { entry: 'incidentLevel', ordered: true },
  levels: { entry: 'level', ordered: true },
  facts: { entry: 'fact' },
  'facts.options': { entry: 'option', ordered: true },
  gradingCriteria: { entry: 'gradingCriterion' },
  responseRules: { entry: 'responseRule' },
  qualifications: { entry: 'qualification' },
  posts: { entry: 'post' },
  'posts.deputies': { ordered: true },
  'posts.card': { ordered: true },
  teams: { entry: 'team' },
  'command.deputies': { ordered: true },
  'command.checkIn': { each: ['levels'] },
  'authority.standby': { each: ['levels', 'posts'] },
  'authority.reject': { each: ['levels', 'posts'] },
  'authority.proposeTermination': { each: ['levels', 'posts'] },
  'authority.confirmTermination': { each: ['levels', 'posts'] },
  'authority.close': { each: ['levels', 'posts'] },
  partners: { entry: 'partner' },
  'verification.timeBox': { each: ['categories'], ordered: true },
  'verification.automatic': { each: ['levels'] },
  mobilisation: { entry: 'team', key: 'team', each: ['levels'], perCategories: true },
  'mobilisation.qualifications': { entry: 'qualification', key: 'qualification' },
  'mobilisation.substitutes': { ordered: true },
  'mobilisation.partners': { ordered: true },
  'notification.alert.channels': { ordered: true },
  'notification.call.channels': { ordered: true },
  'notification.inform.channels': { ordered: true },
  'notification.retry.waits': { ordered: true },
  'notification.shortage.tell': { ordered: true },
  tasks: { entry: 'task' },
  'sitreps.contents': { ordered: true },
  'sitreps.cadence': { each: ['levels'] },
  obligations: { entry: 'obligation' },
  // The first few of them make up a first report.
  'obligations.contents': { ordered: true },
  'obligations.answeredBy': { ordered: true },
  resources: { entry: 'resource' },
  allocation: { entry: 'allocation' },
  'allocation.resources': { entry: 'resource', key: 'resource' },
  'funds.budgets': { entry: 'budget' },
  'funds.authority': { each: ['levels', 'posts'] },
  'termination.criteria': { entry: 'terminationCriterion' },
  'termination.secondSignature': { each: ['levels'] },
  'termination.watch': { each: ['levels'] },
  // Sections and agendas are worked through as they stand.
  'aftermath.report.sections': { entry: 'reportSection', ordered: true },
  'aftermath.publication.approvedBy': { each: ['levels', 'posts'] },
  'aftermath.publication.firstStatement': { each: ['levels'] },
  'aftermath.publicOpinion.cadence': { each: ['levels'] },
  'aftermath.publicOpinion.alertWhen': { entry: 'opinionAlert' },
  'aftermath.summary.agenda': { ordered: true },
  'aftermath.improvements.types': { entry: 'improvementType' },
  'drills.programme': { entry: 'drill' },
  'drills.scheme.sections': { ordered: true },
  'drills.scheme.roles': { entry: 'role' },
  'drills.evaluation.criteria': { entry: 'drillCriterion' },
  'drills.evaluation.ratings': { entry: 'rating' },
  'drills.evaluation.conclusions': { entry: 'conclusion', ordered: true },
  'drills.report.sections': { ordered: true },
  scenarios: { entry: 'scenario' },
  'scenarios.objectives': { entry: 'objective' },
  'scenarios.injects': { entry: 'inject', ordered: true },
  cases: { entry: 'case' },
  training: { entry: 'training' },
  templates: { entry: 'template' },
  'templates.blanks': { entry: 'blank', key: 'blank' },
  annexes: { entry: 'annex', ordered: true },
  'control.history': { entry: 'revision', key: 'version' },
};

export function ruleFor(field: string): ListRule {
  return LISTS[field] ?? {};
}

/** Without one of these a rule holds for all of them; without another list there is just none. */
const ALL_WHEN_ABSENT = new Set(['levels', 'categories', 'regimes', 'languages']);

export function allWhenAbsent(field: string): boolean {
  return ALL_WHEN_ABSENT.has(field.split('.').at(-1) ?? '');
}

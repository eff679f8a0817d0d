import type { Text } from '../../lang.js';
import type { PlanDocument } from '../schema.js';

/** An entry of a list, with what it is called by: the first of these texts that it has. */
interface Entry {
  id: string;
  name?: Text;
  title?: Text;
  text?: Text;
  event?: Text;
  criterion?: Text;
}

type Parents = Partial<Record<Thing, string>>;

/** What entries of the plan's lists are, and where those of one kind stand. Some are found within another entry. */
const WHERE = {
  principle: ({ principles }) => principles,
  holiday: ({ calendar }) => calendar?.holidays.map((holiday) => ({ ...holiday, id: holiday.from })),
  source: ({ sources }) => sources,
  pack: ({ packs }) => packs,
  category: ({ categories }) => categories,
  incidentLevel: ({ incidentLevels }) => incidentLevels,
  level: ({ levels }) => levels,
  fact: ({ facts }) => facts,
  option: ({ facts }, { fact: id }) => {
    const fact = facts.find((known) => known.id === id);
    return fact?.type === 'choice' ? fact.options : [];
  },
  gradingCriterion: ({ gradingCriteria }) => gradingCriteria,
  responseRule: ({ responseRules }) => responseRules,
  qualification: ({ qualifications }) => qualifications,
  post: ({ posts }) => posts,
  team: ({ teams }) => teams,
  partner: ({ partners }) => partners,
  task: ({ tasks }) => tasks,
  obligation: ({ obligations }) => obligations,
  resource: ({ resources }) => resources,
  allocation: ({ allocation }) => allocation,
  budget: ({ funds }) => funds?.budgets,
  terminationCriterion: ({ termination }) => termination.criteria,
  reportSection: ({ aftermath }) => aftermath?.report.sections,
  opinionAlert: ({ aftermath }) => aftermath?.publicOpinion?.alertWhen,
  improvementType: ({ aftermath }) => aftermath?.improvements?.types,
  drill: ({ drills }) => drills?.programme,
  role: ({ drills }) => drills?.scheme.roles,
  drillCriterion: ({ drills }) => drills?.evaluation.criteria,
  rating: ({ drills }) => drills?.evaluation.ratings,
  conclusion: ({ drills }) => drills?.evaluation.conclusions,
  scenario: ({ scenarios }) => scenarios,
  objective: ({ scenarios }, { scenario: id }) => scenarios?.find((known) => known.id === id)?.objectives,
  inject: ({ scenarios }, { scenario: id }) => scenarios?.find((known) => known.id === id)?.injects,
  case: ({ cases }) => cases,
  training: ({ training }) => training,
  template: ({ templates }) => templates,
  blank: ({ templates }, { template: id }) =>
    templates?.find((known) => known.id === id)?.blanks?.map((one) => ({ id: one.blank })),
  annex: ({ annexes }) => annexes,
  revision: ({ control }) => control?.history?.map((revision) => ({ id: String(revision.version) })),
} satisfies Record<string, (plan: PlanDocument, parents: Record<string, string>) => readonly Entry[] | undefined>;

export type Thing = keyof typeof WHERE;
export const THINGS = Object.keys(WHERE) as Thing[];

/** Undefined when the plan has no such entry, or when such entries have no text to be called by. */
export function calledBy(plan: PlanDocument, thing: Thing, id: string, parents: Parents): Text | undefined {
  const where: (plan: PlanDocument, parents: Parents) => readonly Entry[] | undefined = WHERE[thing];
  const found = where(plan, parents)?.find((known) => known.id === id);
  return found?.name ?? found?.title ?? found?.text ?? found?.event ?? found?.criterion;
}

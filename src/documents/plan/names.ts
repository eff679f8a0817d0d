import type { Text } from '../../domain/lang.js';
import type { PlanDocumentInput } from './input.js';
import { obligationNumbers } from './obligationNumbers.js';

/** What the plan calls the ids that its parts refer to each other by. An unknown id is answered with the id itself. */
export interface PlanNames {
  post: (id: string) => string;
  /** `every post` for all of them. */
  posts: (ids: readonly string[] | undefined) => string;
  team: (id: string) => string;
  /** A post or a team. */
  player: (id: string) => string;
  level: (id: string) => string;
  /** `every level` for all of them, and where none is named; `Level III or higher` from the gravest one down. */
  levels: (ids: readonly string[] | undefined) => string;
  incidentLevel: (id: string) => string;
  category: (id: string) => string;
  categories: (ids: readonly string[] | undefined) => string;
  qualification: (id: string) => string;
  partner: (id: string) => string;
  resource: (id: string) => string;
  task: (id: string) => string;
  source: (id: string) => string;
  pack: (id: string) => string;
  scenario: (id: string) => string;
  template: (id: string) => string;
  /** Of the drill scheme. */
  role: (id: string) => string;
  /** The number of an obligation: ids that end in a word are counted instead, `D-09-authority` as `D-09-1`. */
  obligation: (id: string) => string;
}

const EVERY_POST: Text = { 'zh-CN': '全部岗位', en: 'every post' };
const EVERY_LEVEL: Text = { 'zh-CN': '各级', en: 'every level' };
const EVERY_CATEGORY: Text = { 'zh-CN': '各类事故', en: 'every category' };

export function namesOf(
  { document: plan }: PlanDocumentInput,
  t: (text: Text) => string,
  list: (items: readonly string[]) => string,
): PlanNames {
  const lookup = (items: readonly ({ id: string } & ({ name: Text } | { title: Text }))[] = []) => {
    const known = new Map(items.map((item) => [item.id, t('name' in item ? item.name : item.title)]));
    return (id: string): string => known.get(id) ?? id;
  };
  const post = lookup(plan.posts);
  const level = lookup(plan.levels);
  const category = lookup(plan.categories);
  const some = (all: readonly unknown[], every: Text, name: (id: string) => string) => {
    return (ids: readonly string[] | undefined): string =>
      ids === undefined || ids.length === all.length ? t(every) : list(ids.map(name));
  };
  const levels = some(plan.levels, EVERY_LEVEL, level);
  const numbers = obligationNumbers((plan.obligations ?? []).map(({ id }) => id));
  return {
    post,
    posts: (ids = []) => (ids.length > 1 && ids.length === plan.posts.length ? t(EVERY_POST) : list(ids.map(post))),
    team: lookup(plan.teams),
    player: lookup([...plan.posts, ...plan.teams]),
    level,
    levels: (ids) => {
      const upTo = ids?.length ?? 0;
      const gravest =
        upTo > 1 && upTo < plan.levels.length && plan.levels.slice(0, upTo).every(({ id }) => ids?.includes(id));
      const mildest = level(plan.levels[upTo - 1]?.id ?? '');
      return gravest ? t({ 'zh-CN': `${mildest}以上`, en: `${mildest} or higher` }) : levels(ids);
    },
    incidentLevel: lookup(plan.incidentLevels),
    category,
    categories: some(plan.categories, EVERY_CATEGORY, category),
    qualification: lookup(plan.qualifications),
    partner: lookup(plan.partners),
    resource: lookup(plan.resources),
    task: lookup(plan.tasks),
    source: lookup(plan.sources),
    pack: lookup(plan.packs),
    scenario: lookup(plan.scenarios),
    template: lookup(plan.templates),
    role: lookup(plan.drills?.scheme.roles),
    obligation: (id) => numbers.get(id) ?? id,
  };
}

import { DECISIONS } from '../compiled.js';
import type { PlanDocument } from '../schema.js';
import { check, duplicateIds, listedTwice, refs, unknownIds } from './check.js';
import type { Check, Ref } from './check.js';

const NAMED = [
  'sources',
  'categories',
  'incidentLevels',
  'levels',
  'facts',
  'gradingCriteria',
  'posts',
  'teams',
] as const;

/** Every id is given once, and every use of one leads to what it names. */
export const idChecks: Check[] = [
  ...NAMED.map((section) => check([section], (plan) => duplicateIds([section], plan[section]))),
  check(['termination'], ({ termination }) => duplicateIds(['termination', 'criteria'], termination.criteria)),
  check(['languages'], ({ languages }) => listedTwice(refs(['languages'], languages))),

  check(['gradingCriteria', 'facts'], ({ gradingCriteria, facts }) =>
    unknownIds('fact', facts, each(gradingCriteria, 'gradingCriteria', 'fact')),
  ),
  check(['gradingCriteria', 'incidentLevels'], ({ gradingCriteria, incidentLevels }) =>
    unknownIds('incident_level', incidentLevels, each(gradingCriteria, 'gradingCriteria', 'incidentLevel')),
  ),
  check(['gradingCriteria', 'sources'], ({ gradingCriteria, sources }) => {
    const used = gradingCriteria.map((c, i) => ({
      path: ['gradingCriteria', i, 'source', 'document'],
      id: c.source.document,
    }));
    return unknownIds('source', sources, used);
  }),
  check(['incidentLevels', 'levels'], ({ incidentLevels, levels }) =>
    unknownIds('level', levels, each(incidentLevels, 'incidentLevels', 'level')),
  ),

  check(['posts', 'teams'], ({ posts, teams }) => {
    const used = posts.flatMap((p, i) => (p.team === undefined ? [] : [{ path: ['posts', i, 'team'], id: p.team }]));
    return unknownIds('team', teams, used);
  }),
  check(['posts', 'teams'], ({ posts, teams }) => unknownIds('post', posts, each(teams, 'teams', 'lead'))),
  postLists(['command'], ({ command }) => [
    { path: ['command', 'commander'], id: command.commander },
    ...refs(['command', 'deputies'], command.deputies),
  ]),
  postLists(['levels'], ({ levels }) => levels.flatMap((l, i) => refs(['levels', i, 'decidedBy'], l.decidedBy))),
  postLists(['authority'], ({ authority }) => DECISIONS.flatMap((d) => refs(['authority', d], authority[d]))),
  postLists(['verification'], ({ verification }) => refs(['verification', 'posts'], verification.posts)),
  postLists(['notification'], ({ notification }) =>
    LADDERS.flatMap((name) => refs(['notification', name, 'escalateTo'], notification[name].escalateTo)),
  ),

  check(['mobilisation', 'teams'], ({ mobilisation, teams }) =>
    unknownIds('team', teams, each(mobilisation, 'mobilisation', 'team')),
  ),
  check(['mobilisation', 'levels'], ({ mobilisation, levels }) => {
    const used = mobilisation.flatMap((rule, i) => refs(['mobilisation', i, 'levels'], rule.levels));
    return [...unknownIds('level', levels, used), ...listedTwice(used)];
  }),
  check(['mobilisation', 'categories'], ({ mobilisation, categories }) => {
    const used = mobilisation.flatMap((rule, i) => refs(['mobilisation', i, 'categories'], rule.categories));
    return [...unknownIds('category', categories, used), ...listedTwice(used)];
  }),
  check(['termination', 'levels'], ({ termination, levels }) => {
    const used = [
      ...termination.criteria.flatMap((c, i) => refs(['termination', 'criteria', i, 'levels'], c.levels)),
      ...refs(['termination', 'secondSignature'], termination.secondSignature),
    ];
    return [...unknownIds('level', levels, used), ...listedTwice(used)];
  }),
];

const LADDERS = ['alert', 'call'] as const;

/** One id in each entry of a list. */
function each<K extends string>(items: readonly Record<K, string>[], section: string, key: K): Ref[] {
  return items.map((item, i) => ({ path: [section, i, key], id: item[key] }));
}

function postLists<K extends keyof PlanDocument>(needs: K[], used: (plan: Pick<PlanDocument, K>) => Ref[]): Check {
  return check<K | 'posts'>([...needs, 'posts'], (plan) => {
    const found = used(plan);
    return [...unknownIds('post', plan.posts, found), ...listedTwice(found)];
  });
}

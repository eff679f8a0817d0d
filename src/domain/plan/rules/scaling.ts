import { said } from '../../lang.js';
import { parseDuration } from '../duration.js';
import type { Path } from '../issues.js';
import type { PlanDocument } from '../schema.js';
import { PLAN_GUIDE, section } from './documents.js';
import { observe, rule } from './rule.js';
import type { Observation, Rule } from './rule.js';

/** Each level does at least what the milder ones do. */
export const scalingRules: Rule[] = [
  rule({
    id: 'V-87',
    title: said('A more severe level never does less than a milder one', '级别越高，响应不弱于低级别'),
    basis: { ...PLAN_GUIDE, clause: section('6.1.2'), kind: 'derived' },
    run: ({ plan }) => [
      ...fewerTeams(plan),
      ...slower(plan, ['sitreps', 'cadence'], plan.sitreps?.cadence, 'every'),
      ...slower(plan, ['command', 'checkIn'], plan.command.checkIn, 'every'),
      ...slower(
        plan,
        ['aftermath', 'publication', 'firstStatement'],
        plan.aftermath?.publication?.firstStatement,
        'within',
      ),
      ...slower(plan, ['aftermath', 'publicOpinion', 'cadence'], plan.aftermath?.publicOpinion?.cadence, 'every'),
    ],
  }),
];

function fewerTeams({ levels, categories, mobilisation }: PlanDocument): Observation[] {
  const teamsAt = (level: string, category: string) =>
    mobilisation
      .filter((call) => call.levels.includes(level) && (call.categories?.includes(category) ?? true))
      .map((call) => call.team);
  return levels.slice(1).flatMap((milder, i) => {
    const severe = levels[i];
    if (severe === undefined) return [];
    return categories.flatMap(({ id: category }) => {
      const lost = teamsAt(milder.id, category).filter((team) => !teamsAt(severe.id, category).includes(team));
      return lost.map((team) =>
        observe(
          ['mobilisation', mobilisation.findIndex((call) => call.team === team)],
          said(
            `"${team}" is called at ${milder.id} for "${category}", not at the more severe ${severe.id}`,
            `“${category}”在${milder.id}级动员“${team}”，在更高的${severe.id}级却不动员`,
          ),
          said(`call it at ${severe.id} too`, `在${severe.id}级也动员该组`),
        ),
      );
    });
  });
}

/** Entries in which a more severe level has a longer period than a milder one. */
function slower<K extends string>(
  { levels }: PlanDocument,
  path: Path,
  entries: ({ levels: string[] } & Record<K, string>)[] | undefined,
  key: K,
): Observation[] {
  const at = (level: string) => entries?.findIndex((entry) => entry.levels.includes(level)) ?? -1;
  return levels.slice(1).flatMap((milder, i) => {
    const severe = levels[i]?.id ?? '';
    const [a, b] = [entries?.[at(severe)]?.[key], entries?.[at(milder.id)]?.[key]];
    if (a === undefined || b === undefined || parseDuration(a) <= parseDuration(b)) return [];
    return [
      observe(
        [...path, at(severe), key],
        said(
          `${a} at ${severe}, but ${b} at the milder ${milder.id}`,
          `${severe}级为${a}，较低的${milder.id}级却为${b}`,
        ),
        said(`${b} or less at ${severe}`, `${severe}级不长于${b}`),
      ),
    ];
  });
}

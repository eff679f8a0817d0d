import { said } from '../../lang.js';
import { parseDuration } from '../duration.js';
import type { Path } from '../issues.js';
import type { PlanDocument } from '../schema.js';
import { RATINGS } from '../schema/drills.js';
import { DRILL_SPECIFICATION, HSEEP } from './documents.js';
import { observe, observeIf, rule } from './rule.js';
import type { Observation, Rule } from './rule.js';

type Scenario = NonNullable<PlanDocument['scenarios']>[number];
type Inject = Scenario['injects'][number];

/** Whether a drill can be played as it is written, and tells something afterwards. */
export const drillScenarioRules: Rule[] = [
  rule({
    id: 'V-50',
    title: said('Injects leave players the time that they take', '情景注入的时间安排可行'),
    basis: { ...DRILL_SPECIFICATION, kind: 'derived' },
    about: ['scenarios'],
    run: ({ plan: { scenarios } }) =>
      scenarios.flatMap(({ injects }, i) => overlaps(injects, ['scenarios', i, 'injects'])),
  }),
  rule({
    id: 'V-51',
    title: said(
      'Every objective is put to the test, and judged by another than who plays it in',
      '各演练目标都有情景注入，注入与评估分开',
    ),
    basis: { ...HSEEP, kind: 'configured' },
    about: ['scenarios'],
    run: ({ plan: { scenarios } }) =>
      scenarios.flatMap(({ objectives, injects }, i) => [
        ...objectives.flatMap(({ id }, j) =>
          observeIf(
            !injects.some((inject) => inject.objective === id),
            ['scenarios', i, 'objectives', j],
            said(`no inject tests "${id}"`, `没有情景注入检验“${id}”`),
            said('add an inject, or drop the objective', '补充情景注入，或者删去该目标'),
          ),
        ),
        ...injects.flatMap(({ id, controller, evaluator }, j) =>
          observeIf(
            controller === evaluator,
            ['scenarios', i, 'injects', j, 'evaluator'],
            said(`"${controller}" plays "${id}" in and judges it`, `“${id}”由“${controller}”注入又由其评估`),
            said('let another role judge', '由其他角色评估'),
          ),
        ),
        ...withoutContingency(injects, ['scenarios', i, 'injects']),
      ]),
  }),
  rule({
    id: 'V-53',
    title: said('What a drill rates M or U is followed up', '演练评为 M、U 的问题有人跟进'),
    basis: { ...HSEEP, kind: 'derived' },
    about: ['drills'],
    run: ({ plan: { drills, aftermath } }) => {
      const missing = RATINGS.filter((id) => !drills.evaluation.ratings.some((rating) => rating.id === id));
      return [
        ...observeIf(
          missing.length > 0,
          ['drills', 'evaluation', 'ratings'],
          said(`no rating ${missing.join(', ')}`, `缺少评级${missing.join('、')}`),
          said('say what it means and what it scores', '写明含义和分值'),
        ),
        ...observeIf(
          aftermath?.improvements === undefined,
          ['aftermath', 'improvements'],
          said(
            'no post owns improvements, and nothing says how often they are gone through',
            '改进措施没有负责岗位和检查周期',
          ),
          said('add "aftermath.improvements"', '加上“aftermath.improvements”'),
        ),
      ];
    },
  }),
];

function withoutContingency(injects: Inject[], path: Path): Observation[] {
  const ids = injects.filter(({ contingency }) => contingency === undefined).map(({ id }) => id);
  return observeIf(
    ids.length > 0,
    path,
    said(
      `nothing is prepared for when the expected action does not come: ${ids.join(', ')}`,
      `没有写明未出现预期行动时怎么办：${ids.join('、')}`,
    ),
    said('add "contingency"', '加上“contingency”'),
  );
}

/** An inject that reaches players who are still busy with an earlier one. Of the others nobody knows the time before. */
function overlaps(injects: Inject[], path: Path): Observation[] {
  return injects.flatMap((inject, i) => {
    if (inject.at === undefined) return [];
    const begins = parseDuration(inject.at);
    const busy = injects
      .slice(0, i)
      .find(
        (earlier) =>
          earlier.at !== undefined &&
          parseDuration(earlier.at) + parseDuration(earlier.takes) > begins &&
          earlier.players.some((player) => inject.players.includes(player)),
      );
    if (busy === undefined) return [];
    const shared = inject.players.filter((player) => busy.players.includes(player));
    return [
      observe(
        [...path, i, 'at'],
        said(
          `"${inject.id}" comes at ${inject.at}, while ${shared.join(', ')} are busy with "${busy.id}"`,
          `“${inject.id}”在${inject.at}注入，此时${shared.join('、')}仍在处理“${busy.id}”`,
        ),
        said('let it come later, or make the earlier one shorter', '推后注入，或者缩短前一项'),
      ),
    ];
  });
}

import { said } from '../../lang.js';
import { article, CYBER_DRILLS, MUSTER, PLAN_MEASURES, annex } from './documents.js';
import { observe, observeIf, rule } from './rule.js';
import type { Rule } from './rule.js';
import { DRILL_KINDS } from '../schema/drills.js';

const DECEMBER = 12;

/** When drills are held, and what they reach. */
export const drillProgrammeRules: Rule[] = [
  rule({
    id: 'V-15',
    title: said('Drills every year; for an on-site plan, every half-year', '每年演练，现场处置方案每半年演练'),
    basis: { ...PLAN_MEASURES, clause: article(33), kind: 'direct' },
    run: ({ plan: { plan, drills } }) => {
      if (drills === undefined) {
        return [
          observe(
            ['drills'],
            said('there is no drill programme', '没有演练计划'),
            said('add "drills"', '加上“drills”'),
          ),
        ];
      }
      const months = drills.programme.flatMap((entry) => entry.months);
      const bothHalves = months.some((month) => month <= 6) && months.some((month) => month > 6);
      return observeIf(
        plan.kind === 'on-site' && !bothHalves,
        ['drills', 'programme'],
        said('one half of the year has no drill', '有半年没有安排演练'),
        said('plan a drill in each half', '上、下半年各安排一次'),
      );
    },
  }),
  rule({
    id: 'V-16',
    title: said(
      "Next year's programme is ready before December, and drills have a budget",
      '十二月前制定下年度计划，演练有预算',
    ),
    basis: { ...CYBER_DRILLS, clause: annex('A.1'), kind: 'configured' },
    about: ['drills'],
    run: ({ plan: { drills } }) => [
      ...observeIf(
        (drills.nextProgrammeBy ?? DECEMBER) >= DECEMBER,
        ['drills', 'nextProgrammeBy'],
        said("nothing makes next year's programme ready before December", '没有要求在十二月前制定下年度演练计划'),
        said('write "nextProgrammeBy: 11"', '写“nextProgrammeBy: 11”'),
      ),
      ...drills.programme.flatMap(({ id, budget }, i) =>
        observeIf(
          budget === undefined,
          ['drills', 'programme', i],
          said(`"${id}" has no budget`, `“${id}”没有预算`),
          said('add "budget: …"', '加上“budget: …”'),
        ),
      ),
    ],
  }),
  rule({
    id: 'V-52',
    title: said(
      'Within a year drills reach every category, team and level, at the table and live',
      '一年内演练覆盖各类别、各组、各级别和两种形式',
    ),
    basis: { ...MUSTER, kind: 'configured' },
    about: ['drills', 'scenarios'],
    run: ({ plan }) => {
      const { programme } = plan.drills;
      const played = plan.scenarios.filter(({ id }) => programme.some((entry) => entry.scenario === id));
      const ids = (items: { id: string }[]) => items.map(({ id }) => id);
      const uncovered: [string[], string, string][] = [
        [ids(plan.categories).filter((id) => !played.some(({ category }) => category === id)), 'categories', '类别'],
        [ids(plan.teams).filter((id) => !programme.some(({ teams }) => teams.includes(id))), 'teams', '组'],
        [ids(plan.levels).filter((id) => !programme.some(({ levels }) => levels.includes(id))), 'levels', '级别'],
        [DRILL_KINDS.filter((kind) => !programme.some((entry) => entry.kind === kind)), 'kinds of drill', '形式'],
      ];
      const missed = uncovered.flatMap(([missing, en, zh]) =>
        observeIf(
          missing.length > 0,
          ['drills', 'programme'],
          said(`${en} that no drill reaches: ${missing.join(', ')}`, `演练未覆盖的${zh}：${missing.join('、')}`),
          said('plan a drill for them', '安排相应演练'),
        ),
      );
      const wrongLevel = programme.flatMap(({ id, scenario, levels }, i) => {
        const graded = played.find((known) => known.id === scenario)?.incidentLevel;
        const level = plan.incidentLevels.find((known) => known.id === graded)?.level;
        return observeIf(
          level !== undefined && !levels.includes(level),
          ['drills', 'programme', i, 'levels'],
          said(
            `"${id}" plays an incident of level ${level}, which is not among its levels`,
            `“${id}”的情景对应${level}级响应，而演练级别未包括`,
          ),
          said(`add ${level}`, `加上${level}`),
        );
      });
      return [...missed, ...wrongLevel];
    },
  }),
];

import type { PlanDocument } from '../../../domain/plan/schema.js';
import type { PlanContext } from '../context.js';
import { NONE } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';
import { section } from '../parts.js';

type Scenario = NonNullable<PlanDocument['scenarios']>[number];

/** Each story with what it is to show and what is played when. */
export function scenarios(context: PlanContext) {
  return (context.document.scenarios ?? []).map((scenario) =>
    section(context, scenario.name, [
      ...overview(context, scenario),
      ...objectives(context, scenario),
      ...injects(context, scenario),
    ]),
  );
}

function overview({ names, t, span, table, choice }: PlanContext, scenario: Scenario) {
  return table(
    named('情景概况', 'overview', scenario, t),
    [
      [LABELS.item, 18],
      [LABELS.content, 82],
    ],
    [
      [t(WORDS.kind), t(choice(scenario.kind))],
      [t(LABELS.category), names.category(scenario.category)],
      [t(LABELS.incidentLevel), names.incidentLevel(scenario.incidentLevel)],
      [t(WORDS.duration), span(scenario.duration)],
      [t(WORDS.background), t(scenario.background)],
      [t(WORDS.consequence), t(scenario.consequence)],
      [t(WORDS.evolution), t(scenario.evolution)],
    ],
  );
}

function objectives({ t, table, list }: PlanContext, scenario: Scenario) {
  return table(
    named('演练目标', 'objectives', scenario, t),
    [
      [LABELS.number, 10],
      [WORDS.objective, 66],
      [WORDS.criteria, 24],
    ],
    scenario.objectives.map(({ text, criteria }, i) => [String(i + 1), t(text), list(criteria)]),
  );
}

function injects({ names, t, span, table, list }: PlanContext, scenario: Scenario) {
  const numberOf = (objective: string): string => {
    const at = scenario.objectives.findIndex(({ id }) => id === objective);
    return at < 0 ? NONE : String(at + 1);
  };
  return table(
    named('情景注入', 'injects', scenario, t),
    [
      [WORDS.at, 12],
      [WORDS.event, 32],
      [WORDS.players, 15],
      [WORDS.expected, 33],
      [WORDS.objectiveNumber, 8],
    ],
    scenario.injects.map(
      ({ at, takes, event, delivery, controller, players, expected, contingency, evaluator, objective }) => [
        [`+${span(at)}`, t({ 'zh-CN': `持续${span(takes)}`, en: `for ${span(takes)}` })].join('\n'),
        [
          t(event),
          t({
            'zh-CN': `方式：${t(delivery)}（${names.role(controller)}）`,
            en: `By: ${t(delivery)} (${names.role(controller)})`,
          }),
        ].join('\n'),
        list(players.map(names.player)),
        [
          t(expected),
          ...(contingency === undefined
            ? []
            : [t({ 'zh-CN': `未出现时：${t(contingency)}`, en: `Otherwise: ${t(contingency)}` })]),
          t({ 'zh-CN': `评估：${names.role(evaluator)}`, en: `Evaluated by: ${names.role(evaluator)}` }),
        ].join('\n'),
        numberOf(objective),
      ],
    ),
  );
}

function named(zh: string, en: string, { name }: Scenario, t: PlanContext['t']): Bilingual {
  return { 'zh-CN': `${t(name)}：${zh}`, en: `${t(name)}: ${en}` };
}

const WORDS = {
  kind: { 'zh-CN': '演练形式', en: 'Kind of drill' },
  duration: { 'zh-CN': '时长', en: 'Duration' },
  background: { 'zh-CN': '背景', en: 'Background' },
  consequence: { 'zh-CN': '后果', en: 'Consequence' },
  evolution: { 'zh-CN': '演变', en: 'Evolution' },
  objective: { 'zh-CN': '目标', en: 'Objective' },
  criteria: { 'zh-CN': '评估标准编号', en: 'Criteria' },
  at: { 'zh-CN': '时刻', en: 'Time' },
  event: { 'zh-CN': '事件与注入方式', en: 'Event and delivery' },
  players: { 'zh-CN': '参演对象', en: 'Players' },
  expected: { 'zh-CN': '预期行动', en: 'Expected action' },
  objectiveNumber: { 'zh-CN': '目标', en: 'Aim' },
} satisfies Record<string, Bilingual>;

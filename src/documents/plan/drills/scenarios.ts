import { namesFrom } from '../../../domain/plan/namesFrom.js';
import type { PlanDocument } from '../../../domain/plan/schema.js';
import { expectationWords, knownWords, soughtWords } from '../../../domain/words/scenarioWords.js';
import type { PlanContext } from '../context.js';
import { NONE } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';
import { section } from '../parts.js';

type Scenario = NonNullable<PlanDocument['scenarios']>[number];
type Inject = Scenario['injects'][number];

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

export function overview({ document, lang, names, t, span, table, choice }: PlanContext, scenario: Scenario) {
  const { report } = scenario;
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
      ...(report?.title === undefined ? [] : [[t(WORDS.reportTitle), t(report.title)]]),
      ...(report?.description === undefined ? [] : [[t(WORDS.reportSays), t(report.description)]]),
      ...(report?.facts === undefined
        ? []
        : [[t(WORDS.firstReport), knownWords(report.facts, namesFrom(document, { people: [] }), lang)]]),
    ],
  );
}

export function objectives({ t, table, list }: PlanContext, scenario: Scenario) {
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

export function injects(context: PlanContext, scenario: Scenario) {
  const { names, t, span, table, list } = context;
  const played = playing(context);
  const numberOf = (objective: string): string => {
    const at = scenario.objectives.findIndex(({ id }) => id === objective);
    return at < 0 ? NONE : String(at + 1);
  };
  return table(
    named('情景注入', 'injects', scenario, t),
    [
      [WORDS.inject, 14],
      [WORDS.event, 30],
      [WORDS.players, 17],
      [WORDS.expected, 31],
      [WORDS.objectiveNumber, 8],
    ],
    scenario.injects.map((inject) => {
      const { id, takes, event, delivery, controller, players, expected, contingency, evaluator, objective } = inject;
      return [
        [id, trigger(context, inject), t({ 'zh-CN': `持续${span(takes)}`, en: `for ${span(takes)}` })].join('\n'),
        [
          t(event),
          ...played.facts(inject),
          ...played.leaving(inject),
          t({
            'zh-CN': `方式：${t(delivery)}（${names.role(controller)}）`,
            en: `By: ${t(delivery)} (${names.role(controller)})`,
          }),
        ].join('\n'),
        list(players.map(names.player)),
        [
          t(expected),
          ...played.recognised(inject),
          ...(contingency === undefined
            ? []
            : [t({ 'zh-CN': `未出现时：${t(contingency)}`, en: `Otherwise: ${t(contingency)}` })]),
          t({ 'zh-CN': `评估：${names.role(evaluator)}`, en: `Evaluated by: ${names.role(evaluator)}` }),
        ].join('\n'),
        numberOf(objective),
      ];
    }),
  );
}

/** When it is played. */
export function trigger({ document, lang, t, span }: PlanContext, { at, when, unless }: Inject): string {
  const names = namesFrom(document, { people: [] });
  if (at !== undefined) return `+${span(at)}`;
  if (when !== undefined) return t(TOLD.when(soughtWords(when, names, lang)));
  if (unless === undefined) return t(WORDS.byHand);
  return t(TOLD.unless(expectationWords({ ...unless, within: span(unless.within) }, names, lang)));
}

/** What a machine goes by when it plays the scenario, for whoever conducts it by hand. */
function playing({ document, lang, t, span, list }: PlanContext) {
  const names = namesFrom(document, { people: [] });
  const zh = lang === 'zh-CN';
  return {
    facts: ({ facts }: Inject): string[] =>
      facts === undefined ? [] : [t(TOLD.known(knownWords(facts, names, lang)))],
    leaving: ({ leaves }: Inject): string[] =>
      leaves === undefined ? [] : [t(TOLD.leaves(list(leaves.map((post) => names.post(post, lang)))))],
    recognised({ expects = [] }: Inject): string[] {
      const each = expects.map((one) => expectationWords({ ...one, within: span(one.within) }, names, lang));
      return each.length === 0 ? [] : [t(TOLD.recognised(each.join(zh ? '；' : '; ')))];
    },
  };
}

function named(zh: string, en: string, { name }: Scenario, t: PlanContext['t']): Bilingual {
  return { 'zh-CN': `${t(name)}：${zh}`, en: `${t(name)}: ${en}` };
}

/** Whole, since a text that ends with a space loses it. */
const TOLD = {
  when: (what) => ({ 'zh-CN': `发生时：${what}`, en: `When ${what}` }),
  unless: (what) => ({ 'zh-CN': `未发生时：${what}`, en: `Unless ${what}` }),
  known: (what) => ({ 'zh-CN': `由此得知：${what}`, en: `Known through it: ${what}` }),
  leaves: (who) => ({ 'zh-CN': `此后联系不上：${who}`, en: `Cannot be reached from then on: ${who}` }),
  recognised: (what) => ({ 'zh-CN': `识别标志：${what}`, en: `Recognised by: ${what}` }),
} satisfies Record<string, (what: string) => Bilingual>;

const WORDS = {
  kind: { 'zh-CN': '演练形式', en: 'Kind of drill' },
  duration: { 'zh-CN': '演练用时', en: 'Drill time' },
  background: { 'zh-CN': '背景', en: 'Background' },
  consequence: { 'zh-CN': '后果', en: 'Consequence' },
  evolution: { 'zh-CN': '演变', en: 'Evolution' },
  reportTitle: { 'zh-CN': '首次报告标题', en: 'Title of the first report' },
  reportSays: { 'zh-CN': '首次报告内容（告知参演人员）', en: 'What the first report says (told to players)' },
  firstReport: { 'zh-CN': '首次报告所知事实', en: 'Known to the first report' },
  byHand: { 'zh-CN': '由控制人员决定', en: 'When the controllers say so' },
  objective: { 'zh-CN': '目标', en: 'Objective' },
  criteria: { 'zh-CN': '评估标准编号', en: 'Criteria' },
  inject: { 'zh-CN': '编号和演练用时', en: 'Id and drill time' },
  event: { 'zh-CN': '事件与注入方式', en: 'Event and delivery' },
  players: { 'zh-CN': '参演对象', en: 'Players' },
  expected: { 'zh-CN': '预期行动', en: 'Expected action' },
  objectiveNumber: { 'zh-CN': '目标', en: 'Aim' },
} satisfies Record<string, Bilingual>;

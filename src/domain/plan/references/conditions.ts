import { criteriaOfPack } from '../compile/packs.js';
import { said } from '../../lang.js';
import type { Said } from '../../lang.js';
import { issue } from '../issues.js';
import type { Path, PlanIssue } from '../issues.js';
import { suggestion } from '../nearest.js';
import { planSchema } from '../schema.js';
import type { PlanDocument } from '../schema.js';
import { condition as conditionSchema } from '../schema/conditions.js';
import type { WrittenCondition } from '../schema/conditions.js';
import { check } from './check.js';
import type { Check } from './check.js';
import { walk } from './walk.js';

type Part = 'incidentLevel' | 'level';
type Facts = PlanDocument['facts'];

/** Sections with conditions that may ask for what the criteria of a pack say. */
const ASK_PACKS = ['responseRules', 'obligations', 'allocation', 'aftermath'] as const;

/** What is not decided yet where a condition is asked: grading cannot rest on its own result. */
export const conditionChecks: Check[] = [
  check(['gradingCriteria', 'facts'], ({ gradingCriteria, facts }) =>
    gradingCriteria.flatMap((criterion, i) =>
      conditionIssues(criterion, ['gradingCriteria', i], facts, ['level'], criterion.incidentLevel),
    ),
  ),
  check(['responseRules', 'facts'], ({ responseRules, facts }) =>
    (responseRules ?? []).flatMap(({ when }, i) =>
      conditionIssues(when, ['responseRules', i, 'when'], facts, ['level']),
    ),
  ),
  check(['obligations', 'facts'], ({ obligations, facts }) =>
    (obligations ?? []).flatMap(({ when }, i) => conditionIssues(when, ['obligations', i, 'when'], facts)),
  ),
  check(['allocation', 'facts'], ({ allocation, facts }) =>
    (allocation ?? []).flatMap(({ when }, i) => conditionIssues(when, ['allocation', i, 'when'], facts)),
  ),
  check(['aftermath', 'facts'], ({ aftermath, facts }) =>
    (aftermath?.publicOpinion?.alertWhen ?? []).flatMap(({ when }, i) =>
      when === undefined ? [] : conditionIssues(when, ['aftermath', 'publicOpinion', 'alertWhen', i, 'when'], facts),
    ),
  ),
  ...ASK_PACKS.map((section) =>
    check([section, 'gradingCriteria', 'incidentLevels', 'packs'], (plan) => {
      const issues: PlanIssue[] = [];
      walk(planSchema.shape[section], plan[section], [section], (schema, value, path) => {
        if (schema === conditionSchema) issues.push(...packIssues(value as WrittenCondition, path, plan));
      });
      return issues;
    }),
  ),
];

/** `result`: the incident level that the condition itself sets, which is no part of it, as little as its pack. */
function conditionIssues(
  condition: WrittenCondition,
  path: Path,
  facts: Facts,
  undecided: Part[] = [],
  result?: string,
): PlanIssue[] {
  const { all, any, of } = condition;
  const own = result === undefined ? condition : { ...condition, incidentLevel: undefined, pack: undefined };
  const inner = Object.entries({ all, any, of }).flatMap(([key, parts]) =>
    (parts ?? []).flatMap((part, i) =>
      conditionIssues(part, [...path, key, i], facts, result === undefined ? undecided : ['incidentLevel', 'level']),
    ),
  );
  return [
    ...formIssues(own, path),
    ...scopeIssues(own, path, undecided),
    ...factIssues(condition, path, facts),
    ...inner,
  ];
}

const FORMS = ['fact', 'incidentLevel', 'level', 'categories', 'all', 'any', 'of'] as const;
const FORM_HINT = said(
  'write one of: fact with atLeast or is · incidentLevel, also with pack · level · categories · all · any · count with of',
  '写其中一种：fact 加 atLeast 或 is · incidentLevel（可加 pack） · level · categories · all · any · count 加 of',
);

type Written = Partial<Record<keyof WrittenCondition, unknown>>;

function formIssues(condition: Written, path: Path): PlanIssue[] {
  const used = FORMS.filter((form) => condition[form] !== undefined);
  const has = (key: keyof WrittenCondition) => condition[key] !== undefined;
  const wrong = (message: Said, hint: Said) => [issue(path, 'condition_form', message, hint)];
  if (has('pack') && !has('incidentLevel')) {
    const message = said('there is a pack but no incident level', '写了规则包，没有写事故等级');
    return wrong(
      message,
      said('add "incidentLevel: …", as the pack grades it', '补上“incidentLevel: …”，即按该规则包定的等级'),
    );
  }
  if (used.length === 0) return wrong(said('there is no condition here', '此处没有写条件'), FORM_HINT);
  if (used.length > 1) {
    const message = said(`there are several conditions: ${used.join(', ')}`, `此处写了几个条件：${used.join('、')}`);
    return wrong(message, said('keep one, or put them into "all" or "any"', '只留一个，或者放进 all 或 any 里'));
  }
  if (has('of') !== has('count')) {
    const message = said('"count" and "of" belong together', 'count 和 of 必须同写');
    return wrong(message, said('write { count: 2, of: [ … ] }', '写成 { count: 2, of: [ … ] }'));
  }
  if (has('fact') && has('atLeast') === has('is')) {
    const message = has('is')
      ? said('the fact is compared twice', '同一事实比较了两次')
      : said('the fact is compared with nothing', '没有写这一事实与什么比较');
    const hint = said(
      'give either "atLeast: <number or option>" or "is: true"',
      '写“atLeast: <数字或选项>”，或者“is: true”',
    );
    return wrong(message, hint);
  }
  if (!has('fact') && (has('atLeast') || has('is'))) {
    return wrong(
      said('there is a value but no fact', '写了比较的值，没有写事实'),
      said('add "fact: …"', '补上“fact: …”'),
    );
  }
  return [];
}

/** A pack that never says so: what hangs on it would never come to pass. */
function packIssues(
  { pack, incidentLevel }: WrittenCondition,
  path: Path,
  plan: Pick<PlanDocument, 'gradingCriteria' | 'incidentLevels' | 'packs'>,
): PlanIssue[] {
  if (pack === undefined || incidentLevel === undefined) return [];
  const packs = (plan.packs ?? []).map(({ id }) => id);
  const { gradingCriteria, incidentLevels } = plan;
  // Ids that lead nowhere are told as such, and may be what is missing here.
  const named = [pack, ...gradingCriteria.flatMap((criterion) => criterion.pack ?? [])];
  const known = named.every((id) => packs.includes(id)) && incidentLevels.some(({ id }) => id === incidentLevel);
  if (!known || criteriaOfPack(plan, pack, incidentLevel).length > 0) return [];
  const others = packs.filter((id) => criteriaOfPack(plan, id, incidentLevel).length > 0);
  const message = said(
    `the pack "${pack}" has no criterion of "${incidentLevel}" or worse`,
    `规则包“${pack}”没有达到“${incidentLevel}”以上的定级准则`,
  );
  const hint =
    others.length === 0
      ? said('add a criterion to the pack, or ask for facts', '为该规则包补充定级准则，或者改用 fact')
      : said(`packs that have one: ${others.join(', ')}`, `有此类准则的规则包：${others.join('、')}`);
  return [issue([...path, 'pack'], 'pack_without_criteria', message, hint)];
}

function scopeIssues(condition: Written, path: Path, undecided: Part[]): PlanIssue[] {
  const hint = said(
    'use facts and categories; response rules may also use incidentLevel',
    '请用 fact 和 categories；响应规则还可以用 incidentLevel',
  );
  return undecided
    .filter((part) => condition[part] !== undefined)
    .map((part) => {
      const message = said(
        `"${part}" is not decided yet where this condition is asked`,
        `判断这个条件时，“${part}”尚未确定`,
      );
      return issue([...path, part], 'condition_scope', message, hint);
    });
}

function factIssues({ fact: id, atLeast, is, of, count }: WrittenCondition, path: Path, facts: Facts): PlanIssue[] {
  if (of !== undefined && count !== undefined && count > of.length) {
    const message = said(`${count} of ${of.length} can never be met`, `${of.length} 个条件不可能有 ${count} 个成立`);
    const hint = said('lower count, or add conditions to "of"', '改小 count，或在 of 中增加条件');
    return [issue([...path, 'count'], 'condition_form', message, hint)];
  }
  const fact = facts.find((known) => known.id === id);
  if (fact === undefined || (atLeast === undefined) === (is === undefined)) return [];
  if (fact.type === 'choice' && typeof atLeast === 'string') {
    const options = fact.options.map((option) => option.id);
    if (options.includes(atLeast)) return [];
    const message = said(`the fact "${fact.id}" has no option "${atLeast}"`, `事实“${fact.id}”没有选项“${atLeast}”`);
    return [issue([...path, 'atLeast'], 'unknown_option', message, suggestion(atLeast, options))];
  }
  const fits = fact.type === 'boolean' ? is !== undefined : fact.type === 'number' && typeof atLeast === 'number';
  if (fits) return [];
  const used = is === undefined ? 'atLeast' : 'is';
  const { name, hint } = TYPES[fact.type];
  const message = said(
    `"${used}" does not fit the fact "${fact.id}", which is a ${name.en}`,
    `“${used}”不适用于事实“${fact.id}”，该事实为${name['zh-CN']}`,
  );
  return [issue([...path, used], 'condition_type', message, hint)];
}

const TYPES: Record<Facts[number]['type'], { name: Said; hint: Said }> = {
  number: { name: said('number', '数值'), hint: said('write "atLeast: <number>"', '写“atLeast: <数字>”') },
  boolean: {
    name: said('yes-or-no fact', '是非判断'),
    hint: said('write "is: true" or "is: false"', '写“is: true”或“is: false”'),
  },
  choice: {
    name: said('choice', '选择项'),
    hint: said('write "atLeast: <id of one of its options>"', '写“atLeast: <某个选项的 id>”'),
  },
};

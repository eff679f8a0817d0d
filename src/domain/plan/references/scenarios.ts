import { said } from '../../lang.js';
import type { Said } from '../../lang.js';
import { issue } from '../issues.js';
import type { Path, PlanIssue } from '../issues.js';
import { suggestion } from '../nearest.js';
import { soughtFields } from '../scenarioEvents.js';
import type { ScenarioEvent, SoughtField } from '../scenarioEvents.js';
import type { PlanDocument } from '../schema.js';
import { show } from '../shapeWords.js';
import { check, unknownIds } from './check.js';
import type { Check } from './check.js';
import { DEFINITIONS } from './ids.js';
import type { DefinedKind } from './ids.js';

type Inject = NonNullable<PlanDocument['scenarios']>[number]['injects'][number];
type Value = number | boolean | string;
type Sought = { event: ScenarioEvent; where?: Record<string, Value> };
type Facts = PlanDocument['facts'];

/** What a machine needs to play a scenario by itself: one time for each inject, and facts and events that there are. */
export const scenarioChecks: Check[] = [
  check(['scenarios'], ({ scenarios }) => eachInject(scenarios, triggerIssues)),
  check(['scenarios', 'facts'], ({ scenarios, facts }) => [
    ...(scenarios ?? []).flatMap(({ report }, n) =>
      factIssues(report?.facts, ['scenarios', n, 'report', 'facts'], facts),
    ),
    ...eachInject(scenarios, (inject, path) => factIssues(inject.facts, [...path, 'facts'], facts)),
  ]),
  {
    needs: ['scenarios', 'incidentLevels', 'levels', 'categories', 'posts', 'teams', 'tasks', 'obligations'],
    run: (plan) =>
      eachInject(plan.scenarios, ({ when, unless, expects = [] }, path) => [
        ...(when === undefined ? [] : soughtIssues(when, [...path, 'when'], plan)),
        ...(unless === undefined ? [] : soughtIssues(unless, [...path, 'unless'], plan)),
        ...expects.flatMap((expected, i) => soughtIssues(expected, [...path, 'expects', i], plan)),
      ]),
  },
];

function eachInject(
  scenarios: PlanDocument['scenarios'],
  issuesOf: (inject: Inject, path: Path) => PlanIssue[],
): PlanIssue[] {
  return (scenarios ?? []).flatMap(({ injects }, n) =>
    injects.flatMap((inject, i) => issuesOf(inject, ['scenarios', n, 'injects', i])),
  );
}

const TRIGGERS = ['at', 'when', 'unless', 'byHand'] as const;

function triggerIssues(inject: Inject, path: Path): PlanIssue[] {
  const used = TRIGGERS.filter((trigger) => inject[trigger] !== undefined);
  if (used.length === 1) return [];
  const message =
    used.length === 0
      ? said('nothing says when it is played', '没有写明何时注入')
      : said(`several things say when it is played: ${used.join(', ')}`, `写了几种注入时机：${used.join('、')}`);
  const hint = said(
    'write one of: at · when · unless · byHand: true',
    '只写其中一种：at · when · unless · byHand: true',
  );
  return [issue(path, 'inject_trigger', message, hint)];
}

function factIssues(values: Record<string, Value> | undefined, path: Path, facts: Facts): PlanIssue[] {
  const told = Object.entries(values ?? {});
  const used = told.map(([id]) => ({ path: [...path, id], id }));
  return [
    ...unknownIds('fact', facts, used).map((found) => ({ ...found, atKey: true as const })),
    ...told.flatMap(([id, value]) => {
      const fact = facts.find((known) => known.id === id);
      return fact === undefined ? [] : valueIssues(fact, value, [...path, id]);
    }),
  ];
}

function valueIssues(fact: Facts[number], value: Value, path: Path): PlanIssue[] {
  if (fact.type === 'choice' && typeof value === 'string') {
    const options = fact.options.map((option) => option.id);
    if (options.includes(value)) return [];
    const message = said(`the fact "${fact.id}" has no option "${value}"`, `事实“${fact.id}”没有选项“${value}”`);
    return [issue(path, 'unknown_option', message, suggestion(value, options))];
  }
  if (typeof value === fact.type) return [];
  const shown = show(value);
  const message = said(
    `the fact "${fact.id}" cannot be ${shown.en}`,
    `事实“${fact.id}”的值不能是${shown['zh-CN']}`.trim(),
  );
  return [issue(path, 'fact_value', message, FACT_HINTS[fact.type])];
}

const FACT_HINTS: Record<Facts[number]['type'], Said> = {
  number: said('write a number', '写数字'),
  boolean: said('write true or false', '写 true 或 false'),
  choice: said('write the id of one of its options', '写某个选项的 id'),
};

function soughtIssues({ event, where }: Sought, path: Path, plan: PlanDocument): PlanIssue[] {
  const fields = soughtFields(event);
  return Object.entries(where ?? {}).flatMap(([name, value]) => {
    const at = [...path, 'where', name];
    const field = fields[name];
    if (field !== undefined) return soughtValue(name, field, value, at, plan);
    const known = Object.keys(fields);
    const message = said(`of "${event}" nobody can ask for "${name}"`, `事件“${event}”不能限定“${name}”`);
    const hint = known.length === 0 ? said('leave "where" out', '删去 where') : suggestion(name, known);
    return [{ ...issue(at, 'sought_field', message, hint), atKey: true }];
  });
}

function soughtValue(name: string, field: SoughtField, value: Value, path: Path, plan: PlanDocument): PlanIssue[] {
  if (typeof field === 'string' && field !== 'yesOrNo' && typeof value === 'string') {
    return unknownIds(field, DEFINITIONS[field as DefinedKind].known(plan), [{ path, id: value }]);
  }
  const fits = field === 'yesOrNo' ? typeof value === 'boolean' : Array.isArray(field) && field.includes(value);
  if (fits) return [];
  const shown = show(value);
  const message = said(`"${name}" is never ${shown.en}`, `“${name}”不会是${shown['zh-CN']}`.trim());
  return [issue(path, 'sought_value', message, valueHint(field, value))];
}

function valueHint(field: SoughtField, value: Value): Said {
  if (field === 'yesOrNo') return FACT_HINTS.boolean;
  if (typeof field === 'string') return said('write an id of the plan', '写预案中的 id');
  return suggestion(String(value), [...field]);
}

import type { Path, PlanIssue } from '../issues.js';
import { suggestion } from '../nearest.js';
import type { PlanDocument } from '../schema.js';
import type { WrittenCondition } from '../schema/conditions.js';
import { check } from './check.js';
import type { Check } from './check.js';

type Part = 'incidentLevel' | 'level';
type Facts = PlanDocument['facts'];

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
];

/** `result`: the incident level that the condition itself sets, which is no part of the condition. */
function conditionIssues(
  condition: WrittenCondition,
  path: Path,
  facts: Facts,
  undecided: Part[] = [],
  result?: string,
): PlanIssue[] {
  const { all, any, of } = condition;
  const own = result === undefined ? condition : { ...condition, incidentLevel: undefined };
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
const FORM_HINT =
  'write one of: fact with atLeast or is · incidentLevel · level · categories · all · any · count with of';

function formIssues(condition: Partial<Record<keyof WrittenCondition, unknown>>, path: Path): PlanIssue[] {
  const used = FORMS.filter((form) => condition[form] !== undefined);
  const has = (key: keyof WrittenCondition) => condition[key] !== undefined;
  const issue = (message: string, hint: string): PlanIssue[] => [{ path, code: 'condition_form', message, hint }];
  if (used.length !== 1) {
    const message =
      used.length === 0 ? 'there is no condition here' : `there are several conditions: ${used.join(', ')}`;
    return issue(message, used.length === 0 ? FORM_HINT : 'keep one, or put them into "all" or "any"');
  }
  if (has('of') !== has('count')) return issue('"count" and "of" belong together', 'write { count: 2, of: [ … ] }');
  if (has('fact') && has('atLeast') === has('is')) {
    const message = has('is') ? 'the fact is compared twice' : 'the fact is compared with nothing';
    return issue(message, 'give either "atLeast: <number or option>" or "is: true"');
  }
  if (!has('fact') && (has('atLeast') || has('is'))) return issue('there is a value but no fact', 'add "fact: …"');
  return [];
}

function scopeIssues(
  condition: Partial<Record<keyof WrittenCondition, unknown>>,
  path: Path,
  undecided: Part[],
): PlanIssue[] {
  return undecided
    .filter((part) => condition[part] !== undefined)
    .map((part) => ({
      path: [...path, part],
      code: 'condition_scope',
      message: `"${part}" is not decided yet where this condition is asked`,
      hint: 'use facts and categories; response rules may also use incidentLevel',
    }));
}

function factIssues({ fact: id, atLeast, is, of, count }: WrittenCondition, path: Path, facts: Facts): PlanIssue[] {
  if (of !== undefined && count !== undefined && count > of.length) {
    const message = `${count} of ${of.length} can never be met`;
    return [
      { path: [...path, 'count'], code: 'condition_form', message, hint: 'lower count, or add conditions to "of"' },
    ];
  }
  const fact = facts.find((known) => known.id === id);
  if (fact === undefined || (atLeast === undefined) === (is === undefined)) return [];
  if (fact.type === 'choice' && typeof atLeast === 'string') {
    const options = fact.options.map((option) => option.id);
    if (options.includes(atLeast)) return [];
    const message = `the fact "${fact.id}" has no option "${atLeast}"`;
    return [{ path: [...path, 'atLeast'], code: 'unknown_option', message, hint: suggestion(atLeast, options) }];
  }
  const fits = fact.type === 'boolean' ? is !== undefined : fact.type === 'number' && typeof atLeast === 'number';
  if (fits) return [];
  const used = is === undefined ? 'atLeast' : 'is';
  const message = `"${used}" does not fit the fact "${fact.id}", which is a ${fact.type}`;
  return [{ path: [...path, used], code: 'condition_type', message, hint: TYPE_HINTS[fact.type] }];
}

const TYPE_HINTS: Record<Facts[number]['type'], string> = {
  number: 'write "atLeast: <number>"',
  boolean: 'write "is: true" or "is: false"',
  choice: 'write "atLeast: <id of one of its options>"',
};

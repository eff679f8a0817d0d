import { ratedByRecord } from '../../../domain/drill/index.js';
import type { Block } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { table } from '../parts.js';
import type { SchemeContext } from './context.js';

/** By what it is judged, and by whom. */
export function evaluation(context: SchemeContext): Block[] {
  const { words, rules, book, state, say, scenario, lang, names } = context;
  const { labels } = words;
  const { criteria, ratings, weights, criticalCap } = rules.evaluation;
  const tested = new Set(scenario.objectives.flatMap((objective) => objective.criteria));
  const rows = criteria
    .filter(({ id }) => tested.has(id))
    .map(({ id, item, criterion, axis, critical }) => [
      id,
      book.t(item),
      `${book.t(criterion)}${critical === true ? words.critical : ''}`,
      axis === 'none' ? words.uncounted : book.t(book.choice(axis, 'drills.evaluation.criteria.axis')),
    ]);
  const critical = criteria.filter((one) => one.critical === true).map(({ id }) => id);
  return [
    paragraph(words.evaluators(say.list(state.roles.evaluators.map(say.person)) || words.nobody)),
    paragraph(words.method(say.list(ratings.map(({ id, name }) => `${id} ${book.t(name)}`)))),
    ...table(
      words.captions.criteria,
      [
        [labels.number, 11],
        [labels.item, 22],
        [labels.criterion, 49],
        [labels.axis, 18],
      ],
      rows,
    ),
    ...(rows.length < criteria.length ? [paragraph(words.others)] : []),
    ...(state.rules.evaluation === undefined ? [] : [paragraph(ratedBy(context))]),
    paragraph(words.weights(weights)),
    ...(critical.length === 0
      ? []
      : [paragraph(words.cap({ cap: names.conclusion(criticalCap, lang), critical: say.list(critical) }))]),
  ];
}

/** Who rates what: nobody looks for what only an evaluator can see. */
export function ratedBy({ words, say, state }: SchemeContext): string {
  const record = ratedByRecord(state);
  const others = (state.rules.evaluation?.criteria ?? []).map(({ id }) => id).filter((id) => !record.includes(id));
  return words.ratedBy({
    record: say.list(record) || words.blank,
    evaluators: say.list(others) || words.blank,
  });
}

import { countingRatings } from '../../../domain/drill/index.js';
import type { Rating } from '../../../domain/plan/compiled.js';
import { weaknessWords } from '../../../domain/words/index.js';
import { withoutMissed } from '../../../domain/words/drills/simulated.js';
import type { Section } from '../../model.js';
import { paragraph, paragraphs } from '../../paragraphs.js';
import { sub, table } from '../parts.js';
import { ratingsOf } from './context.js';
import type { ReportContext } from './context.js';
import { actionsOf, actor, span } from './course.js';

const WEAK: readonly Rating[] = ['M', 'U'];

/** What nobody has judged is no finding. */
function weakOnes(context: ReportContext) {
  return countingRatings(ratingsOf(context)).filter(({ rating }) => WEAK.includes(rating));
}

/** What people wrote, then what ratings and record show by themselves. */
export function problems(context: ReportContext): Section {
  const { words, submitted, state, names, lang, rules, book } = context;
  const weak = weakOnes(context).map(({ criterion, rating }) => {
    const rule = rules.evaluation.criteria.find(({ id }) => id === criterion);
    return words.problem.rated({
      id: criterion,
      criterion: rule === undefined ? names.ratedCriterion(criterion, lang) : book.t(rule.criterion),
      rating: `${rating} ${names.rating(rating, lang)}`,
    });
  });
  const failed = actionsOf(context).flatMap((action) => {
    const { inject, what, within, took, one } = action;
    const by = actor(action, context);
    const said = { inject, action: `${what}${by === '' ? '' : words.bracket(by)}` };
    if (one.status === 'missed') return [words.problem.missed(said)];
    if (one.status !== 'late' || took === undefined) return [];
    const times = { took: span(took, context), over: span(took - within, context), within: span(within, context) };
    return [`${words.problem.late({ ...said, ...times })}${one.simulated === true ? words.simulated : ''}`];
  });
  const found = (state.weaknesses ?? []).map((one) => weaknessWords(one, names, lang).found);
  const shown = [...weak, ...found, ...failed];
  return sub(
    words.headings.problems,
    ...(submitted === undefined
      ? [paragraph(words.written)]
      : paragraphs(withoutMissed(context.text(submitted.texts.problems)))),
    ...(shown.length === 0 ? [] : [paragraph(words.problemsLead), { kind: 'list' as const, items: shown }]),
  );
}

/** What people suggest, and the criteria that the plan wants improvements for. */
export function suggestions(context: ReportContext): Section {
  const { words, submitted, names, lang, rules, book, say, state, time, now, unimproved } = context;
  const { labels, columns } = words;
  const rows = weakOnes(context).map(({ criterion, rating }) => [
    `${criterion}\n${names.ratedCriterion(criterion, lang)}\n${rating} ${names.rating(rating, lang)}`,
    unimproved?.includes(criterion) === false ? words.improved : words.blank,
    words.blank,
    words.blank,
    words.proof({ criterion, within: book.span(rules.improvement.verifyWithin) }),
  ]);
  return sub(
    words.headings.suggestions,
    ...(submitted === undefined ? [paragraph(words.written)] : paragraphs(context.text(submitted.texts.suggestions))),
    ...(rows.length === 0 ? [paragraph(words.noSuggestions)] : [paragraph(words.suggestionsLead)]),
    ...table(
      words.headings.suggestions,
      [
        [labels.criterion, 34],
        [columns.measure, 24],
        [columns.owner, 12],
        [columns.due, 12],
        [columns.proof, 18],
      ],
      rows,
    ),
    ...(unimproved === undefined || unimproved.length === 0 || rows.length === 0
      ? []
      : [paragraph(words.unimproved(say.list(unimproved)))]),
    ...(rows.length === 0 ? [] : [paragraph(words.asOf({ at: time(now), drill: state.drill }))]),
  );
}

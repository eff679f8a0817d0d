import { countingRatings, objectiveResults, ratingsNow, resultNow } from '../../../domain/drill/index.js';
import type { BrokenOff } from '../../../domain/drill/index.js';
import type { Score } from '../../../domain/evaluation/score.js';
import type { Rating } from '../../../domain/plan/compiled.js';
import { brokenOffWords, scoreWords, weaknessWords } from '../../../domain/words/index.js';
import type { Block, Section } from '../../model.js';
import { paragraph, paragraphs } from '../../paragraphs.js';
import { barChart, FILLS } from '../charts/bars.js';
import { sub, table } from '../parts.js';
import type { ReportContext } from './context.js';
import { actionsOf } from './course.js';

const WEAK: readonly Rating[] = ['M', 'U'];

/** As it was handed in; of a draft, as it would be. */
function scoreNow({ submitted, state }: ReportContext): Partial<Score> & { brokenOff?: BrokenOff } {
  return submitted ?? resultNow(state);
}

export function resultOf(context: ReportContext): string {
  const { words, names, lang, say } = context;
  const { score, conclusion, capped, brokenOff } = scoreNow(context);
  if (brokenOff !== undefined) {
    const named = conclusion === undefined ? undefined : names.conclusion(conclusion, lang);
    return words.brokenOff({ conclusion: named, how: brokenOffWords(brokenOff, lang) });
  }
  if (score === undefined || conclusion === undefined) return words.noResult;
  const result = words.result({ score, conclusion: names.conclusion(conclusion, lang) });
  return capped === undefined ? result : `${result}${words.capped(say.list(capped))}`;
}

/** What nobody has judged is no finding. */
function weakOnes({ submitted, state }: ReportContext) {
  return countingRatings(submitted?.ratings ?? ratingsNow(state)).filter(({ rating }) => WEAK.includes(rating));
}

/** What people wrote, then what ratings and record show by themselves. */
export function problems(context: ReportContext): Section {
  const { words, submitted, state, names, lang, rules, book, say } = context;
  const weak = weakOnes(context).map(({ criterion, rating }) => {
    const rule = rules.evaluation.criteria.find(({ id }) => id === criterion);
    return words.problem.rated({
      id: criterion,
      criterion: rule === undefined ? names.ratedCriterion(criterion, lang) : book.t(rule.criterion),
      rating: `${rating} ${names.rating(rating, lang)}`,
    });
  });
  const missed = actionsOf(context)
    .filter(({ one }) => one.status === 'missed')
    .map(({ inject, what, posts }) => {
      const by =
        posts.length === 0
          ? ''
          : lang === 'zh-CN'
            ? `（${say.list(posts.map(say.post))}）`
            : ` (${say.list(posts.map(say.post))})`;
      return words.problem.missed({ inject, action: `${what}${by}` });
    });
  const found = (state.weaknesses ?? []).map((one) => weaknessWords(one, names, lang).found);
  const shown = [...weak, ...found, ...missed];
  return sub(
    words.headings.problems,
    ...(submitted === undefined ? [paragraph(words.written)] : paragraphs(context.text(submitted.texts.problems))),
    ...(shown.length === 0 ? [] : [paragraph(words.problemsLead), { kind: 'list' as const, items: shown }]),
  );
}

/** What people suggest, and the criteria that the plan wants improvements for. */
export function suggestions(context: ReportContext): Section {
  const { words, submitted, names, lang, rules, book, say, unimproved = [] } = context;
  const { labels, columns } = words;
  const rows = weakOnes(context).map(({ criterion, rating }) => [
    `${criterion}\n${names.ratedCriterion(criterion, lang)}\n${rating} ${names.rating(rating, lang)}`,
    '',
    '',
    '',
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
    ...(unimproved.length === 0 || rows.length === 0 ? [] : [paragraph(words.unimproved(say.list(unimproved)))]),
  );
}

/** The ratings first; the number never stands without them. */
export function conclusion(context: ReportContext): Section {
  const { words, rules, book, names, lang } = context;
  const score = scoreNow(context);
  const rule = rules.evaluation.conclusions.find(({ id }) => id === score.conclusion);
  return sub(
    words.headings.conclusion,
    ...objectives(context),
    ...chart(context),
    paragraph(words.conclusionLead(resultOf(context))),
    ...(rule === undefined ? [] : [paragraph(words.meaning(book.t(rule.meaning)))]),
    ...scoreWords({ axes: [], ...score }, names, lang).map(paragraph),
  );
}

/** What it was held for: the conclusions of the plan speak of objectives. */
function objectives(context: ReportContext): Block[] {
  const { words, scenario, state, submitted, book, names, lang } = context;
  const { labels } = words;
  const rows = objectiveResults(state, submitted?.ratings ?? ratingsNow(state)).map((one) => [
    book.t(scenario.objectives.find(({ id }) => id === one.objective)!.text),
    one.criteria
      .map(
        ({ id, rating }) =>
          `${id} ${rating === undefined ? words.notRated : `${rating} ${names.rating(rating, lang)}`}`,
      )
      .join('\n'),
    words.objectiveOutcome[one.outcome],
  ]);
  return table(
    words.captions.objectives,
    [
      [labels.objective, 52],
      [labels.rating, 28],
      [labels.result, 20],
    ],
    rows,
  );
}

const RATING_FILLS: Record<Rating, string> = { P: FILLS.good, S: FILLS.fair, M: FILLS.late, U: FILLS.bad };

function chart(context: ReportContext): Block[] {
  const { words, rules, book, state, submitted, names, lang } = context;
  const { charts } = words;
  const { criteria, ratings } = rules.evaluation;
  const now = new Map((submitted?.ratings ?? ratingsNow(state)).map((one) => [one.criterion, one]));
  if (now.size === 0) return [];
  const bars = criteria
    .filter(({ id }) => now.has(id))
    .map(({ id, item, critical }) => {
      const { rating, by } = now.get(id)!;
      const score = ratings.find((one) => one.id === rating)?.score ?? 0;
      return {
        name: `${id} ${book.t(item)}${critical === true ? words.critical : ''}`,
        value: Math.max(score, 1),
        fill: RATING_FILLS[rating],
        text: `${rating} ${score}${by === 'machine' ? ` ${words.byMachine}` : ''}`,
      };
    });
  const figure = barChart({
    id: 'ratings',
    caption: charts.ratings,
    description: charts.ratingsAbout,
    bars,
    longest: 100,
    nameWidth: 230,
    legend: ratings.map(({ id, name }) => ({
      fill: RATING_FILLS[id],
      text: `${id} ${names.rating(id, lang) || book.t(name)}`,
    })),
  });
  return [{ kind: 'figure', figure }];
}

import { countingRatings, objectiveResults, resultNow } from '../../../domain/drill/index.js';
import type { BrokenOff } from '../../../domain/drill/index.js';
import type { Score } from '../../../domain/evaluation/score.js';
import type { Rating } from '../../../domain/plan/compiled.js';
import { brokenOffWords, scoreWords } from '../../../domain/words/index.js';
import type { Block, Section } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { barChart, FILLS } from '../charts/bars.js';
import { sub, table } from '../parts.js';
import { ratingsOf } from './context.js';
import type { ReportContext } from './context.js';

type Results = ReturnType<typeof objectiveResults>;

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

/** The ratings first; the number never stands without them. */
export function conclusion(context: ReportContext): Section {
  const { words, rules, book, names, lang } = context;
  const score = scoreNow(context);
  const results = objectiveResults(context.state, ratingsOf(context));
  const rule = rules.evaluation.conclusions.find(({ id }) => id === score.conclusion);
  return sub(
    words.headings.conclusion,
    ...objectives(context, results),
    ...chart(context),
    paragraph(words.conclusionLead(resultOf(context))),
    ...(rule === undefined ? [] : [paragraph(words.meaning(book.t(rule.meaning)))]),
    ...outcomes(context, results),
    ...unrated(context),
    ...scoreWords({ axes: [], ...score }, names, lang).map(paragraph),
  );
}

const OUTCOMES = ['met', 'partly', 'notMet', 'open'] as const;

/** Beside the fixed meaning of the grade, which may say otherwise. */
function outcomes({ words, lang }: ReportContext, results: Results): Block[] {
  if (results.length === 0) return [];
  const counted = OUTCOMES.flatMap((outcome) => {
    const count = results.filter((one) => one.outcome === outcome).length;
    return count === 0 ? [] : [words.objectiveCount(count, words.objectiveOutcome[outcome])];
  });
  return [paragraph(words.objectives(results.length, counted.join(lang === 'en' ? ', ' : '；')))];
}

/** Critical ones first. */
function unrated(context: ReportContext): Block[] {
  const { words, rules, say } = context;
  const counted = countingRatings(ratingsOf(context)).map(({ criterion }) => criterion);
  const open = rules.evaluation.criteria.filter(({ id }) => !counted.includes(id));
  const critical = open.filter((one) => one.critical === true).map(({ id }) => `${id}${words.critical}`);
  const others = open.filter((one) => one.critical !== true).map(({ id }) => id);
  return open.length === 0 ? [] : [paragraph(words.unrated(say.list([...critical, ...others])))];
}

/** What it was held for: the conclusions of the plan speak of objectives. */
function objectives(context: ReportContext, results: Results): Block[] {
  const { words, scenario, book, names, lang } = context;
  const { labels } = words;
  const rows = results.map((one) => [
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
  const { words, rules, book, names, lang } = context;
  const { charts } = words;
  const { criteria, ratings } = rules.evaluation;
  const all = ratingsOf(context);
  const counting = countingRatings(all);
  const now = new Map(all.map((one) => [one.criterion, one]));
  if (now.size === 0) return [];
  const bars = criteria
    .filter(({ id }) => now.has(id))
    .map(({ id, item, critical }) => {
      const rated = now.get(id)!;
      const { rating, by } = rated;
      const counts = counting.includes(rated);
      const score = ratings.find((one) => one.id === rating)?.score ?? 0;
      return {
        name: `${id} ${book.t(item)}${critical === true ? words.critical : ''}`,
        value: Math.max(score, 1),
        fill: counts ? RATING_FILLS[rating] : FILLS.none,
        dashed: !counts,
        text: counts ? `${rating} ${score}${by === 'machine' ? ` ${words.byMachine}` : ''}` : words.notCounted(rating),
      };
    });
  const figure = barChart({
    id: 'ratings',
    caption: charts.ratings,
    description: charts.ratingsAbout,
    bars,
    longest: 100,
    nameWidth: 230,
    legend: [
      ...ratings.map(({ id, name }) => ({
        fill: RATING_FILLS[id],
        text: `${id} ${names.rating(id, lang) || book.t(name)}`,
      })),
      ...(counting.length === all.length ? [] : [{ fill: FILLS.none, dashed: true, text: words.ratingNotCounted }]),
    ],
  });
  return [{ kind: 'figure', figure }];
}

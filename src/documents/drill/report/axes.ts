import { countingRatings, deciding, proposedRatings, ratingOf, ratingsNow } from '../../../domain/drill/index.js';
import type { DrillEventOf } from '../../../domain/drill/index.js';
import { measuredAs } from '../../../domain/evaluation/index.js';
import type { WeighedAxis } from '../../../domain/plan/compiled.js';
import {
  axisWords,
  decidingWords,
  measureWords,
  ratedFigureWords,
  weaknessWords,
} from '../../../domain/words/index.js';
import type { Block, Section } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { sub, table } from '../parts.js';
import type { ReportContext } from './context.js';
import { figureWords, ownFilings } from './figure.js';
import { measures } from './measures.js';

type Axis = WeighedAxis | 'none';

/** How one side of it went: the ratings first, then what the record shows. */
export function axisSection(context: ReportContext, axis: WeighedAxis): Section {
  const { words } = context;
  const figures = measures(context, axis);
  return {
    heading: words.headings[axis],
    blocks: [paragraph(pointsOn(context, axis))],
    sections: [
      sub(words.headings.ratings, ...ratings(context, axis)),
      sub(words.headings.measures, ...(figures.length === 0 ? [paragraph(words.neverMeasured)] : figures)),
    ],
  };
}

/** What is rated and not counted. */
export function preparation(context: ReportContext): Section[] {
  const rows = ratings(context, 'none');
  return rows.length === 0 ? [] : [sub(context.words.headings.preparation, ...rows)];
}

function pointsOn({ words, lang, submitted }: ReportContext, axis: WeighedAxis): string {
  const name = axisWords(axis, lang);
  const found = submitted?.axes?.find((one) => one.axis === axis);
  if (found?.points === undefined) return submitted === undefined ? words.noResult : words.axisUnrated(name);
  return words.axisScore({ axis: name, points: found.points, share: found.share });
}

function ratings(context: ReportContext, axis: Axis): Block[] {
  const { words, rules, book, names, lang, state, metrics } = context;
  const { labels } = words;
  const all = ratingsNow(state);
  const counting = countingRatings(all);
  const now = new Map(all.map((one) => [one.criterion, one]));
  const rows = rules.evaluation.criteria
    .filter((one) => one.axis === axis)
    .map(({ id, criterion, critical, measuredBy }) => {
      const rated = now.get(id);
      const measured =
        measuredBy === undefined || metrics === undefined
          ? words.blank
          : [
              measureWords(measuredBy, lang),
              figureWords(context, measuredAs(measuredBy, metrics), measuredBy === 'quorum'),
              ...(measuredBy === 'filings' ? ownFilings(context).flat() : []),
            ].join('\n');
      return [
        `${id}${critical === true ? words.critical : ''}\n${book.t(criterion)}`,
        rated === undefined
          ? words.notRated
          : counting.includes(rated)
            ? `${rated.rating} ${names.rating(rated.rating, lang)}`
            : words.notCounted(rated.rating),
        groundOf(context, id),
        measured,
      ];
    });
  const name = axis === 'none' ? words.headings.preparation : axisWords(axis, lang);
  return table(
    words.captions.ratings(name),
    [
      [labels.criterion, 34],
      [labels.rating, 15],
      [labels.reason, 27],
      [labels.measured, 24],
    ],
    rows,
  );
}

/** The words of the evaluator, or what was counted. */
function groundOf({ words, state, events, say, line, names, lang }: ReportContext, criterion: string): string {
  const all = events.filter(
    (event): event is DrillEventOf<'rated'> => event.type === 'rated' && event.criterion === criterion,
  );
  const said = all.at(-1);
  // What somebody else has said of it since stays to be read.
  const before = all
    .slice(0, -1)
    .map(({ actor, rating, texts, simulated }) =>
      words.ratedBefore(rating, `${say.actor(actor)}${simulated === true ? words.simulated : ''}`, line(texts.reason)),
    );
  const seen = proposedRatings(state).find((one) => one.criterion === criterion);
  const byActions = seen && ratingOf(seen);
  const counted = [
    ...(byActions === undefined ? [] : [`${words.counted(seen!)}${words.bracket(byActions)}`]),
    ...(seen?.figures ?? []).map((one) => ratedFigureWords(one, lang)),
    ...(seen?.weaknesses ?? []).map((one) => weaknessWords(one, names, lang).found),
    ...(seen === undefined ? [] : [decidingWords(seen, deciding(seen), lang)]),
  ].filter((text) => text !== '');
  if (said === undefined) return seen === undefined ? words.blank : [words.byMachine, ...counted].join('\n');
  const who = `${say.actor(said.actor)}${said.simulated === true ? words.simulated : ''}`;
  return [words.answerBy(who, line(said.texts.reason)), ...before, ...counted].join('\n');
}

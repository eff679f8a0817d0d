import { measuredAs } from '../../domain/evaluation/index.js';
import { noteField } from '../../domain/incident/index.js';
import { measuredWords, measureWords, scoreWords } from '../../domain/words/index.js';
import type { Section } from '../model.js';
import { paragraph } from '../paragraphs.js';
import type { SummaryContext } from './context.js';

/** The ratings first; the number never stands without them. */
export function evaluation(context: SummaryContext): Section {
  const { words, state, held, tables, names, lang } = context;
  const { headings, labels } = words;
  if (state.basis.plan.evaluation === undefined) {
    return { heading: headings.evaluation, blocks: [paragraph(words.noCriteria)], sections: [] };
  }
  const columns = [
    { heading: labels.criterion, width: 40 },
    { heading: labels.rating, width: 14 },
    { heading: labels.measured, width: 24 },
    { heading: labels.note, width: 22 },
  ];
  const { score, conclusion, axes = [], capped } = held;
  const scored = {
    axes,
    ...(score === undefined ? {} : { score }),
    ...(conclusion === undefined ? {} : { conclusion }),
    ...(capped === undefined ? {} : { capped }),
  };
  const how = scoreWords(scored, names, lang).map(paragraph);
  const result = resultOf(context);
  return {
    heading: headings.evaluation,
    blocks: [paragraph(words.ratedNote)],
    sections: [
      {
        heading: headings.ratings,
        blocks: [tables.table(words.captions.ratings, columns, rows(context))],
        sections: [],
      },
      {
        heading: headings.score,
        blocks: result === undefined ? [paragraph(words.noScore)] : [paragraph(result), ...how],
        sections: [],
      },
    ],
  };
}

export function resultOf({ words, names, lang, held }: SummaryContext): string | undefined {
  const { score, conclusion } = held;
  if (score === undefined) return undefined;
  return words.result({
    score,
    conclusion: conclusion === undefined ? words.undecided : names.conclusion(conclusion, lang),
  });
}

function rows({ words, state, held, names, lang, metrics, line }: SummaryContext): string[][] {
  const { criteria } = state.basis.plan.evaluation!;
  return criteria.map(({ id, axis, critical, measuredBy }) => {
    const rating = held.ratings.find(({ criterion }) => criterion === id)?.rating;
    const marks = [...(critical === true ? [words.critical] : []), ...(axis === undefined ? [words.uncounted] : [])];
    const label = marks.length === 0 ? id : words.marked(id, marks);
    const measured =
      measuredBy === undefined
        ? words.blank
        : `${measureWords(measuredBy, lang)}\n${measuredWords(measuredAs(measuredBy, metrics), lang)}`;
    const note = held.texts[noteField(id)];
    return [
      `${label}\n${names.ratedCriterion(id, lang)}`,
      rating === undefined ? words.notRated : `${rating} ${names.rating(rating, lang)}`,
      measured,
      note === undefined ? '' : line(note),
    ];
  });
}

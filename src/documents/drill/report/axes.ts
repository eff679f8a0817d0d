import { deciding, proposedRatings, ratingOf, ratingsNow } from '../../../domain/drill/index.js';
import type { DrillEventOf } from '../../../domain/drill/index.js';
import { measuredAs } from '../../../domain/evaluation/index.js';
import { answerTimes, isUnknown, REACH_WINDOWS } from '../../../domain/metrics/index.js';
import type { Share, Time, TimeMetric } from '../../../domain/metrics/index.js';
import type { WeighedAxis } from '../../../domain/plan/compiled.js';
import {
  axisWords,
  decidingWords,
  measuredWords,
  measureWords,
  ratedFigureWords,
  shareMetricWords,
  timeMetricWords,
  unknownWords,
  weaknessWords,
} from '../../../domain/words/index.js';
import type { Block, Section } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { answersChart } from '../charts/answers.js';
import { sub, table } from '../parts.js';
import type { ReportContext } from './context.js';

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
  const now = new Map(ratingsNow(state).map((one) => [one.criterion, one]));
  const rows = rules.evaluation.criteria
    .filter((one) => one.axis === axis)
    .map(({ id, criterion, critical, measuredBy }) => {
      const rated = now.get(id);
      const measured =
        measuredBy === undefined || metrics === undefined
          ? words.blank
          : `${measureWords(measuredBy, lang)}\n${measuredWords(measuredAs(measuredBy, metrics), lang)}`;
      return [
        `${id}${critical === true ? words.critical : ''}\n${book.t(criterion)}`,
        rated === undefined ? words.notRated : `${rated.rating} ${names.rating(rated.rating, lang)}`,
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
    ...(byActions === undefined ? [] : [`${words.counted(seen!)} (${byActions})`]),
    ...(seen?.figures ?? []).map((one) => ratedFigureWords(one, lang)),
    ...(seen?.weaknesses ?? []).map((one) => weaknessWords(one, names, lang).found),
    ...(seen === undefined ? [] : [decidingWords(seen, deciding(seen), lang)]),
  ].filter((text) => text !== '');
  if (said === undefined) return seen === undefined ? words.blank : [words.byMachine, ...counted].join('\n');
  const who = `${say.actor(said.actor)}${said.simulated === true ? words.simulated : ''}`;
  return [words.answerBy(who, line(said.texts.reason)), ...before, ...counted].join('\n');
}

const TIMES: Record<WeighedAxis, TimeMetric[]> = {
  speed: ['detection', 'acknowledgement', 'firstAction', 'grading', 'activation'],
  coordination: [],
  technical: ['containment', 'restorationFromReport', 'dwell', 'response'],
};

function measures(context: ReportContext, axis: WeighedAxis): Block[] {
  const { words, metrics, lang, names, incident } = context;
  const { labels } = words;
  if (metrics === undefined) return [];
  const time = (name: string, taken: Time): string[][] =>
    isUnknown(taken) && taken.unknown === 'not_security' ? [] : [[name, told({ kind: 'time', time: taken })]];
  const told = (measured: Parameters<typeof measuredWords>[0]): string => {
    const taken = measured.kind === 'time' ? measured.time : measured.share;
    return isUnknown(taken) ? `${words.blank} (${unknownWords(taken.unknown, lang)})` : measuredWords(measured, lang);
  };
  const share = (name: string, taken: Share): string[] => [name, told({ kind: 'share', share: taken })];
  const rows = [
    ...TIMES[axis].flatMap((name) => time(timeMetricWords(name, lang), metrics.times[name])),
    ...(axis === 'speed'
      ? [
          ...REACH_WINDOWS.map((minutes) =>
            share(shareMetricWords(`reach${minutes}`, lang), metrics.reach.overall[minutes]),
          ),
          share(shareMetricWords('filings', lang), metrics.filings.onTime),
        ]
      : []),
    ...(axis === 'coordination'
      ? [
          ...metrics.quorums.flatMap(({ team, time: taken }) => time(words.quorum(names.team(team, lang)), taken)),
          share(shareMetricWords('requests', lang), metrics.requests),
        ]
      : []),
    ...(axis === 'technical' ? [share(shareMetricWords('sitreps', lang), metrics.sitreps)] : []),
  ];
  const figure = axis === 'speed' ? answersChart(answerTimes([...(incident?.events ?? [])]), words) : undefined;
  return [
    ...table(
      words.captions.measures,
      [
        [labels.measure, 60],
        [labels.value, 40],
      ],
      rows,
    ),
    ...(figure === undefined ? [] : [{ kind: 'figure' as const, figure }]),
  ];
}

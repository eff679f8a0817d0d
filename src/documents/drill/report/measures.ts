import { answerTimes, isUnknown, REACH_WINDOWS } from '../../../domain/metrics/index.js';
import type { Share, Time, TimeMetric } from '../../../domain/metrics/index.js';
import type { WeighedAxis } from '../../../domain/plan/compiled.js';
import { shareMetricWords, timeMetricWords } from '../../../domain/words/index.js';
import type { Block } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { answersChart } from '../charts/answers.js';
import { table } from '../parts.js';
import type { ReportContext } from './context.js';
import { figureWords, ownFilings } from './figure.js';

const TIMES: Record<WeighedAxis, TimeMetric[]> = {
  speed: ['detection', 'acknowledgement', 'firstAction', 'grading', 'activation'],
  coordination: [],
  technical: ['containment', 'restorationFromReport', 'dwell', 'response'],
};

/** What the record shows of one side of it. */
export function measures(context: ReportContext, axis: WeighedAxis): Block[] {
  const { words, metrics, lang, names, state } = context;
  const { labels } = words;
  if (metrics === undefined) return [];
  const time = (name: string, taken: Time, isQuorum = false): string[][] =>
    isUnknown(taken) && taken.unknown === 'not_security'
      ? []
      : [[name, figureWords(context, { kind: 'time', time: taken }, isQuorum)]];
  const share = (name: string, taken: Share): string[] => [name, figureWords(context, { kind: 'share', share: taken })];
  const rows = [
    ...TIMES[axis].flatMap((name) => time(timeMetricWords(name, lang), metrics.times[name])),
    ...(axis === 'speed'
      ? [
          ...REACH_WINDOWS.map((minutes) =>
            share(shareMetricWords(`reach${minutes}`, lang), metrics.reach.overall[minutes]),
          ),
          share(shareMetricWords('filings', lang), metrics.filings.onTime),
          ...ownFilings(context),
        ]
      : []),
    ...(axis === 'coordination'
      ? [
          ...metrics.quorums.flatMap(({ team, time: taken }) =>
            time(words.quorum(names.team(team, lang)), taken, true),
          ),
          share(shareMetricWords('requests', lang), metrics.requests),
        ]
      : []),
    ...(axis === 'technical' ? [share(shareMetricWords('sitreps', lang), metrics.sitreps)] : []),
  ];
  return [
    ...(state.scenario.kind === 'tabletop' ? [paragraph(words.tabletopTimes)] : []),
    ...table(
      words.captions.measures,
      [
        [labels.measure, 60],
        [labels.value, 40],
      ],
      rows,
    ),
    ...(axis === 'speed' ? [acknowledgements(context)] : []),
  ];
}

function acknowledgements({ words, incident }: ReportContext): Block {
  const times = answerTimes([...(incident?.events ?? [])]);
  if (times.every((time) => time === undefined)) return paragraph(words.notDrawn.answers);
  return { kind: 'figure', figure: answersChart(times, words) };
}

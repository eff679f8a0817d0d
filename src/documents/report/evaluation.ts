import { isUnknown, REACH_WINDOWS, TIME_METRICS } from '../../domain/metrics/index.js';
import type { Share, ShareMetric, Time } from '../../domain/metrics/index.js';
import { shareMetricWords, timeMetricWords, unknownWords } from '../../domain/words/index.js';
import type { Block } from '../model.js';
import { paragraph, paragraphs } from '../paragraphs.js';
import type { SummaryHeld } from './aftermathInput.js';
import type { ReportContext } from './context.js';
import { sub } from './section.js';
import type { Content } from './section.js';

/** How it went, by the measures and by the criteria that drills are judged by. */
export function evaluation(context: ReportContext): Content {
  const { headings } = context.sectionWords;
  return {
    blocks: [],
    sections: [sub(headings.measures, ...measures(context)), sub(headings.summary, ...meeting(context))],
  };
}

function measures(context: ReportContext): Block[] {
  const { words, sectionWords, tables, state } = context;
  const { columns } = sectionWords;
  const clock = state.report.mode === 'drill' ? [paragraph(words.drillClock)] : [];
  return [
    paragraph(sectionWords.evaluation.measures),
    ...clock,
    tables.table(
      sectionWords.captions.measures,
      [
        { heading: columns.measure, width: 46 },
        { heading: columns.value, width: 18 },
        { heading: columns.basis, width: 36 },
      ],
      [...times(context), ...quorums(context), ...shares(context)],
    ),
  ];
}

function times(context: ReportContext): string[][] {
  const { lang, metrics } = context;
  // What only an intruder can do is no measure of anything else.
  const taken = TIME_METRICS.filter((name) => {
    const time = metrics.times[name];
    return !(isUnknown(time) && time.unknown === 'not_security');
  });
  return taken.map((name) => timeRow(context, timeMetricWords(name, lang), metrics.times[name]));
}

function quorums(context: ReportContext): string[][] {
  const { sectionWords, say, metrics } = context;
  return metrics.quorums.map(({ team, time }) =>
    timeRow(context, sectionWords.evaluation.quorum(say.target({ kind: 'team', id: team })), time),
  );
}

function timeRow({ words, sectionWords, say, lang }: ReportContext, name: string, time: Time): string[] {
  if (isUnknown(time)) return [name, words.blank, unknownWords(time.unknown, lang)];
  const { value, seqs, stretches } = time;
  const basis = sectionWords.events([...new Set(seqs)].toSorted((a, b) => a - b));
  const sum = stretches === undefined ? [] : [sectionWords.evaluation.stretches(stretches)];
  return [name, say.duration(value), [...sum, basis].join('\n')];
}

function shares(context: ReportContext): string[][] {
  const { metrics } = context;
  const { overall } = metrics.reach;
  const all: [ShareMetric, Share][] = [
    ...REACH_WINDOWS.map((minutes): [ShareMetric, Share] => [`reach${minutes}`, overall[minutes]]),
    ['filings', metrics.filings.onTime],
    ['filingsOwn', metrics.filings.onTimeOwn],
    ['sitreps', metrics.sitreps],
    ['requests', metrics.requests],
  ];
  return all.map(([name, share]) => shareRow(context, name, share));
}

/** Notices are too many to name each event. */
function shareRow({ words, lang }: ReportContext, name: ShareMetric, share: Share): string[] {
  const told = shareMetricWords(name, lang);
  if (isUnknown(share)) return [told, words.blank, unknownWords(share.unknown, lang)];
  const { met, of } = share;
  return [told, `${Math.floor((100 * met) / of)}%`, `${met}/${of}`];
}

/** What the meeting of the summary evaluation made of it. */
function meeting(context: ReportContext): Block[] {
  const { sectionWords, aftermath, time, line } = context;
  const { called, held } = aftermath.summary ?? {};
  if (held !== undefined) return [...judged(context, held)];
  if (called === undefined) return [paragraph(sectionWords.evaluation.notHeld)];
  const { meetingAt, place } = called;
  return [paragraph(sectionWords.evaluation.called({ at: time(meetingAt), place: line(place) }))];
}

function judged(context: ReportContext, held: SummaryHeld): Block[] {
  const { words, sectionWords, tables, document, say, time, line, t, aftermath } = context;
  const { columns } = sectionWords;
  const rules = document?.drills?.evaluation;
  const { called } = aftermath.summary ?? {};
  const rows = held.ratings.map(({ criterion, rating, note }) => {
    const rule = rules?.criteria.find(({ id }) => id === criterion);
    const name = rules?.ratings.find(({ id }) => id === rating)?.name;
    return [
      rule === undefined ? criterion : t(rule.item),
      rule === undefined ? words.blank : t(rule.criterion),
      name === undefined ? rating : `${rating}  ${t(name)}`,
      note === undefined ? words.blank : line(note),
    ];
  });
  const conclusion = rules?.conclusions.find(({ id }) => id === held.conclusion);
  return [
    paragraph(
      sectionWords.evaluation.held({
        at: time(called?.meetingAt ?? held.at),
        place: called === undefined ? undefined : line(called.place),
        present: say.list(held.present.map(say.person)),
      }),
    ),
    tables.table(
      sectionWords.captions.ratings,
      [
        { heading: columns.item, width: 18 },
        { heading: columns.criterion, width: 38 },
        { heading: columns.rating, width: 17 },
        { heading: words.labels.reason, width: 27 },
      ],
      rows,
    ),
    ...(held.score === undefined
      ? []
      : [
          paragraph(
            sectionWords.evaluation.score({
              score: String(Math.round(held.score * 10) / 10),
              conclusion: conclusion === undefined ? (held.conclusion ?? words.undecided) : t(conclusion.name),
              meaning: conclusion === undefined ? '' : sectionWords.sentence(say.quote(t(conclusion.meaning))),
            }),
          ),
        ]),
    paragraph(sectionWords.evaluation.conclusions),
    ...paragraphs(context.text(held.conclusions)),
  ];
}

import { LEFT_OUT } from '../../../domain/drill/index.js';
import type { ComparedRow, Run } from '../../../domain/drill/index.js';
import { figuresOf } from '../../../domain/evaluation/index.js';
import { WEIGHED_AXES } from '../../../domain/plan/compiled.js';
import type { Measure } from '../../../domain/plan/compiled.js';
import {
  axisWords,
  comparedFigure,
  comparedWords,
  leftOutWords,
  measureWords,
  shorten,
} from '../../../domain/words/index.js';
import type { Block, Section } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { runsChart } from '../charts/runs.js';
import { sub, table } from '../parts.js';
import type { ReportContext } from './context.js';

/** Beside earlier drills of the scenario and real incidents of the category. */
export function compared(context: ReportContext): Section {
  const { words, compared: found, lang } = context;
  const { headings, labels } = words;
  if (found === undefined) return sub(headings.compared, paragraph(words.comparedNotLoaded));
  const { runs, rows, leftOut } = found;
  const left = LEFT_OUT.flatMap((why) => {
    const count = leftOut[why];
    return count === undefined ? [] : [paragraph(words.leftOut(leftOutWords(why, count, lang)))];
  });
  const noTimes = context.state.scenario.kind === 'tabletop' ? [paragraph(words.tabletopTimes)] : [];
  if (runs.length < 2) return sub(headings.compared, paragraph(words.comparedNone), ...noTimes, ...left);
  const figure = runsChart(
    runs,
    (run) => nameOf(context, run),
    (axis) => axisWords(WEIGHED_AXES.find((one) => one === axis) ?? 'speed', lang),
    words,
  );
  const width = 58 / runs.length;
  return sub(
    headings.compared,
    paragraph(words.comparedLead(runs.length - 1)),
    ...noTimes,
    ...left,
    ...figuresLeftOut(context),
    ...table(
      words.captions.compared,
      [
        [labels.measure, 30],
        ...runs.map((run): [string, number] => [nameOf(context, run).join(' '), width]),
        [labels.change, 12],
      ],
      rows.flatMap((row) => {
        const told = [
          comparedWords(row.measure, lang),
          ...row.values.map((value) => (value === undefined ? words.blank : comparedFigure(row.measure, value, lang))),
          row.change === undefined ? words.blank : words.changes[row.change],
        ];
        return row.measure === 'score' ? [told, ...axes(context, runs)] : [told];
      }),
    ),
    figure === undefined ? paragraph(words.notDrawn.runs) : { kind: 'figure', figure },
  );
}

/** Which the score is made of. */
function axes({ words, lang }: ReportContext, runs: readonly Run[]): string[][] {
  return WEIGHED_AXES.flatMap((axis) => {
    const values = runs.map((run) => run.axes?.find((one) => one.axis === axis)?.points);
    if (values.every((value) => value === undefined)) return [];
    const change = changeOf(values);
    return [
      [
        words.points(axisWords(axis, lang)),
        ...values.map((value) => (value === undefined ? words.blank : String(value))),
        change === undefined ? words.blank : words.changes[change],
      ],
    ];
  });
}

/** Of the last against the latest before it that is known. */
function changeOf(points: readonly (number | undefined)[]): ComparedRow['change'] {
  const [now, last] = [points.at(-1), points.slice(0, -1).findLast((one) => one !== undefined)];
  if (now === undefined || last === undefined) return undefined;
  return now === last ? 'same' : now > last ? 'better' : 'worse';
}

/** Known of this drill and not compared; of a tabletop the sentence on its times says so. */
function figuresLeftOut({ words, lang, metrics, say, state }: ReportContext): Block[] {
  if (metrics === undefined || state.scenario.kind === 'tabletop') return [];
  const left = Object.entries(figuresOf(metrics)).filter(([, { simulated }]) => simulated === true);
  const named = left.map(([measure]) => measureWords(measure as Measure, lang));
  return named.length === 0 ? [] : [paragraph(words.comparedFigures(say.list(named)))];
}

/** An id is told apart by its first part. */
const SHORT = 12;

function nameOf({ words, time }: ReportContext, { kind, id, at, plan, simulated }: Run): string[] {
  return [
    `${words.runName[kind]} ${shorten(id, SHORT)}`,
    time(at).slice(0, MINUTES),
    words.runBy[simulated === true ? 'simulator' : 'people'],
    words.planVersion(plan.version),
  ];
}

/** Length of a date and a time to the minute. */
const MINUTES = '2026-11-22 03:14'.length;

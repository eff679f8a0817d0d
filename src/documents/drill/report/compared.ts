import { LEFT_OUT } from '../../../domain/drill/index.js';
import type { Run } from '../../../domain/drill/index.js';
import { WEIGHED_AXES } from '../../../domain/plan/compiled.js';
import { axisWords, comparedFigure, comparedWords, formatDay, leftOutWords } from '../../../domain/words/index.js';
import type { Section } from '../../model.js';
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
  if (runs.length < 2) return sub(headings.compared, paragraph(words.comparedNone), ...left);
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
    ...table(
      words.captions.compared,
      [
        [labels.measure, 30],
        ...runs.map((run): [string, number] => [nameOf(context, run).join(' '), width]),
        [labels.change, 12],
      ],
      rows.map((row) => [
        comparedWords(row.measure, lang),
        ...row.values.map((value) => (value === undefined ? words.blank : comparedFigure(row.measure, value, lang))),
        row.change === undefined ? words.blank : words.changes[row.change],
      ]),
    ),
    ...(figure === undefined ? [] : [{ kind: 'figure' as const, figure }]),
  );
}

function nameOf({ words, lang, zone }: ReportContext, { kind, at, plan }: Run): string[] {
  return [`${words.runName[kind]} ${formatDay(at, lang, zone)}`, words.planVersion(plan.version)];
}

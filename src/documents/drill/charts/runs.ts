import type { Run } from '../../../domain/drill/index.js';
import type { DrillReportWords } from '../../../domain/words/drillPapers/report.js';
import type { Figure } from '../../model.js';
import { label, line, picture, rect } from '../../pictures/svg.js';
import { widthOf } from '../../pictures/textWidth.js';
import { FILLS } from './bars.js';

const WIDTH = 720;
const HEIGHT = 340;
const TOP = 48;
const FOOT = 250;
const LEFT = 50;
const SIZE = 13;

/** The score of each run, and its axes beside it. Of fewer than two there is nothing to see. */
export function runsChart(
  runs: readonly Run[],
  nameOf: (run: Run) => string[],
  axisName: (axis: string) => string,
  { charts }: DrillReportWords,
): Figure | undefined {
  const scored = runs.filter(({ score }) => score !== undefined);
  if (scored.length < 2) return undefined;
  const fills = [FILLS.good, FILLS.first, FILLS.second, FILLS.third];
  const group = (WIDTH - LEFT - 20) / scored.length;
  const bar = Math.min(34, (group - 24) / 4);
  const y = (points: number): number => FOOT - ((FOOT - TOP) * points) / 100;
  const groups = scored.map((run, i) => {
    const values = [run.score, ...(run.axes ?? []).map(({ points }) => points)];
    const from = LEFT + i * group + (group - values.length * bar) / 2;
    const drawn = values.map((value, k) =>
      value === undefined
        ? ''
        : rect(
            { x: from + k * bar, y: y(value), width: bar - 3, height: FOOT - y(value) },
            { fill: fills[k] ?? FILLS.third },
          ) +
          label(String(Math.round(value)), { x: from + k * bar + bar / 2 - 1, y: y(value) - 5 }, { size: SIZE - 1 }),
    );
    const names = nameOf(run).map((text, k) =>
      label(text, { x: LEFT + (i + 0.5) * group, y: FOOT + 20 + k * 17 }, { size: SIZE }),
    );
    return [...drawn, ...names].join('');
  });
  let x = LEFT;
  const axes = scored.find((run) => run.axes !== undefined)?.axes?.map(({ axis }) => axisName(axis)) ?? [];
  const legend = [charts.total, ...axes].map((text, k) => {
    const drawn =
      rect({ x, y: 10, width: 18, height: 12 }, { fill: fills[k] ?? FILLS.third }) +
      label(text, { x: x + 24, y: 21 }, { size: SIZE, anchor: 'start' });
    x += 24 + widthOf(text, SIZE) + 24;
    return drawn;
  });
  const base = line([
    { x: LEFT, y: FOOT },
    { x: WIDTH - 20, y: FOOT },
  ]);
  const drawn = { id: 'runs', title: charts.runs, description: charts.runsAbout };
  return {
    caption: charts.runs,
    ...picture({ ...drawn, width: WIDTH, height: HEIGHT, body: [...legend, ...groups, base].join('') }),
  };
}

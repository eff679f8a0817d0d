import { REACH_WINDOWS } from '../../../domain/metrics/index.js';
import { MINUTE } from '../../../domain/time.js';
import type { Duration } from '../../../domain/time.js';
import type { Figure } from '../../model.js';
import { label, line, picture, rect } from '../../pictures/svg.js';
import type { DrillReportWords } from '../../../domain/words/drillPapers/report.js';

const BOX = { x: 64, y: 24, width: 600, height: 220 };
const WIDTH = 720;
const HEIGHT = 300;
/** In minutes. */
const UNTIL = 60;
const SIZE = 13;

/** The share of those asked who had acknowledged, minute by minute. `undefined`: never. */
export function answersChart(times: readonly (Duration | undefined)[], words: DrillReportWords): Figure {
  const { charts } = words;
  const x = (minutes: number): number => BOX.x + (Math.min(minutes, UNTIL) / UNTIL) * BOX.width;
  const y = (share: number): number => BOX.y + BOX.height * (1 - share);
  const taken = times.flatMap((time) => (time === undefined ? [] : [time / MINUTE])).toSorted((a, b) => a - b);
  const within = taken.filter((minutes) => minutes <= UNTIL);
  const steps = within.flatMap((minutes, i) => [
    { x: x(minutes), y: y(i / times.length) },
    { x: x(minutes), y: y((i + 1) / times.length) },
  ]);
  const last = y(within.length / times.length);
  const small = { size: SIZE, anchor: 'middle' } as const;
  const shares = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      rect({ x: BOX.x, y: y(share), width: BOX.width, height: 0 }, { dashed: true }) +
      label(`${share * 100}%`, { x: BOX.x - 8, y: y(share) + 5 }, { size: SIZE, anchor: 'end' }),
  );
  const marks = REACH_WINDOWS.map((minutes) => {
    const met = taken.filter((one) => one <= minutes).length;
    const share = met / times.length;
    const above = share > 0.5 ? 22 : -8;
    return (
      rect({ x: x(minutes), y: BOX.y, width: 0, height: BOX.height }, { dashed: true }) +
      label(
        `${Math.floor(share * 100)}%`,
        { x: x(minutes) + 6, y: y(share) + above },
        { size: SIZE, anchor: 'start', bold: true },
      )
    );
  });
  const ticks = [0, ...REACH_WINDOWS, 45, UNTIL].map((minutes) =>
    label(String(minutes), { x: x(minutes), y: BOX.y + BOX.height + 20 }, small),
  );
  const body = [
    rect(BOX),
    ...shares,
    ...marks,
    ...ticks,
    label(charts.minutes, { x: BOX.x + BOX.width / 2, y: HEIGHT - 12 }, small),
    line([{ x: x(0), y: y(0) }, ...steps, { x: x(UNTIL), y: last }]).replace(
      '<polyline',
      '<polyline stroke-width="2.5"',
    ),
  ].join('');
  const drawn = { id: 'answers', title: charts.answers, description: charts.answersAbout };
  return { caption: charts.answers, ...picture({ ...drawn, width: WIDTH, height: HEIGHT, body }) };
}

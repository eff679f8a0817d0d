import type { Metrics, MetricsSummary } from '../../api/contract.js';
import type { Voice } from '../session.js';
import { duration, fraction, row, whyNot } from './measured.js';
import { section } from './section.js';

export function metricsLines(metrics: Metrics, voice: Voice): string[] {
  const { say, style, time } = voice;
  const { mode, from, to, leftOut, complete, overall, groups, readiness } = metrics;
  const which = mode === 'drill' ? say('Drills', '演练') : say('Real incidents', '真实事故');
  const span = say(`${time(from)} to ${time(to)}`, `${time(from)}至${time(to)}`);
  const { rejected, merged } = leftOut;
  return [
    `${style.bold(which)}  ${span}`,
    say(
      `Not counted: ${rejected} rejected, ${merged} merged.`,
      `未计入：否定的报告${rejected}件，已合并的事故${merged}件。`,
    ),
    ...(complete
      ? []
      : [style.bad(say('Only the latest are counted; ask for less time.', '仅统计最近的事故，请缩短时间范围。'))]),
    say(
      'Median · p90 (nearest rank: the longest where n is below 10) · n known / of',
      '中位数 · p90（最近秩法，n不足10时为最大值）· 已知数/总数',
    ),
    ...summaryLines(say('All', '全部'), overall, voice),
    ...groups.flatMap(({ name, ...summary }) => summaryLines(name, summary, voice)),
    ...section(
      say('Readiness today', '当前准备情况'),
      readiness.map((one) => row(fraction(one), one.name, [whyNot(one, voice)], voice)),
      voice,
    ),
  ];
}

/** What is known of none of them is left out: a table of dashes says nothing. */
function summaryLines(name: string, { incidents, times, shares }: MetricsSummary, voice: Voice): string[] {
  const { say, style } = voice;
  const title = say(`${name}: ${incidents} incidents`, `${name}：${incidents}起`);
  const known = times.filter(({ n, simulated = 0 }) => n + simulated > 0);
  const counted = shares.filter(({ of }) => of !== undefined);
  return [
    style.bold(title),
    ...known.map(({ name: metric, n, unknown, simulated = 0, median, p90 }) =>
      row(
        n === 0 ? '–' : `${duration(median, voice)} · ${duration(p90, voice)}`,
        metric,
        [
          `${n}/${n + unknown}`,
          simulated === 0 ? '' : say(`besides ${simulated} simulated, not counted`, `另有模拟${simulated}次，未计入`),
        ],
        voice,
      ),
    ),
    ...counted.map(({ name: metric, n, unknown, met, of }) =>
      row(fraction({ met, of }), metric, [`${n}/${n + unknown}`], voice),
    ),
  ];
}

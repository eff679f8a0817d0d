import type { DrillRecord } from '../../api/contract.js';
import type { Voice } from '../session.js';

export function comparisonLines(comparison: DrillRecord['comparison'], { say, time }: Voice): string[] {
  if (comparison === undefined) return [say('The drill is not over yet.', '演练尚未结束。')];
  const { runs, rows, leftOut } = comparison;
  const left = leftOut.map(({ words }) => say(`Left out: ${words}.`, `未列入：${words}。`));
  if (runs.length < 2) {
    return [
      say(
        'There is nothing to compare with on this version of the plan or the one before.',
        '本版和上一版预案没有可比的演练或者真实事故。',
      ),
      ...left,
    ];
  }
  const changes = { better: say('better', '改善'), worse: say('worse', '退步'), same: say('the same', '持平') };
  const kinds = { drill: say('drill', '演练'), incident: say('incident', '事故') };
  return [
    ...runs.map(
      ({ kind, id, at, version }, i) =>
        `  ${i + 1}  ${kinds[kind]}  ${id}  ${time(at)}  ${say(`plan version ${version}`, `预案第${version}版`)}`,
    ),
    '',
    ...rows.map(({ words, values, change }) => {
      const shown = values.map((value) => value ?? '—').join('  |  ');
      return `  ${words}${say(': ', '：')}${shown}${change === undefined ? '' : `  (${changes[change]})`}`;
    }),
    ...(left.length === 0 ? [] : ['', ...left]),
  ];
}

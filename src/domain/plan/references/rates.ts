import { isTimeMeasure } from '../compiled.js';
import type { WrittenRate } from '../compile/evaluation.js';
import { parseDuration } from '../duration.js';
import { said } from '../../lang.js';
import { issue } from '../issues.js';
import type { Path, PlanIssue } from '../issues.js';
import { check } from './check.js';
import type { Check } from './check.js';

/** A figure that rates has bounds of its own kind, each looser than the one before, and rates once. */
export const rateChecks: Check[] = [
  check(['drills'], ({ drills }) =>
    (drills?.evaluation.criteria ?? []).flatMap(({ rates = [] }, n) => {
      const path = ['drills', 'evaluation', 'criteria', n, 'rates'];
      return rates.flatMap((rate, i) => [
        ...twice(
          rates.slice(0, i).map(({ by }) => by),
          rate.by,
          [...path, i, 'by'],
        ),
        ...boundIssues(rate, [...path, i]),
      ]);
    }),
  ),
];

function twice(before: readonly string[], by: string, path: Path): PlanIssue[] {
  if (!before.includes(by)) return [];
  const message = said(`"${by}" rates this criterion twice`, `“${by}”对该标准评定了两次`);
  return [issue(path, 'listed_twice', message, said('remove one of the two', '删去其中一个'))];
}

function boundIssues(rate: WrittenRate, path: Path): PlanIssue[] {
  const written = (['P', 'S', 'M'] as const).flatMap((rating) => {
    const bound = rate[rating];
    return bound === undefined ? [] : [{ rating, bound }];
  });
  const odd = written.filter(({ bound }) => !isOfItsKind(rate.by, bound));
  if (odd.length > 0) return odd.map(({ rating }) => ofAnotherKind(rate.by, [...path, rating]));
  const numbers = written.map(({ bound }) => (typeof bound === 'string' ? parseDuration(bound) : bound));
  const isLessBetter = isTimeMeasure(rate.by) || rate.by === 'key';
  return written.flatMap(({ rating }, i): PlanIssue[] => {
    if (i === 0) return [];
    const gap = numbers[i]! - numbers[i - 1]!;
    if (isLessBetter ? gap > 0 : gap < 0) return [];
    const message = said(
      `the bound of ${rating} is no looser than the one before it`,
      `${rating} 的界限并不比前一等次宽`,
    );
    const hint = said('order them from the best rating to the worst', '由优到劣依次放宽');
    return [issue([...path, rating], 'bounds_out_of_order', message, hint)];
  });
}

function isOfItsKind(by: string, bound: string | number): boolean {
  if (isTimeMeasure(by)) return typeof bound === 'string';
  return typeof bound === 'number' && (by !== 'key' || Number.isInteger(bound));
}

function ofAnotherKind(by: string, path: Path): PlanIssue {
  const message = said(`"${by}" is not measured like that`, `“${by}”不能这样界定`);
  const hint = isTimeMeasure(by)
    ? said('write a duration, such as 10m', '写时长，例如 10m')
    : by === 'key'
      ? said('write how many levels it may be away, such as 0 or 1', '写相差的等级数，例如 0 或 1')
      : said('write per cent, such as 90', '写百分比，例如 90');
  return issue(path, 'bad_threshold', message, hint);
}

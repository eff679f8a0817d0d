import { said } from '../domain/lang.js';
import type { Said } from '../domain/lang.js';
import { DURATION_FORM, parseDuration } from '../domain/plan/duration.js';
import { issue } from '../domain/plan/issues.js';
import type { Checked, Path, PlanIssue } from '../domain/plan/issues.js';
import { suggestion } from '../domain/plan/nearest.js';
import { FORMS, show } from '../domain/plan/shapeWords.js';
import type { Duration } from '../domain/time.js';
import { PARAMETERS } from './parameters.js';
import type { Parameters, Spread } from './parameters.js';

const SHARES: ReadonlySet<string> = new Set([
  'absent',
  'declines',
  'remote',
  'wrong',
  'silentCommand',
  'partnerComes',
  'tiredness',
]);

const SHARE = {
  is: said('is not a share', '不是比例'),
  hint: said('a number from 0 to 1, such as 0.2', '写 0 至 1 之间的数，如 0.2'),
};
const POSITIVE = {
  is: said('cannot be taken here', '不能用在此处'),
  hint: said('a number above 0 and below 100, such as 0.5', '写大于 0、小于 100 的数，如 0.5'),
};

/** The defaults with what a file says instead, durations as the plan writes them; or everything that is wrong with it. */
export function checkParameters(written: unknown): Checked<Parameters> {
  const reader = new Reader();
  const read = reader.all(written as Record<string, unknown>);
  return reader.issues.length === 0 ? { document: read } : { issues: reader.issues };
}

/** Goes on after a fault, with what it would be without it: all faults are told at once. */
class Reader {
  readonly issues: PlanIssue[] = [];

  all(written: Record<string, unknown>): Parameters {
    this.knows(Object.keys(PARAMETERS), written, []);
    const entries = Object.entries(PARAMETERS).map(([key, usual]) => {
      const value = written[key];
      if (value === undefined) return [key, usual];
      if (typeof usual === 'object') return [key, this.spread(key, usual, value)];
      return [key, SHARES.has(key) ? this.share([key], value) : this.duration([key], value)];
    });
    return Object.fromEntries(entries) as Parameters;
  }

  private spread(key: string, usual: Spread, value: unknown): Spread {
    if (!isGroup(value)) return { ...usual, median: this.median([key], key, value) };
    this.knows(Object.keys(usual), value, [key]);
    const { median, spread } = value;
    return {
      median: median === undefined ? usual.median : this.median([key, 'median'], key, median),
      spread: spread === undefined ? usual.spread : this.positive([key, 'spread'], spread),
    };
  }

  /** Of `taskShare` it is a share of the time that the plan gives. */
  private median(path: Path, key: string, value: unknown): number {
    return key === 'taskShare' ? this.positive(path, value) : this.duration(path, value);
  }

  private share(path: Path, value: unknown): number {
    if (typeof value === 'number' && value >= 0 && value <= 1) return value;
    return this.refuses(path, 'out_of_range', value, SHARE);
  }

  private positive(path: Path, value: unknown): number {
    if (typeof value === 'number' && value > 0 && value < 100) return value;
    return this.refuses(path, 'out_of_range', value, POSITIVE);
  }

  private duration(path: Path, value: unknown): Duration {
    if (typeof value === 'string' && DURATION_FORM.test(value)) return parseDuration(value);
    return this.refuses(path, 'bad_duration', value, FORMS.bad_duration);
  }

  private knows(known: string[], written: Record<string, unknown>, path: Path): void {
    for (const key of Object.keys(written).filter((one) => !known.includes(one))) {
      const message = said(`"${key}" is no parameter`, `没有参数“${key}”`);
      this.issues.push({ ...issue([...path, key], 'unknown_key', message, suggestion(key, known)), atKey: true });
    }
  }

  private refuses(
    path: Path,
    code: 'out_of_range' | 'bad_duration',
    value: unknown,
    { is, hint }: { is: Said; hint: Said },
  ): number {
    const shown = value === null ? said('an empty value', '空值') : show(value);
    this.issues.push(issue(path, code, said(`${shown.en} ${is.en}`, `${shown['zh-CN']}${is['zh-CN']}`.trim()), hint));
    return NaN;
  }
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

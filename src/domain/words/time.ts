import type { Lang } from '../lang.js';
import { HOUR, MINUTE, SECOND } from '../time.js';
import type { Duration, Instant } from '../time.js';

/** The furthest instant that a date can hold (ECMAScript, "Time Range"). */
const LAST_INSTANT = 8.64e15;

/** An IANA zone such as `Asia/Shanghai`. What the platform does not know is told in UTC, which the offset then shows. */
export type Zone = string;

/** `2026-11-22 03:14:05 +08:00`, the same in every language: whoever reads it may sit in another zone. */
export function formatInstant(at: Instant, _lang: Lang, zone: Zone): string {
  const parts = partsOf(at, zone);
  if (parts === undefined) return String(at);
  const { year, month, day, hour, minute, second, offset } = parts;
  return `${year}-${month}-${day} ${hour}:${minute}:${second} ${offset}`;
}

/** `2026年11月22日`, `22 November 2026`. */
export function formatDate(at: Instant, lang: Lang, zone: Zone): string {
  const parts = partsOf(at, zone);
  if (parts === undefined) return String(at);
  const { year, month, day } = parts;
  return lang === 'zh-CN'
    ? `${year}年${Number(month)}月${Number(day)}日`
    : `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/**
 * `2026年11月22日03:14`, `22 November 2026, 03:14 (UTC+08:00)`: for a paper that leaves the house. Who reads Chinese takes it
 * for the time of China unless it says otherwise.
 */
export function formatFormal(at: Instant, lang: Lang, zone: Zone): string {
  const parts = partsOf(at, zone);
  if (parts === undefined) return String(at);
  const date = formatDate(at, lang, zone);
  const { hour, minute, offset } = parts;
  if (lang === 'en') return `${date}, ${hour}:${minute} (UTC${offset})`;
  return `${date}${hour}:${minute}${offset === OF_CHINA ? '' : `（UTC${offset}）`}`;
}

const OF_CHINA = '+08:00';

/** `11月22日`, `22 November`. */
export function formatDay(at: Instant, lang: Lang, zone: Zone): string {
  return formatDate(at, lang, zone).replace(/^\d+年|\s\d+$/u, '');
}

/** `11月22日03:14`, `22 November, 03:14`: for a text that names its zone once. */
export function formatMoment(at: Instant, lang: Lang, zone: Zone): string {
  const parts = partsOf(at, zone);
  if (parts === undefined) return String(at);
  const day = formatDay(at, lang, zone);
  return lang === 'zh-CN' ? `${day}${parts.hour}:${parts.minute}` : `${day}, ${parts.hour}:${parts.minute}`;
}

/** Two units are enough to act upon: `1小时5分钟`, `1 h 5 min`. */
export function formatDuration(duration: Duration, lang: Lang): string {
  const size = Math.abs(duration);
  const units = UNITS[lang];
  const first = units.findIndex(([length]) => size >= length);
  const [length, unit] = units[first] ?? [SECOND, lang === 'zh-CN' ? '秒' : 's'];
  const gap = lang === 'zh-CN' ? '' : ' ';
  if (first < 0 || first === units.length - 1) return `${Math.floor(size / length)}${gap}${unit}`;
  const [smallerLength, smallerUnit] = units[first + 1]!;
  const whole = Math.floor(size / length);
  const rest = Math.floor((size % length) / smallerLength);
  const larger = `${whole}${gap}${unit}`;
  return rest === 0 ? larger : `${larger}${gap}${rest}${gap}${smallerUnit}`;
}

const UNITS: Record<Lang, [Duration, string][]> = {
  'zh-CN': [
    [24 * HOUR, '天'],
    [HOUR, '小时'],
    [MINUTE, '分钟'],
    [SECOND, '秒'],
  ],
  en: [
    [24 * HOUR, 'd'],
    [HOUR, 'h'],
    [MINUTE, 'min'],
    [SECOND, 's'],
  ],
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

type Parts = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'offset', string>;

function partsOf(at: Instant, zone: Zone): Parts | undefined {
  if (!(Math.abs(at) <= LAST_INSTANT)) return undefined;
  const parts = formatterFor(zone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((p) => p.type === type)?.value ?? '';
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
    // `GMT+08:00`, and plain `GMT` for UTC.
    offset: part('timeZoneName').replace('GMT', '') || '+00:00',
  };
}

/** Making one costs as much as composing a mail; an installation tells times in one zone or two. */
const formatters = new Map<Zone, Intl.DateTimeFormat>();

function formatterFor(zone: Zone): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const formatter = newFormatter(zone);
  if (formatters.size < 20) formatters.set(zone, formatter);
  return formatter;
}

function newFormatter(zone: Zone): Intl.DateTimeFormat {
  try {
    return formatterIn(zone);
  } catch {
    return formatterIn('UTC');
  }
}

function formatterIn(timeZone: Zone): Intl.DateTimeFormat {
  // Not the reader's locale: only `en` writes the offset as `GMT+08:00` on every platform.
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
}

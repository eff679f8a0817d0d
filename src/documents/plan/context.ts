import { textIn } from '../../domain/lang.js';
import type { Lang, Text } from '../../domain/lang.js';
import { parseDuration } from '../../domain/plan/duration.js';
import { HOUR } from '../../domain/time.js';
import type { Duration, Instant } from '../../domain/time.js';
import { cleanText, formatDate, formatDuration, formatInstant } from '../../domain/words/index.js';
import type { Block, Table } from '../model.js';
import { annexName } from './annexOrder.js';
import type { AnnexKind } from './annexOrder.js';
import type { PlanDocumentInput } from './input.js';
import { namesOf } from './names.js';
import { planWords } from './planWords.js';
import type { PlanWords } from './planWords.js';
import type { PlanNames } from './names.js';

type TableLook = Pick<Table, 'fills' | 'captionUnseen' | 'handwritten'>;

/** What every chapter needs. */
export interface PlanContext extends PlanDocumentInput, PlanWords {
  names: PlanNames;
  /** A text in the document's language. */
  readonly t: (text: Text) => string;
  readonly list: (items: readonly string[]) => string;
  /** `30m` as `30 min`. */
  readonly span: (duration: string) => string;
  /** `1h` as 每小时, `every 1 h`. */
  readonly every: (duration: string) => string;
  /** `a, b or c`. */
  readonly either: (items: readonly string[]) => string;
  /** An annex, as the text refers to it. */
  readonly annex: (kind: AnnexKind | 'forms') => string;
  /** `2026-01-05` as `5 January 2026`. */
  readonly day: (date: string) => string;
  readonly date: (at: Instant) => string;
  readonly instant: (at: Instant) => string;
  /** Nothing at all without rows. */
  readonly table: (caption: Text, columns: [Text, number][], rows: string[][], look?: TableLook) => Block[];
}

/** In a cell that has nothing to say, so that it does not look forgotten. */
export const NONE = '—';

export function contextOf(input: PlanDocumentInput): PlanContext {
  const { document, lang } = input;
  const zh = lang === 'zh-CN';
  const zone = document.calendar?.zone ?? 'UTC';
  const t = (text: Text): string => cleanText(textIn(text, lang));
  const list = (items: readonly string[]): string => items.join(zh ? '、' : ', ');
  const span = (duration: string): string => spanWords(parseDuration(duration), lang);
  return {
    ...input,
    ...planWords(document, lang),
    names: namesOf(input, t, list),
    t,
    list,
    span,
    every: (duration) => (zh ? `每${span(duration).replace(/^1(?=\D)/u, '')}` : `every ${span(duration)}`),
    either: (items) => either(items, list, zh),
    annex: (kind) => t(annexName(document, kind)),
    day: (date) => formatDate(Date.parse(date), lang, 'UTC'),
    date: (at) => formatDate(at, lang, zone),
    instant: (at) => formatInstant(at, lang, zone),
    table: (caption, columns, rows, look) => {
      if (rows.length === 0) return [];
      const headed = columns.map(([heading, width]) => ({ heading: t(heading), width }));
      return [{ kind: 'table', table: { caption: t(caption), columns: headed, rows, ...look } }];
    },
  };
}

const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/**
 * As in a text that people sign: reviews come round by the year, and English has no sign for a day. A single one is told in
 * the next smaller unit, which reads after "every" as well as after "within".
 */
function spanWords(duration: Duration, lang: Lang): string {
  const zh = lang === 'zh-CN';
  if (duration % YEAR === 0)
    return zh ? `${duration / YEAR}年` : duration === YEAR ? '12 months' : `${duration / YEAR} years`;
  if (duration % DAY === 0 && !zh) return duration === DAY ? '24 h' : `${duration / DAY} days`;
  return formatDuration(duration, lang);
}

function either(items: readonly string[], list: (items: readonly string[]) => string, zh: boolean): string {
  if (items.length < 2) return items.join('');
  return `${list(items.slice(0, -1))}${zh ? '或' : ' or '}${items.at(-1)}`;
}

/** For the pages before the text, where a heading stands above every table and none is counted. */
export function beforeText(context: PlanContext): PlanContext {
  const table: PlanContext['table'] = (caption, columns, rows, look) =>
    context.table(caption, columns, rows, { ...look, captionUnseen: true });
  return { ...context, table };
}

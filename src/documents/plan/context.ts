import { textIn } from '../../domain/lang.js';
import type { Lang, Text } from '../../domain/lang.js';
import { parseDuration } from '../../domain/plan/duration.js';
import { HOUR } from '../../domain/time.js';
import type { Duration, Instant } from '../../domain/time.js';
import { cleanText, formatDate, formatDuration, formatInstant } from '../../domain/words/index.js';
import type { Block, Table } from '../model.js';
import type { PlanDocumentInput } from './input.js';
import { namesOf } from './names.js';
import { planWords } from './planWords.js';
import type { PlanWords } from './planWords.js';
import type { PlanNames } from './names.js';

/** What every chapter needs. */
export interface PlanContext extends PlanDocumentInput, PlanWords {
  names: PlanNames;
  /** A text in the document's language. */
  readonly t: (text: Text) => string;
  readonly list: (items: readonly string[]) => string;
  /** `30m` as `30 min`. */
  readonly span: (duration: string) => string;
  /** `2026-01-05` as `5 January 2026`. */
  readonly day: (date: string) => string;
  readonly date: (at: Instant) => string;
  readonly instant: (at: Instant) => string;
  /** Nothing at all without rows. */
  readonly table: (
    caption: Text,
    columns: [Text, number][],
    rows: string[][],
    look?: Pick<Table, 'fills' | 'captionUnseen'>,
  ) => Block[];
}

/** In a cell that has nothing to say, so that it does not look forgotten. */
export const NONE = '—';

export function contextOf(input: PlanDocumentInput): PlanContext {
  const { document, lang } = input;
  const zh = lang === 'zh-CN';
  const zone = document.calendar?.zone ?? 'UTC';
  const t = (text: Text): string => cleanText(textIn(text, lang));
  const list = (items: readonly string[]): string => items.join(zh ? '、' : ', ');
  return {
    ...input,
    ...planWords(document, lang),
    names: namesOf(input, t, list),
    t,
    list,
    span: (duration) => yearsWords(parseDuration(duration), lang) ?? formatDuration(parseDuration(duration), lang),
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

/** Reviews come round by the year, and nobody counts them in days. */
function yearsWords(duration: Duration, lang: Lang): string | undefined {
  const years = duration / (365 * 24 * HOUR);
  if (!Number.isInteger(years)) return undefined;
  return lang === 'zh-CN' ? `${years}年` : years === 1 ? 'year' : `${years} years`;
}

/** For the pages before the text, where a heading stands above every table and none is counted. */
export function beforeText(context: PlanContext): PlanContext {
  const table: PlanContext['table'] = (caption, columns, rows) =>
    context.table(caption, columns, rows, { captionUnseen: true });
  return { ...context, table };
}

import { said } from '../../lang.js';
import type { Said, Text } from '../../lang.js';
import type { Path } from '../issues.js';

/**
 * One value of an entry, such as the mobile number of a person, as a text of its own: a cell of a table, or one side of a
 * difference. What `read` makes of a text is put at `path`, and the schema judges it.
 */
export interface Column<Entry> {
  /** Stable, also in other languages. */
  key: string;
  title: Said;
  path: Path;
  /** Empty where there is nothing. */
  write: (entry: Entry) => string;
  read: (cell: string) => unknown;
}

export function column<Entry>(
  key: string,
  title: Said,
  path: Path,
  write: (entry: Entry) => string | undefined,
  read: (cell: string) => unknown = (cell) => cell,
): Column<Entry> {
  return { key, title, path, write: (entry) => write(entry) ?? '', read };
}

/** A name is one for all languages, or one per language: three columns, of which an entry fills the first or the others. */
export function nameColumns<Entry>(
  key: string,
  title: Said,
  nameOf: (entry: Entry) => Text | string | undefined,
): Column<Entry>[] {
  const inLang = (entry: Entry, lang: 'zh-CN' | 'en') => {
    const name = nameOf(entry);
    return typeof name === 'string' ? undefined : name?.[lang];
  };
  const common = (entry: Entry) => {
    const name = nameOf(entry);
    return typeof name === 'string' ? name : undefined;
  };
  const { en, 'zh-CN': zh } = title;
  return [
    column(key, title, [key], common),
    column(`${key}.zh-CN`, said(`${en} (Chinese)`, `${zh}（中文）`), [key, 'zh-CN'], (entry) => inLang(entry, 'zh-CN')),
    column(`${key}.en`, said(`${en} (English)`, `${zh}（英文）`), [key, 'en'], (entry) => inLang(entry, 'en')),
  ];
}

/** Several in one cell. */
export function listed(items: readonly string[] | undefined): string | undefined {
  return items?.join('; ');
}

export function partsOf(cell: string): string[] {
  return cell
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** `first-aid:2027-03-31` → both sides; without the mark, the first alone. */
export function halves(part: string, mark: ':' | '/'): [string, string | undefined] {
  const at = part.replace('：', ':').indexOf(mark);
  return at < 0 ? [part, undefined] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
}

import type { z } from 'zod';
import type { Path, PlanIssue, ShapeCode } from './issues.js';
import { suggestion } from './nearest.js';

type ZodIssue = z.core.$ZodIssue;

/** What the schema found, in words for the person who writes the file. */
export function shapeIssues(issues: ZodIssue[], document: unknown): PlanIssue[] {
  return issues.flatMap((issue) => toIssues(issue, document));
}

function toIssues(issue: ZodIssue, document: unknown): PlanIssue[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, issue.message.split('\n'), path);
  if (issue.code === 'invalid_key') return [{ path, ...asForm('bad_key', path.at(-1)) }];

  const found = valueAt(document, path);
  if (found === undefined) return [missing(path)];
  if (found === null) return [empty(path)];
  return [{ path, ...explain(issue, found, path) }];
}

function explain(issue: ZodIssue, found: unknown, path: Path): Omit<PlanIssue, 'path'> {
  if (isForm(issue.message)) return asForm(issue.message, found);
  switch (issue.code) {
    case 'invalid_value':
      return unknownValue(found, issue.values.map(String));
    case 'invalid_union':
      return unknownValue(found, (issue.inclusive === false ? [] : (issue.options ?? [])).map(String));
    case 'too_small':
      return {
        code: 'out_of_range',
        message: `${show(found)} is too small`,
        hint: bound(issue, 'more than', 'at least'),
      };
    case 'too_big':
      return { code: 'out_of_range', message: `${show(found)} is too big`, hint: bound(issue, 'less than', 'at most') };
    case 'invalid_type':
      return wrongType(TYPES[issue.expected] ?? issue.expected, found, path);
    default:
      return { code: 'wrong_type', message: issue.message, hint: 'compare it with the same key in a sample plan' };
  }
}

function isForm(word: string): word is keyof typeof FORMS {
  return Object.hasOwn(FORMS, word);
}

function asForm(code: keyof typeof FORMS, found: unknown): Omit<PlanIssue, 'path'> {
  return { code, message: `${show(found)} ${FORMS[code].is}`, hint: FORMS[code].hint };
}

const ID_FORM = 'a letter, then letters, digits and hyphens; at most 64, not "constructor"';

/** What a value of each form is not, and how it is written. */
const FORMS = {
  bad_id: { is: 'cannot be an id', hint: ID_FORM },
  bad_key: { is: 'cannot be an id', hint: ID_FORM },
  bad_duration: { is: 'is not a duration', hint: 'a whole number with its unit, such as 90s, 5m, 2h or 1d' },
  bad_date: { is: 'is not a date', hint: 'write year-month-day, such as 2026-03-31' },
  bad_email: { is: 'is not an e-mail address', hint: 'write it as name@example.org' },
  bad_phone: {
    is: 'is not a telephone number',
    hint: "write + and the country code, then digits only, in quotes: '+8613800138000'",
  },
  bad_serial: { is: 'is not a serial number', hint: 'write it on one line, without ";"' },
  bad_name: { is: 'is not a name', hint: 'write the name, or one per language: { zh-CN: 林伟, en: Lin Wei }' },
  bad_text: { is: 'is not a text per language', hint: 'write { zh-CN: …, en: … }, with the languages of the plan' },
  bad_row: { is: 'is not a row', hint: 'a capital letter and a number, such as S1 or P3.2' },
  bad_threshold: { is: 'is not a threshold', hint: 'write a number above 0, or the id of an option of a choice' },
  bad_authority: {
    is: 'is no authority',
    hint: 'write [post, post], or entries such as { levels: [I, II], posts: [commander] }',
  },
  bad_zone: { is: 'is not a time zone', hint: 'write an IANA name, such as Asia/Shanghai or Europe/Berlin' },
  bad_currency: { is: 'is not a currency', hint: 'three capital letters, such as CNY or EUR' },
  empty_text: { is: 'has no words', hint: 'write the text, or remove the key' },
  empty_list: { is: 'is empty', hint: 'at least one entry is needed' },
} satisfies Partial<Record<ShapeCode, { is: string; hint: string }>>;

const TYPES: Record<string, string> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

const WRITTEN: Record<string, string> = {
  text: 'put it in quotes',
  'a whole number': 'write digits only, without quotes, separators or unit',
  'a number': 'write digits only, without quotes, separators or unit',
  'true or false': 'write true or false, without quotes',
  'a list': 'write [a, b], or one entry a line, each after "- "',
  'keys with values': 'write one "key: value" a line, indented below this key',
};

function wrongType(expected: string, found: unknown, path: Path): Omit<PlanIssue, 'path'> {
  const where = path.length === 0 ? 'the document' : `"${path.at(-1)}"`;
  const message = `${where} must be ${expected}, found ${show(found)}`;
  return { code: 'wrong_type', message, hint: WRITTEN[expected] ?? `write ${expected}` };
}

function unknownKeys(keys: string[], hints: string[], path: Path): PlanIssue[] {
  return keys.map((key, i) => ({
    path: [...path, key],
    code: 'unknown_key',
    message: `"${key}" has no meaning here`,
    hint: hints[i] ?? 'remove it',
  }));
}

function unknownValue(found: unknown, known: string[]): Omit<PlanIssue, 'path'> {
  const hint = suggestion(typeof found === 'string' ? found : '', known);
  return { code: 'unknown_value', message: `${show(found)} is not one of the values allowed here`, hint };
}

function missing(path: Path): PlanIssue {
  const key = path.at(-1) ?? 'document';
  return { path, code: 'missing_key', message: `"${key}" is missing`, hint: `add the line "${key}: …"` };
}

function empty(path: Path): PlanIssue {
  const message = path.length === 0 ? 'there is nothing here' : `"${path.at(-1)}" has no value`;
  return { path, code: 'wrong_type', message, hint: 'write a value after the colon, or remove the line' };
}

function bound(issue: { inclusive?: boolean } & Bounds, beyond: string, from: string): string {
  return `it must be ${issue.inclusive === false ? beyond : from} ${issue.minimum ?? issue.maximum}`;
}

interface Bounds {
  minimum?: number | bigint;
  maximum?: number | bigint;
}

function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    return (value as Record<string | number, unknown>)[step];
  }, document);
}

/** Short enough for one line. */
function show(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'the list' : 'a list';
  if (typeof value === 'object') return 'a group of keys';
  const shown = JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 57)}…"` : shown;
}

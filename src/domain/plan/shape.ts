import type { z } from 'zod';
import { said } from '../lang.js';
import type { Said } from '../lang.js';
import { issue } from './issues.js';
import type { Path, PlanIssue } from './issues.js';
import { suggestion } from './nearest.js';
import { entryAtFault, optionMeant } from './shapeUnions.js';
import { BOUNDS, FORMS, show, TYPES } from './shapeWords.js';

type ZodIssue = z.core.$ZodIssue;

/** What the schema found, in words for the person who writes the file. */
export function shapeIssues(issues: ZodIssue[], document: unknown): PlanIssue[] {
  return issues.flatMap((found) => toIssues(found, document, []));
}

/** `around`: the path of the value that the issue counts its own path from. */
function toIssues(found: ZodIssue, document: unknown, around: Path): PlanIssue[] {
  const path = [...around, ...found.path.filter((step) => typeof step !== 'symbol')];
  if (found.code === 'unrecognized_keys') return unknownKeys(found.keys, found.message.split('\n'), path);
  if (found.code === 'invalid_key') return [{ ...asForm('bad_key', path.at(-1), path), atKey: true }];

  const value = valueAt(document, path);
  if (value === undefined || value === null) return [nothing(value, path)];
  if (found.code !== 'invalid_union' || found.errors.length === 0) return [explain(found, value, path)];
  const meant = optionMeant(found.errors);
  if (meant) return meant.flatMap((inner) => toIssues(inner, document, path));
  const entry = entryAtFault(found.errors);
  if (entry === undefined) return [explain(found, value, path)];
  return toIssues({ ...found, path: [...found.path, entry], errors: [] }, document, around);
}

function explain(found: ZodIssue, value: unknown, path: Path): PlanIssue {
  if (isForm(found.message)) return asForm(found.message, value, path);
  const strict = 'inclusive' in found && found.inclusive === false;
  switch (found.code) {
    case 'invalid_value':
      return unknownValue(value, found.values, path);
    case 'invalid_union':
      return unknownValue(value, found.inclusive === false ? [] : (found.options ?? []), path);
    case 'too_small':
      return outOfRange(value, path, strict ? 'above' : 'atLeast', found.minimum);
    case 'too_big':
      return outOfRange(value, path, strict ? 'below' : 'atMost', found.maximum);
    case 'invalid_type':
      return wrongType(found.expected, value, path);
    default:
      return misfit(path);
  }
}

function isForm(word: string): word is keyof typeof FORMS {
  return Object.hasOwn(FORMS, word);
}

function asForm(code: keyof typeof FORMS, value: unknown, path: Path): PlanIssue {
  const { is, hint } = FORMS[code];
  const shown = show(value);
  return issue(path, code, said(`${shown.en} ${is.en}`, `${shown['zh-CN']}${is['zh-CN']}`.trim()), hint);
}

function wrongType(expected: string, value: unknown, path: Path): PlanIssue {
  const wanted = TYPES[expected];
  if (wanted === undefined) return misfit(path);
  const where = named(path);
  const shown = show(value);
  const message = said(
    `${where.en} must be ${wanted.name.en}, found ${shown.en}`,
    `${where['zh-CN']}应为${wanted.name['zh-CN']}，实际是${shown['zh-CN']}`.trim(),
  );
  return issue(path, 'wrong_type', message, wanted.hint);
}

/** For what the schema may come to refuse before there are words for it. */
function misfit(path: Path): PlanIssue {
  const message = said('this is not written as it must be', '此处写法不合要求');
  return issue(path, 'wrong_type', message, said('compare it with a sample plan', '请对照示例预案中的同一个键'));
}

function unknownKeys(keys: string[], known: string[], path: Path): PlanIssue[] {
  return keys.map((key) => {
    const message = said(`"${key}" has no meaning here`, `此处不能写“${key}”`);
    return { ...issue([...path, key], 'unknown_key', message, suggestion(key, known)), atKey: true };
  });
}

function unknownValue(value: unknown, known: readonly unknown[], path: Path): PlanIssue {
  const shown = show(value);
  const message = said(
    `${shown.en} is not one of the values allowed here`,
    `${shown['zh-CN']}不在此处的可选值之内`.trim(),
  );
  return issue(path, 'unknown_value', message, suggestion(typeof value === 'string' ? value : '', known.map(String)));
}

function outOfRange(value: unknown, path: Path, bound: keyof typeof BOUNDS, limit: number | bigint): PlanIssue {
  const { number, list, needed } = BOUNDS[bound];
  if (Array.isArray(value)) {
    return issue(
      path,
      'out_of_range',
      said(`a list of ${value.length} is ${list.en}`, `列表有 ${value.length} 项，${list['zh-CN']}`),
      said(`it must be ${needed.en} ${limit} entries`, `${needed['zh-CN']} ${limit} 项`),
    );
  }
  const shown = show(value);
  return issue(
    path,
    'out_of_range',
    said(`${shown.en} is ${number.en}`, `${shown['zh-CN']}${number['zh-CN']}`.trim()),
    said(`it must be ${needed.en} ${limit}`, `${needed['zh-CN']} ${limit}`),
  );
}

function nothing(value: undefined | null, path: Path): PlanIssue {
  const key = path.at(-1);
  if (value === undefined) {
    const hint = said(`add the line "${key}: …"`, `补上一行“${key}: …”`);
    return issue(path, 'missing_key', said(`"${key}" is missing`, `缺少“${key}”`), hint);
  }
  const where = named(path);
  const hint =
    typeof key === 'number'
      ? said('write a value, or remove the entry', '写上值，或者删去这一项')
      : said('write a value after the colon, or remove the line', '在冒号后写上值，或者删去这一行');
  return issue(path, 'wrong_type', said(`${where.en} has no value`, `${where['zh-CN']}没有值`), hint);
}

function named(path: Path): Said {
  const last = path.at(-1);
  if (last === undefined) return said('the document', '整个文件');
  return typeof last === 'number' ? said(`entry ${last + 1}`, `第 ${last + 1} 项`) : said(`"${last}"`, `“${last}”`);
}

function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    return (value as Record<string | number, unknown>)[step];
  }, document);
}

import { z } from 'zod';
import type { Lang, Said } from '../domain/lang.js';
import { said } from '../domain/lang.js';
import { DURATION_FORM } from '../domain/plan/duration.js';

type Issue = Parameters<z.core.$ZodErrorMap>[0];
type IssueOf<C extends Issue['code']> = Extract<Issue, { code: C }>;

const LOCALES: Record<Lang, z.core.$ZodErrorMap> = {
  en: z.locales.en().localeError,
  'zh-CN': z.locales.zhCN().localeError,
};

/** What is wrong with a field, in words that say what is needed; what is not told here zod tells in its own. */
export function issueWords(lang: Lang): z.core.$ZodErrorMap {
  return (issue) => needed(issue)?.[lang] ?? LOCALES[lang](issue);
}

function needed(issue: Issue): Said | undefined {
  switch (issue.code) {
    case 'invalid_union':
      return oneOf(choices(issue));
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'too_small':
      return bound(issue, Number(issue.minimum), issue.inclusive ? AT_LEAST : MORE_THAN);
    case 'too_big':
      return bound(issue, Number(issue.maximum), issue.inclusive ? AT_MOST : LESS_THAN);
    case 'invalid_format':
      return form(issue);
    case 'invalid_type':
      return ofType(issue);
    default:
      return undefined;
  }
}

function oneOf(names: string[]): Said | undefined {
  if (names.length === 0) return undefined;
  return names.length === 1
    ? said(`Needed: ${names[0]}`, `应为：${names[0]}`)
    : said(`Needed: one of ${names.join(', ')}`, `应为以下之一：${names.join('、')}`);
}

/** The values that tell the forms apart, else the fields that each form has. */
function choices({ options, inst }: IssueOf<'invalid_union'>): string[] {
  if (Array.isArray(options)) return options.map(String);
  const forms = inst instanceof z.ZodUnion ? inst.options : [];
  const fields = forms.map((one) => (one instanceof z.ZodObject ? Object.keys(one.shape).join(' + ') : undefined));
  return fields.every((one) => one !== undefined) ? fields : [];
}

/** Chinese has other words for a number than for how many there are. */
interface Bound {
  en: string;
  number: string;
  count: string;
}
const AT_LEAST: Bound = { en: 'at least', number: '不小于', count: '不少于' };
const AT_MOST: Bound = { en: 'at most', number: '不大于', count: '不多于' };
const MORE_THAN: Bound = { en: 'more than', number: '大于', count: '多于' };
const LESS_THAN: Bound = { en: 'less than', number: '小于', count: '少于' };

const COUNTED: Record<string, Said> = {
  ...{ number: said('', ''), int: said('', '') },
  ...{ string: said(' characters', '个字符'), array: said(' entries', '项'), record: said(' entries', '项') },
};

function bound({ origin }: IssueOf<'too_small' | 'too_big'>, limit: number, how: Bound): Said | undefined {
  const unit = COUNTED[origin];
  if (unit === undefined) return undefined;
  const { en, 'zh-CN': zh } = unit;
  return said(
    `Needed: ${how.en} ${limit}${en}`,
    zh === '' ? `应${how.number} ${limit}` : `应${how.count} ${limit} ${zh}`,
  );
}

function form({ format, pattern }: IssueOf<'invalid_format'>): Said | undefined {
  if (pattern === String(DURATION_FORM))
    return said('Needed: a duration such as 90s, 20m, 2h or 3d', '应为时长，如 90s、20m、2h、3d');
  if (format === 'datetime')
    return said(
      'Needed: a time with offset such as 2026-11-22T03:14:00+08:00',
      '应为带时区的时间，如 2026-11-22T03:14:00+08:00',
    );
  return undefined;
}

const TYPES: Record<string, Said> = {
  string: said('text', '文本'),
  number: said('a number', '数字'),
  int: said('a whole number', '整数'),
  boolean: said('true or false', 'true 或 false'),
  array: said('a list', '列表'),
  object: said('an object', '对象'),
  record: said('an object', '对象'),
};

function ofType({ expected, input }: IssueOf<'invalid_type'>): Said | undefined {
  const type = TYPES[expected];
  if (type === undefined) return undefined;
  return input === undefined
    ? said(`Missing; needed: ${type.en}`, `缺少，应为${type['zh-CN']}`)
    : said(`Needed: ${type.en}`, `应为${type['zh-CN']}`);
}

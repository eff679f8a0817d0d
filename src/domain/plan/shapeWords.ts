import { said } from '../lang.js';
import type { Said } from '../lang.js';
import type { ShapeCode } from './issues.js';

const ID_HINT = said(
  'a letter, then letters, digits and hyphens; at most 64, not "constructor"',
  '以字母开头，后接字母、数字或连字符，最多 64 个字符，不得为“constructor”',
);

/** What a value of each form is not, and how it is written. */
export const FORMS = {
  bad_id: { is: said('cannot be an id', '不能用作 id'), hint: ID_HINT },
  bad_key: { is: said('cannot be an id', '不能用作 id'), hint: ID_HINT },
  bad_duration: {
    is: said('is not a duration', '不是时长'),
    hint: said('a whole number with its unit, such as 90s, 5m, 2h or 1d', '写整数加单位，如 90s、5m、2h、1d'),
  },
  bad_date: {
    is: said('is not a date', '不是日期'),
    hint: said('write year-month-day, such as 2026-03-31', '按“年-月-日”书写，如 2026-03-31'),
  },
  bad_time: {
    is: said('is not a time of day', '不是时刻'),
    hint: said("write hours and minutes in quotes, such as '09:30'", "按“时:分”书写并加引号，如 '09:30'"),
  },
  bad_email: {
    is: said('is not an e-mail address', '不是电子邮件地址'),
    hint: said('write it as name@example.org', '写成 name@example.org 的形式'),
  },
  bad_phone: {
    is: said('is not a telephone number', '不是电话号码'),
    hint: said(
      "write + and the country code, then digits only, in quotes: '+8613800138000'",
      "写“+国家代码”加数字，并加引号：'+8613800138000'",
    ),
  },
  bad_serial: {
    is: said('is not a serial number', '不是序列号'),
    hint: said('write it on one line, without ";"', '写在一行内，不含分号'),
  },
  bad_name: {
    is: said('is not a name', '不是姓名'),
    hint: said(
      'write the name, or one per language: { zh-CN: 林伟, en: Lin Wei }',
      '直接写姓名，或按语言分别写：{ zh-CN: 林伟, en: Lin Wei }',
    ),
  },
  bad_text: {
    is: said('is not a text per language', '不是按语言分别书写的文字'),
    hint: said(
      'write { zh-CN: …, en: … }, with the languages of the plan',
      '写成 { zh-CN: …, en: … }，预案的每种语言各写一条',
    ),
  },
  bad_row: {
    is: said('is not a row', '不是条目编号'),
    hint: said('a capital letter and a number, such as S1 or P3.2', '一个大写字母加数字，如 S1 或 P3.2'),
  },
  bad_threshold: {
    is: said('is not a threshold', '不是阈值'),
    hint: said('write a number above 0, or the id of an option of a choice', '写大于 0 的数，或者某个选项的 id'),
  },
  bad_authority: {
    is: said('is no authority', '不是授权的写法'),
    hint: said(
      'write [post, post], or entries such as { levels: [I, II], posts: [commander] }',
      '写成 [岗位, 岗位]，或逐条写，如 { levels: [I, II], posts: [commander] }',
    ),
  },
  bad_zone: {
    is: said('is not a time zone', '不是时区'),
    hint: said(
      'write an IANA name, such as Asia/Shanghai or Europe/Berlin',
      '写 IANA 时区名，如 Asia/Shanghai 或 Europe/Berlin',
    ),
  },
  bad_currency: {
    is: said('is not a currency', '不是货币代码'),
    hint: said('three capital letters, such as CNY or EUR', '写三个大写字母，如 CNY 或 EUR'),
  },
  empty_text: {
    is: said('has no words', '没有文字'),
    hint: said('write the text, or remove the key', '写上文字，或者删去这个键'),
  },
  long_text: {
    is: said('is too long', '太长'),
    hint: said('at most 20,000 characters; divide the text', '最多 20000 个字符，请拆分'),
  },
  empty_list: { is: said('is empty', '是空的'), hint: said('at least one entry is needed', '至少要有一项') },
} satisfies Partial<Record<ShapeCode, { is: Said; hint: Said }>>;

const NUMBER_HINT = said('write digits only, without quotes, separators or unit', '只写数字，不加引号、分隔符和单位');
const KEYS = {
  name: said('keys with values', '若干“键: 值”'),
  hint: said('write one "key: value" a line, indented below this key', '每行写一个“键: 值”，缩进在这个键之下'),
};

/** By what zod calls them: what was wanted, and how it is written. */
export const TYPES: Record<string, { name: Said; hint: Said }> = {
  string: {
    name: said('text', '文字'),
    hint: said('write words; put a number, true or false in quotes', '写文字；数字以及 true、false 要加引号'),
  },
  int: { name: said('a whole number', '整数'), hint: NUMBER_HINT },
  number: { name: said('a number', '数字'), hint: NUMBER_HINT },
  boolean: {
    name: said('true or false', ' true 或 false'),
    hint: said('write true or false, without quotes', '写 true 或 false，不加引号'),
  },
  array: {
    name: said('a list', '列表'),
    hint: said('write [a, b], or one entry a line, each after "- "', '写成 [a, b]，或每行一项、以“- ”开头'),
  },
  object: KEYS,
  record: KEYS,
};

const TOO_LITTLE = { number: said('too small', '太小'), list: said('too short', '太少') };
const TOO_MUCH = { number: said('too big', '太大'), list: said('too long', '太多') };

/** How a value misses a bound, and what it must be. */
export const BOUNDS = {
  atLeast: { ...TOO_LITTLE, needed: said('at least', '最少') },
  above: { ...TOO_LITTLE, needed: said('more than', '必须大于') },
  atMost: { ...TOO_MUCH, needed: said('at most', '最多') },
  below: { ...TOO_MUCH, needed: said('less than', '必须小于') },
};

/** What was found, short enough for one line. */
export function show(value: unknown): Said {
  if (Array.isArray(value)) return value.length === 0 ? said('the list', '列表') : said('a list', '一个列表');
  if (typeof value === 'number' || typeof value === 'boolean') return said(`${value}`, ` ${value} `);
  if (typeof value !== 'string') return said('a group of keys', '一组键');
  const shown = JSON.stringify(value.length > 58 ? `${value.slice(0, 56)}…` : value);
  return said(shown, `“${shown.slice(1, -1)}”`);
}

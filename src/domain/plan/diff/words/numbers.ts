import { textIn } from '../../../lang.js';
import type { Lang } from '../../../lang.js';
import { DURATION_FORM } from '../../duration.js';
import type { Side } from './side.js';

const UNITS: Record<Lang, Record<string, string>> = {
  'zh-CN': { s: '秒', m: '分钟', h: '小时', d: '天' },
  en: { s: ' s', m: ' min', h: ' h', d: ' days' },
};

/** In the unit in which it is written, so that no difference is lost in rounding and the reader finds it in the text. */
export function durationWords(written: string, lang: Lang): string {
  const [, count = '', unit = ''] = DURATION_FORM.exec(written) ?? [];
  const words = UNITS[lang][unit];
  return lang === 'en' && unit === 'd' && count === '1' ? '1 day' : `${count}${words}`;
}

type Format = (value: number, side: Side) => string;

/** `10,000` in both languages. */
export function grouped(value: number): string {
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: 20 }).format(value);
}

const people: Format = (value, { lang }) =>
  lang === 'zh-CN' ? `${grouped(value)}人` : value === 1 ? '1 person' : `${grouped(value)} people`;

const money: Format = (value, { plan, lang }) => {
  const currency = plan.funds?.currency;
  if (lang === 'zh-CN' && currency === 'CNY') return `${grouped(value)}元`;
  return currency === undefined ? grouped(value) : `${grouped(value)} ${currency}`;
};

/** A unit of which there is one; plans write their units as of many. */
export function unitFor(count: number, unit: string, lang: Lang): string {
  if (lang !== 'en' || count !== 1) return unit;
  return unit
    .replace(/\bpeople$/, 'person')
    .replace(/ies$/, 'y')
    .replace(/(?<=s|x|ch|sh)es$/, '')
    .replace(/(?<!s)s$/, '');
}

/** In the unit of the resource. */
const quantity: Format = (value, { plan, subject, lang }) => {
  const unit = plan.resources?.find(({ id }) => id === subject.resource)?.unit;
  if (unit === undefined) return grouped(value);
  return lang === 'zh-CN'
    ? `${grouped(value)}${textIn(unit, lang)}`
    : `${grouped(value)} ${unitFor(value, textIn(unit, lang), lang)}`;
};

const percent: Format = (value) => `${value}%`;

const month: Format = (value, { lang }) => calendarName({ month: 'long' }, Date.UTC(2024, value - 1), lang);

/** 1 January 2024 was a Monday, and Monday is 1. */
const weekday: Format = (value, { lang }) => calendarName({ weekday: 'long' }, Date.UTC(2024, 0, value), lang);

function calendarName(part: Intl.DateTimeFormatOptions, at: number, lang: Lang): string {
  return new Intl.DateTimeFormat(lang, { ...part, timeZone: 'UTC' }).format(at);
}

const workingDays: Format = (value, { lang }) =>
  lang === 'zh-CN' ? `${value}个工作日` : value === 1 ? '1 working day' : `${value} working days`;

const plain: Format = (value) => String(value);

/** Fields whose numbers count something else than pieces. */
const FORMATS: Record<string, Format> = {
  'mobilisation.headcount': people,
  'mobilisation.qualifications.people': people,
  'command.spanOfControl.advised': people,
  'command.spanOfControl.limit': people,
  'control.reviewers.atLeast': people,
  'resources.minimum': quantity,
  'resources.reorder': quantity,
  'allocation.resources.quantity': quantity,
  'funds.budgets.amount': money,
  'funds.authority.upTo': money,
  'drills.programme.budget': money,
  'obligations.reminders': percent,
  'drills.programme.months': month,
  'drills.programme.day': plain,
  'drills.nextProgrammeBy': month,
  'calendar.weekend': weekday,
  'control.filing.withinWorkingDays': workingDays,
  'plan.version': plain,
};

export function numberWords(field: string, value: number, side: Side): string {
  return (FORMATS[field] ?? grouped)(value, side);
}

/** Within a number, working days or months; or at once, with a target of one's own. */
export interface Limit {
  within?: string;
  workingDays?: number;
  months?: number;
  promptly?: true;
  target?: string;
}

export function limitWords({ within, workingDays: days, months, promptly, target }: Limit, side: Side): string {
  const { lang } = side;
  const zh = lang === 'zh-CN';
  const parts = [
    ...(within === undefined ? [] : [durationWords(within, lang)]),
    ...(days === undefined ? [] : [workingDays(days, side)]),
    ...(months === undefined ? [] : [zh ? `${months}个月` : months === 1 ? '1 month' : `${months} months`]),
    ...(promptly === undefined ? [] : [zh ? '立即' : 'promptly']),
    ...(target === undefined
      ? []
      : [zh ? `自定目标${durationWords(target, lang)}` : `own target ${durationWords(target, lang)}`]),
  ];
  return parts.join(zh ? '，' : ', ');
}

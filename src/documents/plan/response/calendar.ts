import type { Lang } from '../../../domain/lang.js';
import { paragraph } from '../../paragraphs.js';
import { NONE } from '../context.js';
import type { PlanContext } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';
import { section } from '../parts.js';

/** Which days count for limits in working days. */
export function calendar(context: PlanContext) {
  const { document: plan, t, list, day, table } = context;
  if (plan.calendar === undefined) return undefined;
  const { zone, weekend, holidays, workdays } = plan.calendar;
  const days = list(weekend.map((number) => t(DAYS[number - 1]!)));
  const words = {
    'zh-CN': `以工作日计算的时限按下列日历计算，采用${zoneName(zone, 'zh-CN')}，休息日为${days || '无'}。`,
    en: `Limits in working days count by this calendar, in ${zoneName(zone, 'en')}; days of rest: ${days || 'none'}.`,
  };
  const rows = holidays.map(({ from, to, name }) => [t(name), day(from), from === to ? NONE : day(to)]);
  const worked = workdays.map((date) => [t(WORDS.workday), day(date), NONE]);
  return section(context, WORDS.heading, [
    paragraph(t(words)),
    ...table(
      WORDS.caption,
      [
        [LABELS.name, 40],
        [WORDS.from, 30],
        [WORDS.to, 30],
      ],
      [...rows, ...worked],
    ),
  ]);
}

/** `Asia/Shanghai` as 中国时间: readers know no other. */
function zoneName(zone: string, lang: Lang): string {
  const parts = new Intl.DateTimeFormat(lang, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** ISO 8601: the week begins on Monday. */
const DAYS: Bilingual[] = [
  { 'zh-CN': '星期一', en: 'Monday' },
  { 'zh-CN': '星期二', en: 'Tuesday' },
  { 'zh-CN': '星期三', en: 'Wednesday' },
  { 'zh-CN': '星期四', en: 'Thursday' },
  { 'zh-CN': '星期五', en: 'Friday' },
  { 'zh-CN': '星期六', en: 'Saturday' },
  { 'zh-CN': '星期日', en: 'Sunday' },
];

const WORDS = {
  heading: { 'zh-CN': '工作日历', en: 'Working days' },
  caption: { 'zh-CN': '节假日与调休工作日', en: 'Holidays, and days worked in exchange' },
  workday: { 'zh-CN': '调休工作日', en: 'Worked in exchange' },
  from: { 'zh-CN': '起', en: 'From' },
  to: { 'zh-CN': '止', en: 'To' },
} satisfies Record<string, Bilingual>;

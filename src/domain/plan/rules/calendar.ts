import { said } from '../../lang.js';
import { inUse } from '../compile/packs.js';
import type { PlanDocument } from '../schema.js';
import { addWorkingDays } from '../workingDays.js';
import { MUSTER } from './documents.js';
import { observeIf, rule, undecided } from './rule.js';
import type { Rule } from './rule.js';

/** Limits in working days are counted by a table that somebody has to carry on each year. */
export const calendarRules: Rule[] = [
  rule({
    id: 'V-99',
    title: said('The calendar reaches as far as limits in working days', '日历覆盖以工作日计算的时限'),
    basis: { ...MUSTER, kind: 'configured' },
    about: ['calendar'],
    run: ({ plan, today }) => {
      const from = today ?? plan.plan.issued;
      if (from === undefined)
        return undecided('neither today nor the date of the plan is known', '不知道当天日期和预案日期');
      const longest = longestInWorkingDays(plan);
      if (longest === undefined) return undecided('no limit is counted in working days', '没有以工作日计算的时限');
      const known = yearsOf(plan.calendar);
      const end = addWorkingDays(from, longest, plan.calendar);
      const missing = [...new Set([yearOf(from), yearOf(end)])].filter((year) => !known.has(year));
      return observeIf(
        missing.length > 0,
        ['calendar', 'holidays'],
        said(
          `a limit of ${longest} working days that starts on ${from} ends in ${yearOf(end)}; nothing is entered for ${missing.join(', ')}`,
          `${from}起算的${longest}个工作日时限在${yearOf(end)}年届满，日历没有${missing.join('、')}年的内容`,
        ),
        said(
          'enter the holidays of that year, and the weekends that are worked, once they are announced',
          '放假安排公布后，补充该年度的节假日和调休工作日',
        ),
      );
    },
  }),
];

function longestInWorkingDays(plan: PlanDocument): number | undefined {
  const counted = [
    ...(plan.obligations ?? []).filter(({ pack }) => inUse(plan, pack)).map(({ limit }) => limit.workingDays),
    plan.control?.filing?.withinWorkingDays,
  ].filter((days) => days !== undefined);
  return counted.length === 0 ? undefined : Math.max(...counted);
}

/** Years with an entry of any kind. */
function yearsOf({ holidays, workdays }: NonNullable<PlanDocument['calendar']>): Set<string> {
  return new Set([...holidays.flatMap(({ from, to }) => [from, to]), ...workdays].map(yearOf));
}

function yearOf(day: string): string {
  return day.slice(0, 4);
}

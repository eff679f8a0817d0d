import { said } from '../../lang.js';
import { addYears } from '../days.js';
import { parseDuration } from '../duration.js';
import { addWorkingDays } from '../workingDays.js';
import { article, PLAN_MEASURES } from './documents.js';
import { observeIf, rule, undecided } from './rule.js';
import type { Rule } from './rule.js';

const YEARS_BETWEEN_EVALUATIONS = 3;
const WORKING_DAYS_TO_FILE = 20;
// Leap days included, so that "1096d" for three years is no complaint.
const LONGEST_CYCLE = parseDuration('1096d');

/** What is due on a plan that is in effect: filing, evaluation, the next review. */
export const reviewRules: Rule[] = [
  rule({
    id: 'V-10',
    title: said('Filed within 20 working days', '二十个工作日内备案'),
    basis: { ...PLAN_MEASURES, clause: article(26), kind: 'direct' },
    needs: ['lifecycle', 'today'],
    run: ({ plan, lifecycle, today }) => {
      const { publishedAt, filedAt } = lifecycle;
      const filing = plan.control?.filing;
      const bound = plan.operator?.boundBy.includes('cn-production-safety') ?? false;
      if (filing === undefined && !bound) return undecided('the plan need not be filed', '预案无须备案');
      if (publishedAt === undefined) return undecided('this version is not in effect', '本版本未生效');
      const days = Math.min(filing?.withinWorkingDays ?? WORKING_DAYS_TO_FILE, WORKING_DAYS_TO_FILE);
      const due = addWorkingDays(publishedAt, days, plan.calendar);
      return observeIf(
        (filedAt ?? today) > due,
        filing === undefined ? ['control', 'filing'] : ['control', 'filing', 'withinWorkingDays'],
        filedAt === undefined
          ? said(`due on ${due} and not filed`, `应于${due}前备案，至今未备案`)
          : said(`due on ${due}, filed on ${filedAt}`, `应于${due}前备案，${filedAt}才备案`),
        said('file it with the authority, and record the receipt', '向主管部门备案并登记回执'),
      );
    },
  }),
  rule({
    id: 'V-12',
    title: said('Evaluated within the last three years', '三年内进行过预案评估'),
    basis: { ...PLAN_MEASURES, clause: article(35), kind: 'direct', verified: false },
    needs: ['lifecycle', 'today'],
    run: ({ lifecycle: { lastEvaluatedAt, approvedAt, publishedAt }, today }) => {
      const last = lastEvaluatedAt ?? approvedAt ?? publishedAt;
      if (last === undefined) return undecided('this version has not been approved yet', '本版本尚未批准');
      return observeIf(
        addYears(last, YEARS_BETWEEN_EVALUATIONS) < today,
        ['control', 'evaluateEvery'],
        said(`last evaluated, or approved, on ${last}`, `最近一次评估（或批准）在${last}`),
        said('evaluate the whole plan, and record the conclusion', '对预案全面评估并登记结论'),
      );
    },
  }),
  rule({
    id: 'V-70',
    title: said('The plan says when it is reviewed and evaluated again', '规定预案复审和评估周期'),
    basis: { ...PLAN_MEASURES, clause: article(35), kind: 'derived', verified: false },
    about: ['control'],
    run: ({ plan: { control } }) => [
      ...observeIf(
        control.evaluateEvery === undefined,
        ['control', 'evaluateEvery'],
        said('nothing says how often the whole plan is evaluated', '没有规定预案评估周期'),
        said('add "evaluateEvery: 1095d"', '加上“evaluateEvery: 1095d”'),
      ),
      ...observeIf(
        control.evaluateEvery !== undefined && parseDuration(control.evaluateEvery) > LONGEST_CYCLE,
        ['control', 'evaluateEvery'],
        said(
          `evaluated every ${control.evaluateEvery}: more than three years`,
          `评估周期${control.evaluateEvery}，超过三年`,
        ),
        said('three years at most: "1095d"', '不超过三年：“1095d”'),
      ),
      ...observeIf(
        parseDuration(control.reviewEvery) > LONGEST_CYCLE,
        ['control', 'reviewEvery'],
        said(
          `reviewed every ${control.reviewEvery}: more than three years`,
          `复审周期${control.reviewEvery}，超过三年`,
        ),
        said('a year is usual: "365d"', '一般为一年：“365d”'),
      ),
    ],
  }),
  rule({
    id: 'V-71',
    title: said('The next review is not overdue', '未超过下次复审日期'),
    basis: { ...PLAN_MEASURES, clause: article(36), kind: 'derived' },
    needs: ['lifecycle', 'today'],
    run: ({ lifecycle: { nextReviewDue }, today }) => {
      if (nextReviewDue === undefined)
        return undecided('no review is due: the version has not been approved', '尚未批准，没有复审日期');
      return observeIf(
        nextReviewDue < today,
        ['control', 'reviewEvery'],
        said(`the review was due on ${nextReviewDue}`, `应于${nextReviewDue}前复审`),
        said('review the plan: revise it, or confirm that it stands', '复审预案：修订，或者确认继续有效'),
      );
    },
  }),
  rule({
    id: 'V-72',
    title: said('Every post is on the distribution list', '发放范围包括全部岗位'),
    basis: { ...PLAN_MEASURES, clause: article(24), kind: 'direct' },
    about: ['control'],
    run: ({ plan: { posts, control } }) => {
      const without = posts.map((post) => post.id).filter((id) => !control.distribution.includes(id));
      return observeIf(
        without.length > 0,
        ['control', 'distribution'],
        said(`not sent to ${without.join(', ')}`, `没有发放到：${without.join('、')}`),
        said('add these posts to "control.distribution"', '把这些岗位加入“control.distribution”'),
      );
    },
  }),
];

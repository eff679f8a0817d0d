import type { Block } from '../../model.js';
import { NONE } from '../context.js';
import type { PlanContext } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';
import { say } from '../parts.js';
import { nameOf } from '../people.js';
import { revisionTable } from '../records.js';

/** 修订与批准记录: what changed, who reviewed it, who approved it, where it is filed. */
export function revisions(context: PlanContext): Block[] {
  return [...revisionTable(context), ...reviews(context), ...filing(context)];
}

function reviews(context: PlanContext): Block[] {
  const { lifecycle, document: plan, names, table, t, date } = context;
  const columns: [Bilingual, number][] = [
    [LABELS.person, 18],
    [LABELS.post, 24],
    [WORDS.opinion, 38],
    [LABELS.date, 20],
  ];
  const done = (lifecycle?.reviews ?? []).map(({ person, post, at, outcome, remarks }) => [
    nameOf(context, person),
    names.post(post),
    [t(WORDS[outcome]), remarks].filter((line) => line !== '').join('\n'),
    date(at),
  ]);
  const { approval } = lifecycle ?? {};
  const approver = plan.control?.approver;
  const approved =
    approval === undefined
      ? []
      : [
          [
            nameOf(context, approval.person),
            approver === undefined ? NONE : names.post(approver),
            t(WORDS.approved),
            date(approval.at),
          ],
        ];
  const expected = (plan.control?.reviewers.posts ?? []).map((post) => ['', names.post(post), '', '']);
  if (approval?.review === 'minor') {
    const body = table(WORDS.reviews, columns, [...done, ...approved]);
    return [...body, ...say(context, WORDS.minor)];
  }
  return done.length === 0 && approval === undefined
    ? table(WORDS.reviews, columns, expected, { handwritten: true })
    : table(WORDS.reviews, columns, [...done, ...approved]);
}

function filing(context: PlanContext): Block[] {
  const { lifecycle, document: plan, t, day } = context;
  const authority = plan.control?.filing?.authority;
  const filed = lifecycle?.filing;
  if (filed === undefined) return [];
  const where: Bilingual =
    authority === undefined ? { 'zh-CN': '', en: '' } : { 'zh-CN': `报${t(authority)}`, en: ` with ${t(authority)}` };
  return say(context, {
    'zh-CN': `本版本已于${day(filed.on)}${where['zh-CN']}备案，备案编号${filed.reference}。`,
    en: `This version was filed${where.en} on ${day(filed.on)}, reference ${filed.reference}.`,
  });
}

const WORDS = {
  reviews: { 'zh-CN': '评审与批准记录', en: 'Reviews and approval' },
  opinion: { 'zh-CN': '意见', en: 'Opinion' },
  approve: { 'zh-CN': '同意', en: 'agrees' },
  return: { 'zh-CN': '退回修改', en: 'returned for changes' },
  approved: { 'zh-CN': '批准', en: 'approved' },
  minor: {
    'zh-CN': '本版本与批准时的现行版本相比没有实质性修订，未经评审即予批准。',
    en: 'This version differs in nothing substantial from the one in force when it was approved, and was approved without a review.',
  },
} satisfies Record<string, Bilingual>;

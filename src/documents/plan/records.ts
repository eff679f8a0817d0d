import type { Block, Section } from '../model.js';
import { NONE } from './context.js';
import type { PlanContext } from './context.js';
import { LABELS } from './labels.js';
import type { Bilingual } from './labels.js';
import { holderNames, nameOf } from './people.js';

/** 修订记录 and 发放记录, which stand before the text. */
export function records(context: PlanContext): Section[] {
  const { t } = context;
  return [
    { heading: t(WORDS.revisions), blocks: revisionTable(context), sections: [] },
    { heading: t(WORDS.distribution), blocks: distributionTable(context), sections: [] },
  ];
}

/** Versions from before Muster by the plan's own word, then those of Muster's record; it counts where both know a version. */
export function revisionTable(context: PlanContext): Block[] {
  const { document: plan, lifecycle, t, day, date, table } = context;
  const inRecord = new Set((lifecycle?.versions ?? []).map(({ version }) => version));
  const told = (plan.control?.history ?? []).filter(({ version }) => !inRecord.has(version));
  const earlier = told.map((entry) => [String(entry.version), day(entry.date), t(entry.summary), t(entry.approvedBy)]);
  const recorded = (lifecycle?.versions ?? []).map(({ version, at, summary, approvedBy }) => [
    String(version),
    date(at),
    summary,
    approvedBy === undefined ? NONE : nameOf(context, approvedBy),
  ]);
  const { version, issued } = plan.plan;
  const known = [...earlier, ...recorded].some(([number]) => number === String(version));
  const current = known ? [] : [[String(version), issued === undefined ? '' : day(issued), '', '']];
  return table(
    WORDS.revisions,
    [
      [LABELS.version, 12],
      [LABELS.date, 24],
      [WORDS.change, 42],
      [WORDS.approvedBy, 22],
    ],
    [...earlier, ...recorded, ...current],
  );
}

/** Who got a copy and said so; before the distribution, who will get one, with room to sign. */
function distributionTable(context: PlanContext): Block[] {
  const { document: plan, lifecycle, names, instant, table, t } = context;
  const sent = (lifecycle?.distribution ?? []).map(({ person, posts, sentAt, acknowledgedAt }) => [
    names.posts(posts),
    nameOf(context, person),
    instant(sentAt),
    acknowledgedAt === undefined ? t(WORDS.open) : instant(acknowledgedAt),
  ]);
  const due = plan.control?.distribution ?? plan.posts.map(({ id }) => id);
  return table(
    WORDS.distribution,
    [
      [LABELS.post, 26],
      [LABELS.person, 26],
      [WORDS.sent, 24],
      [WORDS.acknowledged, 24],
    ],
    sent.length === 0 ? due.map((post) => [names.post(post), holderNames(context, post), '', '']) : sent,
  );
}

const WORDS = {
  revisions: { 'zh-CN': '修订记录', en: 'Revision record' },
  change: { 'zh-CN': '修订内容', en: 'What changed' },
  approvedBy: { 'zh-CN': '批准人', en: 'Approved by' },
  distribution: { 'zh-CN': '发放记录', en: 'Distribution record' },
  sent: { 'zh-CN': '发放时间', en: 'Sent' },
  acknowledged: { 'zh-CN': '签收', en: 'Acknowledged' },
  open: { 'zh-CN': '尚未签收', en: 'not yet' },
} satisfies Record<string, Bilingual>;

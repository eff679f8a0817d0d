import type { Lang } from '../../domain/lang.js';

interface ReadinessWords {
  title: string;
  caption: string;
  score: string;
  inspectedAt: string;
  scheduledFor: string;
  askedBy: string;
  scheduled: string;
  operator: string;
  plan: string;
  count: string;
  nothing: string;
  areas: string;
  areasCaption: string;
  area: string;
  looked: string;
  fine: string;
  weight: string;
  lost: string;
  method: string;
  trend: string;
  trendCaption: string;
  found: string;
  todo: string;
  owner: string;
  since: string;
  points: string;
  comma: string;
  foot: string;
  explained: string;
  sum: string;
  runningHead: (id: string) => string;
  outOf: (score: string) => string;
  version: (plan: string, version: number) => string;
  lead: (count: number, worst: string, points: string) => string;
  findingsOf: (area: string) => string;
  namely: (some: string[], more: boolean) => string;
}

export const READINESS_WORDS: Record<Lang, ReadinessWords> = {
  'zh-CN': {
    title: '应急准备检查报告',
    caption: '检查基本情况',
    score: '得分',
    inspectedAt: '检查时间',
    scheduledFor: '应检查时间',
    askedBy: '检查发起',
    scheduled: '按预案定期检查',
    operator: '系统管理员',
    plan: '依据预案',
    count: '问题数',
    nothing: '本次检查未发现问题。',
    areas: '各方面得分',
    areasCaption: '各方面检查结果',
    area: '方面',
    looked: '检查项数',
    fine: '合格项数',
    weight: '满分',
    lost: '扣分',
    method:
      '同一方面内每项分值相同；一项有多个问题的，只扣一次，由各问题分摊。没有可检查内容的方面不计，其余方面按比例补足100分。',
    trend: '历次得分',
    trendCaption: '历次检查得分',
    found: '问题',
    todo: '整改要求',
    owner: '责任人',
    since: '首次发现',
    points: '扣分',
    comma: '、',
    foot: '说明',
    explained: '分值构成',
    sum: '得分与全部问题的扣分合计为100分；表中数值保留一位小数。',
    runningHead: (id) => `应急准备检查报告 ${id}`,
    outOf: (score) => `${score}（满分100）`,
    version: (plan, version) => `${plan}（第${version}版）`,
    lead: (count, worst, points) => `本次检查发现${count}项问题。扣分最多的是：${worst}（扣${points}分）。`,
    findingsOf: (area) => `${area}：问题和整改`,
    namely: (some, more) => `：${some.join(isLong(some) ? '；' : '、')}${more ? '等' : ''}`,
  },
  en: {
    title: 'Readiness report',
    caption: 'The inspection',
    score: 'Score',
    inspectedAt: 'Inspected',
    scheduledFor: 'Was due',
    askedBy: 'Asked for by',
    scheduled: 'the plan, as a regular inspection',
    operator: 'the operator',
    plan: 'Plan',
    count: 'Findings',
    nothing: 'The inspection has found nothing.',
    areas: 'The score, area by area',
    areasCaption: 'What was looked at',
    area: 'Area',
    looked: 'Looked at',
    fine: 'In order',
    weight: 'Points',
    lost: 'Lost',
    method:
      'Within an area each thing counts the same. A thing with several findings loses its share once, divided among them. An area without anything to look at is left out, and the others are scaled up to 100.',
    trend: 'The score over time',
    trendCaption: 'Scores of this and earlier inspections',
    found: 'Finding',
    todo: 'What to do',
    owner: 'Owner',
    since: 'Since',
    points: 'Points',
    comma: ', ',
    foot: 'Note',
    explained: 'How it adds up',
    sum: 'The score and the points of all findings make 100; figures are shown to one decimal.',
    runningHead: (id) => `Readiness report ${id}`,
    outOf: (score) => `${score} of 100`,
    version: (plan, version) => `${plan}, version ${version}`,
    lead: (count, worst, points) =>
      `The inspection has ${count === 1 ? 'one finding' : `${count} findings`}. What costs the most: ${worst} (${points} points).`,
    findingsOf: (area) => `${area}: findings and what to do`,
    namely: (some, more) => `: ${some.join(isLong(some) ? '; ' : ', ')}${more ? ' …' : ''}`,
  },
};

/** Some have commas of their own. */
function isLong(names: readonly string[]): boolean {
  return names.some((name) => /[,，、;；]/u.test(name));
}

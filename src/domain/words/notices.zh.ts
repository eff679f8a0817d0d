import { listOf, numberOf, textOf } from './details.js';
import { decidedReason, shortTitle } from './notice.js';
import type { Notice, NoticeLanguage } from './notice.js';
import { failedWords } from './messageNames.js';
import { isSitrep, sitrepZh } from './notices/sitrepLines.js';
import { oneLine } from './text.js';
import { formatInstant } from './time.js';

export const noticesZh: NoticeLanguage = {
  drill: '这是演练，不是真实事故。',
  link: '要确认收到，请打开此链接，再按“确认收到”：',
  how: '这样处理：',

  subject(notice) {
    const level = levelMark(notice);
    return `${level === '' ? '' : `【${level}】`}${notice.sentences.subject}：${shortTitle(notice, '（标题已删除）')}`;
  },

  happened(notice) {
    const { quoted, say } = notice;
    const reason = decidedReason(notice);
    const lines = [
      failure(notice),
      notice.sentences.lines?.(notice) ?? [],
      sitrepZh(notice),
      [`事故：${quoted.title ?? '（标题已删除）'}`],
      notice.category === undefined ? [] : [`类别：${say.names.category(notice.category, 'zh-CN')}`],
      [`地点：${quoted.place ?? '不详'}`],
      times(notice),
      isSitrep(notice) ? [] : asReported(notice),
      levelLine(notice),
      proposal(notice),
      reason === undefined
        ? []
        : [`${isSitrep(notice) ? '态势' : (notice.sentences.reason ?? '决定的理由')}：${reason}`],
    ];
    return lines.flat();
  },

  why({ targets, sentences, say }) {
    const posts = targets.filter((t) => t.kind === 'post').map((t) => say.target(t));
    const teams = targets.filter((t) => t.kind === 'team').map((t) => say.target(t));
    const roles = [
      posts.length === 0 ? [] : [`担任${say.list(posts)}`],
      teams.length === 0 ? [] : [`是${say.list(teams)}的成员`],
    ].flat();
    return `为何通知您：${roles.length === 0 ? sentences.why : `您${roles.join('，并')}`}。`;
  },

  closing({ incidentId, ackUrl, say }) {
    const plan = say.names.plan('zh-CN').replace(/^《|》$/gu, '');
    const sender = `发送：${say.names.organisation('zh-CN')}，依据《${plan}》自动发出。`;
    return [`事故编号：${incidentId}`, ackUrl === undefined ? sender : `${sender}回复邮件不算确认，请使用上面的链接。`];
  },
};

function asReported({ quoted }: Notice): string[] {
  const description = quoted.description === undefined ? [] : [`情况：${quoted.description}`];
  return [`原因（报告人所述）：${quoted.cause ?? '不详'}`, `影响：${quoted.impact ?? '不详'}`, ...description];
}

function levelMark({ sentences, level, proposedLevel, say }: Notice): string {
  if (sentences.level === 'none') return '';
  if (level !== undefined) return say.level(level);
  return proposedLevel === undefined ? '未核实' : `未核实，建议${say.level(proposedLevel)}`;
}

function levelLine(notice: Notice): string[] {
  const { sentences, level, proposedLevel, incidentLevel, say } = notice;
  if (sentences.level === 'none') return [];
  if (level !== undefined) {
    const bad = incidentLevel === undefined ? '' : `（${say.incidentLevel(incidentLevel)}）`;
    return [`响应级别：${say.level(level)}${bad}`];
  }
  const proposed = proposedLevel === undefined ? '' : `；按定级准则建议${say.level(proposedLevel)}`;
  return [`响应级别：未定，报告尚未核实${proposed}`];
}

function times({ occurredAt, reportedAt, facts, zone }: Notice): string[] {
  const reported = reportedAt ?? numberOf(facts, 'since');
  return [
    ...(occurredAt === undefined ? [] : [`发生时间：${formatInstant(occurredAt, 'zh-CN', zone)}`]),
    ...(reported === undefined ? [] : [`报告时间：${formatInstant(reported, 'zh-CN', zone)}`]),
  ];
}

function failure({ facts }: Notice): string[] {
  const error = textOf(facts, 'error');
  if (error === undefined) return [];
  return [`未能执行：${failedWords(textOf(facts, 'during'), 'zh-CN')}`, `出错信息：${oneLine(error)}`];
}

/** Who proposed the termination, and what was stated as met. */
function proposal({ facts, say }: Notice): string[] {
  const proposer = textOf(facts, 'proposer');
  const criteria = listOf(facts, 'criteria').map((id) => say.names.terminationCriterion(id, 'zh-CN'));
  return [
    proposer === undefined ? [] : [`提议人：${say.person(proposer)}`],
    criteria.length === 0 ? [] : ['已确认满足：', ...criteria.map((criterion) => `- ${criterion}`)],
  ].flat();
}

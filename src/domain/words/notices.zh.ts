import { listOf, numberOf, textOf } from './details.js';
import { decidedReason, shortTitle, targetsOf } from './notice.js';
import type { Notice, NoticeLanguage } from './notice.js';
import { failedWords } from './messageNames.js';
import { oneLine } from './text.js';
import { formatInstant } from './time.js';

export const noticesZh: NoticeLanguage = {
  templates: {
    alert: {
      subject: '请立即核实',
      todo: '请立即核实下述事故报告，并确认收到本通知。',
      why: '预案规定由您核实事故报告',
      level: 'unverified',
    },
    verificationReminder: {
      subject: '核实逾时，请立即决定',
      todo: '下述事故报告仍未核实，请立即作出决定：核实确认、预警启动，或予以否定。',
      why: '预案规定由您核实事故报告',
      level: 'unverified',
    },
    standby: {
      subject: '预警启动，请待命',
      todo: '请待命并保持联系畅通：已决定预警启动，下述报告尚未核实确认。',
      why: '您此前已因这一报告接到通知',
      level: 'unverified',
    },
    rejected: {
      subject: '不是事故，无须行动',
      todo: '无须行动：经核实，下述报告不是事故。',
      why: '您此前已因这一报告接到通知，或您是报告人',
      level: 'none',
    },
    call: {
      subject: '请立即到岗',
      todo: '您已被动员：请立即确认收到，随后到岗参加处置。',
      why: '预案规定在此级别动员您',
      level: 'fromFacts',
    },
    reminder: {
      subject: '请立即确认',
      todo: '您尚未确认此前的通知：请立即确认收到，并履行岗位职责。',
      why: '您此前接到的通知尚未确认',
      level: 'fromFacts',
    },
    silence: {
      subject: '有人逾时未确认',
      todo: '下列人员逾时未确认：请设法联系本人，或另行安排人员。',
      why: '您是有关组的组长，或预案规定须告知您',
      level: 'none',
    },
    standDown: {
      subject: '解除动员',
      todo: '您所在的组已解除动员：无须再为该组到岗，已到岗的可以停止工作。您在本次事故中如有其他职责，请继续履行。',
      why: '您报告了本次事故，或者参加了响应',
      level: 'fromFacts',
    },
    terminationProposed: {
      subject: '请签署应急终止',
      todo: '有人提议应急终止，须由第二人签署：请逐项核对终止条件，再决定是否签署。',
      why: '预案规定您有权签署应急终止',
      level: 'fromFacts',
    },
    terminated: {
      subject: '应急终止',
      todo: '应急响应已经终止：动员全部解除，无须再到岗，已到岗的可以停止处置。',
      why: '您报告了本次事故，或者参加了响应',
      level: 'fromFacts',
    },
    machineFailed: {
      subject: '系统出错，请立即人工处置',
      todo: '系统未能执行本次事故的一个步骤，事故状态保持不变。请按纸质预案人工决定和处置，并告知系统管理员。',
      why: '您参与指挥，或此前因这一报告接到核实通知',
      level: 'none',
    },
  },
  drill: '这是演练，不是真实事故。',
  link: '要确认收到，请打开此链接，再按“确认收到”：',

  subject(notice) {
    const level = levelMark(notice);
    return `${level === '' ? '' : `【${level}】`}${notice.sentences.subject}：${shortTitle(notice, '（标题已删除）')}`;
  },

  happened(notice) {
    const { quoted, say } = notice;
    const reason = decidedReason(notice);
    const silent = listOf(notice.facts, 'silent');
    const lines = [
      failure(notice),
      silent.length === 0 ? [] : [`逾时未确认：${say.list(silent.map(say.person))}（${silentTargets(notice)}）`],
      [`事故：${quoted.title ?? '（标题已删除）'}`],
      notice.category === undefined ? [] : [`类别：${say.names.category(notice.category, 'zh-CN')}`],
      [`地点：${quoted.place ?? '不详'}`],
      times(notice),
      [`原因（报告人所述）：${quoted.cause ?? '不详'}`, `影响：${quoted.impact ?? '不详'}`],
      quoted.description === undefined ? [] : [`情况：${quoted.description}`],
      levelLine(notice),
      proposal(notice),
      reason === undefined ? [] : [`${notice.template === 'terminationProposed' ? '提议' : '决定'}的理由：${reason}`],
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

function silentTargets({ facts, say }: Notice): string {
  return say.list(targetsOf(facts, 'targets').map((target) => say.target(target)));
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
    criteria.length === 0 ? [] : ['提议人确认已满足：', ...criteria.map((criterion) => `- ${criterion}`)],
  ].flat();
}

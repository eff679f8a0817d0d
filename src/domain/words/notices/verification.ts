import { listOf, numberOf, textOf } from '../details.js';
import type { Notice } from '../notice.js';
import { formatInstant } from '../time.js';
import { knownLine } from './knownFacts.js';
import { verify } from './how.js';
import type { NoticeSentencesOf } from './sentences.js';

export const verificationNotices: NoticeSentencesOf<
  | 'alert'
  | 'verificationReminder'
  | 'verificationOverdue'
  | 'verificationEscalated'
  | 'proposalRisen'
  | 'treatedAsReal'
  | 'standby'
  | 'standbyProlonged'
  | 'forewarned'
  | 'standbyLifted'
  | 'rejected'
> = {
  'zh-CN': {
    alert: {
      name: '核实通知',
      subject: '请立即核实',
      todo: '请立即核实下述事故报告，并确认收到本通知。',
      why: '预案规定由您核实事故报告',
      level: 'unverified',
      how: verify,
      lines: grounds,
    },
    verificationReminder: {
      name: '核实催促',
      subject: '尚未核实，请立即决定',
      todo: byPhase({
        reported: '下述事故报告仍无核实决定，请立即作出决定：核实确认、预警启动，或予以否定。',
        standby: '已预警启动，下述事故报告仍未核实，请再作决定：核实确认、延长预警启动，或予以否定。',
        responding: '响应已按预案自动启动，下述事故报告仍未核实，请立即作出决定：核实确认，或予以否定。',
      }),
      why: '预案规定由您核实事故报告',
      level: 'fromFacts',
      how: verify,
      lines: (notice) => [...decideBy(notice), ...grounds(notice)],
    },
    standby: {
      name: '预警启动通知',
      subject: '预警启动，请待命',
      todo: '请待命并保持联系畅通：已决定预警启动，下述报告尚未核实确认。',
      why: '您此前已因这一报告接到通知',
      level: 'unverified',
      how: 'look',
    },
    standbyProlonged: {
      name: '延长预警启动通知',
      subject: '延长预警启动，请继续待命',
      todo: '请继续待命并保持联系畅通：已决定延长预警启动，下述报告仍未核实确认。',
      why: '您此前已因这一报告接到通知',
      level: 'unverified',
      how: 'look',
    },
    verificationOverdue: {
      name: '核实时限已到通知',
      subject: '核实时限已到，请立即决定',
      todo: '核实时限已到，仍无人决定。请您立即作出决定：核实确认、预警启动，或予以否定。',
      why: '您是副指挥长或有权核实的人员',
      level: 'fromFacts',
      how: verify,
      lines: (notice) => [...ifNobodyDecides(notice), ...grounds(notice)],
    },
    verificationEscalated: {
      name: '核实升级通知',
      subject: '无人核实，请过问',
      todo: byPhase({
        reported: '下述事故报告一直无人决定。请立即联系有权核实的人员，或由您决定。',
        standby:
          '预警启动后，下述事故报告一直未核实。请立即联系有权核实的人员，或由您决定：核实确认、延长预警启动，或予以否定。',
        responding:
          '响应已按预案自动启动，下述事故报告一直无人核实。请立即联系有权核实的人员，或由您决定：核实确认，或予以否定。',
      }),
      why: '预案规定此种情况须告知您',
      level: 'fromFacts',
      how: verify,
      lines: grounds,
    },
    proposalRisen: {
      name: '建议级别提高通知',
      subject: '建议级别提高，请立即核实',
      todo: byPhase({
        reported: '定级准则建议的级别已经提高。请立即作出决定：核实确认、预警启动，或予以否定。',
        standby: '预警启动后，定级准则建议的级别已经提高。请立即再作决定：核实确认、延长预警启动，或予以否定。',
        responding: '响应已按预案自动启动，尚未核实；定级准则现在建议更高级别。请立即作出决定：核实确认，或予以否定。',
      }),
      why: '预案规定由您核实事故报告',
      level: 'fromFacts',
      how: verify,
      lines: (notice) => [...risen(notice), ...grounds(notice)],
    },
    treatedAsReal: {
      name: '按真实事故启动通知',
      subject: '已自动启动响应，仍须核实',
      todo: '按预案已自动启动响应，各组正在动员。请立即核实：确认，或予以否定。',
      why: '预案规定由您核实、决定级别，或您是报告人',
      level: 'fromFacts',
      how: verify,
      lines: (notice) => [
        textOf(notice.facts, 'why') === 'automatic'
          ? '启动原因：定级准则建议的级别按预案自动启动'
          : '启动原因：核实时限内无人作出决定',
      ],
    },
    forewarned: {
      name: '预警告知',
      subject: '预警，请做好准备',
      todo: '请做好准备并保持联系畅通，暂不必到岗：已决定预警启动，下述报告尚未核实确认。',
      why: '预案规定预警启动时告知您',
      level: 'unverified',
      how: 'nothing',
    },
    standbyLifted: {
      name: '解除待命通知',
      subject: '无须待命',
      todo: '无须再待命：响应已启动，该级别不动员您所在的组。',
      why: '您此前接到预警告知',
      level: 'none',
      how: 'nothing',
    },
    rejected: {
      name: '报告否定通知',
      subject: '不是事故，无须行动',
      todo: '无须行动：经核实，下述报告不是事故。',
      why: '您此前已因这一报告接到通知，或您是报告人',
      level: 'none',
      how: 'nothing',
      lines: lifted,
    },
  },
  en: {
    alert: {
      name: 'Verify the report',
      subject: 'Verify now',
      todo: 'Verify the report below at once, and acknowledge this notice.',
      why: 'the plan asks you to verify reports',
      level: 'unverified',
      how: verify,
      lines: grounds,
    },
    verificationReminder: {
      name: 'Verification is due',
      subject: 'Not verified yet, decide now',
      todo: byPhase({
        reported: 'The report below is still not verified. Decide now: confirm it, declare standby, or reject it.',
        standby:
          'Standby was declared, and the report below is still not verified. Decide again: confirm it, prolong standby, or reject it.',
        responding:
          'The response has started by itself, as the plan says, and the report below is still not verified. Decide now: confirm it, or reject it.',
      }),
      why: 'the plan asks you to verify reports',
      level: 'fromFacts',
      how: verify,
      lines: (notice) => [...decideBy(notice), ...grounds(notice)],
    },
    standby: {
      name: 'Standby',
      subject: 'Stand by',
      todo: 'Stand by and stay reachable: standby has been declared, the report below is not confirmed.',
      why: 'you were notified of this report before',
      level: 'unverified',
      how: 'look',
    },
    standbyProlonged: {
      name: 'Standby prolonged',
      subject: 'Standby is prolonged, go on standing by',
      todo: 'Go on standing by and stay reachable: standby has been prolonged, the report below is still not confirmed.',
      why: 'you were notified of this report before',
      level: 'unverified',
      how: 'look',
    },
    verificationOverdue: {
      name: 'Time for verification is over',
      subject: 'Time is up, decide now',
      todo: 'The time for verification is over and nobody has decided. Decide now yourself: confirm it, declare standby, or reject it.',
      why: 'you are a deputy, or may verify reports',
      level: 'fromFacts',
      how: verify,
      lines: (notice) => [...ifNobodyDecides(notice), ...grounds(notice)],
    },
    verificationEscalated: {
      name: 'Nobody decides',
      subject: 'Nobody has verified this report',
      todo: byPhase({
        reported: 'Nobody has decided on the report below. Reach somebody who may decide, or decide yourself, now.',
        standby:
          'Since standby was declared nobody has verified the report below. Reach somebody who may decide, or decide yourself, now: confirm it, prolong standby, or reject it.',
        responding:
          'The response has started by itself, as the plan says, and nobody has verified the report below. Reach somebody who may decide, or decide yourself, now: confirm it, or reject it.',
      }),
      why: 'the plan says that you must be told',
      level: 'fromFacts',
      how: verify,
      lines: grounds,
    },
    proposalRisen: {
      name: 'A higher level is proposed',
      subject: 'A higher level is proposed, verify now',
      todo: byPhase({
        reported:
          'The grading criteria propose a higher level than before. Decide now: confirm it, declare standby, or reject it.',
        standby:
          'Since standby was declared, the grading criteria have come to propose a higher level than before. Decide again now: confirm it, prolong standby, or reject it.',
        responding:
          'The response has started by itself, as the plan says, and the report below is still not verified. The grading criteria propose a higher level now. Decide now: confirm it, or reject it.',
      }),
      why: 'the plan asks you to verify reports',
      level: 'fromFacts',
      how: verify,
      lines: (notice) => [...risen(notice), ...grounds(notice)],
    },
    treatedAsReal: {
      name: 'Treated as real',
      subject: 'Response started by itself, verify',
      todo: 'The response has started by itself, as the plan says, and teams are being called. Verify now: confirm it, or reject it.',
      why: 'the plan asks you to verify reports or to decide on the level, or you made the report',
      level: 'fromFacts',
      how: verify,
      lines: (notice) => [
        textOf(notice.facts, 'why') === 'automatic'
          ? 'Why it started: the proposed level starts by itself, says the plan'
          : 'Why it started: nobody decided within the time for verification',
      ],
    },
    forewarned: {
      name: 'Forewarning',
      subject: 'Be ready',
      todo: 'Be ready and stay reachable; you need not come yet. Standby has been declared, the report below is not confirmed.',
      why: 'the plan forewarns you on standby',
      level: 'unverified',
      how: 'nothing',
    },
    standbyLifted: {
      name: 'Standby is over',
      subject: 'No need to stand by',
      todo: 'You need not stand by any more: the response runs, and your team is not called at this level.',
      why: 'you were forewarned before',
      level: 'none',
      how: 'nothing',
    },
    rejected: {
      name: 'Report rejected',
      subject: 'No incident, nothing to do',
      todo: 'Nothing to do: the report below was verified and is no incident.',
      why: 'you were notified of this report before, or you made it',
      level: 'none',
      how: 'nothing',
      lines: lifted,
    },
  },
};

/** Only what may still be decided: standby is prolonged once it was declared, and no choice any more once the response runs. */
function byPhase(todo: Record<'reported' | 'standby' | 'responding', string>): (notice: Notice) => string {
  return ({ facts }) => {
    const phase = textOf(facts, 'phase');
    return phase === 'standby' || phase === 'responding' ? todo[phase] : todo.reported;
  };
}

/** By what a person verifies and grades: what is known, and which criteria and rules of the plan it meets. */
function grounds(notice: Notice): string[] {
  const { facts, lang, say } = notice;
  const met = [
    ...listOf(facts, 'hits').map((id) => say.names.gradingCriterion(id, lang)),
    ...listOf(facts, 'raises').map((id) => say.names.responseRule(id, lang)),
  ];
  const reasons = lang === 'en' ? `Graded by: ${met.join('; ')}` : `定级依据：${met.join('；')}`;
  return [...knownLine(notice, lang === 'en' ? 'Known' : '已知情况'), ...(met.length === 0 ? [] : [reasons])];
}

/** What is proposed now, and what was proposed for a reason before. */
function risen({ facts, lang, say, proposedLevel }: Notice): string[] {
  if (proposedLevel === undefined) return [];
  const before = textOf(facts, 'from');
  const [now, was] = [say.level(proposedLevel), before === undefined ? undefined : say.level(before)];
  if (lang === 'en') return [`Proposed now: ${now}${was === undefined ? '' : `, before: ${was}`}`];
  return [`现建议：${now}${was === undefined ? '' : `（此前建议${was}）`}`];
}

function decideBy({ facts, lang, zone }: Notice): string[] {
  const by = numberOf(facts, 'by');
  if (by === undefined) return [];
  return [lang === 'en' ? `Decide by: ${formatInstant(by, 'en', zone)}` : `决定时限：${formatInstant(by, lang, zone)}`];
}

function ifNobodyDecides({ facts, lang, say, zone }: Notice): string[] {
  const [then, at, level] = [textOf(facts, 'then'), numberOf(facts, 'thenAt'), textOf(facts, 'thenLevel')];
  if (then === undefined || at === undefined) return [];
  const time = formatInstant(at, lang, zone);
  if (then === 'escalate') {
    return [lang === 'en' ? `Without a decision, more people are told at ${time}` : `仍无决定的，${time} 扩大告知范围`];
  }
  const real = level === undefined ? '' : say.level(level);
  return [
    lang === 'en'
      ? `Without a decision it is treated as real${real === '' ? '' : ` at ${real}`} from ${time}`
      : `仍无决定的，${time} 起按真实事故处理${real === '' ? '' : `，启动${real}`}`,
  ];
}

/** What was rejected after it had begun: the response, or standby. */
function lifted({ facts, lang }: Notice): string[] {
  switch (textOf(facts, 'from')) {
    case 'standby':
      return [lang === 'en' ? 'Standby is lifted' : '预警解除'];
    case 'responding':
      return [lang === 'en' ? 'The response that had started by itself is stopped' : '已自动启动的响应就此停止'];
    default:
      return [];
  }
}

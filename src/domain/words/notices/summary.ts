import type { NoticeTemplate } from '../../incident/index.js';
import type { Lang } from '../../lang.js';
import { numberOf, textOf } from '../details.js';
import type { Notice } from '../notice.js';
import { formatInstant } from '../time.js';
import { lookAtSummary, seeSummary } from './howLessons.js';
import type { NoticeSentencesOf } from './sentences.js';

type SummaryTemplate = Extract<NoticeTemplate, `summary${string}`>;

export const summaryNotices: NoticeSentencesOf<SummaryTemplate> = {
  'zh-CN': {
    summaryCalled: {
      name: '总结评估会通知',
      subject: '请参加总结评估会',
      todo: '请按时参加总结评估会，会前阅读各部门的总结。此前收到过通知的，以本次为准。',
      why: '您被列为参加人',
      level: 'fromFacts',
      how: seeSummary,
      lines: meeting,
    },
    summaryOff: {
      name: '总结评估会取消通知',
      subject: '总结评估会不必参加',
      todo: (notice) => WHY_OFF['zh-CN'][textOf(notice.facts, 'why') ?? ''] ?? '您不必再参加原通知的总结评估会。',
      why: '您此前被列为参加人',
      level: 'fromFacts',
      how: 'look',
      lines: meeting,
    },
    summaryHeld: {
      name: '总结评估登记通知',
      subject: '总结评估已经登记',
      todo: '总结评估会的评级和结论已经登记，总结评估记录正在编写：请核对，有出入的告知主持人。',
      why: '您参加了会议，或者预案规定您参加',
      level: 'fromFacts',
      how: lookAtSummary,
      lines: result,
    },
  },
  en: {
    summaryCalled: {
      name: 'Summary evaluation called',
      subject: 'Take part in the summary evaluation',
      todo: 'Come to the summary evaluation, and read before what the departments have said. This takes the place of any earlier invitation.',
      why: 'you are listed as taking part',
      level: 'fromFacts',
      how: seeSummary,
      lines: meeting,
    },
    summaryOff: {
      name: 'Summary evaluation without you',
      subject: 'No need to come to the summary evaluation',
      todo: (notice) =>
        WHY_OFF.en[textOf(notice.facts, 'why') ?? ''] ??
        'You need not come to the summary evaluation that you were told of.',
      why: 'you were listed as taking part',
      level: 'fromFacts',
      how: 'look',
      lines: meeting,
    },
    summaryHeld: {
      name: 'Summary evaluation recorded',
      subject: 'The summary evaluation is recorded',
      todo: 'Ratings and conclusions of the summary evaluation are recorded, and the record is being written: check it, and tell the chair what is not right.',
      why: 'you took part, or the plan lists you',
      level: 'fromFacts',
      how: lookAtSummary,
      lines: result,
    },
  },
};

const WHY_OFF: Record<Lang, Readonly<Record<string, string>>> = {
  'zh-CN': {
    dropped: '总结评估会的参加人有调整，您不必再参加。',
    reopened: '同一事故再次发生，响应已重新启动，原定的总结评估会不召开；再次终止后另行召集。',
    closed: '事故已经结案，原定的总结评估会不再召开。',
    planMoved: '预案版本已经切换，不再要求总结评估，原定的总结评估会不再召开。',
  },
  en: {
    dropped: 'The list of those who take part in the summary evaluation has changed: you need not come any more.',
    reopened:
      'It has come back and the incident was reopened: the summary evaluation does not take place. Another one is called after the next end.',
    closed: 'The incident was closed: the summary evaluation does not take place.',
    planMoved:
      'The incident runs by another version of the plan, which asks for no summary evaluation: it does not take place.',
  },
};

function meeting({ facts, lang, zone, quote }: Notice): string[] {
  const zh = lang === 'zh-CN';
  const at = numberOf(facts, 'meetingAt');
  const place = quote('meetingPlace');
  return [
    ...(at === undefined ? [] : [`${zh ? '会议时间：' : 'Time of the meeting: '}${formatInstant(at, lang, zone)}`]),
    ...(place === undefined ? [] : [`${zh ? '会议地点：' : 'Place of the meeting: '}${place}`]),
  ];
}

function result({ facts, lang, say }: Notice): string[] {
  const zh = lang === 'zh-CN';
  const score = numberOf(facts, 'score');
  const conclusion = textOf(facts, 'conclusion');
  return [
    ...(conclusion === undefined ? [] : [`${zh ? '等次：' : 'Grade: '}${say.names.conclusion(conclusion, lang)}`]),
    ...(score === undefined ? [] : [`${zh ? '得分：' : 'Score: '}${score}`]),
  ];
}

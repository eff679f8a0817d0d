import type { NoticeTemplate } from '../../incident/index.js';
import type { Lang } from '../../lang.js';
import { listOf, numberOf, textOf } from '../details.js';
import type { Notice } from '../notice.js';
import { missingWords, partnerLines, partnersWords } from '../quorum.js';
import { answerOfPartner, goOnWithFewer } from './how.js';
import type { NoticeSentencesOf } from './sentences.js';

type ShortageTemplate = Extract<
  NoticeTemplate,
  'shortage' | 'shortageAccepted' | 'quorumReached' | 'quorumLost' | 'partnerCall' | 'partnerStandDown'
>;

/** Who and what a team lacks. */
export const shortageNotices: NoticeSentencesOf<ShortageTemplate> = {
  'zh-CN': {
    shortage: {
      name: '人员不足通知',
      subject: '人员不足，请立即补充',
      todo: '下列组人员不足：请立即联系未答复的人员，或另行安排；无法补充的，由指挥长决定是否以现有人员继续。',
      why: '预案规定人员不足时须告知您，或由您指挥',
      level: 'fromFacts',
      how: goOnWithFewer,
      lines: (notice) => [...short(notice), ...answers(notice)],
    },
    shortageAccepted: {
      name: '接受人员不足通知',
      subject: '以现有人员继续',
      todo: '指挥长已决定该组以现有人员继续：无须再为该组寻找人员。',
      why: '您负责该组，或此前接到过人员不足的通知',
      level: 'fromFacts',
      how: 'nothing',
      lines: short,
    },
    quorumReached: {
      name: '人员到齐通知',
      subject: '人员已到齐',
      todo: '该组人员已到齐：无须再为该组寻找人员。',
      why: '此前告知过您该组人员不足',
      level: 'fromFacts',
      how: 'nothing',
      lines: short,
    },
    quorumLost: {
      name: '人员不再齐全通知',
      subject: '人员不再齐全',
      todo: '您的组有人退出，人员不再齐全：请联系组内其他人员；系统正在按预案另行动员。',
      why: '您负责该组',
      level: 'fromFacts',
      how: 'look',
      lines: short,
    },
    partnerCall: {
      name: '联系外部单位通知',
      subject: '请立即联系外部单位',
      todo: '本单位人员不足：请立即联系该外部单位请求支援，并登记其答复。',
      why: '您负责联系该外部单位',
      level: 'fromFacts',
      how: answerOfPartner,
      lines: partner,
    },
    partnerStandDown: {
      name: '外部单位解除支援通知',
      subject: '请通知外部单位解除支援',
      todo: '该组已解除动员：请通知该外部单位无须再支援。',
      why: '您负责联系该外部单位',
      level: 'none',
      how: 'nothing',
      lines: partner,
    },
  },
  en: {
    shortage: {
      name: 'Shortage of people',
      subject: 'Too few people, find more now',
      todo: 'The team below is short of people: reach those who have not answered, or find others. If there are none, whoever commands decides whether to go on with fewer.',
      why: 'the plan says that you are told of a shortage, or you command',
      level: 'fromFacts',
      how: goOnWithFewer,
      lines: (notice) => [...short(notice), ...answers(notice)],
    },
    shortageAccepted: {
      name: 'Shortage accepted',
      subject: 'Going on with fewer people',
      todo: 'Command has decided that this team goes on with the people it has: you need not look for more.',
      why: 'you lead the team, or were told before that it is short',
      level: 'fromFacts',
      how: 'nothing',
      lines: short,
    },
    quorumReached: {
      name: 'Team complete',
      subject: 'The team is complete',
      todo: 'This team is complete now: you need not look for more people.',
      why: 'you were told before that the team is short',
      level: 'fromFacts',
      how: 'nothing',
      lines: short,
    },
    quorumLost: {
      name: 'Team no longer complete',
      subject: 'The team is no longer complete',
      todo: 'Somebody has left your team, and it is no longer complete: ask the others of the team. More people are being called as the plan says.',
      why: 'you lead the team',
      level: 'fromFacts',
      how: 'look',
      lines: short,
    },
    partnerCall: {
      name: 'Call to an external partner',
      subject: 'Call the external partner now',
      todo: 'There are too few people in the house: call this partner at once, ask for help, and record its answer.',
      why: 'you speak with this partner',
      level: 'fromFacts',
      how: answerOfPartner,
      lines: partner,
    },
    partnerStandDown: {
      name: 'Stand down of a partner',
      subject: 'Tell the partner that it is over',
      todo: 'The team is stood down: tell this partner that its help is no longer needed.',
      why: 'you speak with this partner',
      level: 'none',
      how: 'nothing',
      lines: partner,
    },
  },
};

const LINES: Record<Lang, Record<'team' | 'have' | 'missing' | 'open', string>> = {
  'zh-CN': { team: '组', have: '现有', missing: '还缺', open: '尚未答复的外部单位' },
  en: { team: 'Team', have: 'Coming', missing: 'Missing', open: 'Partners that have not answered' },
};

function line({ lang }: Notice, name: keyof (typeof LINES)[Lang], value: string): string {
  return lang === 'en' ? `${LINES.en[name]}: ${value}` : `${LINES['zh-CN'][name]}：${value}`;
}

function team(notice: Notice): string {
  return line(notice, 'team', notice.say.target({ kind: 'team', id: textOf(notice.facts, 'team') ?? '' }));
}

function short(notice: Notice): string[] {
  const { facts, say } = notice;
  const have = numberOf(facts, 'have');
  const wanted = new Map<string, number>();
  for (const id of listOf(facts, 'missingQualifications')) wanted.set(id, (wanted.get(id) ?? 0) + 1);
  const qualifications = [...wanted].map(([qualification, people]) => ({ qualification, people }));
  const missing = missingWords({ people: numberOf(facts, 'missing') ?? 0, qualifications }, say);
  return [
    team(notice),
    ...(have === undefined ? [] : [line(notice, 'have', say.count(have))]),
    ...(missing === '' ? [] : [line(notice, 'missing', missing)]),
  ];
}

const ANSWERS: Record<string, Record<Lang, string>> = {
  undelivered: { 'zh-CN': '通知未送达', en: 'Not reached' },
  noAnswer: { 'zh-CN': '逾时未确认', en: 'Silent' },
  declined: { 'zh-CN': '不能参加', en: 'Declined' },
  notAnswered: { 'zh-CN': '尚未答复', en: 'Not answered yet' },
};

/** Those who are named, and how many more there are. */
function answers(notice: Notice): string[] {
  const { facts, say, lang } = notice;
  const lines = Object.entries(ANSWERS).flatMap(([key, name]) => {
    const people = listOf(facts, key);
    if (people.length === 0) return [];
    const others = (numberOf(facts, `${key}Count`) ?? 0) - people.length;
    const names = say.list(people.map(say.person));
    if (lang === 'en') return [`${name.en}: ${names}${others > 0 ? ` and ${others} others` : ''}`];
    return [`${name['zh-CN']}：${names}${others > 0 ? `，另有${others}人` : ''}`];
  });
  const open = listOf(facts, 'partners');
  return [...lines, ...(open.length === 0 ? [] : [line(notice, 'open', partnersWords(open, say))])];
}

function partner(notice: Notice): string[] {
  const id = textOf(notice.facts, 'partner') ?? '';
  return [...partnerLines([id], notice.say), team(notice)];
}

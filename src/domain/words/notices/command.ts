import { briefText } from '../../incident/index.js';
import type { NoticeTemplate } from '../../incident/index.js';
import { briefWords } from '../brief.js';
import { listOf, textOf } from '../details.js';
import type { Notice } from '../notice.js';
import { answerHandover, checkIn, lookAndTakeCommand, lookAtTasks, takeCommand, withdrawHandover } from './how.js';
import type { NoticeSentencesOf } from './sentences.js';

type CommandTemplate = Extract<
  NoticeTemplate,
  | 'handoverOffered'
  | 'handoverUnanswered'
  | 'handoverAnswered'
  | 'checkInDue'
  | 'commandAsked'
  | 'commandHeld'
  | 'commandUnanswered'
  | 'commandPassed'
  | 'commandTaken'
  | 'postTaken'
  | 'relieved'
>;

export const commandNotices: NoticeSentencesOf<CommandTemplate> = {
  'zh-CN': {
    handoverOffered: {
      name: '指挥权移交',
      subject: '请接受指挥权移交',
      todo: '现向您移交指挥权：请阅读移交说明，然后接受或者说明理由不接受。接受之前，仍由原指挥人员指挥。',
      why: '您可以担任指挥长',
      level: 'fromFacts',
      how: answerHandover,
      lines: (notice) => [...inCommand(notice), ...brief(notice)],
    },
    handoverUnanswered: {
      name: '指挥权移交无答复通知',
      subject: '指挥权移交无答复',
      todo: '您提出的指挥权移交仍无答复，指挥权仍在您手中。请直接联系对方；或者撤回移交，改交他人。',
      why: '您提出移交并仍在指挥',
      level: 'fromFacts',
      how: withdrawHandover,
      lines: silent,
    },
    handoverAnswered: {
      name: '指挥权移交结果',
      subject: '指挥权未移交',
      todo: '指挥权移交未进行，指挥照旧。',
      why: '您参与这次移交',
      level: 'none',
      how: 'look',
      lines: (notice) => [
        `${isDeclined(notice) ? '不接受移交' : '撤回移交'}：${answeredBy(notice)}`,
        ...inCommand(notice),
      ],
      reason: '理由',
    },
    checkInDue: {
      name: '指挥长报到催促',
      subject: '请立即报到',
      todo: '您正在指挥：请立即报到或作出任一决定。仍无应答的，将请副指挥长接替。',
      why: '您正在指挥',
      level: 'fromFacts',
      how: checkIn,
    },
    commandAsked: {
      name: '接替指挥通知',
      subject: '指挥长无应答，请接替指挥',
      todo: '指挥长无应答。请立即接替指挥：第一位接受者即为指挥长。',
      why: '预案规定由您接替',
      level: 'fromFacts',
      how: takeCommand,
      lines: silent,
    },
    commandHeld: {
      name: '无须接替通知',
      subject: '无须接替指挥',
      todo: '无须接替指挥：指挥长已应答。',
      why: '此前请您接替指挥',
      level: 'none',
      how: 'nothing',
      lines: inCommand,
    },
    commandUnanswered: {
      name: '指挥无应答通知',
      subject: '无人指挥，请立即过问',
      todo: '指挥长和应接替的人员均无应答。请立即用其他方式联系他们；可以指挥的，请接替指挥。',
      why: '您在指挥部任职，或预案规定此种情况须告知您',
      level: 'fromFacts',
      how: lookAndTakeCommand,
      lines: silent,
    },
    commandPassed: {
      name: '指挥长变更通知',
      subject: '指挥长已变更',
      todo: '指挥长已变更，今后请向新的指挥长报告。',
      why: '您在指挥部任职，或负责已动员的组',
      level: 'fromFacts',
      how: 'look',
      lines: change,
    },
    commandTaken: {
      name: '就任指挥长通知',
      subject: '现由您指挥',
      todo: '现由您指挥：请立即查看事故现状、未决事项和任务。',
      why: '您已接过指挥权，或因原指挥人员不能指挥而由您接替',
      level: 'fromFacts',
      how: lookAtTasks,
      lines: change,
    },
    postTaken: {
      name: '任职通知',
      subject: '请接任岗位',
      todo: '该岗位现由您担任，请立即查看事故现状，并与指挥长取得联系。',
      why: '您是该岗位的下一人选',
      level: 'fromFacts',
      how: 'look',
      lines: ({ facts, say }) => [`岗位：${say.post(textOf(facts, 'post') ?? '')}`],
    },
    relieved: {
      name: '卸任指挥长通知',
      subject: '指挥权已交接',
      todo: '您不再指挥本事故：指挥权已由他人接过。',
      why: '您此前指挥本事故',
      level: 'fromFacts',
      how: 'look',
      lines: change,
    },
  },
  en: {
    handoverOffered: {
      name: 'Handover of command',
      subject: 'Accept command',
      todo: 'Command is being handed over to you: read the brief, then accept, or decline with a reason. Until you accept, command stays where it is.',
      why: 'you may command',
      level: 'fromFacts',
      how: answerHandover,
      lines: (notice) => [...inCommand(notice), ...brief(notice)],
    },
    handoverUnanswered: {
      name: 'Handover not answered',
      subject: 'Nobody has answered your handover of command',
      todo: 'The handover that you offered has not been answered: you are still in command. Call the person, or withdraw the offer and make it to somebody else.',
      why: 'you offered the handover and are still in command',
      level: 'fromFacts',
      how: withdrawHandover,
      lines: silent,
    },
    handoverAnswered: {
      name: 'Handover did not take place',
      subject: 'Command was not handed over',
      todo: 'The handover did not take place; command stays where it was.',
      why: 'you are part of this handover',
      level: 'none',
      how: 'look',
      lines: (notice) => [
        `${isDeclined(notice) ? 'Declined by' : 'Withdrawn by'}: ${answeredBy(notice)}`,
        ...inCommand(notice),
      ],
      reason: 'Reason',
    },
    checkInDue: {
      name: 'Check-in of the commander',
      subject: 'Check in now',
      todo: 'You are in command: check in, or take any decision, now. Otherwise the deputies are asked to take over.',
      why: 'you are in command',
      level: 'fromFacts',
      how: checkIn,
    },
    commandAsked: {
      name: 'Take over command',
      subject: 'Commander silent, take over',
      todo: 'Whoever commands does not answer. Take over command now: the first to accept commands.',
      why: 'the plan says that you take over',
      level: 'fromFacts',
      how: takeCommand,
      lines: silent,
    },
    commandHeld: {
      name: 'No need to take over',
      subject: 'No need to take over',
      todo: 'You need not take over command: whoever commands has answered.',
      why: 'you were asked to take over before',
      level: 'none',
      how: 'nothing',
      lines: inCommand,
    },
    commandUnanswered: {
      name: 'Nobody commands',
      subject: 'Nobody commands, act now',
      todo: 'Neither whoever commands nor those who should take over answer. Reach them by other means now; if you may command, take over.',
      why: 'you hold a post of command, or the plan says that you must be told',
      level: 'fromFacts',
      how: lookAndTakeCommand,
      lines: silent,
    },
    commandPassed: {
      name: 'Change of command',
      subject: 'Command has passed on',
      todo: 'Command has passed on; report to the new commander from now on.',
      why: 'you hold a post of command, or lead a team that is called',
      level: 'fromFacts',
      how: 'look',
      lines: change,
    },
    commandTaken: {
      name: 'In command',
      subject: 'You are in command',
      todo: 'You are in command now: look at the situation, the open items and the tasks at once.',
      why: 'you have taken over command, or it fell to you because somebody else could not command',
      level: 'fromFacts',
      how: lookAtTasks,
      lines: change,
    },
    postTaken: {
      name: 'Post taken',
      subject: 'You hold a post of command',
      todo: 'You hold this post now: look at the situation at once, and get in touch with whoever commands.',
      why: 'you are the next holder of this post',
      level: 'fromFacts',
      how: 'look',
      lines: ({ facts, say }) => [`Post: ${say.post(textOf(facts, 'post') ?? '')}`],
    },
    relieved: {
      name: 'Relieved of command',
      subject: 'Command was taken over',
      todo: 'You no longer command this incident: somebody else has taken over.',
      why: 'you commanded this incident before',
      level: 'fromFacts',
      how: 'look',
      lines: change,
    },
  },
};

function inCommand({ facts, lang, say }: Notice): string[] {
  const from = textOf(facts, 'from');
  if (from === undefined) return [];
  return [lang === 'en' ? `In command: ${say.person(from)}` : `现任指挥：${say.person(from)}`];
}

/** As much of each part as the machine lets the notice carry. */
const BRIEF_CHARACTERS = 2_000;

function brief({ quote, lang }: Notice): string[] {
  const parts = briefWords((part) => quote(briefText(part), BRIEF_CHARACTERS), lang).map((part) => `- ${part}`);
  return parts.length === 0 ? [] : [lang === 'en' ? 'Brief:' : '移交说明：', ...parts];
}

function isDeclined({ facts }: Notice): boolean {
  return textOf(facts, 'answer') === 'declined';
}

function answeredBy({ facts, say }: Notice): string {
  return say.person(textOf(facts, 'by') ?? '');
}

function silent({ facts, lang, say }: Notice): string[] {
  const people = say.list(listOf(facts, 'silent').map(say.person));
  return [lang === 'en' ? `No answer from: ${people}` : `无应答：${people}`];
}

function change({ facts, lang, say }: Notice): string[] {
  const [from, to] = [textOf(facts, 'from'), textOf(facts, 'to')];
  if (from === undefined || to === undefined) return [];
  const why = {
    handover: { en: 'handed over', 'zh-CN': '移交' },
    silence: { en: 'no answer', 'zh-CN': '无应答' },
    commandsElsewhere: { en: 'in command of another incident', 'zh-CN': '正在指挥另一起事故' },
    roster: { en: 'in no post of command any more', 'zh-CN': '已不再担任指挥岗位' },
    preempted: { en: 'at work for a real incident', 'zh-CN': '已参加真实事故处置' },
  }[textOf(facts, 'why') ?? ''];
  return lang === 'en'
    ? [`In command now: ${say.person(to)}`, `Before: ${say.person(from)}${why ? ` (${why.en})` : ''}`]
    : [`现任指挥：${say.person(to)}`, `原任指挥：${say.person(from)}${why ? `（${why['zh-CN']}）` : ''}`];
}

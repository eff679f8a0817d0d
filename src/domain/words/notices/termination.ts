import type { NoticeTemplate } from '../../incident/index.js';
import { openItemFrom } from '../../incident/index.js';
import { listOf, numberOf } from '../details.js';
import type { Notice } from '../notice.js';
import { stillOpenWords } from '../stillOpen.js';
import { formatInstant } from '../time.js';
import { again } from './merging.js';
import { taskNameIn } from './tasks.js';
import { closeIncident, confirmCriteria, decideOnRecurrence, lookAndAsk, sign } from './howTermination.js';
import { knownLine } from './knownFacts.js';
import type { NoticeSentencesOf } from './sentences.js';

type TerminationTemplate = Extract<
  NoticeTemplate,
  | `criteria${string}`
  | 'terminationProposed'
  | 'overrideProposed'
  | 'terminated'
  | 'recurrence'
  | 'recurrenceUndecided'
  | 'recurrenceDismissed'
  | 'reopened'
  | 'watchEnded'
>;

export const terminationNotices: NoticeSentencesOf<TerminationTemplate> = {
  'zh-CN': {
    criteriaAsked: {
      name: '终止条件确认通知',
      subject: '请确认终止条件',
      todo: '以下终止条件由您确认：请逐项核对，属实的予以确认；尚未达到的，请告知指挥长。',
      why: '预案规定这些条件由您的岗位确认，或该岗位现无人在岗',
      level: 'fromFacts',
      how: confirmCriteria,
      lines: criteria,
    },
    criteriaLapsed: {
      name: '终止条件重新确认通知',
      subject: '终止条件须重新确认',
      todo: '情况有变，您此前对以下终止条件的确认已经失效：请重新核对，属实的再次确认。',
      why: '这些条件此前由您确认',
      level: 'fromFacts',
      how: confirmCriteria,
      lines: criteria,
    },
    criteriaWithdrawn: {
      name: '终止条件撤回通知',
      subject: '终止条件的确认已撤回',
      todo: '有人撤回了对终止条件的确认：重新确认之前，应急响应不能终止。',
      why: '您正在指挥，或者应急终止由您提议',
      level: 'fromFacts',
      how: lookAndAsk,
      reason: '撤回的理由',
      lines: withdrawn,
    },
    terminationProposed: {
      name: '应急终止签署通知',
      subject: '请签署应急终止',
      todo: '有人提议应急终止，须由第二人签署：请先看尚未了结的事项，逐项核对终止条件，再决定是否签署。',
      why: '预案规定您有权签署应急终止',
      level: 'fromFacts',
      how: sign,
      reason: '提议的理由',
      lines: stillOpen,
    },
    overrideProposed: {
      name: '强制终止签署通知',
      subject: '强制终止应急响应，请您决定',
      todo: '有人提议在事项尚未了结时强制终止应急响应，须由您作为第二人签署。一经签署，应急响应立即终止，以下事项均不再办理：请逐项看过，确有必要才签署。',
      why: '预案规定您有权签署强制终止',
      level: 'fromFacts',
      how: sign,
      reason: '提议的理由',
      lines: stillOpen,
    },
    terminated: {
      name: '应急终止通知',
      subject: '应急终止',
      todo: '应急响应已经终止：动员全部解除，无须再到岗，已到岗的可以停止处置。',
      why: '您报告了本次事故，或者参加了响应',
      level: 'fromFacts',
      how: 'nothing',
      lines: watched,
    },
    recurrence: {
      name: '疑似复发通知',
      subject: '观察期内疑似复发，请决定是否重新启动响应',
      todo: '应急响应终止后尚在观察期内，又有新的情况：请判断是否为同一事故再次发生。如是，请立即重新启动响应；如不是，请予以排除。未作决定前，不会动员任何人，观察期也不会结束。',
      why: '您正在指挥，或者预案规定由您决定该级别',
      level: 'fromFacts',
      how: decideOnRecurrence,
      lines: whatIsNew,
    },
    recurrenceUndecided: {
      name: '疑似复发催促',
      subject: '疑似复发仍无人决定，请立即决定',
      todo: '观察期内疑似复发，至今无人决定，也未动员任何人。请立即判断：再次发生的，重新启动响应；不是的，予以排除。不由您决定的，请立即联系指挥长。',
      why: '您是指挥人员，或者预案规定此种情况须告知您',
      level: 'fromFacts',
      how: decideOnRecurrence,
      lines: undecidedSince,
    },
    recurrenceDismissed: {
      name: '疑似复发排除通知',
      subject: '已认定不是再次发生',
      todo: '经判断，观察期内的新情况不是同一事故再次发生，不重新启动响应。如您掌握的情况与此不符，请立即告知指挥长。',
      why: '您曾被请求作出决定，或者您报告了该情况',
      level: 'fromFacts',
      how: 'look',
      lines: watchGoesOn,
      reason: '理由',
    },
    reopened: {
      name: '重新启动响应通知',
      subject: '事故再次发生，已重新启动响应',
      todo: '观察期内同一事故再次发生，应急响应已重新启动：正在按响应级别动员。请查看现状，并履行岗位职责。',
      why: '您是指挥人员，或者您报告了本次事故',
      level: 'fromFacts',
      how: 'look',
      reason: '重新启动的理由',
    },
    watchEnded: {
      name: '观察期满通知',
      subject: '观察期满，转入后期处置',
      todo: '观察期内未重新启动响应，事故转入后期处置，正在编写最终的事故报告书。请办结其余事项，随后结案。',
      why: '您是指挥长，或者预案规定由您决定结案',
      level: 'fromFacts',
      how: closeIncident,
    },
  },
  en: {
    criteriaAsked: {
      name: 'Criteria to confirm',
      subject: 'Confirm termination criteria',
      todo: 'These termination criteria are yours to confirm: check each of them and confirm those that are met. If one is not, tell whoever commands.',
      why: 'the plan wants them confirmed by your post, or nobody of that post is there',
      level: 'fromFacts',
      how: confirmCriteria,
      lines: criteria,
    },
    criteriaLapsed: {
      name: 'Criteria to confirm anew',
      subject: 'Termination criteria have to be confirmed anew',
      todo: 'Something changed, and what you confirmed before does not count any more: check these termination criteria again and confirm those that are met.',
      why: 'you confirmed them before',
      level: 'fromFacts',
      how: confirmCriteria,
      lines: criteria,
    },
    criteriaWithdrawn: {
      name: 'Criterion not met any more',
      subject: 'A termination criterion is not met any more',
      todo: 'Somebody took back that termination criteria are met: until they are confirmed anew, the response cannot end.',
      why: 'you are in command, or you proposed the termination',
      level: 'fromFacts',
      how: lookAndAsk,
      reason: 'Why',
      lines: withdrawn,
    },
    terminationProposed: {
      name: 'Second signature needed',
      subject: 'Sign the termination',
      todo: 'Termination is proposed and needs a second signature: see what is still open, check each termination criterion, then decide whether to sign.',
      why: 'the plan authorises you to sign a termination',
      level: 'fromFacts',
      how: sign,
      reason: 'Reason for the proposal',
      lines: stillOpen,
    },
    overrideProposed: {
      name: 'Override to be signed',
      subject: 'End by override: your decision',
      todo: 'It is proposed to end the response although something stands against it, and that takes your signature as the second person. Once you sign, the response ends at once and nobody goes on with what is listed here: read all of it, and sign only if it must be.',
      why: 'the plan authorises you to sign an override',
      level: 'fromFacts',
      how: sign,
      reason: 'Reason for the proposal',
      lines: stillOpen,
    },
    terminated: {
      name: 'Termination',
      subject: 'Response terminated',
      todo: 'The response is terminated: everybody is stood down, nobody need come any more, and whoever is at work may stop.',
      why: 'you reported this incident, or took part in the response',
      level: 'fromFacts',
      how: 'nothing',
      lines: watched,
    },
    recurrence: {
      name: 'Possible recurrence',
      subject: 'It may have come back: decide whether to reopen',
      todo: 'The response has ended and is still being watched, and there is news: judge whether the same thing has come back. If so, reopen the incident at once; if not, dismiss it. Until somebody decides, nobody is called, and the watch does not end.',
      why: 'you are in command, or the plan asks you to decide on that level',
      level: 'fromFacts',
      how: decideOnRecurrence,
      lines: whatIsNew,
    },
    recurrenceUndecided: {
      name: 'Recurrence not decided on',
      subject: 'Nobody has decided whether it has come back: decide now',
      todo: 'It may have come back while it was watched. Nobody has decided so far, and nobody is called. Judge now: if it has come back, reopen the incident; if not, dismiss it. If it is not up to you, call whoever commands at once.',
      why: 'you are in command, or the plan says that you are told in this case',
      level: 'fromFacts',
      how: decideOnRecurrence,
      lines: undecidedSince,
    },
    recurrenceDismissed: {
      name: 'Recurrence dismissed',
      subject: 'Found not to have come back',
      todo: 'What was told while it was watched was found not to be the same thing come back: the incident is not reopened. If you know otherwise, tell whoever commands at once.',
      why: 'you were asked to decide, or you reported it',
      level: 'fromFacts',
      how: 'look',
      lines: watchGoesOn,
      reason: 'Reason',
    },
    reopened: {
      name: 'Reopened',
      subject: 'It has come back: the incident is reopened',
      todo: 'The same thing has come back while it was watched, and the response runs again: teams are being called as the level wants it. See where it stands, and do what your post asks for.',
      why: 'you are in command, or you reported this incident',
      level: 'fromFacts',
      how: 'look',
      reason: 'Why it was reopened',
    },
    watchEnded: {
      name: 'Watch over',
      subject: 'The watch is over, the aftermath begins',
      todo: 'The watch has ended without the incident being reopened. The aftermath begins, and the incident report is being written in its final form: see to what is still open, then close the incident.',
      why: 'you are in command, or the plan asks you to close it',
      level: 'fromFacts',
      how: closeIncident,
    },
  },
};

function criteria({ recipient, say }: Notice): string[] {
  return (recipient.criteria ?? []).map((id) => {
    const name = say.names.terminationCriterion(id, say.lang);
    return say.lang === 'en' ? `- ${name} (${id})` : `- ${name}（${id}）`;
  });
}

function withdrawn({ facts, say }: Notice): string[] {
  return listOf(facts, 'withdrawn').map((id) => `- ${say.names.terminationCriterion(id, say.lang)}`);
}

function watched({ facts, lang, zone }: Notice): string[] {
  const until = numberOf(facts, 'watchUntil');
  if (until === undefined) return [];
  const at = formatInstant(until, lang, zone);
  return lang === 'en'
    ? [`Watched until: ${at}. If you see it come back, tell whoever commands at once.`]
    : [`观察期至：${at}。其间如发现再次发生，请立即告知指挥长。`];
}

function watchGoesOn(notice: Notice): string[] {
  if (numberOf(notice.facts, 'watchUntil') !== undefined) return watched(notice);
  return [
    notice.lang === 'en' ? 'The time of the watch is over, and with it the watch.' : '观察期已满，观察随之结束。',
  ];
}

function undecidedSince(notice: Notice): string[] {
  const { facts, lang, zone } = notice;
  const since = numberOf(facts, 'since');
  const at = since === undefined ? undefined : formatInstant(since, lang, zone);
  const waits = at === undefined ? [] : [lang === 'en' ? `Waiting since: ${at}` : `待决定自：${at}`];
  return [...waits, ...whatIsNew(notice)];
}

/** Another report, or what is known now. */
function whatIsNew(notice: Notice): string[] {
  const known = knownLine(notice, notice.lang === 'en' ? 'Known now' : '现已知', 'knownNow');
  return [...proposed(notice), ...again(notice), ...known];
}

function proposed({ proposedLevel, lang, say }: Notice): string[] {
  if (proposedLevel === undefined) return [];
  return [lang === 'en' ? `Proposed now: ${say.level(proposedLevel)}` : `现建议：${say.level(proposedLevel)}`];
}

/** Nothing where the notice does not say; it then says less, and nothing wrong. */
function stillOpen(notice: Notice): string[] {
  const { facts, lang, say } = notice;
  const open = 'open' in facts ? listOf(facts, 'open').flatMap(openItemFrom) : openBefore(notice);
  if (open === undefined) return [];
  const words = stillOpenWords(open, say, (task) => taskNameIn(notice, task));
  if (words.length === 0) return [lang === 'en' ? 'Still open: nothing' : '尚未了结：无'];
  return [lang === 'en' ? 'Still open:' : '尚未了结：', ...words.map((item) => `- ${item}`)];
}

/** As a notice of an earlier release said it. */
function openBefore({ facts }: Notice) {
  const [questions, inside] = [numberOf(facts, 'openQuestions'), numberOf(facts, 'inside')];
  if (questions === undefined || inside === undefined) return undefined;
  return { tasks: listOf(facts, 'openTasks'), questions, inside, sitreps: listOf(facts, 'overdueSitreps').map(Number) };
}

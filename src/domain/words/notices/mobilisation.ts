import { listOf, numberOf, textOf } from '../details.js';
import { targetsOf } from '../targets.js';
import type { Notice } from '../notice.js';
import { formatInstant } from '../time.js';
import { answerCall, releasePeople } from './how.js';
import type { NoticeSentencesOf } from './sentences.js';

export const mobilisationNotices: NoticeSentencesOf<
  'call' | 'reminder' | 'silence' | 'standDown' | 'declined' | 'released' | 'takenOff' | 'reliefDue'
> = {
  'zh-CN': {
    call: {
      name: '动员通知',
      subject: '请立即到岗',
      todo: '您已被动员：请立即确认收到，随后到岗参加处置。',
      why: '预案规定在此级别动员您',
      level: 'fromFacts',
      how: answerCall,
      lines: comesBack,
    },
    reminder: {
      name: '再次通知',
      subject: '请立即确认',
      todo: '您尚未确认此前的通知：请立即确认收到，并履行岗位职责。',
      why: '您此前接到的通知尚未确认',
      level: 'fromFacts',
      how: answerCall,
      lines: comesBack,
    },
    silence: {
      name: '逾时未确认通知',
      subject: '有人逾时未确认',
      todo: '下列人员逾时未确认：请设法联系本人，或另行安排人员。',
      why: '您是有关组的组长，或预案规定须告知您',
      level: 'none',
      how: 'look',
      lines: whoIsSilent,
    },
    standDown: {
      name: '解除动员通知',
      subject: '解除动员',
      todo: '您所在的组已解除动员：无须再为该组到岗，已到岗的可以停止工作。您在本次事故中如有其他职责，请继续履行。',
      why: '您报告了本次事故，或者参加了响应',
      level: 'fromFacts',
      how: 'nothing',
    },
    declined: {
      name: '不能参加通知',
      subject: '有人不能参加',
      todo: '下列人员答复不能参加：请另行安排人员。',
      why: '您是有关组的组长，或预案规定须告知您',
      level: 'none',
      how: 'look',
      lines: whoDeclined,
    },
    released: {
      name: '准予离岗通知',
      subject: '您可以离岗',
      todo: '您可以离岗休息：无须再为该组工作，请与接替人员交接后离开。',
      why: '您参加了响应',
      level: 'fromFacts',
      how: 'nothing',
      reason: '理由',
    },
    takenOff: {
      name: '调往其他事故通知',
      subject: '您不再参加本事故',
      todo: '您已调往另一起事故：无须再为本事故工作，请交接手头的工作。',
      why: '您参加了响应',
      level: 'none',
      how: 'nothing',
    },
    reliefDue: {
      name: '须安排替换通知',
      subject: '值守超时，请安排替换',
      todo: '下列人员值守已超过预案规定的时长：请安排替换并准予离岗；本人请停止高风险操作。',
      why: '您值守超时，或负责该组，或预案规定须告知您',
      level: 'fromFacts',
      how: releasePeople,
      lines: onDuty,
    },
  },
  en: {
    call: {
      name: 'Mobilisation',
      subject: 'Report for duty now',
      todo: 'You are mobilised: acknowledge at once, then report for duty.',
      why: 'the plan calls you at this level',
      level: 'fromFacts',
      how: answerCall,
      lines: comesBack,
    },
    reminder: {
      name: 'Reminder to acknowledge',
      subject: 'Acknowledge now',
      todo: 'You have not acknowledged our earlier notice: acknowledge at once and take up your duty.',
      why: 'an earlier notice to you is not acknowledged',
      level: 'fromFacts',
      how: answerCall,
      lines: comesBack,
    },
    silence: {
      name: 'No answer',
      subject: 'No answer',
      todo: 'The people below have not answered in time: reach them by other means, or find somebody else.',
      why: 'you lead the team concerned, or the plan says that you must be told',
      level: 'none',
      how: 'look',
      lines: whoIsSilent,
    },
    standDown: {
      name: 'Stand down',
      subject: 'Stand down',
      todo: 'Your team is stood down: you need not come for it any more, and may stop if you are at work. Any other duty of yours in this incident goes on.',
      why: 'you were mobilised before',
      level: 'fromFacts',
      how: 'nothing',
    },
    declined: {
      name: 'Call declined',
      subject: 'Somebody does not come',
      todo: 'The person below does not come: find somebody else.',
      why: 'you lead the team concerned, or the plan says that you must be told',
      level: 'none',
      how: 'look',
      lines: whoDeclined,
    },
    released: {
      name: 'Release',
      subject: 'You are released',
      todo: 'You may leave and rest: you need not work for the team any more. Hand over to whoever relieves you.',
      why: 'you were mobilised before',
      level: 'fromFacts',
      how: 'nothing',
      reason: 'Reason',
    },
    takenOff: {
      name: 'Moved to another incident',
      subject: 'You are needed in another incident',
      todo: 'You were given to another incident: stop working on this one, and hand over what you have in hand.',
      why: 'you were mobilised before',
      level: 'none',
      how: 'nothing',
    },
    reliefDue: {
      name: 'Relief due',
      subject: 'On duty too long, arrange for relief',
      todo: 'The people below have been on duty for longer than the plan allows: arrange for relief and release them. Whoever is named, stop work that is risky.',
      why: 'you are on duty too long, or lead the team, or the plan says that you must be told',
      level: 'fromFacts',
      how: releasePeople,
      lines: onDuty,
    },
  },
};

/** Whoever was told that it is over. */
function comesBack({ facts, lang, zone }: Notice): string[] {
  const at = numberOf(facts, 'reopenedAt');
  if (at === undefined) return [];
  const when = formatInstant(at, lang, zone);
  return lang === 'en'
    ? [`It had ended and has come back: reopened at ${when}.`]
    : [`此前已经终止，现再次发生，已于 ${when} 重新启动响应。`];
}

function whoIsSilent({ facts, say, lang }: Notice): string[] {
  const people = say.list(listOf(facts, 'silent').map(say.person));
  const targets = say.list(targetsOf(facts, 'targets').map(say.target));
  return [lang === 'en' ? `No answer from: ${people} (${targets})` : `逾时未确认：${people}（${targets}）`];
}

function whoDeclined({ facts, say, lang }: Notice): string[] {
  const [who, targets] = [say.person(textOf(facts, 'person') ?? ''), targetsOf(facts, 'targets').map(say.target)];
  return [lang === 'en' ? `Does not come: ${who} (${say.list(targets)})` : `不能参加：${who}（${say.list(targets)}）`];
}

function onDuty({ facts, say, lang }: Notice): string[] {
  const people = say.list(listOf(facts, 'people').map(say.person));
  return [lang === 'en' ? `On duty too long: ${people}` : `值守超时：${people}`];
}

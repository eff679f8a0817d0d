import { purposeText } from '../../incident/index.js';
import type { NoticeTemplate, RequestTold } from '../../incident/index.js';
import type { Lang } from '../../lang.js';
import type { Notice } from '../notice.js';
import { amountWords, holderWords, lotWords, needAmount, partnerWords } from '../resourceWords.js';
import { formatInstant } from '../time.js';
import {
  approveSpending,
  askElsewhere,
  dispatchNeeds,
  pressForNeeds,
  registerArrival,
  replyForPartner,
  returnNeeds,
  seeNeeds,
} from './howResources.js';
import type { NoticeSentencesOf } from './sentences.js';

type ResourcesTemplate = Extract<
  NoticeTemplate,
  `resources${string}` | `spending${string}` | `requests${string}` | 'partnerToAsk' | 'partnerReplied'
>;

export const resourceNotices: NoticeSentencesOf<ResourcesTemplate> = {
  'zh-CN': {
    resourcesToDispatch: {
      name: '资源出库通知',
      subject: '有资源须出库',
      todo: '以下资源已为本事故备妥，由您保管：请送出并登记出库。',
      why: '这些资源由您保管，或其保管责任人不在岗',
      level: 'unverified',
      how: dispatchNeeds,
      lines: needs,
    },
    resourcesShort: {
      name: '资源短缺报告',
      subject: '资源不足',
      todo: '以下资源不足：台账会按级别和先后顺序补足；等不及的，请改用其他资源，或请外部单位支援。',
      why: '您申请了这些资源，保管这些资源，或者正在指挥',
      level: 'unverified',
      how: askElsewhere,
      lines: needs,
    },
    resourcesServed: {
      name: '资源备妥通知',
      subject: '您等候的资源已备妥',
      todo: '您申请的以下资源先前不足，现已备妥，等待出库。',
      why: '您申请了这些资源',
      level: 'unverified',
      how: seeNeeds,
      lines: needs,
    },
    resourcesNotNeeded: {
      name: '资源退回通知',
      subject: '有资源不再需要',
      todo: '以下申请已撤销或减少：尚未出库的不必再送，已出库的请归还。',
      why: '您申请了这些资源，或者这些资源由您保管',
      level: 'unverified',
      how: seeNeeds,
      lines: needs,
      reason: '理由',
    },
    resourcesOnTheWay: {
      name: '资源在途通知',
      subject: '您申请的资源已送出',
      todo: '以下资源已送出：收到后请登记到位。',
      why: '您申请了这些资源',
      level: 'unverified',
      how: registerArrival,
      lines: needs,
    },
    resourcesToReturn: {
      name: '资源归还通知',
      subject: '应急响应已终止，请归还资源',
      todo: '以下资源尚未归还：请归还并登记；已消耗或损坏的，请由保管责任人登记。归还之前不能结案。',
      why: '您申请了这些资源，或者这些资源由您保管',
      level: 'fromFacts',
      how: returnNeeds,
      lines: needs,
    },
    resourcesKept: {
      name: '资源继续使用通知',
      subject: '已重新启动响应，资源不必归还',
      todo: '响应已重新启动，以下资源不必归还，请继续使用；已经不需要的，请归还并登记。响应再次终止后会另行通知归还。',
      why: '您申请了这些资源，或者这些资源由您保管',
      level: 'fromFacts',
      how: returnNeeds,
      lines: needs,
    },
    spendingToApprove: {
      name: '支出审批通知',
      subject: '有支出须审批',
      todo: '以下支出超出申请人的权限：请审批；批准后才会动用资金。',
      why: '您有权审批这样一笔支出，或者正在指挥',
      level: 'unverified',
      how: approveSpending,
      lines: needs,
    },
    spendingApproved: {
      name: '支出批准通知',
      subject: '您申请的支出已批准',
      todo: '您申请的以下支出已批准。',
      why: '您申请了这笔资金',
      level: 'unverified',
      how: seeNeeds,
      lines: needs,
      reason: '审批意见',
    },
    spendingRefused: {
      name: '支出未获批准通知',
      subject: '您申请的支出未获批准',
      todo: '您申请的以下支出未获批准，资金未动用。',
      why: '您申请了这笔资金',
      level: 'unverified',
      how: seeNeeds,
      lines: needs,
      reason: '审批意见',
    },
    partnerToAsk: {
      name: '请求外部单位支援通知',
      subject: '请联系外部单位求援',
      todo: '请联系以下外部单位，请求支援，并登记答复。',
      why: '由您的岗位与该单位联系，或该岗位无人在任',
      level: 'unverified',
      how: replyForPartner,
      lines: needs,
    },
    partnerReplied: {
      name: '外部单位答复通知',
      subject: '外部单位已答复',
      todo: '您请求支援的外部单位已答复。',
      why: '您请求了支援',
      level: 'unverified',
      how: seeNeeds,
      lines: needs,
      reason: '答复',
    },
    requestsOverdue: {
      name: '资源申请催办',
      subject: '资源申请还在等您办理',
      todo: '以下资源申请还在等您办理：请立即办理并登记。',
      why: '由您的岗位办理，或办理人不在岗',
      level: 'unverified',
      how: pressForNeeds,
      lines: needs,
    },
    requestsEscalated: {
      name: '资源申请无人办理报告',
      subject: '资源申请无人办理，请过问',
      todo: '以下资源申请至今无人办理：请督促，或由您办理。',
      why: '您申请了这些资源，是替补责任人，或者正在指挥',
      level: 'unverified',
      how: pressForNeeds,
      lines: needs,
    },
    requestsLate: {
      name: '资源逾期未到报告',
      subject: '需用时间已过，资源未到',
      todo: '以下资源的需用时间已过，仍未到位或备齐：请督促，或改用其他办法。',
      why: '您申请了这些资源，保管这些资源，或者正在指挥',
      level: 'unverified',
      how: pressForNeeds,
      lines: needs,
    },
  },
  en: {
    resourcesToDispatch: {
      name: 'Resources to send out',
      subject: 'Send out resources',
      todo: 'These resources are in your care and ready for this incident: send them out and register it.',
      why: 'they are in your care, or whoever keeps them is away',
      level: 'unverified',
      how: dispatchNeeds,
      lines: needs,
    },
    resourcesShort: {
      name: 'Resources are short',
      subject: 'There is not enough',
      todo: 'There is not enough of these: the ledger gives what comes free by level, then by time. If you cannot wait, use something else or ask a partner.',
      why: 'you asked for them, they are in your care, or you are in command',
      level: 'unverified',
      how: askElsewhere,
      lines: needs,
    },
    resourcesServed: {
      name: 'Resources are ready',
      subject: 'What you waited for is ready',
      todo: 'What was missing of these is ready now and waits to be sent out.',
      why: 'you asked for them',
      level: 'unverified',
      how: seeNeeds,
      lines: needs,
    },
    resourcesNotNeeded: {
      name: 'Resources not needed',
      subject: 'Resources are not needed any more',
      todo: 'These requests were cancelled or reduced: send nothing more, and return what is out.',
      why: 'you asked for them, or they are in your care',
      level: 'unverified',
      how: seeNeeds,
      lines: needs,
      reason: 'Why',
    },
    resourcesOnTheWay: {
      name: 'Resources on the way',
      subject: 'What you asked for is on the way',
      todo: 'These are on the way: register it when they are there.',
      why: 'you asked for them',
      level: 'unverified',
      how: registerArrival,
      lines: needs,
    },
    resourcesToReturn: {
      name: 'Resources to return',
      subject: 'The response is over, return what is out',
      todo: 'These are still out: return them and register it; whoever keeps them registers what was used up or damaged. Until then the incident cannot be closed.',
      why: 'you asked for them, or they are in your care',
      level: 'fromFacts',
      how: returnNeeds,
      lines: needs,
    },
    resourcesKept: {
      name: 'Resources stay in use',
      subject: 'The response runs again, keep what is out',
      todo: 'The response runs again: these need not be returned, keep them in use; return what is not needed any more, and register it. When it ends again you are told anew.',
      why: 'you asked for them, or they are in your care',
      level: 'fromFacts',
      how: returnNeeds,
      lines: needs,
    },
    spendingToApprove: {
      name: 'Spending to approve',
      subject: 'Spending waits for approval',
      todo: 'This spending is beyond what whoever asks may decide alone: approve or refuse it. No money is touched before.',
      why: 'you may approve so much, or you are in command',
      level: 'unverified',
      how: approveSpending,
      lines: needs,
    },
    spendingApproved: {
      name: 'Spending approved',
      subject: 'Your spending is approved',
      todo: 'The spending that you asked for is approved.',
      why: 'you asked for it',
      level: 'unverified',
      how: seeNeeds,
      lines: needs,
      reason: 'Why',
    },
    spendingRefused: {
      name: 'Spending not approved',
      subject: 'Your spending is not approved',
      todo: 'The spending that you asked for is not approved, and no money was touched.',
      why: 'you asked for it',
      level: 'unverified',
      how: seeNeeds,
      lines: needs,
      reason: 'Why',
    },
    partnerToAsk: {
      name: 'Ask a partner for help',
      subject: 'Ask a partner for help',
      todo: 'Call this partner, ask for help, and register the answer.',
      why: 'your post speaks with the partner, or nobody holds that post',
      level: 'unverified',
      how: replyForPartner,
      lines: needs,
    },
    partnerReplied: {
      name: 'Answer of a partner',
      subject: 'The partner has answered',
      todo: 'The partner whose help you asked for has answered.',
      why: 'you asked for their help',
      level: 'unverified',
      how: seeNeeds,
      lines: needs,
      reason: 'The answer',
    },
    requestsOverdue: {
      name: 'Requests wait for you',
      subject: 'Requests for resources wait for you',
      todo: 'These requests still wait for you: act now and register it.',
      why: 'it is for your post to act, or whoever should is away',
      level: 'unverified',
      how: pressForNeeds,
      lines: needs,
    },
    requestsEscalated: {
      name: 'Requests that nobody sees to',
      subject: 'Nobody sees to these requests',
      todo: 'Nobody has seen to these requests: press for them, or act yourself.',
      why: 'you asked for them, you are the deputy for them, or you are in command',
      level: 'unverified',
      how: pressForNeeds,
      lines: needs,
    },
    requestsLate: {
      name: 'Resources are late',
      subject: 'The time has passed, resources are not there',
      todo: 'The time by which these were needed has passed and something is not there: press for it, or find another way.',
      why: 'you asked for them, they are in your care, or you are in command',
      level: 'unverified',
      how: pressForNeeds,
      lines: needs,
    },
  },
};

function needs(notice: Notice): string[] {
  const { recipient, lang } = notice;
  const lines = (recipient.requests ?? []).flatMap((told) => [`- ${line(notice, told)}`, ...howToReach(notice, told)]);
  return lines.length === 0 ? [] : [lang === 'en' ? 'Requests:' : '申请：', ...lines];
}

/** Whoever is to call a partner at night looks nothing up. */
function howToReach({ say }: Notice, { partner, waits }: RequestTold): string[] {
  if (partner === undefined || waits !== 'reply') return [];
  const { contact, agreement } = partnerWords(partner, say);
  const en = say.lang === 'en';
  return [
    ...(contact === undefined ? [] : [`  ${en ? 'Contact: ' : '联系方式：'}${contact}`]),
    ...(agreement === undefined ? [] : [`  ${en ? 'Agreement: ' : '协议：'}${agreement}`]),
  ];
}

const WAITS: Record<Lang, Record<NonNullable<RequestTold['waits']>, string>> = {
  'zh-CN': { approval: '待审批', dispatch: '待出库', return: '待归还', reply: '待答复' },
  en: {
    approval: 'waits for approval',
    dispatch: 'waits to be sent out',
    return: 'waits to be returned',
    reply: 'waits for an answer',
  },
};

const PURPOSE_SHOWN = 200;

function line(notice: Notice, told: RequestTold): string {
  const { lang, say, zone, quote } = notice;
  const en = lang === 'en';
  const { request, resource, quantity, missing, heldBy, ready, out, neededBy, priority, waits, by } = told;
  const purpose = quote(purposeText(request), PURPOSE_SHOWN);
  const parts = [
    needAmount(told, quantity ?? 0, say),
    ...(priority === 'urgent' ? [en ? 'urgent' : '紧急'] : []),
    ...(neededBy === undefined ? [] : [`${en ? 'needed by ' : '需用时间 '}${formatInstant(neededBy, lang, zone)}`]),
    ...(waits === undefined ? [] : [WAITS[lang][waits]]),
    ...(ready === undefined ? [] : [`${en ? 'ready: ' : '已备妥：'}${lotWords(resource, ready, say)}`]),
    ...(out === undefined ? [] : [`${en ? 'out: ' : '库外：'}${lotWords(resource, out, say)}`]),
    ...(missing === undefined ? [] : [`${en ? 'missing: ' : '尚缺 '}${amountWords(resource, missing, say)}`]),
    ...(heldBy === undefined ? [] : [`${en ? 'held by ' : '占用方：'}${holderWords(resource, heldBy, say)}`]),
    ...(by === undefined ? [] : [`${en ? 'asked for by ' : '申请人：'}${say.person(by)}`]),
    ...(purpose === undefined ? [] : [`${en ? 'for: ' : '用途：'}${purpose}`]),
  ];
  return parts.join(en ? '; ' : '；');
}

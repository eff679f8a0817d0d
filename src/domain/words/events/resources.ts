import type { ResourcesEvent } from '../../incident/events/resources.js';
import type { EventOf, RequestLots, RequestsTold } from '../../incident/index.js';
import type { Lang } from '../../lang.js';
import { amountWords, holderWords, lotWords, needAmount, needName, needNames } from '../resourceWords.js';
import type { Speaker } from '../speaker.js';
import type { SentencesOf } from './sentences.js';

const WHY: Record<Lang, Record<EventOf<'requestsReduced'>['why'], string>> = {
  'zh-CN': {
    activated: '响应启动后',
    reopened: '重新启动响应后',
    levelChanged: '级别调整后',
    categoryChanged: '事故类别更改后',
    factAdded: '情况变化后',
    reportAbsorbed: '情况变化后',
    planMoved: '预案版本切换后',
    terminated: '应急响应终止',
    rejected: '经核实不属实',
    merged: '已并入另一起事故',
  },
  en: {
    activated: 'Once activated',
    reopened: 'Once reopened',
    levelChanged: 'At the new level',
    categoryChanged: 'By the new category',
    factAdded: 'By what is known now',
    reportAbsorbed: 'By what is known now',
    planMoved: 'By the other version of the plan',
    terminated: 'The response is over',
    rejected: 'It was not confirmed',
    merged: 'Merged into another incident',
  },
};

const STEP: Record<Lang, Record<EventOf<'requestsOverdue'>['step'], string>> = {
  'zh-CN': { first: '催办', second: '催办并告知申请人和替补', command: '报告指挥人员' },
  en: { first: 'reminded', second: 'told deputy and requester', command: 'told command' },
};

export const resourceEvents: SentencesOf<ResourcesEvent['type']> = {
  'zh-CN': {
    resourcesRequested(event, say) {
      const { actor, requests, texts } = event;
      if (texts === undefined) return `按预案申请资源：${requested(event, say)}。`;
      const instead = requests.flatMap(({ insteadOf }) => insteadOf ?? []);
      const head = `${say.actor(actor)}申请资源：${requested(event, say)}`;
      const money = requests.some(({ spending }) => spending === 'awaiting') ? '，待审批' : '';
      return `${head}${instead.length === 0 ? '' : `，替代 ${instead.join('、')}`}${money}。用途：${say.quote(texts.purpose)}。`;
    },
    requestsReduced: ({ why, requests }, say) =>
      `${WHY['zh-CN'][why]}，以下申请相应减少，未出库的退回：${needNames(requests, say)}。`,
    requestCancelled: ({ actor, need, out, texts }, say) =>
      `${say.actor(actor)}撤销申请：${needName(need, say)}${out > 0 ? '，已出库的须归还' : ''}。理由：${say.quote(texts.reason)}。`,
    requestAmended: ({ actor, need }, say) => `${say.actor(actor)}更改申请的优先级或需用时间：${needName(need, say)}。`,
    requestSubstituted: ({ actor, need, missing, texts }, say) =>
      `${say.actor(actor)}决定所缺部分改用其他资源：${needAmount(need, missing, say)}。理由：${say.quote(texts.reason)}。`,
    stockAllocated({ need, gained, surplus, missing, heldBy }, say) {
      const parts = [
        ...(gained.length === 0 ? [] : [`备妥 ${lotWords(need.resource, gained, say)}`]),
        ...(surplus.length === 0 ? [] : [`多出的退回 ${lotWords(need.resource, surplus, say)}`]),
        ...(missing > 0 ? [`尚缺${amountWords(need.resource, missing, say)}`] : []),
        ...(heldBy.length === 0 ? [] : [`占用方：${holderWords(need.resource, heldBy, say)}`]),
      ];
      return `台账答复 ${needName(need, say)}：${parts.join('；') || '无变化'}。`;
    },
    stockBooked: () => '台账已入账。',
    stockRechecked: ({ needs }, say) => `再次向台账查询所缺资源：${needNames(needs, say)}。`,
    spendingApproved: ({ actor, need, texts }, say) =>
      `${say.actor(actor)}批准支出：${needName(need, say)}。理由：${say.quote(texts.reason)}。`,
    spendingRefused: ({ actor, need, texts }, say) =>
      `${say.actor(actor)}不批准支出：${needName(need, say)}。理由：${say.quote(texts.reason)}。`,
    resourcesDispatched: ({ actor, requests }, say) => `${say.actor(actor)}登记出库：${moved(requests, say)}。`,
    resourcesArrived: ({ actor, requests }, say) => `${say.actor(actor)}登记到位：${moved(requests, say)}。`,
    resourcesReturned: ({ actor, requests }, say) => `${say.actor(actor)}登记归还：${moved(requests, say)}。`,
    resourcesConsumed: ({ actor, requests, texts }, say) =>
      `${say.actor(actor)}登记消耗：${moved(requests, say)}。记录：${say.quote(texts.note)}。`,
    resourcesDamaged: ({ actor, requests, texts }, say) =>
      `${say.actor(actor)}登记损坏或丢失：${moved(requests, say)}。原因：${say.quote(texts.reason)}。`,
    resourcesRecalled: ({ needs, tell }, say) =>
      `应急响应终止，以下资源尚未归还：${needNames(needs, say)}${told(tell, say)}。`,
    resourcesKept: ({ needs, tell }, say) =>
      `已重新启动响应，以下资源不必归还，继续使用：${needNames(needs, say)}${told(tell, say)}。`,
    partnerAsked: ({ actor, need, texts }, say) =>
      `${say.actor(actor)}请求外部单位支援：${needName(need, say)}。事项：${say.quote(texts.purpose)}。`,
    partnerReplied: ({ actor, need, reply, texts }, say) =>
      `${say.actor(actor)}登记外部单位的答复：${needName(need, say)}${reply === 'confirmed' ? '同意支援' : '不能支援'}。记录：${say.quote(texts.note)}。`,
    requestsOverdue: ({ step, needs, tell }, say) =>
      `资源申请待办，${STEP['zh-CN'][step]}：${needNames(needs, say)}${told(tell, say)}。`,
    requestsLate: ({ needs, tell }, say) =>
      `需用时间已过，仍未到位或备齐：${needNames(needs, say)}${told(tell, say)}。`,
  },
  en: {
    resourcesRequested(event, say) {
      const { actor, requests, texts } = event;
      if (texts === undefined) return `The plan asks for resources: ${requested(event, say)}.`;
      const instead = requests.flatMap(({ insteadOf }) => insteadOf ?? []);
      const head = `${say.actor(actor)} asked for ${requested(event, say)}`;
      const money = requests.some(({ spending }) => spending === 'awaiting') ? ', which has to be approved' : '';
      return `${head}${instead.length === 0 ? '' : ` instead of ${instead.join(', ')}`}${money}. What for: ${say.quote(texts.purpose)}.`;
    },
    requestsReduced: ({ why, requests }, say) =>
      `${WHY.en[why]}, less is wanted, and what has not left the shelf goes back: ${needNames(requests, say)}.`,
    requestCancelled: ({ actor, need, out, texts }, say) =>
      `${say.actor(actor)} cancelled the request for ${needName(need, say)}${out > 0 ? '; what is out is to be returned' : ''}. Reason: ${say.quote(texts.reason)}.`,
    requestAmended: ({ actor, need }, say) =>
      `${say.actor(actor)} changed how urgent the request for ${needName(need, say)} is, or by when.`,
    requestSubstituted: ({ actor, need, missing, texts }, say) =>
      `${say.actor(actor)} decided to make do with something else for what is missing of ${needAmount(need, missing, say)}. Reason: ${say.quote(texts.reason)}.`,
    stockAllocated({ need, gained, surplus, missing, heldBy }, say) {
      const parts = [
        ...(gained.length === 0 ? [] : [`ready: ${lotWords(need.resource, gained, say)}`]),
        ...(surplus.length === 0 ? [] : [`back on the shelf: ${lotWords(need.resource, surplus, say)}`]),
        ...(missing > 0 ? [`missing: ${amountWords(need.resource, missing, say)}`] : []),
        ...(heldBy.length === 0 ? [] : [`held by ${holderWords(need.resource, heldBy, say)}`]),
      ];
      return `The ledger answered for ${needName(need, say)}: ${parts.join('; ') || 'no change'}.`;
    },
    stockBooked: () => 'The ledger has it on its books.',
    stockRechecked: ({ needs }, say) => `The ledger is asked again for what is missing: ${needNames(needs, say)}.`,
    spendingApproved: ({ actor, need, texts }, say) =>
      `${say.actor(actor)} approved the spending: ${needName(need, say)}. Reason: ${say.quote(texts.reason)}.`,
    spendingRefused: ({ actor, need, texts }, say) =>
      `${say.actor(actor)} did not approve the spending: ${needName(need, say)}. Reason: ${say.quote(texts.reason)}.`,
    resourcesDispatched: ({ actor, requests }, say) => `${say.actor(actor)} sent out: ${moved(requests, say)}.`,
    resourcesArrived: ({ actor, requests }, say) =>
      `${say.actor(actor)} registered as arrived: ${moved(requests, say)}.`,
    resourcesReturned: ({ actor, requests }, say) =>
      `${say.actor(actor)} registered as returned: ${moved(requests, say)}.`,
    resourcesConsumed: ({ actor, requests, texts }, say) =>
      `${say.actor(actor)} registered as used up: ${moved(requests, say)}. Note: ${say.quote(texts.note)}.`,
    resourcesDamaged: ({ actor, requests, texts }, say) =>
      `${say.actor(actor)} registered as damaged or lost: ${moved(requests, say)}. Reason: ${say.quote(texts.reason)}.`,
    resourcesRecalled: ({ needs, tell }, say) =>
      `The response is over and these are still out: ${needNames(needs, say)}${told(tell, say)}.`,
    resourcesKept: ({ needs, tell }, say) =>
      `The response runs again, and these stay in use: ${needNames(needs, say)}${told(tell, say)}.`,
    partnerAsked: ({ actor, need, texts }, say) =>
      `${say.actor(actor)} asked for the help of ${needName(need, say)}. What for: ${say.quote(texts.purpose)}.`,
    partnerReplied: ({ actor, need, reply, texts }, say) =>
      `${say.actor(actor)} registered the answer of ${needName(need, say)}: ${reply === 'confirmed' ? 'they help' : 'they cannot help'}. Note: ${say.quote(texts.note)}.`,
    requestsOverdue: ({ step, needs, tell }, say) =>
      `Requests wait for somebody to act, ${STEP.en[step]}: ${needNames(needs, say)}${told(tell, say)}.`,
    requestsLate: ({ needs, tell }, say) =>
      `The time by which they were needed has passed: ${needNames(needs, say)}${told(tell, say)}.`,
  },
};

function requested({ requests }: EventOf<'resourcesRequested'>, say: Speaker): string {
  return say.list(requests.map((one) => needAmount(one, one.quantity, say)));
}

function moved(requests: RequestLots[], say: Speaker): string {
  const each = requests.map(
    (one) => `${needName(one, say)}${say.lang === 'en' ? ': ' : '：'}${lotWords(one.resource, one.lots, say)}`,
  );
  return each.join(say.lang === 'en' ? '; ' : '；');
}

function told(tell: RequestsTold[], say: Speaker): string {
  if (tell.length === 0) return '';
  const people = say.people(tell.map(({ person }) => person));
  return say.lang === 'en' ? `; told ${people}` : `；已告知${people}`;
}

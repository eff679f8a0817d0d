import type { SentencesOf } from './sentences.js';
import { deliveryWords } from '../delivery.js';
import type { DocumentKind } from '../../incident/index.js';
import type { CancelledWhy } from '../../incident/events.js';
import type { Lang } from '../../lang.js';
import { needAmount } from '../resourceWords.js';
import { sitrepName } from '../sitrepNames.js';
import { NOTICE_SENTENCES } from '../noticeSentences.js';

const CANCELLED: Record<Lang, Record<CancelledWhy | 'stoodDown', string>> = {
  'zh-CN': {
    stoodDown: '已解除动员',
    calledAnew: '已另发新的通知',
    reopened: '响应已重新启动',
    toldAnew: '已另发新的通知',
    decided: '已有决定',
    preempted: '已参加真实事故处置',
  },
  en: {
    stoodDown: 'stood down',
    calledAnew: 'a newer call has taken its place',
    reopened: 'reopened',
    toldAnew: 'a newer one has taken its place',
    decided: 'decided',
    preempted: 'at work for a real incident',
  },
};

export const effectsEvents: SentencesOf<
  'effectRequested' | 'noticeAttempted' | 'noticeRetried' | 'noticeCancelled' | 'noticeWithheld' | 'documentWritten'
> = {
  'zh-CN': {
    effectRequested({ effect }, say) {
      if (effect.kind === 'writeDocument') return `开始编写${documentName(effect, 'zh-CN')}。`;
      if (effect.kind === 'claim') return `向人员台账登记：${say.people(effect.people)}。`;
      if (effect.kind === 'releaseClaims') return '向人员台账登记释放人员。';
      if (effect.kind === 'allocate') return `向资源台账申请：${needAmount(effect, effect.quantity, say)}。`;
      if (effect.kind === 'settleStock') return `向资源台账入账：${effect.request}。`;
      if (effect.kind === 'publish') {
        return effect.withdrawn
          ? `将 ${effect.publication} 撤下公开页面。`
          : `将 ${effect.publication} 发布到公开页面。`;
      }
      if (effect.kind === 'merge') return `请求事故 ${effect.into} 接收本事故。`;
      if (effect.kind === 'startImprovement') return `开始跟踪改进措施 ${effect.improvement}。`;
      const people = effect.recipients.map((r) => r.person);
      return `交发${NOTICE_SENTENCES['zh-CN'][effect.template].name}（${effect.noticeId}），收件人：${say.people(people)}。`;
    },
    noticeAttempted(event, say) {
      const parts: string[] = [];
      const troubles = (list: typeof event.delayed): string =>
        say.list(list.map(({ person, code }) => `${say.person(person)}（${deliveryWords(code, say.lang)}）`));
      if (event.accepted.length > 0) parts.push(`通道已受理：${say.people(event.accepted)}`);
      if (event.unreachable.length > 0) parts.push(`无法送达：${troubles(event.unreachable)}`);
      if (event.delayed.length > 0) parts.push(`暂未送达：${troubles(event.delayed)}`);
      if (event.retryAt !== undefined) parts.push(`${say.duration(event.retryAt - event.at)}后重试`);
      return `通知 ${event.noticeId} 的投递结果：${parts.join('；') || '无收件人'}。`;
    },
    noticeWithheld: (event, say) =>
      `演练中不发送；真实事故中还会收到${NOTICE_SENTENCES['zh-CN'][event.template].name}的有：${say.people(event.people)}。`,
    noticeRetried: (event) => `重新投递 ${event.effectId}。`,
    noticeCancelled: (event, say) =>
      `取消尚未送出的通知 ${event.noticeId}，收件人：${say.people(event.people)}（${CANCELLED['zh-CN'][event.why ?? 'stoodDown']}）。`,
    documentWritten(event, say) {
      const files = say.list(event.files.map(({ format, lang }) => `${format.toUpperCase()}（${lang}）`));
      return `${documentName(event, 'zh-CN')}（${event.documentId}）编写完成：${files || '无文件'}。`;
    },
  },
  en: {
    effectRequested({ effect }, say) {
      if (effect.kind === 'writeDocument') return `Writing of ${documentName(effect, 'en')} requested.`;
      if (effect.kind === 'claim') return `Ledger of people asked for ${say.people(effect.people)}.`;
      if (effect.kind === 'releaseClaims') return 'Ledger of people asked to let people go.';
      if (effect.kind === 'allocate') return `Ledger asked for ${needAmount(effect, effect.quantity, say)}.`;
      if (effect.kind === 'settleStock') return `Ledger told what became of ${effect.request}.`;
      if (effect.kind === 'publish') {
        return effect.withdrawn
          ? `Taking ${effect.publication} off the public page requested.`
          : `Publishing of ${effect.publication} on the public page requested.`;
      }
      if (effect.kind === 'merge') return `Incident ${effect.into} asked to take this one over.`;
      if (effect.kind === 'startImprovement') return `Improvement ${effect.improvement} handed over to be followed.`;
      const people = effect.recipients.map((r) => r.person);
      return `Notice “${NOTICE_SENTENCES.en[effect.template].name}” (${effect.noticeId}) handed over for ${say.people(people)}.`;
    },
    noticeAttempted(event, say) {
      const parts: string[] = [];
      const troubles = (list: typeof event.delayed): string =>
        say.list(list.map(({ person, code }) => `${say.person(person)} (${deliveryWords(code, say.lang)})`));
      if (event.accepted.length > 0) parts.push(`accepted by the channel for ${say.people(event.accepted)}`);
      if (event.unreachable.length > 0) parts.push(`could not reach ${troubles(event.unreachable)}`);
      if (event.delayed.length > 0) parts.push(`not yet delivered to ${troubles(event.delayed)}`);
      if (event.retryAt !== undefined) parts.push(`next attempt in ${say.duration(event.retryAt - event.at)}`);
      return `Delivery of notice ${event.noticeId}: ${parts.join('; ') || 'no recipients'}.`;
    },
    noticeWithheld: (event, say) =>
      `Not sent in a drill: “${NOTICE_SENTENCES.en[event.template].name}” would also have gone to ${say.people(event.people)}.`,
    noticeRetried: (event) => `Delivery ${event.effectId} is tried again.`,
    noticeCancelled: (event, say) =>
      `Notice ${event.noticeId}, not yet sent, cancelled for ${say.people(event.people)} (${CANCELLED.en[event.why ?? 'stoodDown']}).`,
    documentWritten(event, say) {
      const files = say.list(event.files.map(({ format, lang }) => `${format.toUpperCase()} (${lang})`));
      return `Document ${event.documentId}, ${documentName(event, 'en')}, written: ${files || 'no files'}.`;
    },
  },
};

interface Named {
  document: DocumentKind;
  number?: number;
  version?: number;
}

function documentName({ document, number, version }: Named, lang: Lang): string {
  if (document === 'sitrep') return sitrepName(number, lang);
  if (document === 'summary') return lang === 'en' ? 'the summary evaluation record' : '总结评估记录';
  if (version === undefined) return lang === 'en' ? 'the incident report' : '事故报告书';
  return lang === 'en' ? `version ${version} of the incident report` : `事故报告书第${version}版`;
}

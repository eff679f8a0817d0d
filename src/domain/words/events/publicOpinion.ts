import { opinionSource } from '../../incident/index.js';
import type { EventOf } from '../../incident/index.js';
import type { PublicOpinionEvent } from '../../incident/events/publicOpinion.js';
import { alertNames, figureWords } from '../opinionWords.js';
import type { Speaker } from '../speaker.js';
import type { SentencesOf } from './sentences.js';

export const publicOpinionEvents: SentencesOf<PublicOpinionEvent['type']> = {
  'zh-CN': {
    opinionRecorded(event, say) {
      const { actor, entry, texts, told = [], sunk = [] } = event;
      const head = `${say.actor(actor)}记录舆情 ${entry}，来源：${say.quote(opinionSource(event))}${seenZh(event, say)}`;
      const figures = figureWords(event, 'zh-CN');
      const parts = [
        figures.length === 0 ? head : `${head}：${figures.join('，')}`,
        ...(texts?.claim === undefined ? [] : [`${claimZh(event)}：${say.quote(texts.claim)}`]),
        ...(texts?.claim === undefined && event.untrue === true ? ['内容不实'] : []),
        ...(texts?.note === undefined ? [] : [`说明：${say.quote(texts.note)}`]),
        ...(texts?.link === undefined ? [] : [`链接：${say.quote(texts.link)}`]),
        ...(told.length === 0 ? [] : [`达到预案规定的报告情形，通知有关人员：${alertNames(told, say)}`]),
        ...(sunk.length === 0 ? [] : [`已回落：${alertNames(sunk, say)}`]),
      ];
      return `${parts.join('。')}。`;
    },
    opinionReplied: ({ actor, entry, repliedAt, at, texts }, say) =>
      `${say.actor(actor)}登记对舆情 ${entry} 的回应${repliedAt === at ? '' : `（登记前${say.duration(at - repliedAt)}发出）`}：${say.quote(texts.reply)}。`,
    opinionEnded: ({ actor, texts }, say) => `${say.actor(actor)}结束舆情监测。理由：${say.quote(texts.reason)}。`,
  },
  en: {
    opinionRecorded(event, say) {
      const { actor, entry, texts, told = [], sunk = [] } = event;
      const head = `${say.actor(actor)} entered ${entry} on public opinion, from ${say.quote(opinionSource(event))}${seenEn(event, say)}`;
      const figures = figureWords(event, 'en');
      const parts = [
        figures.length === 0 ? head : `${head}: ${figures.join(', ')}`,
        ...(texts?.claim === undefined ? [] : [`${claimEn(event)}: ${say.quote(texts.claim)}`]),
        ...(texts?.claim === undefined && event.untrue === true ? ['What is said is untrue'] : []),
        ...(texts?.note === undefined ? [] : [`Note: ${say.quote(texts.note)}`]),
        ...(texts?.link === undefined ? [] : [`Link: ${say.quote(texts.link)}`]),
        ...(told.length === 0 ? [] : [`The plan wants people told of this: ${alertNames(told, say)}`]),
        ...(sunk.length === 0 ? [] : [`No longer so: ${alertNames(sunk, say)}`]),
      ];
      return `${parts.join('. ')}.`;
    },
    opinionReplied: ({ actor, entry, repliedAt, at, texts }, say) =>
      `${say.actor(actor)} registered the reply to ${entry}${repliedAt === at ? '' : `, sent ${say.duration(at - repliedAt)} before`}: ${say.quote(texts.reply)}.`,
    opinionEnded: ({ actor, texts }, say) =>
      `${say.actor(actor)} ended the watch on public opinion. Reason: ${say.quote(texts.reason)}.`,
  },
};

type Recorded = EventOf<'opinionRecorded'>;

function seenZh({ at, observedAt }: Recorded, say: Speaker): string {
  return observedAt < at ? `（记录前${say.duration(at - observedAt)}的情况）` : '';
}

function seenEn({ at, observedAt }: Recorded, say: Speaker): string {
  return observedAt < at ? ` (as seen ${say.duration(at - observedAt)} before)` : '';
}

function claimZh({ untrue }: Recorded): string {
  return untrue === true ? '不实说法' : '主要说法';
}

function claimEn({ untrue }: Recorded): string {
  return untrue === true ? 'Untrue claim' : 'Claim';
}

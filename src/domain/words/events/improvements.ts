import type { ImprovementsEvent } from '../../incident/events/improvements.js';
import { improvementOwnerWords } from '../improvements/labels.js';
import type { SentencesOf } from './sentences.js';

export const improvementEvents: SentencesOf<ImprovementsEvent['type']> = {
  'zh-CN': {
    improvementOpened: ({ actor, improvement, owner, texts }, say) =>
      `${say.actor(actor)}提出改进措施${improvement}：${say.quote(texts.action)}。针对的问题：${say.quote(texts.finding)}。责任人：${improvementOwnerWords(owner, say.names, say.lang)}。`,
    improvementStarted: ({ improvement }) => `改进措施${improvement}开始跟踪。`,
  },
  en: {
    improvementOpened: ({ actor, improvement, owner, texts }, say) =>
      `${say.actor(actor)} opened the improvement ${improvement}: ${say.quote(texts.action)}. Finding: ${say.quote(texts.finding)}. Owner: ${improvementOwnerWords(owner, say.names, say.lang)}.`,
    improvementStarted: ({ improvement }) => `The improvement ${improvement} is followed from now on.`,
  },
};

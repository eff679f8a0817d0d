import type { SentencesOf } from './sentences.js';
import { failedWords, messageWords } from '../messageNames.js';
import { refusalInOneLine } from '../refusals.js';

export const machineEvents: SentencesOf<'refused' | 'machineFailed'> = {
  'zh-CN': {
    refused(event, say) {
      const { title, detail } = refusalInOneLine(event, say);
      return `未接受${say.actor(event.actor)}的${messageWords(event.message, 'zh-CN')}：${title}。${detail}`;
    },
    machineFailed: (event, say) =>
      `程序内部出错，未能执行：${failedWords(event.during, 'zh-CN')}。${say.quote(event.error)}。`,
  },
  en: {
    refused(event, say) {
      const { title, detail } = refusalInOneLine(event, say);
      return `Refused, the ${messageWords(event.message, 'en')} by ${say.actor(event.actor)}: ${title}. ${detail}`;
    },
    machineFailed: (event, say) =>
      `Internal program error, not carried out: ${failedWords(event.during, 'en')}. ${say.quote(event.error)}.`,
  },
};

import type { SentencesOf } from './sentences.js';

export const aftermathEvents: SentencesOf<'closed'> = {
  'zh-CN': {
    closed: (event, say) => `${say.actor(event.actor)}结案。说明：${say.quote(event.texts.reason)}。`,
  },
  en: {
    closed: (event, say) => `${say.actor(event.actor)} closed the incident. Reason: ${say.quote(event.texts.reason)}.`,
  },
};

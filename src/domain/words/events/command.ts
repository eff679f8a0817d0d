import type { SentencesOf } from './sentences.js';

export const commandEvents: SentencesOf<'postFilled'> = {
  'zh-CN': {
    postFilled: (event, say) => `${say.person(event.person)}担任${say.post(event.post)}。`,
  },
  en: {
    postFilled: (event, say) => `${say.person(event.person)} holds the post “${say.post(event.post)}”.`,
  },
};

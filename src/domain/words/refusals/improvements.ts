import { listOf, numberOf, textOf } from '../details.js';
import type { RefusalSentencesOf } from './sentences.js';

export const improvementsRefusals: RefusalSentencesOf<'unknown_improvement_type' | 'too_many_improvements'> = {
  'zh-CN': {
    unknown_improvement_type: ({ found, needed }, say) => ({
      title: '预案中没有此类改进措施',
      detail: `收到：${say.quote(textOf(found, 'type'))}；预案中的类型：${say.list(listOf(needed, 'types'))}。请改为其中一种。`,
    }),
    too_many_improvements: ({ needed }) => ({
      title: '改进措施过多',
      detail: `一起事故最多提出${numberOf(needed, 'most') ?? ''}项改进措施。请合并相近的措施，或者用 muster improvement open 另行提出。`,
    }),
  },
  en: {
    unknown_improvement_type: ({ found, needed }, say) => ({
      title: 'The plan has no such type of improvement',
      detail: `Received: ${say.quote(textOf(found, 'type'))}. The plan has: ${say.list(listOf(needed, 'types'))}. Name one of them.`,
    }),
    too_many_improvements: ({ needed }) => ({
      title: 'Too many improvements',
      detail: `One incident leads to ${numberOf(needed, 'most') ?? ''} at most. Put those that belong together into one, or open further ones outside of the incident: muster improvement open.`,
    }),
  },
};

import { listOf, textOf } from '../details.js';
import type { RefusalSentencesOf } from './sentences.js';

export const claimsRefusals: RefusalSentencesOf<'not_contested' | 'hand_over_first'> = {
  'zh-CN': {
    not_contested: ({ found, needed }, say) => ({
      title: '此人无须决定归属',
      detail: `${say.person(textOf(found, 'person') ?? '')}目前没有被两起事故同时需要。待决定的有：${say.list(listOf(needed, 'people').map(say.person)) || '无'}。`,
    }),
    hand_over_first: ({ found }, say) => ({
      title: '请先移交指挥权',
      detail: `${say.person(textOf(found, 'person') ?? '')}正在指挥本事故，不能直接让出。请先移交指挥权，或决定同时参与两起事故。`,
    }),
  },
  en: {
    not_contested: ({ found, needed }, say) => ({
      title: 'Nothing to decide about this person',
      detail: `${say.person(textOf(found, 'person') ?? '')} is not wanted by two incidents now. To be decided on: ${say.list(listOf(needed, 'people').map(say.person)) || 'nobody'}.`,
    }),
    hand_over_first: ({ found }, say) => ({
      title: 'Hand over command first',
      detail: `${say.person(textOf(found, 'person') ?? '')} commands this incident and cannot simply be left to the other one. Hand over command first, or decide that they serve both.`,
    }),
  },
};

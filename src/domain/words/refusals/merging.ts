import { textOf } from '../details.js';
import type { RefusalSentencesOf } from './sentences.js';

export const mergingRefusals: RefusalSentencesOf<'merge_with_itself' | 'merge_open' | 'other_mode' | 'not_concerned'> =
  {
    'zh-CN': {
      merge_with_itself: () => ({
        title: '不能并入自身',
        detail: '所指的事故就是本事故。请指明另一起事故的编号。',
      }),
      merge_open: ({ found }) => ({
        title: '正在合并',
        detail: `本事故正在并入事故 ${textOf(found, 'into') ?? '？'}，尚待答复。请稍候再看结果；新的情况和问题请报到该事故。`,
      }),
      other_mode: () => ({
        title: '演练与真实事故不能合并',
        detail: '一起是演练，另一起是真实事故。请指明同类的事故。',
      }),
      not_concerned: () => ({
        title: '与本事故无关',
        detail: '只有在本事故的通讯录中任职、被动员或报告本事故的人员，才能补充情况。请告知其中一人。',
      }),
    },
    en: {
      merge_with_itself: () => ({
        title: 'It cannot be merged into itself',
        detail: 'The incident named is this one. Name another one.',
      }),
      merge_open: ({ found }) => ({
        title: 'It is being merged',
        detail: `This incident is being merged into ${textOf(found, 'into') ?? '?'}, which has not answered yet. Wait a moment and look again; tell what is new, and ask, over there.`,
      }),
      other_mode: () => ({
        title: 'A drill and a real incident cannot be merged',
        detail: 'One is a drill and the other is real. Name an incident of the same kind.',
      }),
      not_concerned: () => ({
        title: 'Not concerned with this incident',
        detail:
          'Only those who hold a post in its roster, were called, or reported it may tell more. Tell one of them.',
      }),
    },
  };

import { numberOf } from '../details.js';
import { sitrepName } from '../sitrepNames.js';
import type { RefusalSentencesOf } from './sentences.js';

export const sitrepRefusals: RefusalSentencesOf<'no_sitreps' | 'sitrep_open' | 'no_such_draft'> = {
  'zh-CN': {
    no_sitreps: () => ({
      title: '预案未规定信息报送',
      detail: '本预案没有规定由谁起草、由谁发布信息报送。请以其他方式报告，或将此项补入预案。',
    }),
    sitrep_open: ({ found }) => ({
      title: '已有一期正在起草',
      detail: `${sitrepName(numberOf(found, 'number'), 'zh-CN')}尚未发布。请核改后发布，不必另行起草。`,
    }),
    no_such_draft({ found, needed }) {
      const open = numberOf(needed, 'open');
      const now = open === undefined ? '目前没有正在起草的信息报送' : `正在起草的是${sitrepName(open, 'zh-CN')}`;
      return {
        title: '没有这一期草稿',
        detail: `${sitrepName(numberOf(found, 'number'), 'zh-CN')}不是草稿，或已经发布；${now}。请查看信息报送清单。`,
      };
    },
  },
  en: {
    no_sitreps: () => ({
      title: 'The plan has no SITREPs',
      detail: 'It does not say who drafts and who releases them. Report in another way, or add it to the plan.',
    }),
    sitrep_open: ({ found }) => ({
      title: 'One is being drafted already',
      detail: `${sitrepName(numberOf(found, 'number'), 'en')} is not released yet. Edit and release that one; no other is needed.`,
    }),
    no_such_draft({ found, needed }) {
      const open = numberOf(needed, 'open');
      const now = open === undefined ? 'none is being drafted now' : `the open draft is ${sitrepName(open, 'en')}`;
      return {
        title: 'No such draft',
        detail: `${sitrepName(numberOf(found, 'number'), 'en')} is no draft, or was released already; ${now}. See the list of SITREPs.`,
      };
    },
  },
};

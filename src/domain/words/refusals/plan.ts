import type { RefusalSentencesOf } from './sentences.js';
import { listOf, numberOf, textOf } from '../details.js';
import { usedWords } from '../used.js';

export const planRefusals: RefusalSentencesOf<
  'other_plan' | 'same_plan_version' | 'missing_in_plan' | 'nobody_in_posts'
> = {
  'zh-CN': {
    other_plan: ({ found, needed }) => ({
      title: '这是另一部预案',
      detail: `事故按预案“${textOf(needed, 'plan') ?? '？'}”执行，只能切换到该预案的其他版本；所填为“${textOf(found, 'plan') ?? '？'}”。请填写本预案的版本。`,
    }),
    same_plan_version: ({ found }) => ({
      title: '已按该版本执行',
      detail: `事故已按预案第${numberOf(found, 'version') ?? '？'}版执行，无需再作决定。`,
    }),
    missing_in_plan({ found, needed }, say) {
      const missing = say.list(listOf(found, 'missing').map((key) => usedWords(key, say)));
      return {
        title: '新版本缺少正在使用的内容',
        detail: `预案第${numberOf(found, 'version') ?? '？'}版没有：${missing}。事故正在使用这些内容，仍按第${numberOf(needed, 'version') ?? '？'}版执行。请先解除或调整正在使用的内容，或者发布包含这些内容的版本。`,
      };
    },
    nobody_in_posts: ({ found, needed }, say) => ({
      title: '新版本所需的岗位无人任职',
      detail: `按预案第${numberOf(found, 'version') ?? '？'}版将无人指挥或决定：${say.list(listOf(found, 'posts').map(say.post))}。事故仍按第${numberOf(needed, 'version') ?? '？'}版执行。请先在通讯录中为这些岗位指定人员。`,
    }),
  },
  en: {
    other_plan: ({ found, needed }) => ({
      title: 'That is another plan',
      detail: `The incident runs by the plan “${textOf(needed, 'plan') ?? '?'}”, and can only move to another version of it; found: “${textOf(found, 'plan') ?? '?'}”. Name a version of its own plan.`,
    }),
    same_plan_version: ({ found }) => ({
      title: 'It already runs by that version',
      detail: `The incident runs by version ${numberOf(found, 'version') ?? '?'} of the plan. There is nothing to do.`,
    }),
    missing_in_plan({ found, needed }, say) {
      const missing = say.list(listOf(found, 'missing').map((key) => usedWords(key, say)));
      return {
        title: 'The new version lacks what is in use',
        detail: `Version ${numberOf(found, 'version') ?? '?'} of the plan does not have: ${missing}. The incident uses them and stays on version ${numberOf(needed, 'version') ?? '?'}. Stand down or change what is in use first, or put a version into effect that has them.`,
      };
    },
    nobody_in_posts: ({ found, needed }, say) => ({
      title: 'Nobody holds posts that the new version needs',
      detail: `Under version ${numberOf(found, 'version') ?? '?'} of the plan nobody could command or decide: ${say.list(listOf(found, 'posts').map(say.post))}. The incident stays on version ${numberOf(needed, 'version') ?? '?'}. Fill these posts in the roster first.`,
    }),
  },
};

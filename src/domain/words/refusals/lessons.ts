import { listOf, numberOf } from '../details.js';
import type { RefusalSentencesOf } from './sentences.js';

type Code =
  | 'no_lessons'
  | 'department_not_asked'
  | 'unknown_question'
  | 'finding_without_answer'
  | 'lessons_missing'
  | 'lessons_collected';

export const lessonRefusals: RefusalSentencesOf<Code> = {
  'zh-CN': {
    no_lessons: () => ({
      title: '没有经验教训可汇总',
      detail: '应急终止时未请任何部门总结，可能是预案没有规定。请在总结评估会上一并总结。',
    }),
    department_not_asked: ({ needed }, say) => ({
      title: '未请该部门总结',
      detail: `请了这些部门：${say.list(listOf(needed, 'posts').map(say.post)) || '无'}。请核对岗位编号，或者请其中一个部门一并写入。`,
    }),
    unknown_question({ found, needed }, say) {
      const last = numberOf(needed, 'last') ?? 0;
      const known = last === 0 ? '预案没有列出问题' : `预案的问题编号为1至${last}`;
      return {
        title: '没有这个问题',
        detail: `收到的编号：${say.list(listOf(found, 'questions').map(say.quote)) || '（无）'}；${known}。请核对编号，其他内容写入“其他”。`,
      };
    },
    finding_without_answer: ({ found }) => ({
      title: '列为问题的没有文字',
      detail: `没有文字：${listOf(found, 'findings').join('、') || '（未注明）'}。请先写出答复，再列为问题。`,
    }),
    lessons_missing: ({ found }, say) => ({
      title: '还有部门没有提交',
      detail: `尚缺：${say.list(listOf(found, 'posts').map(say.post)) || '（未注明）'}。请催促提交；确需先行汇总的，请写明理由，所缺部门仍列明在案。`,
    }),
    lessons_collected: () => ({
      title: '经验教训已经汇总',
      detail: '汇总之后不再修改。请在总结评估会上补充。',
    }),
  },
  en: {
    no_lessons: () => ({
      title: 'There are no lessons to collect',
      detail:
        'No department was asked at the end; the plan may not name any. Say what was learnt in the summary evaluation.',
    }),
    department_not_asked: ({ needed }, say) => ({
      title: 'That department was not asked',
      detail: `These were: ${say.list(listOf(needed, 'posts').map(say.post)) || 'none'}. Check the id of the post, or have one of them take it in.`,
    }),
    unknown_question({ found, needed }, say) {
      const last = numberOf(needed, 'last') ?? 0;
      const known = last === 0 ? 'The plan lists no questions' : `The questions of the plan are numbered 1 to ${last}`;
      return {
        title: 'There is no such question',
        detail: `Received: ${say.list(listOf(found, 'questions').map(say.quote)) || '(none)'}. ${known}. Check the number; whatever else there is to say has a place of its own.`,
      };
    },
    finding_without_answer: ({ found }) => ({
      title: 'A finding without words',
      detail: `Nothing is said under: ${listOf(found, 'findings').join(', ') || '(not named)'}. Write the answer first, then mark it as a finding.`,
    }),
    lessons_missing: ({ found }, say) => ({
      title: 'Some departments have not answered',
      detail: `Missing: ${say.list(listOf(found, 'posts').map(say.post)) || '(not named)'}. Press them; to go on without them, give a reason, and they stay listed as missing.`,
    }),
    lessons_collected: () => ({
      title: 'The lessons are collected',
      detail: 'Nobody changes them after that. Bring it up in the summary evaluation.',
    }),
  },
};

import { listOf, numberOf, textOf } from '../details.js';
import type { RefusalSentencesOf } from './sentences.js';

const FIELDS_ZH: Record<string, string> = {
  source: '来源',
  question: '问题',
  answer: '答复',
  sections: '各部分',
  reply: '回应内容',
  items: '分析的条目',
  remarks: '退回意见',
  finding: '问题',
  action: '措施',
};
const FIELDS_EN: Record<string, string> = {
  source: 'the source',
  question: 'the question',
  answer: 'the answer',
  sections: 'the sections',
  reply: 'the reply',
  items: 'the items of the analysis',
  remarks: 'the remarks',
  finding: 'the finding',
  action: 'what is to be done',
};
const TYPES_ZH: Record<string, string> = { number: '数字', boolean: '是或否', choice: '预案所列的选项' };
const TYPES_EN: Record<string, string> = {
  number: 'a number',
  boolean: 'yes or no',
  choice: 'one of the options in the plan',
};

export const situationRefusals: RefusalSentencesOf<
  | 'not_involved'
  | 'nothing_told'
  | 'text_required'
  | 'unknown_fact'
  | 'wrong_fact_type'
  | 'unknown_option'
  | 'too_many_questions'
  | 'no_such_question'
> = {
  'zh-CN': {
    not_involved: () => ({
      title: '与本次事故无关',
      detail: '提出人在预案中不任岗位，未被通知，也不是报告人。请把情况告诉参加处置的人员，由其录入。',
    }),
    nothing_told: () => ({
      title: '没有任何内容',
      detail: '既无事实的取值，也无文字说明。请至少填写其中一项后重新提交。',
    }),
    text_required: ({ found }) => ({
      title: '须填写文字',
      detail: `${FIELDS_ZH[textOf(found, 'field') ?? ''] ?? '文字'}为空。请填写后重新提交，内容将记入时间线。`,
    }),
    unknown_fact({ found, needed }, say) {
      const known = say.list(listOf(needed, 'known').map((id) => `${say.names.fact(id, 'zh-CN')}（${id}）`));
      return {
        title: '预案中没有该项事实',
        detail: `收到的事实：${say.list(listOf(found, 'facts').map(say.quote))}；预案中的事实：${known}。请改正，或改用文字说明。`,
      };
    },
    wrong_fact_type({ found, needed }, say) {
      const fact = textOf(found, 'fact');
      const type = TYPES_ZH[textOf(needed, 'type') ?? ''] ?? '预案规定的类型';
      return {
        title: '事实的类型不符',
        detail: `${fact === undefined ? '该项事实' : say.names.fact(fact, 'zh-CN')}应为${type}。请改正后重新提交。`,
      };
    },
    unknown_option({ found, needed }, say) {
      const fact = textOf(found, 'fact') ?? '';
      const options = say.list(
        listOf(needed, 'options').map((id) => `${say.names.factValue(fact, id, 'zh-CN')}（${id}）`),
      );
      return {
        title: '该项事实没有此选项',
        detail: `${say.names.fact(fact, 'zh-CN')}所填：${say.quote(textOf(found, 'option'))}；预案中的选项：${options}。请从中选择。`,
      };
    },
    too_many_questions: ({ found, needed }) => ({
      title: '待查明的问题过多',
      detail: `现有${numberOf(found, 'open') ?? '？'}个问题尚无答复，最多${numberOf(needed, 'atMost') ?? '？'}个。请先答复其中已查明的。`,
    }),
    no_such_question: ({ found }, say) => ({
      title: '没有这个待查明的问题',
      detail: `${say.quote(textOf(found, 'question'))} 不存在，或已有答复。请查看事故现状中待查明的问题；补充答复请作为新情况录入。`,
    }),
  },
  en: {
    not_involved: () => ({
      title: 'No part in this incident',
      detail:
        'The sender holds no post of the plan, was not called and did not report it. Tell somebody who takes part, who can put it on record.',
    }),
    nothing_told: () => ({
      title: 'Nothing was told',
      detail: 'There is neither a value of a fact nor a statement. Give at least one of them and send it again.',
    }),
    text_required: ({ found }) => ({
      title: 'A text is needed',
      detail: `Empty: ${FIELDS_EN[textOf(found, 'field') ?? ''] ?? 'the text'}. Fill it in and send it again; it goes on the record.`,
    }),
    unknown_fact({ found, needed }, say) {
      const known = listOf(needed, 'known').map((id) => `${say.names.fact(id, 'en')} (${id})`);
      return {
        title: 'The plan has no such fact',
        detail: `Found: ${listOf(found, 'facts').map(say.quote).join(', ')}. The plan has: ${known.join(', ')}. Correct it, or tell it as a statement.`,
      };
    },
    wrong_fact_type({ found, needed }, say) {
      const fact = textOf(found, 'fact');
      const type = TYPES_EN[textOf(needed, 'type') ?? ''] ?? 'of the type that the plan gives it';
      return {
        title: 'A fact has the wrong type',
        detail: `Needed for ${fact === undefined ? 'this fact' : `“${say.names.fact(fact, 'en')}”`}: ${type}. Correct it and send it again.`,
      };
    },
    unknown_option({ found, needed }, say) {
      const fact = textOf(found, 'fact') ?? '';
      const options = listOf(needed, 'options').map((id) => `${say.names.factValue(fact, id, 'en')} (${id})`);
      return {
        title: 'The fact has no such option',
        detail: `Found for “${say.names.fact(fact, 'en')}”: ${say.quote(textOf(found, 'option'))}. The plan has: ${options.join(', ')}. Choose one of these.`,
      };
    },
    too_many_questions: ({ found, needed }) => ({
      title: 'Too many questions are open',
      detail: `${numberOf(found, 'open') ?? 'Many'} have no answer yet; at most ${numberOf(needed, 'atMost') ?? 'a few'} may be open. Answer those first whose answer is known.`,
    }),
    no_such_question: ({ found }, say) => ({
      title: 'No such open question',
      detail: `${say.quote(textOf(found, 'question'))} does not exist or has been answered. See the open questions of the incident; to add to an answer, add a fact.`,
    }),
  },
};

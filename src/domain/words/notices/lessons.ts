import type { NoticeTemplate } from '../../incident/index.js';
import { listOf, numberOf } from '../details.js';
import type { Notice } from '../notice.js';
import { formatInstant } from '../time.js';
import { answerForVacant, callSummary, collectLessons, giveLessons } from './howLessons.js';
import type { NoticeSentencesOf } from './sentences.js';

type LessonsTemplate = Extract<NoticeTemplate, `lessons${string}`>;

export const lessonNotices: NoticeSentencesOf<LessonsTemplate> = {
  'zh-CN': {
    lessonsAsked: {
      name: '经验教训征集通知',
      subject: '请总结经验教训',
      todo: '应急响应已经终止。趁记忆尚新，请代表本部门回答下列问题，在期限之前提交；汇总之前可以随时修改。对事不对人，一件小事也值得写。',
      why: '预案规定由您的部门总结，您负责该部门或者代其负责人',
      level: 'fromFacts',
      how: giveLessons,
      lines: asked,
    },
    lessonsVacant: {
      name: '经验教训代办通知',
      subject: '有部门无人可总结经验教训',
      todo: '以下部门的岗位及其替补均无人任职，无人可回答问题：请向当时在场的人了解，写明理由，代为总结；做不到的，汇总时写明所缺部门和理由。',
      why: '预案规定由您汇总经验教训，或者您代行此职',
      level: 'fromFacts',
      how: answerForVacant,
      lines: vacant,
    },
    lessonsIn: {
      name: '经验教训齐备通知',
      subject: '各部门的经验教训已经齐备，请汇总',
      todo: '各部门均已提交经验教训：请通读一遍，需要补充的请相关部门修改，然后汇总。汇总之后不再修改。',
      why: '预案规定由您汇总经验教训，或者您代行此职',
      level: 'fromFacts',
      how: collectLessons,
    },
    lessonsCollected: {
      name: '经验教训汇总通知',
      subject: '经验教训已经汇总，请召集总结评估会',
      todo: '各部门的经验教训已经汇总：请通读，并在期限之前召集总结评估会。',
      why: '预案规定由您主持总结评估，或者您代行此职',
      level: 'fromFacts',
      how: callSummary,
      lines: collected,
    },
  },
  en: {
    lessonsAsked: {
      name: 'Lessons asked for',
      subject: 'Say what your department has learnt',
      todo: 'The response has ended. While it is fresh, answer these questions for your department before the time below; you may change your answers until they are collected. It is about the matter and not about people, and small things count.',
      why: 'the plan asks your department, and you lead it or stand in for whoever does',
      level: 'fromFacts',
      how: giveLessons,
      lines: asked,
    },
    lessonsVacant: {
      name: 'Departments without anybody to ask',
      subject: 'Nobody there to say what a department has learnt',
      todo: 'Nobody holds the post of these departments, nor a deputy’s: ask those who were there and answer for the department, with a reason. If that cannot be done, say so when you collect the lessons.',
      why: 'the plan has you collect the lessons, or you stand in for whoever does',
      level: 'fromFacts',
      how: answerForVacant,
      lines: vacant,
    },
    lessonsIn: {
      name: 'All lessons are in',
      subject: 'All lessons are in: collect them',
      todo: 'Every department has said what it has learnt: read it all, have departments add what is missing, then collect the lessons. Nobody changes them after that.',
      why: 'the plan has you collect the lessons, or you stand in for whoever does',
      level: 'fromFacts',
      how: collectLessons,
    },
    lessonsCollected: {
      name: 'Lessons collected',
      subject: 'The lessons are collected: call the summary evaluation',
      todo: 'The lessons of the departments are collected: read them, and call the summary evaluation before the time below.',
      why: 'the plan has you chair the summary evaluation, or you stand in for whoever does',
      level: 'fromFacts',
      how: callSummary,
      lines: collected,
    },
  },
};

function asked(notice: Notice): string[] {
  const { facts, say, lang, recipient } = notice;
  const zh = lang === 'zh-CN';
  const departments = say.list((recipient.departments ?? []).map(say.post));
  const questions = Array.from({ length: numberOf(facts, 'questions') ?? 0 }, (_, i) => String(i + 1));
  return [
    ...(departments === '' ? [] : [`${zh ? '请代表：' : 'You speak for: '}${departments}`]),
    ...due(notice),
    ...(questions.length === 0 ? [] : [zh ? '问题：' : 'Questions:']),
    ...questions.map((number) => `${number}. ${say.names.lessonQuestion(number, lang)}`),
  ];
}

function vacant(notice: Notice): string[] {
  return [...posts(notice, 'vacant', { zh: '无人任职：', en: 'Nobody there: ' }), ...due(notice)];
}

function collected(notice: Notice): string[] {
  return [
    ...posts(notice, 'missing', { zh: '未提交的部门：', en: 'Departments that did not answer: ' }),
    ...due(notice),
  ];
}

/** With its id: the command wants that. */
function posts({ facts, say, lang }: Notice, key: string, label: { zh: string; en: string }): string[] {
  const zh = lang === 'zh-CN';
  const named = listOf(facts, key).map((id) => (zh ? `${say.post(id)}（${id}）` : `${say.post(id)} (${id})`));
  return named.length === 0 ? [] : [`${zh ? label.zh : label.en}${say.list(named)}`];
}

function due({ facts, lang, zone }: Notice): string[] {
  const at = numberOf(facts, 'dueAt');
  return at === undefined ? [] : [`${lang === 'zh-CN' ? '期限：' : 'Due: '}${formatInstant(at, lang, zone)}`];
}

import { textOf } from '../details.js';
import type { Notice } from '../notice.js';
import { answerQuestion, askAgain } from './how.js';
import type { NoticeSentencesOf } from './sentences.js';

export const situationNotices: NoticeSentencesOf<'questionAsked' | 'questionAnswered'> = {
  'zh-CN': {
    questionAsked: {
      name: '待查明问题通知',
      subject: '有问题待查明',
      todo: '有人提出须查明的问题：请查明后答复，或安排人员查明。答复之前，该问题一直列为待查明。',
      why: '您负责汇总情况，或正在指挥',
      level: 'fromFacts',
      how: answerQuestion,
      lines: (notice) => [...question(notice), ...who(notice, '提出人')],
    },
    questionAnswered: {
      name: '问题答复通知',
      subject: '您的问题已有答复',
      todo: '您提出的问题已有答复，如下。仍不清楚的，请再次提出。',
      why: '您提出了这一问题',
      level: 'fromFacts',
      how: askAgain,
      lines: (notice) => [...question(notice), ...answer(notice), ...who(notice, '答复人')],
    },
  },
  en: {
    questionAsked: {
      name: 'Question to be answered',
      subject: 'To be found out',
      todo: 'Somebody needs to know what follows: find out and answer, or have somebody find out. The question stays open until it is answered.',
      why: 'you keep the situation, or you are in command',
      level: 'fromFacts',
      how: answerQuestion,
      lines: (notice) => [...question(notice), ...who(notice, 'Asked by')],
    },
    questionAnswered: {
      name: 'Question answered',
      subject: 'Your question is answered',
      todo: 'What you asked has an answer, below. Ask again if it leaves something open.',
      why: 'you asked it',
      level: 'fromFacts',
      how: askAgain,
      lines: (notice) => [...question(notice), ...answer(notice), ...who(notice, 'Answered by')],
    },
  },
};

/** The whole of a question: whoever is asked for an answer has to know exactly what is asked. */
const QUOTED_CHARACTERS = 500;

function question({ facts, quote, say, lang }: Notice): string[] {
  const id = textOf(facts, 'question') ?? '';
  const text = say.quote(quote('question', QUOTED_CHARACTERS));
  return [lang === 'en' ? `Question ${id}: ${text}` : `问题 ${id}：${text}`];
}

function answer({ quote, say, lang }: Notice): string[] {
  const text = say.quote(quote('answer', QUOTED_CHARACTERS));
  return [lang === 'en' ? `Answer: ${text}` : `答复：${text}`];
}

function who({ facts, say, lang }: Notice, label: string): string[] {
  const person = textOf(facts, 'by');
  if (person === undefined) return [];
  return [lang === 'en' ? `${label}: ${say.person(person)}` : `${label}：${say.person(person)}`];
}

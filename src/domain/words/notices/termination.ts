import { listOf, numberOf } from '../details.js';
import type { Notice } from '../notice.js';
import { stillOpenWords } from '../stillOpen.js';
import { taskNameIn } from './tasks.js';
import { sign } from './how.js';
import type { NoticeSentencesOf } from './sentences.js';

export const terminationNotices: NoticeSentencesOf<'terminationProposed' | 'terminated'> = {
  'zh-CN': {
    terminationProposed: {
      name: '应急终止签署通知',
      subject: '请签署应急终止',
      todo: '有人提议应急终止，须由第二人签署：请先看尚未了结的事项，逐项核对终止条件，再决定是否签署。',
      why: '预案规定您有权签署应急终止',
      level: 'fromFacts',
      how: sign,
      reason: '提议的理由',
      lines: stillOpen,
    },
    terminated: {
      name: '应急终止通知',
      subject: '应急终止',
      todo: '应急响应已经终止：动员全部解除，无须再到岗，已到岗的可以停止处置。',
      why: '您报告了本次事故，或者参加了响应',
      level: 'fromFacts',
      how: 'nothing',
    },
  },
  en: {
    terminationProposed: {
      name: 'Second signature needed',
      subject: 'Sign the termination',
      todo: 'Termination is proposed and needs a second signature: see what is still open, check each termination criterion, then decide whether to sign.',
      why: 'the plan authorises you to sign a termination',
      level: 'fromFacts',
      how: sign,
      reason: 'Reason for the proposal',
      lines: stillOpen,
    },
    terminated: {
      name: 'Termination',
      subject: 'Response terminated',
      todo: 'The response is terminated: everybody is stood down, nobody need come any more, and whoever is at work may stop.',
      why: 'you reported this incident, or took part in the response',
      level: 'fromFacts',
      how: 'nothing',
    },
  },
};

/** Nothing where the notice does not say; it then says less, and nothing wrong. */
function stillOpen(notice: Notice): string[] {
  const { facts, lang, say } = notice;
  const [questions, inside] = [numberOf(facts, 'openQuestions'), numberOf(facts, 'inside')];
  if (questions === undefined || inside === undefined) return [];
  const [tasks, sitreps] = [listOf(facts, 'openTasks'), listOf(facts, 'overdueSitreps').map(Number)];
  const words = stillOpenWords({ tasks, questions, inside, sitreps }, say, (task) => taskNameIn(notice, task));
  if (words.length === 0) return [lang === 'en' ? 'Still open: nothing' : '尚未了结：无'];
  return [lang === 'en' ? 'Still open:' : '尚未了结：', ...words.map((item) => `- ${item}`)];
}

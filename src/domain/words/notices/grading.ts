import { textOf } from '../details.js';
import type { Notice } from '../notice.js';
import { changeBack, changeLevel } from './how.js';
import type { NoticeSentencesOf } from './sentences.js';

export const gradingNotices: NoticeSentencesOf<'levelProposed' | 'levelRaised' | 'categoryChanged'> = {
  'zh-CN': {
    levelProposed: {
      name: '级别调整建议',
      subject: '请决定是否调整级别',
      todo: '按新获知的事实，定级准则建议另一响应级别。请决定是否调整；未作决定前，仍按现级别响应。',
      why: '预案规定由您决定该级别',
      level: 'fromFacts',
      how: changeLevel,
      lines: ({ proposedLevel, say }) => (proposedLevel === undefined ? [] : [`建议级别：${say.level(proposedLevel)}`]),
    },
    levelRaised: {
      name: '级别自动提高通知',
      subject: '响应级别已自动提高',
      todo: '按新获知的事实和预案，响应级别已自动提高，正在增加动员。请核对；确有不当的，请决定调整。',
      why: '预案规定由您决定该级别',
      level: 'fromFacts',
      how: changeBack,
      lines: from,
    },
    categoryChanged: {
      name: '类别更改通知',
      subject: '事故类别已更改',
      todo: '事故类别已更改：定级准则、动员的组和任务即按新类别执行，请据此调整本组工作。',
      why: '您负责核实事故报告，或负责已动员的组',
      level: 'unverified',
      how: 'look',
      lines: categoryBefore,
      reason: '更改的理由',
    },
  },
  en: {
    levelProposed: {
      name: 'Proposal to change the level',
      subject: 'Decide on the level',
      todo: 'By what is known now, the grading criteria propose another response level. Decide whether to change it; until then the response goes on as it is.',
      why: 'the plan asks you to decide on that level',
      level: 'fromFacts',
      how: changeLevel,
      lines: ({ proposedLevel, say }) => (proposedLevel === undefined ? [] : [`Proposed: ${say.level(proposedLevel)}`]),
    },
    levelRaised: {
      name: 'Level raised by itself',
      subject: 'Level raised',
      todo: 'By what is known now the response level was raised by itself, as the plan says, and further teams are being called. Look at it, and change it if it is wrong.',
      why: 'the plan asks you to decide on that level',
      level: 'fromFacts',
      how: changeBack,
      lines: from,
    },
    categoryChanged: {
      name: 'Category changed',
      subject: 'It is another kind of incident',
      todo: 'The category has changed: grading criteria, teams and tasks are those of the new one from now on. Go on accordingly.',
      why: 'you verify reports, or lead a team that is called',
      level: 'unverified',
      how: 'look',
      lines: categoryBefore,
      reason: 'Why it was changed',
    },
  },
};

function categoryBefore({ facts, lang, names }: Notice): string[] {
  const category = textOf(facts, 'from');
  if (category === undefined) return [];
  const name = names.category(category, lang);
  return [lang === 'en' ? `Category before: ${name}` : `原类别：${name}`];
}

function from({ facts, lang, say }: Notice): string[] {
  const level = textOf(facts, 'from');
  if (level === undefined) return [];
  return [lang === 'en' ? `Before: ${say.level(level)}` : `此前：${say.level(level)}`];
}

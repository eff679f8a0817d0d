import { numberOf, textOf } from '../details.js';
import { mergeRefusalWords } from '../mergeRefusal.js';
import type { Notice } from '../notice.js';
import { formatInstant } from '../time.js';
import { knownLine } from './knownFacts.js';
import { mergeElsewhere } from './how.js';
import type { NoticeSentencesOf } from './sentences.js';

export const mergingNotices: NoticeSentencesOf<'merged' | 'mergeRefused' | 'absorbed'> = {
  'zh-CN': {
    merged: {
      name: '事故合并通知',
      subject: '已并入另一事故',
      todo: '本报告已并入另一事故，由该事故继续处置。无须为本报告行动；该事故需要您时将另行通知。',
      why: '您此前已因这一报告接到通知，或您是报告人',
      level: 'none',
      how: 'nothing',
      lines: into,
    },
    mergeRefused: {
      name: '合并未成通知',
      subject: '未能合并，请另行决定',
      todo: '未能并入您所指的事故，本事故照旧进行。请另行决定。',
      why: '您决定了合并，或您正在指挥',
      level: 'none',
      how: mergeElsewhere,
      lines: (notice) => [...into(notice), `原因：${mergeRefusalWords(textOf(notice.facts, 'code') ?? '', 'zh-CN')}`],
    },
    absorbed: {
      name: '同一情况再次报告',
      subject: '同一情况又有报告',
      todo: '又有报告涉及同一情况，已并入本事故，事实已一并计入。请查看是否须调整处置。',
      why: '您正在指挥，或负责汇总情况、拟写对外发布的信息',
      level: 'fromFacts',
      how: 'look',
      lines: again,
    },
  },
  en: {
    merged: {
      name: 'Merged into another incident',
      subject: 'Merged into another incident',
      todo: 'This report was merged into another incident, which goes on with it. Nothing to do for this one; if the other one needs you, it will tell you.',
      why: 'you were notified of this report before, or you made it',
      level: 'none',
      how: 'nothing',
      lines: into,
    },
    mergeRefused: {
      name: 'Not merged',
      subject: 'Not merged, decide again',
      todo: 'It was not merged into the incident that was named, and goes on as it was. Decide again.',
      why: 'you decided to merge it, or you are in command',
      level: 'none',
      how: mergeElsewhere,
      lines: (notice) => [...into(notice), `Why: ${mergeRefusalWords(textOf(notice.facts, 'code') ?? '', 'en')}`],
    },
    absorbed: {
      name: 'Reported again',
      subject: 'Reported again',
      todo: 'There is another report of the same thing; it has become part of this incident, with its facts. See whether the response still fits.',
      why: 'you are in command, or you keep the situation or draft what is published',
      level: 'fromFacts',
      how: 'look',
      lines: again,
    },
  },
};

/** The other incident. */
function into({ facts, lang }: Notice): string[] {
  const id = textOf(facts, 'into') ?? textOf(facts, 'from');
  if (id === undefined) return [];
  return [lang === 'en' ? `Other incident: ${id}` : `另一事故：${id}`];
}

/** What the other report says. */
export function again(notice: Notice): string[] {
  const { quote, lang } = notice;
  const title = quote('reported');
  return [
    ...(title === undefined ? [] : [lang === 'en' ? `Reported now: ${title}` : `再次报告：${title}`]),
    ...knownLine(notice, lang === 'en' ? 'As reported now' : '所报事实'),
    ...into(notice),
    ...promised(notice),
    ...cameAlong(notice),
    ...leftBehind(notice),
  ];
}

function cameAlong({ facts, lang }: Notice): string[] {
  const questions = numberOf(facts, 'questions');
  if (questions === undefined) return [];
  return [
    lang === 'en'
      ? `Open questions that came along and stay open here: ${questions}`
      : `随之转入、在本事故继续待查明的问题：${questions}个`,
  ];
}

/** Of a text that the public can still read. */
function promised({ facts, lang, zone }: Notice): string[] {
  const at = numberOf(facts, 'promisedAt');
  if (at === undefined) return [];
  const when = formatInstant(at, lang, zone);
  return [
    lang === 'en'
      ? `Promised to the public there, and to be kept here: the next statement at ${when}`
      : `该事故已向公众承诺、须由本事故兑现的下次发布时间：${when}`,
  ];
}

/** What nobody finds here. */
function leftBehind({ facts, lang }: Notice): string[] {
  const [statements = 0, questions = 0] = [numberOf(facts, 'statementsLeft'), numberOf(facts, 'questionsLeft')];
  const left =
    lang === 'en'
      ? [
          statements > 0 && (statements === 1 ? '1 statement' : `${statements} statements`),
          questions > 0 && `${questions === 1 ? '1 open question' : `${questions} open questions`}, beyond the limit`,
        ]
      : [statements > 0 && `文字情况${statements}条`, questions > 0 && `超出上限、未能转入的待查明问题${questions}个`];
  const told = left.filter((part) => part !== false);
  if (told.length === 0) return [];
  const where = textOf(facts, 'from');
  return lang === 'en'
    ? [`Not taken over, see the record of ${where ?? 'the other incident'}: ${told.join('; ')}`]
    : [`未转入、须到${where === undefined ? '另一事故' : `事故 ${where} `}的记录中查看：${told.join('；')}`];
}

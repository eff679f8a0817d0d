import type { DrillTemplate } from '../../drill/index.js';
import type { Said } from '../../lang.js';
import { said } from '../../lang.js';
import type { Instant } from '../../time.js';
import { oneLine, shorten } from '../text.js';
import { formatInstant } from '../time.js';
import { whyMissedWords } from './labels.js';
import { MAIL_HOW } from './mailHow.js';
import type { DrillMailInput } from './mailInput.js';
import { MAIL_FIRST, MAIL_FIRST_ASIDE, MAIL_SUBJECTS } from './mailTold.js';

const SUBJECT_CHARACTERS = 60;

/** Whoever sees it must never take it for real. */
const MARK = said('[DRILL 演练] ', '【演练 DRILL】');

/** The one thing about a drill that is real. */
const REAL = said('REAL INCIDENT, NOT A DRILL: ', '【真实事故，不是演练】');

const OF_SOMETHING_REAL: readonly DrillTemplate[] = ['notADrill', 'realPauses', 'realEnds'];

/** The mail that tells one person of a drill. All are marked as drill but those that say that something real has happened. */
export function drillMailWords(input: DrillMailInput): { subject: string; text: string } {
  const { template, lang, organisation, scenario, drill } = input;
  const isReal = OF_SOMETHING_REAL.includes(template);
  const name = shorten(oneLine(scenario), SUBJECT_CHARACTERS);
  const subject = `${(isReal ? REAL : MARK)[lang]}${MAIL_SUBJECTS[template][lang]}${name}`;
  const lines = [
    ...(isReal ? [] : [BANNER[lang], '']),
    first(input)[lang],
    ...(input.beginsStill ? [BEGINS_STILL[lang]] : []),
    ...about(input),
    '',
    ...MAIL_HOW[template](drill, input).map((line) => line[lang]),
    '',
    organisation,
  ];
  return { subject, text: lines.join('\n') };
}

function first({ template, aside }: DrillMailInput): Said {
  return (aside ? MAIL_FIRST_ASIDE[template] : undefined) ?? MAIL_FIRST[template];
}

const BEGINS_STILL = said(
  'It begins standing still: do nothing for it until you are told that it goes on.',
  '演练开始后即处于暂停状态：在收到恢复通知之前，请不要采取任何演练动作。',
);

const BANNER = said('This is a drill. Nothing in it is real.', '这是一次演练，内容均为虚构。');

/** Those that come before it begins. */
const BEFORE: readonly DrillTemplate[] = ['scheduled', 'schemeToApprove', 'distributed', 'schemeChanged', 'replanned'];
const NOT_ANNOUNCED = said(
  'It is not announced: players hear of it when it begins. Keep it to yourself.',
  '本次演练不预先通知参演人员，请勿对外透露。',
);

function about(input: DrillMailInput): string[] {
  const { lang, zone, drill, scenario, plannedAt, missedAt, whyMissed, dueAt, storyAt, inject, quoted } = input;
  const { realIncident, versions, taken, gone, since, unimproved = [] } = input;
  const list = (of: readonly string[] | undefined) => of?.join(lang === 'en' ? ', ' : '、');
  const row = (label: Said, value: string | undefined) =>
    value === undefined ? [] : [`${label[lang]}${lang === 'en' ? ': ' : '：'}${value}`];
  const at = (instant: Instant | undefined) => (instant === undefined ? undefined : formatInstant(instant, lang, zone));
  return [
    ...(inject === undefined ? [] : ['', inject.event, '']),
    ...row(said('Incident', '事故'), realIncident),
    ...row(said('Taken by it', '参加处置人员'), list(taken)),
    ...row(said('Drill', '演练'), `${scenario} (${drill})`),
    // What for is left unsaid: these mails say that nothing in them is real.
    ...row(said('Have left the drill', '已退出演练的人员'), list(gone)),
    ...row(said('Stands still since', '暂停时间'), at(since)),
    ...row(said('Begins', '开始时间'), at(input.template === 'schemeChanged' ? undefined : plannedAt)),
    ...(input.unannounced && BEFORE.includes(input.template) ? [NOT_ANNOUNCED[lang]] : []),
    ...row(said('Was to begin', '原定时间'), at(missedAt)),
    ...row(said('Why', '改期原因'), whyMissed && whyMissedWords(whyMissed)[lang]),
    ...row(said('Version of the scheme', '方案依据版本'), versions && String(versions.scheme)),
    ...row(said('Version that is played', '演练所用版本'), versions && String(versions.played)),
    ...row(said('Due', '期限'), at(dueAt)),
    ...row(said('Time in the story', '情景时间'), at(storyAt)),
    ...row(said('Inject', '注入编号'), inject?.id),
    ...row(said('How it is brought', '注入方式'), inject?.delivery),
    ...row(said('Expected', '预期行动'), inject?.expected),
    ...row(said('Judged by', '评估人'), inject?.evaluator),
    ...row(said('Contingency', '备用注入'), inject?.contingency),
    ...row(said('Words', '说明'), quoted),
    ...questionLines(input),
    ...row(
      said('Rated M or U, without an improvement yet', '评定为M、U且尚未制定改进措施'),
      unimproved.length === 0 ? undefined : list(unimproved),
    ),
  ];
}

function questionLines({ questions, lang }: DrillMailInput): string[] {
  if (questions === undefined) return [];
  const { texts, anonymous } = questions;
  const lead = anonymous
    ? said(
        'Questions (it is noted that you have answered, and not what you said):',
        '反馈问题（匿名：只登记是否已反馈，不登记谁写了什么）：',
      )
    : said('Questions:', '反馈问题：');
  return ['', lead[lang], ...texts.map((text, i) => `${i + 1}. ${text}`)];
}

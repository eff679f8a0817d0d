import type { Lang } from '../../domain/lang.js';
import { said } from '../../domain/lang.js';
import type { Instant } from '../../domain/time.js';
import { formatInstant } from '../../domain/words/index.js';
import type { Zone } from '../../domain/words/index.js';
import { markup } from './html.js';
import type { Html, Page } from './html.js';
import { linkFailures } from './linkFailures.js';

/**
 * `open`, `blank`, `unreadable` and `notNow` show the form, with what was written. `over`: the report is accepted.
 * `unreadable`: too long, or with characters that no text has.
 */
export type SheetTold = 'open' | 'received' | 'already' | 'over' | 'notAsked' | 'blank' | 'unreadable' | 'notNow';

export interface SheetShown {
  drill: string;
  name: string;
  endedAt: Instant | undefined;
  dueAt: Instant | undefined;
  /** `late`: none are noted, but what others wrote is read already, and one more sheet stands out. */
  names: 'told' | 'none' | 'late';
  questions: string[];
  /** By `q1`, `q2` …: what was written before. */
  answers: Record<string, string>;
}

/** As many as the drill takes. */
const MOST_CHARACTERS = 2_000;

const STATUS: Record<SheetTold, number> = {
  open: 200,
  received: 200,
  already: 200,
  over: 409,
  notAsked: 403,
  blank: 422,
  unreadable: 422,
  notNow: 503,
};

const WITH_FORM: readonly SheetTold[] = ['open', 'blank', 'unreadable', 'notNow'];

export function drillFeedbackPage(
  told: SheetTold,
  shown: SheetShown,
  { lang, zone }: { lang: Lang; zone: Zone },
): Page {
  const words = WORDS[lang];
  const { title, detail } = words[told];
  const at = (instant: Instant | undefined) => (instant === undefined ? '' : formatInstant(instant, lang, zone));
  const rows: [string, string][] = [
    [words.rows.drill, `${shown.name} (${shown.drill})`],
    [words.rows.ended, at(shown.endedAt)],
    [words.rows.due, at(shown.dueAt)],
  ];
  const facts = rows.flatMap(([term, text]) => (text === '' ? [] : [markup`<dt>${term}</dt><dd>${text}</dd>`]));
  const toFillIn = WITH_FORM.includes(told) ? sheet(shown, words) : undefined;
  const body = markup`<p class="drill">${words.banner}</p><p role="status">${detail}</p><dl>${facts}</dl>${toFillIn}`;
  return { status: STATUS[told], lang, title, body };
}

function sheet({ questions, answers, names }: SheetShown, words: Words): Html {
  const fields = questions.map((question, i) => field(`q${i + 1}`, `${i + 1}. ${question}`, answers[`q${i + 1}`]));
  const promise = [
    words.names[names === 'told' ? 'told' : 'none'],
    names === 'late' ? words.names.late : '',
    words.lead,
  ];
  return markup`<p>${promise.join(' ')}</p>${form(fields, words)}`;
}

function field(id: string, label: string, text = ''): Html {
  return markup`<p><label for="${id}">${label}</label><textarea id="${id}" name="${id}" rows="3" maxlength="${MOST_CHARACTERS}">
${text}</textarea></p>`;
}

function form(fields: Html[], { button }: Words): Html {
  return markup`<form method="post">${fields}<button type="submit">${button}</button></form>`;
}

/** Where not even the questions can be read: what was written, by the number of its question. */
export function drillFeedbackAgainPage(drill: string, answers: Record<string, string>, lang: Lang): Page {
  const words = WORDS[lang];
  const { title, detail } = words.notNow;
  const fields = Object.entries(answers).map(([id, text]) => field(id, `${id.slice(1)}.`, text));
  const about = markup`<dl><dt>${words.rows.drill}</dt><dd>${drill}</dd></dl>`;
  const body = markup`<p class="drill">${words.banner}</p><p role="status">${detail}</p>${about}${form(fields, words)}`;
  return { status: STATUS.notNow, lang, title, body };
}

export const drillFeedbackFailurePage = linkFailures(
  said(
    'Answer with your own token (muster drill feedback), or tell the director of the drill.',
    '请用本人的令牌填写（muster drill feedback），或把意见交演练总指挥。',
  ),
  {},
);

type Said = Record<'title' | 'detail', string>;
type Words = Record<SheetTold, Said> &
  Record<'banner' | 'lead' | 'button', string> & {
    names: Record<SheetShown['names'], string>;
    rows: Record<'drill' | 'ended' | 'due', string>;
  };

const WORDS: Record<Lang, Words> = {
  'zh-CN': {
    open: { title: '演练反馈表', detail: '请填写后按下面的按钮提交；提交后不能修改。' },
    received: { title: '反馈已提交', detail: '您的反馈已收到，谢谢。' },
    already: { title: '此前已经提交', detail: '您的反馈此前已收到，无须再填。' },
    over: { title: '反馈已截止', detail: '该演练的评估报告已经审定，不再接收反馈。如有补充，请告知演练总指挥。' },
    notAsked: { title: '无须填写', detail: '该演练未请您填写反馈。' },
    blank: { title: '还没有填写', detail: '请至少回答一个问题；没有意见的写“无”。' },
    unreadable: {
      title: '有一条回答无法接收',
      detail: `每条回答最多${MOST_CHARACTERS}字，且不能含有控制字符。您写的内容都在下面，请修改后再提交。`,
    },
    notNow: { title: '暂时无法提交', detail: '您写的内容都在下面，请稍候再按提交。' },
    banner: '【演练 DRILL】',
    lead: '演练表现不作为考核和处分依据。没有意见的写“无”。',
    names: {
      none: '匿名填写：请勿写姓名和可以识别本人的内容；系统只登记谁已填写，不登记谁写了什么。',
      late: '反馈期限已过或者评估报告已提交，其他人的反馈已可查看，此时提交的反馈可能因提交时间被认出。',
      told: '署名填写：评估报告会注明是谁写的。',
    },
    button: '提交',
    rows: { drill: '演练', ended: '演练结束时间', due: '交回期限' },
  },
  en: {
    open: {
      title: 'Feedback on a drill',
      detail: 'Fill in the sheet and press the button below it. It cannot be changed afterwards.',
    },
    received: { title: 'Received', detail: 'Your feedback has been received. Thank you.' },
    already: { title: 'Already received', detail: 'Your feedback was received before; once is enough.' },
    over: {
      title: 'No more feedback is taken',
      detail: 'The report of this drill has been accepted. Tell its director what is still to be said.',
    },
    notAsked: {
      title: 'Nothing to fill in',
      detail: 'You are not among those who are asked for feedback on this drill.',
    },
    blank: {
      title: 'Nothing is filled in yet',
      detail: 'Please answer at least one question. Where you have nothing to say, write “none”.',
    },
    unreadable: {
      title: 'One of the answers cannot be taken',
      detail: `An answer has at most ${MOST_CHARACTERS.toLocaleString('en')} characters, and no control characters. What you wrote is below: change it and hand it in again.`,
    },
    notNow: {
      title: 'It cannot be taken right now',
      detail: 'What you wrote is below. Wait a little and press the button again.',
    },
    banner: 'DRILL 演练',
    lead: 'What is done in a drill counts for no appraisal or sanction. Where you have nothing to say, write “none”.',
    names: {
      none: 'Please write neither your name nor anything that shows who you are. It is noted who has answered, and not who said what.',
      late: 'Time is up, or the report has been handed in: the others can be read already, and by the time at which yours comes somebody may tell that it is yours.',
      told: 'The report says whose words they are.',
    },
    button: 'Hand in',
    rows: { drill: 'Drill', ended: 'Ended', due: 'Due' },
  },
};

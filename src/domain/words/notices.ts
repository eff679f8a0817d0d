import type { Lang } from '../lang.js';
import { prepareNotice } from './notice.js';
import type { Notice, NoticeInput, NoticeLanguage } from './notice.js';
import { noticesEn } from './notices.en.js';
import { noticesZh } from './notices.zh.js';
import { look } from './notices/how.js';
import { oneLine } from './text.js';

interface NoticeWords {
  subject: string;
  /** Plain text. Its first line says what to do. */
  text: string;
}

const LANGUAGES: Record<Lang, NoticeLanguage> = { 'zh-CN': noticesZh, en: noticesEn };
const DRILL_MARK = '【演练 DRILL】';

export function noticeWords(input: NoticeInput): NoticeWords {
  const language = LANGUAGES[input.lang];
  const notice = prepareNotice(input);
  const { todo } = notice.sentences;
  const mark = input.mode === 'drill' ? DRILL_MARK : '';
  const blocks = [
    [`${mark}${typeof todo === 'string' ? todo : todo(notice)}`, ...(mark === '' ? [] : [language.drill])],
    // Before the details: on a telephone they fill the screen.
    input.ackUrl === undefined ? [] : [language.link, oneLine(input.ackUrl)],
    language.happened(notice),
    [language.why(notice)],
    howTo(notice, language),
    language.closing(notice),
  ];
  const text = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return { subject: `${mark}${language.subject(notice)}`, text: `${text.join('\n\n')}\n` };
}

function howTo(notice: Notice, { how: lead }: NoticeLanguage): string[] {
  const { how } = notice.sentences;
  if (how === 'nothing') return [];
  return how === 'look' ? [look(notice)] : [lead, ...how(notice)];
}

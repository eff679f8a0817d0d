import type { Lang } from '../../domain/lang.js';
import { said } from '../../domain/lang.js';
import type { FilingLink } from '../../seal/index.js';
import { markup } from './html.js';
import type { Page } from './html.js';
import { linkFailures } from './linkFailures.js';

const WORDS = {
  'zh-CN': {
    title: '报送稿',
    detail: '报送稿涉及事故详情，仅供报送负责人核对和报送，请勿转发。内容取自打开时的记录，每次打开都是最新的。',
    read: '打开报送稿',
    docx: '下载 Word 文档',
    rows: ['事故编号', '报送编号'],
  },
  en: {
    title: 'Draft of a legal report',
    detail:
      'It holds details of the incident and is meant for whoever files it: do not pass it on. Each time you open it, it is made anew from the record.',
    read: 'Open the draft',
    docx: 'Download it as a Word file',
    rows: ['Incident', 'Report'],
  },
} satisfies Record<Lang, unknown>;

/** No more than the link itself says: what fetches links by itself, before any person does, learns nothing here. */
export function filingLinkPage({ incidentId, obligation }: FilingLink, lang: Lang): Page {
  const { title, detail, read, docx, rows } = WORDS[lang];
  const lines = [incidentId, obligation].map((value, i) => markup`<dt>${rows[i]}</dt><dd>${value}</dd>`);
  const form = markup`<form method="post"><button name="format" value="html">${read}</button><button class="quiet" name="format" value="docx">${docx}</button></form>`;
  return { lang, title, body: markup`<p role="status">${detail}</p><dl>${lines}</dl>${form}` };
}

export const filingLinkFailurePage = linkFailures(
  said(
    'Use the link in your latest reminder, or have it drafted with your own token (muster obligation draft).',
    '请使用最近一封提醒邮件中的链接，或用本人的令牌起草（muster obligation draft）。',
  ),
  {
    notYours: {
      title: said('The link no longer works', '链接已停用'),
      detail: said(
        'The report is no longer yours to file. If this is wrong, tell whoever commands.',
        '该报送已不由您负责。如有疑问，请联系指挥长。',
      ),
    },
    gone: {
      title: said('There is no such draft', '没有这份报送稿'),
      detail: said(
        'The plan in force has no such report any more, or no form for it.',
        '现行预案已没有这项报送，或者没有规定它的格式。',
      ),
    },
  },
);

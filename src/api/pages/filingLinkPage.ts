import type { Lang } from '../../domain/lang.js';
import type { FilingLink } from '../../seal/index.js';
import { markup } from './html.js';
import type { Page } from './html.js';

/** `notYours`: the person is in the roster no more, or files it no more. `gone`: the incident asks for no such report now. */
type FilingLinkFailure = 'expired' | 'invalid' | 'notYours' | 'gone' | 'failed';
type Said = Record<'title' | 'detail', string>;

const STATUS: Record<FilingLinkFailure, number> = { expired: 410, invalid: 400, notYours: 403, gone: 404, failed: 503 };

const WORDS: Record<
  Lang,
  Record<FilingLinkFailure | 'open', Said> & Record<'read' | 'docx', string> & { rows: [string, string] }
> = {
  'zh-CN': {
    open: {
      title: '报送稿',
      detail: '报送稿涉及事故详情，仅供报送负责人核对和报送，请勿转发。内容取自打开时的记录，每次打开都是最新的。',
    },
    expired: {
      title: '链接已过期',
      detail: '请使用最近一封提醒邮件中的链接，或用本人的令牌起草（muster obligation draft）。',
    },
    invalid: { title: '链接无效', detail: '链接不完整或已被改动。请从邮件中完整复制链接。' },
    notYours: { title: '链接已停用', detail: '该报送已不由您负责。如有疑问，请联系指挥长。' },
    gone: { title: '没有这份报送稿', detail: '现行预案已没有这项报送，或者没有规定它的格式。' },
    failed: { title: '暂时无法显示', detail: '请稍后重新打开邮件中的链接。' },
    read: '打开报送稿',
    docx: '下载 Word 文档',
    rows: ['事故编号', '报送编号'],
  },
  en: {
    open: {
      title: 'Draft of a legal report',
      detail:
        'It holds details of the incident and is meant for whoever files it: do not pass it on. Each time you open it, it is made anew from the record.',
    },
    expired: {
      title: 'The link has expired',
      detail: 'Use the link in your latest reminder, or have it drafted with your own token (muster obligation draft).',
    },
    invalid: {
      title: 'The link is not valid',
      detail: 'It is incomplete or was changed. Copy the whole link from the mail.',
    },
    notYours: {
      title: 'The link no longer works',
      detail: 'The report is no longer yours to file. If this is wrong, tell whoever commands.',
    },
    gone: {
      title: 'There is no such draft',
      detail: 'The plan in force has no such report any more, or no form for it.',
    },
    failed: { title: 'This cannot be shown right now', detail: 'Open the link in the mail again in a little while.' },
    read: 'Open the draft',
    docx: 'Download it as a Word file',
    rows: ['Incident', 'Report'],
  },
};

/** No more than the link itself says: what fetches links by itself, before any person does, learns nothing here. */
export function filingLinkPage({ incidentId, obligation }: FilingLink, lang: Lang): Page {
  const { open, read, docx, rows } = WORDS[lang];
  const lines = [incidentId, obligation].map((value, i) => markup`<dt>${rows[i]}</dt><dd>${value}</dd>`);
  const form = markup`<form method="post"><button name="format" value="html">${read}</button><button class="quiet" name="format" value="docx">${docx}</button></form>`;
  return { lang, title: open.title, body: markup`<p role="status">${open.detail}</p><dl>${lines}</dl>${form}` };
}

export function filingLinkFailurePage(why: FilingLinkFailure, lang: Lang): Page {
  const { title, detail } = WORDS[lang][why];
  return { status: STATUS[why], lang, title, body: markup`<p role="status">${detail}</p>` };
}

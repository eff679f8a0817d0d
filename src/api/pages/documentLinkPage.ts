import type { Lang } from '../../domain/lang.js';
import { markup } from './html.js';
import type { Page } from './html.js';

/** `left`: the person is in the roster no more. */
type DocumentLinkFailure = 'expired' | 'invalid' | 'left' | 'gone' | 'failed';

const STATUS: Record<DocumentLinkFailure, number> = { expired: 410, invalid: 400, left: 403, gone: 404, failed: 503 };

const WORDS: Record<Lang, Record<DocumentLinkFailure, { title: string; detail: string }>> = {
  'zh-CN': {
    expired: { title: '链接已过期', detail: '请用本人的令牌下载（muster document get），或使用最近一封邮件中的链接。' },
    invalid: { title: '链接无效', detail: '链接不完整或已被改动。请从邮件中完整复制链接。' },
    left: { title: '链接已停用', detail: '您已不在人员名册中。如有疑问，请联系系统管理员。' },
    gone: { title: '文书不存在', detail: '文件已不再保存。请使用最近一封邮件中的链接。' },
    failed: { title: '暂时无法显示', detail: '请稍后重新打开邮件中的链接。' },
  },
  en: {
    expired: {
      title: 'The link has expired',
      detail: 'Fetch it with your own token (muster document get), or use the link in your latest mail.',
    },
    invalid: {
      title: 'The link is not valid',
      detail: 'It is incomplete or was changed. Copy the whole link from the mail.',
    },
    left: {
      title: 'The link no longer works',
      detail: 'You are no longer in the roster. If this is wrong, tell the operator.',
    },
    gone: {
      title: 'There is no such document',
      detail: 'The file is no longer kept. Use the link in your latest mail.',
    },
    failed: { title: 'This cannot be shown right now', detail: 'Open the link in the mail again in a little while.' },
  },
};

export function documentLinkFailurePage(why: DocumentLinkFailure, lang: Lang): Page {
  const { title, detail } = WORDS[lang][why];
  return { status: STATUS[why], lang, title, body: markup`<p role="status">${detail}</p>` };
}

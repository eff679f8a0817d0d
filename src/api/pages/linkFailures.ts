import type { Lang, Said } from '../../domain/lang.js';
import { said } from '../../domain/lang.js';
import { markup } from './html.js';
import type { Page } from './html.js';

/**
 * Why a link in a mail shows a page that says so. `left`: the person is in the roster no more. `notYours`: it is no more this
 * person's to do. `gone`: there is nothing to show any more.
 */
const STATUS = { expired: 410, invalid: 400, failed: 503, left: 403, notYours: 403, gone: 404 };

interface Told {
  title: Said;
  detail: Said;
}

const USUAL: Record<'invalid' | 'failed' | 'left', Told> = {
  invalid: {
    title: said('The link is not valid', '链接无效'),
    detail: said(
      'It is incomplete or was changed. Copy the whole link from the mail.',
      '链接不完整或已被改动。请从邮件中完整复制链接。',
    ),
  },
  failed: {
    title: said('Not possible right now', '暂时无法处理'),
    detail: said('Open the link in the mail again in a little while.', '请稍后重新打开邮件中的链接。'),
  },
  left: {
    title: said('The link no longer works', '链接已停用'),
    detail: said(
      'You are no longer in the roster. If this is wrong, tell the operator.',
      '您已不在人员名册中。如有疑问，请联系系统管理员。',
    ),
  },
};

/** `instead`: what to do when the link has expired. `own`: what is said of this kind of link alone. */
export function linkFailures<Own extends 'notYours' | 'gone' = never>(instead: Said, own: Record<Own, Told>) {
  const expired = { title: said('The link has expired', '链接已过期'), detail: instead };
  const told: Record<'expired' | keyof typeof USUAL | Own, Told> = { ...USUAL, expired, ...own };
  return (why: keyof typeof told, lang: Lang): Page => {
    const { title, detail } = told[why];
    return { status: STATUS[why], lang, title: title[lang], body: markup`<p role="status">${detail[lang]}</p>` };
  };
}

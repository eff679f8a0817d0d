import type { Lang } from '../../domain/lang.js';
import { formatInstant } from '../../domain/words/index.js';
import type { MailEntry, StoredMail } from '../../store/index.js';
import { markup } from './html.js';
import type { Html, Page } from './html.js';

const WORDS = {
  'zh-CN': {
    title: '邮箱',
    empty: '还没有邮件。',
    about: '这里显示内置邮箱收到的全部邮件，最新的在前，每 5 秒刷新。',
    columns: ['时间', '收件人', '主题'],
    from: '发件人',
    back: '返回邮箱',
    older: '更早的邮件',
    locked: '需要密钥',
    lockedDetail: '请使用启动时显示的邮箱地址，其中包含密钥。',
    noMail: '没有这封邮件',
  },
  en: {
    title: 'Mailbox',
    empty: 'No mail yet.',
    about: 'Everything that the embedded mailbox received, the newest first; refreshed every 5 s.',
    columns: ['Time', 'To', 'Subject'],
    from: 'From',
    back: 'Back to the mailbox',
    older: 'Older mail',
    locked: 'A key is needed',
    lockedDetail: 'Use the mailbox address that was shown at the start; it contains the key.',
    noMail: 'There is no such mail',
  },
} satisfies Record<Lang, unknown>;

const REFRESH_S = 5;

export function mailListPage(mails: MailEntry[], lang: Lang, zone: string, older?: number): Page {
  const words = WORDS[lang];
  const rows = mails.map(
    (mail) => markup`<tr><td>${formatInstant(mail.receivedAt, lang, zone)}</td><td>${mail.recipients.join(', ')}</td>
<td><a href="/mailbox/${mail.id}">${mail.subject}</a></td></tr>`,
  );
  const head = words.columns.map((column) => markup`<th scope="col">${column}</th>`);
  const table = markup`<table class="mails"><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`;
  const next = older === undefined ? undefined : markup`<p><a href="/mailbox?before=${older}">${words.older}</a></p>`;
  const body = markup`<p>${words.about}</p>${mails.length === 0 ? markup`<p>${words.empty}</p>` : table}${next}`;
  return { lang, title: words.title, body, refresh: REFRESH_S };
}

export function mailPage(mail: StoredMail, lang: Lang, zone: string): Page {
  const words = WORDS[lang];
  const [time, to] = words.columns;
  const body = markup`<p><a href="/mailbox">${words.back}</a></p>
<dl><dt>${time}</dt><dd>${formatInstant(mail.receivedAt, lang, zone)}</dd>
<dt>${words.from}</dt><dd>${mail.sender}</dd>
<dt>${to}</dt><dd>${mail.recipients.join(', ')}</dd></dl>
<pre>${linked(mail.text)}</pre>`;
  return { lang, title: mail.subject, body };
}

export function mailboxLockedPage(lang: Lang): Page {
  const words = WORDS[lang];
  return { status: 401, lang, title: words.locked, body: markup`<p>${words.lockedDetail}</p>` };
}

export function noMailPage(lang: Lang): Page {
  const words = WORDS[lang];
  return { status: 404, lang, title: words.noMail, body: markup`<p><a href="/mailbox">${words.back}</a></p>` };
}

/** What ends a sentence or a bracket behind an address is not part of it. */
const ADDRESS = /(https?:\/\/[^\s<>"'，。；）】]*[^\s<>"'，。；）】.,;:!?)\]])/g;

/** Addresses in the text become links; nothing else in it is more than text, and a page behind a link learns nothing of us. */
function linked(text: string): Html[] {
  return text.split(ADDRESS).map((part, i) =>
    // Every second part is what the pattern caught.
    i % 2 === 0 ? markup`${part}` : markup`<a href="${part}" target="_blank" rel="noopener noreferrer">${part}</a>`,
  );
}

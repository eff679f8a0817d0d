import { createHash } from 'node:crypto';
import type { Response } from 'express';
import type { Lang } from '../../domain/lang.js';

/** Text that is HTML already; everything else is escaped by `markup`. */
export interface Html {
  readonly html: string;
}

type Piece = string | number | Html | readonly Html[] | undefined;

/** Escapes every value that is not `Html`. */
export function markup(strings: TemplateStringsArray, ...values: Piece[]): Html {
  return { html: strings.map((text, i) => text + (i < values.length ? piece(values[i]) : '')).join('') };
}

function piece(value: Piece): string {
  if (value === undefined) return '';
  if (typeof value === 'object') return 'html' in value ? value.html : value.map((v) => v.html).join('');
  return escape(String(value));
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const STYLE = `
:root { color-scheme: light dark; --line: #8885; --strong: #b42318; }
body { font: 1rem/1.55 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 0 auto; max-width: 44rem; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1rem; margin: 0 0 1.5rem; }
dt { opacity: .75; } dd { margin: 0; overflow-wrap: anywhere; }
button { background: var(--strong); border: 0; border-radius: .5rem; color: #fff; font: inherit; font-weight: 600; padding: .85rem 2rem; width: 100%; cursor: pointer; }
button.quiet { background: none; border: 2px solid; color: inherit; margin-top: .75rem; }
details { margin-top: 1.5rem; } summary { cursor: pointer; } details form { margin-top: .75rem; }
textarea, input { box-sizing: border-box; font: inherit; margin-top: .25rem; width: 100%; }
input { margin-bottom: .75rem; padding: .5rem; }
button:focus-visible, a:focus-visible, summary:focus-visible, textarea:focus-visible, input:focus-visible { outline: 3px solid CanvasText; outline-offset: 3px; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .5rem .5rem .5rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th, code { overflow-wrap: normal; }
.mails td:nth-child(2) { overflow-wrap: break-word; }
.mails td:first-child { white-space: nowrap; padding-right: 1rem; }
@media (max-width: 40rem) {
  .mails thead { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; width: 1px; }
  .mails tr { border-bottom: 1px solid var(--line); display: block; padding: .5rem 0; }
  .mails td { border: 0; display: block; padding: 0; }
}
pre { border: 1px solid var(--line); border-radius: .5rem; overflow-wrap: anywhere; padding: 1rem; white-space: pre-wrap; font: inherit; }
.when { margin: 0; opacity: .75; } ul.plain { list-style: none; padding: 0; } ul.plain li { border-bottom: 1px solid var(--line); padding: .75rem 0; } ul.plain p { margin: 0; }
.mark { border-left: 4px solid var(--strong); font-weight: 600; margin: 0 0 1rem; padding: .25rem .75rem; }
.words { margin: 0 0 1.5rem; overflow-wrap: anywhere; white-space: pre-wrap; } nav { text-align: right; }
.drill { border: 2px solid; padding: .25rem .75rem; font-weight: 700; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Neither scripts nor anything from elsewhere; a form may only go back to us. */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

export interface Page {
  status?: number;
  lang: Lang;
  title: string;
  body: Html;
  /** Seconds. */
  refresh?: number;
  /** Of the title, where it is not that of the page. */
  titleLang?: Lang;
  /** For everybody the same: kept by browsers and proxies for a moment, and found by search engines. What its head has besides. */
  shared?: Html;
}

/** A withdrawal has to reach readers soon; within this time one answer does for all of them. Whose language says which. */
export const SHARED_HEADERS = { 'Cache-Control': 'public, max-age=15, must-revalidate', Vary: 'Accept-Language' };

export function tagOf(answer: string): string {
  return `"${createHash('sha256').update(answer).digest('base64url')}"`;
}

export function sendPage(res: Response, { status = 200, lang, title, body, refresh, titleLang, shared }: Page): void {
  const page = markup`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${shared === undefined ? markup`<meta name="robots" content="noindex">` : shared}
${refresh === undefined ? undefined : markup`<meta http-equiv="refresh" content="${refresh}">`}
<title>${title}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<main>
<h1${titleLang === undefined || titleLang === lang ? undefined : markup` lang="${titleLang}"`}>${title}</h1>
${body}
</main>
</body>
</html>
`;
  res.set({
    'Content-Security-Policy': POLICY,
    'Content-Language': lang,
    'Referrer-Policy': 'no-referrer',
    ...(shared === undefined ? { 'Cache-Control': 'no-store' } : { ...SHARED_HEADERS, ETag: tagOf(page.html) }),
  });
  res.status(status).type('html').send(page.html);
}

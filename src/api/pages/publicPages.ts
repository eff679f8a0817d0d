import { LANGS } from '../../domain/lang.js';
import type { Lang, Said } from '../../domain/lang.js';
import type { Instant } from '../../domain/time.js';
import { formatFormal, publicationKindWords } from '../../domain/words/index.js';
import type { Zone } from '../../domain/words/index.js';
import type { Other, PublishedText } from '../../store/index.js';
import { markup } from './html.js';
import type { Html, Page } from './html.js';

interface Around {
  lang: Lang;
  organisation: string;
  zone: Zone;
}

/** Whatever there is, the latest first. */
export function publicListPage(all: PublishedText[], around: Around, older?: number): Page {
  const { lang, organisation } = around;
  const items = all.map((one) => {
    const shown = textOf(one, lang);
    const title = shown === undefined ? WORDS.withdrawn[lang] : shown.title;
    return markup`<li><p class="when">${time(one.publishedAt, around)} · ${publicationKindWords(one.kind, lang)}</p><p><a href="${address(one, lang)}"${langOf(shown?.lang)}>${title}</a></p>${marks(one, around)}</li>`;
  });
  const more =
    older === undefined
      ? undefined
      : markup`<p><a href="?before=${older}&amp;lang=${lang}">${WORDS.older[lang]}</a></p>`;
  const list = all.length === 0 ? markup`<p>${WORDS.none[lang]}</p>` : markup`<ul class="plain">${items}</ul>`;
  const title = WORDS.title[lang](organisation);
  return shared(
    lang,
    title,
    markup`${switches('/public', lang)}${list}${more}<p><a href="/public/feed.json?lang=${lang}">${WORDS.feed[lang]}</a></p>`,
  );
}

/** Word by word what was approved, in the reader's language first; of what was withdrawn only that. */
export function publicPage(one: PublishedText, around: Around): Page {
  const { lang, organisation } = around;
  const shown = textOf(one, lang);
  const rows = [
    row(WORDS.publisher[lang], markup`${organisation}`),
    row(WORDS.kind[lang], markup`${publicationKindWords(one.kind, lang)}`),
    row(WORDS.publishedAt[lang], time(one.publishedAt, around)),
    ...(one.nextAt === undefined || shown === undefined ? [] : [row(WORDS.nextAt[lang], time(one.nextAt, around))]),
  ];
  const others = LANGS.filter((other) => other !== shown?.lang).flatMap((other) => articleIn(one, other));
  const text = shown === undefined ? [] : articleIn(one, shown.lang, true);
  const body = markup`${switches(`/public/${one.publicId}`, lang)}${marks(one, around)}${text}<dl>${rows}</dl>${others}<p><a href="/public?lang=${lang}">${WORDS.all[lang]}</a></p>`;
  const title = shown === undefined ? WORDS.withdrawn[lang] : shown.title;
  return { ...shared(lang, title, body), ...(shown === undefined ? {} : { titleLang: shown.lang }) };
}

export function noPublicPage(lang: Lang): Page {
  const body = markup`<p role="status">${WORDS.unknown[lang]}</p><p><a href="/public?lang=${lang}">${WORDS.all[lang]}</a></p>`;
  return { status: 404, lang, title: WORDS.unknownTitle[lang], body };
}

function shared(lang: Lang, title: string, body: Html): Page {
  const feed = markup`<link rel="alternate" type="application/feed+json" href="/public/feed.json?lang=${lang}">`;
  return { lang, title, body, shared: feed };
}

/** In the wanted language, else in any that it was written in. */
export function textOf(
  { texts }: Pick<PublishedText, 'texts'>,
  wanted: Lang,
): { lang: Lang; title: string; body: string } | undefined {
  if (texts === undefined) return undefined;
  for (const lang of [wanted, ...LANGS]) {
    const [title, body] = [texts[`title ${lang}`], texts[`body ${lang}`]];
    if (title !== undefined && body !== undefined) return { lang, title, body };
  }
  return undefined;
}

function articleIn({ texts }: PublishedText, lang: Lang, isFirst = false): Html[] {
  const [title, body] = [texts?.[`title ${lang}`], texts?.[`body ${lang}`]];
  if (title === undefined || body === undefined) return [];
  const heading = isFirst ? undefined : markup`<h2>${title}</h2>`;
  return [markup`<article lang="${lang}">${heading}<div class="words">${body}</div></article>`];
}

/** That it was withdrawn, is corrected, or corrects another one. */
function marks(one: PublishedText, around: Around): Html {
  const { lang } = around;
  const link = (other: Other) =>
    markup`<a href="${address(other, lang)}"${langOf(textOf(other, lang)?.lang)}>${textOf(other, lang)?.title ?? WORDS.withdrawn[lang]}</a>`;
  const lines = [
    ...(one.withdrawnAt === undefined
      ? []
      : [markup`<p class="mark" role="status">${WORDS.withdrawnAt[lang]}${time(one.withdrawnAt, around)}</p>`]),
    ...one.correctedBy.map(
      (other) => markup`<p class="mark" role="status">${WORDS.correctedBy[lang]}${link(other)}</p>`,
    ),
    ...(one.corrects === undefined ? [] : [markup`<p class="mark">${WORDS.corrects[lang]}${link(one.corrects)}</p>`]),
  ];
  return markup`${lines}`;
}

function address({ publicId }: Pick<PublishedText, 'publicId'>, lang: Lang): string {
  return `/public/${publicId}?lang=${lang}`;
}

function langOf(lang: Lang | undefined): Html | undefined {
  return lang === undefined ? undefined : markup` lang="${lang}"`;
}

function time(at: Instant, { lang, zone }: Around): Html {
  return markup`<time datetime="${new Date(at).toISOString()}">${formatFormal(at, lang, zone)}</time>`;
}

function row(label: string, value: Html): Html {
  return markup`<dt>${label}</dt><dd>${value}</dd>`;
}

/** To the same page in the other language. */
function switches(path: string, lang: Lang): Html {
  const other = lang === 'en' ? 'zh-CN' : 'en';
  return markup`<nav><a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${NAMES[other]}</a></nav>`;
}

const NAMES: Said = { 'zh-CN': '中文', en: 'English' };

const WORDS = {
  title: {
    'zh-CN': (organisation: string) => `${organisation}信息发布`,
    en: (organisation: string) => `Public statements of ${organisation}`,
  },
  none: { 'zh-CN': '目前没有发布信息。', en: 'There are no statements.' },
  older: { 'zh-CN': '更早的信息', en: 'Earlier statements' },
  all: { 'zh-CN': '全部信息', en: 'All statements' },
  feed: { 'zh-CN': '订阅（JSON Feed）', en: 'Subscribe (JSON Feed)' },
  publisher: { 'zh-CN': '发布单位', en: 'Published by' },
  kind: { 'zh-CN': '类型', en: 'Kind' },
  publishedAt: { 'zh-CN': '发布时间', en: 'Published' },
  nextAt: { 'zh-CN': '下次发布时间', en: 'Next statement' },
  withdrawn: { 'zh-CN': '此信息已撤回', en: 'This statement was withdrawn' },
  withdrawnAt: { 'zh-CN': '此信息已撤回，撤回时间：', en: 'This statement was withdrawn on ' },
  correctedBy: { 'zh-CN': '此信息已有更正，请以更正为准：', en: 'This statement was corrected; what holds is: ' },
  corrects: { 'zh-CN': '本信息更正：', en: 'This corrects: ' },
  unknownTitle: { 'zh-CN': '没有此信息', en: 'There is no such statement' },
  unknown: { 'zh-CN': '没有发布过此信息，或地址有误。', en: 'Nothing was published here, or the address is wrong.' },
} satisfies Record<string, Record<Lang, unknown>>;

export { WORDS as PUBLIC_WORDS };

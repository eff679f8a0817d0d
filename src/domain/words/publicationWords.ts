import type { PublicationKind } from '../incident/index.js';
import type { Lang } from '../lang.js';
import { oneLine } from './text.js';

export const PUBLICATION_KIND_WORDS: Readonly<Record<Lang, Record<PublicationKind, string>>> = {
  'zh-CN': { first: '首次声明', update: '进展通报', final: '处置结果公告', correction: '更正' },
  en: { first: 'first statement', update: 'update', final: 'closing statement', correction: 'correction' },
};

/** `发布稿 p1`, `publication p1`; with its version `发布稿 p1 第2版`, `version 2 of publication p1`. */
export function publicationName(publication: string, lang: Lang, version?: number): string {
  const id = oneLine(publication);
  if (lang === 'en') return version === undefined ? `publication ${id}` : `version ${version} of publication ${id}`;
  return version === undefined ? `发布稿 ${id}` : `发布稿 ${id} 第${version}版`;
}

export function publicationKindWords(kind: string | undefined, lang: Lang): string {
  const words = PUBLICATION_KIND_WORDS[lang];
  return kind !== undefined && Object.hasOwn(words, kind) ? words[kind as PublicationKind] : '';
}

/** Phrases that mostly promise a time of repair; the time of the next word is what may be promised. */
const PROMISES = [
  /(?:预计|预期|有望|力争|争取|确保|保证|承诺)[^。！？；\n]{0,30}?(?:恢复|修复|解决|完成修)/u,
  /(?:将|会)[^。！？；，\n]{0,6}?\d[^。！？；，\n]{0,12}?(?:前|内|时|点|分)[^。！？；，\n]{0,6}?(?:恢复|修复|解决)/u,
  /\b(?:will|shall|should|expect(?:ed|s)?(?: it| service)? to)\b[^.!?\n]{0,40}?\b(?:fixed|restored|repaired|resolved|back|working again)\b[^.!?\n]{0,20}?\b(?:by|within|in|before|at|until)\b[^.!?\n]{0,30}/i,
];

/** What in the text seems to promise when it is repaired, word by word; a hint for people, who decide. */
function repairTimePromised(text: string): string | undefined {
  for (const pattern of PROMISES) {
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) return oneLine(found);
  }
  return undefined;
}

/** The first such phrase in any of the texts. */
export function repairTimeIn(texts: Readonly<Record<string, string | undefined>>): string | undefined {
  return Object.values(texts)
    .map((text) => (text === undefined ? undefined : repairTimePromised(text)))
    .find((found) => found !== undefined);
}

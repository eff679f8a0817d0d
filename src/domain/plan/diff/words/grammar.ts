import type { Lang } from '../../../lang.js';
import { quoted } from './side.js';

/** The sentences of each language, from words that are ready. */
export interface Grammar {
  changed: (field: string, before: string, after: string) => string;
  members: (field: string, gained: string, lost: string) => string;
  reordered: (field: string, before: string, after: string) => string;
  /** A text in one language; empty where there is none. */
  reworded: (field: string, language: string, before: string, after: string) => string;
  /** The two read alike on the page. */
  respaced: (field: string, language: string) => string;
  threshold: (fact: string, before: string, after: string) => string;
  /** A text of a list. */
  added: (field: string, text: string) => string;
  removed: (field: string, text: string) => string;
  /** An entry of a list. */
  addedEntry: (thing: string, details: string) => string;
  removedEntry: (thing: string) => string;
  thing: (kind: string, name: string) => string;
  /** A rule that holds for some categories only. */
  only: (name: string, categories: string) => string;
  /** What it is about, then what became of it. */
  about: (place: readonly string[], what: string) => string;
}

export const GRAMMAR: Record<Lang, Grammar> = {
  'zh-CN': {
    changed: (field, before, after) => `${field}由${before}改为${after}`,
    members: (field, gained, lost) => {
      const parts = [...(gained === '' ? [] : [`增加${gained}`]), ...(lost === '' ? [] : [`去掉${lost}`])];
      return `${field}${parts.join('，')}`;
    },
    reordered: (field, before, after) => `${field}的次序由${before}改为${after}`,
    reworded: (field, language, before, after) => {
      if (before === '') return `${field}增加${language}：${quoted(after)}`;
      if (after === '') return `${field}删去${language}：${quoted(before)}`;
      return `${field}（${language}）由${quoted(before)}改为${quoted(after)}`;
    },
    respaced: (field, language) => `${field}（${language}）只有空格或换行不同`,
    threshold: (fact, before, after) => `${quoted(fact)}的标准由${before}改为${after}`,
    added: (field, text) => `${field}新增${text}`,
    removed: (field, text) => `${field}删去${text}`,
    addedEntry: (thing, details) => `新增${thing}${details}`,
    removedEntry: (thing) => `删去${thing}`,
    thing: (kind, name) => `${kind}${quoted(name)}`,
    only: (name, categories) => `${name}（限${categories}）`,
    about: (place, what) => (place.length === 0 ? what : `${place.join('，')}：${what}`),
  },
  en: {
    changed: (field, before, after) => `${field} ${before} → ${after}`,
    members: (field, gained, lost) => {
      const parts = [...(gained === '' ? [] : [`now also ${gained}`]), ...(lost === '' ? [] : [`no longer ${lost}`])];
      return `${field}: ${parts.join('; ')}`;
    },
    reordered: (field, before, after) => `${field} in another order: ${before} → ${after}`,
    reworded: (field, language, before, after) => {
      if (before === '') return `${field} added in ${language}: ${quoted(after)}`;
      if (after === '') return `${field} removed in ${language}: ${quoted(before)}`;
      return `${field} (${language}) ${quoted(before)} → ${quoted(after)}`;
    },
    respaced: (field, language) => `${field} (${language}): only spaces or line breaks differ`,
    threshold: (fact, before, after) => `threshold of ${quoted(fact)} ${before} → ${after}`,
    added: (field, text) => `${field}: added ${text}`,
    removed: (field, text) => `${field}: removed ${text}`,
    addedEntry: (thing, details) => `${thing} added${details}`,
    removedEntry: (thing) => `${thing} removed`,
    thing: (kind, name) => `${kind} ${quoted(name)}`,
    only: (name, categories) => `${name} (only for ${categories})`,
    about: (place, what) => (place.length === 0 ? what : `${place.join(', ')}: ${what}`),
  },
};

import { LANGS } from '../lang.js';
import type { Lang } from '../lang.js';
import type { Path, PlanIssue } from './issues.js';

/** Every text below `value` that lacks one of the languages. A text is recognised by its keys: they are all languages. */
export function missingTexts(value: unknown, languages: readonly Lang[], path: Path): PlanIssue[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => missingTexts(item, languages, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  if (!isText(value)) {
    return Object.entries(value).flatMap(([key, inner]) => missingTexts(inner, languages, [...path, key]));
  }
  return languages
    .filter((lang) => !Object.hasOwn(value, lang))
    .map((lang) => ({
      path,
      code: 'missing_text',
      message: `the text is missing in ${lang}`,
      hint: `add "${lang}: …", or take ${lang} out of the languages of the plan`,
    }));
}

/** An empty object counts: nothing else in a plan may be one. */
function isText(value: object): boolean {
  return Object.keys(value).every((key) => (LANGS as readonly string[]).includes(key));
}

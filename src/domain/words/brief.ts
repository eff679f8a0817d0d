import type { Brief } from '../incident/index.js';
import type { Lang } from '../lang.js';

/** How the parts of a brief are called, in the order in which they are read. */
const PARTS: readonly [keyof Brief, Record<Lang, string>][] = [
  ['situation', { 'zh-CN': '态势', en: 'Situation' }],
  ['objectives', { 'zh-CN': '目标', en: 'Objectives' }],
  ['actions', { 'zh-CN': '已采取和进行中的行动', en: 'Actions' }],
  ['resources', { 'zh-CN': '已到位和途中的人员物资', en: 'Resources' }],
  ['risks', { 'zh-CN': '风险', en: 'Risks' }],
  ['pending', { 'zh-CN': '待决事项', en: 'Decisions that wait' }],
];

/** Each part that has words, with its name; the other parts nobody filled in, or their text was erased. */
export function briefWords(textOf: (part: keyof Brief) => string | undefined, lang: Lang): string[] {
  return PARTS.flatMap(([part, name]) => {
    const text = textOf(part);
    if (text === undefined || text.trim() === '') return [];
    return [lang === 'en' ? `${name.en}: ${text}` : `${name['zh-CN']}：${text}`];
  });
}

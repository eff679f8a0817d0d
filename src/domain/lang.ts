/** Languages that Muster itself can speak. A plan lists which of them its own texts exist in. */
export const LANGS = ['zh-CN', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** A text of the plan in the plan's languages. */
export type Text = Partial<Record<Lang, string>>;

/** The text in the wanted language, else in any language that it exists in. */
export function textIn(text: Text, lang: Lang): string {
  return text[lang] ?? LANGS.map((l) => text[l]).find((t) => t !== undefined) ?? '';
}

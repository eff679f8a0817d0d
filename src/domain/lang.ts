/** Languages that Muster itself can speak. A plan lists which of them its own texts exist in. */
export const LANGS = ['zh-CN', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/** A sentence of Muster itself, for people: in each of its languages, one of which is chosen where it is shown. */
export type Said = Record<Lang, string>;

export function said(en: string, zh: string): Said {
  return { 'zh-CN': zh, en };
}

/** A text of the plan in the plan's languages. */
export type Text = Partial<Record<Lang, string>>;

/** The text in the wanted language, else in any language that it exists in. */
export function textIn(text: Text, lang: Lang): string {
  return text[lang] ?? LANGS.map((l) => text[l]).find((t) => t !== undefined) ?? '';
}

/** A name is one for all languages, or one per language. */
export function nameIn(name: Text | string, lang: Lang): string {
  return typeof name === 'string' ? name : textIn(name, lang);
}

/** What a text, or a name that is the same in every language, says in all of its languages. */
export function textsOf(text: Text | string): string[] {
  return typeof text === 'string' ? [text] : LANGS.flatMap((lang) => text[lang] ?? []);
}

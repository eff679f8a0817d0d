export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** Texts as an event has them: no empty one. */
export function keptTexts(texts: readonly (readonly [string, string | undefined])[]): Record<string, string> {
  return Object.fromEntries(texts.filter((entry): entry is [string, string] => !isBlank(entry[1])));
}
